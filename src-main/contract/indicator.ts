/**
 * Indicators (chỉ tiêu): named series of a document's figures. An observation is one figure seen as a member of its
 * indicator; every figure is an observation of exactly one indicator.
 */
import type { Figure, FigureStatus } from './figure.ts';

export const domains = [
  'economy', // kinh tế
  'urban', // đô thị – tài nguyên
  'society', // văn hóa – xã hội
  'legislation', // văn bản – pháp luật
  'organisation', // bộ máy
  'inspection', // thanh tra – khiếu nại
  'security', // quốc phòng – an ninh
  'coordination', // phối hợp
  'oversight', // giám sát
] as const;
export type Domain = (typeof domains)[number];

/** A figure with its name within the document: "f1", "f2"… in the order of the blocks. */
export type IdentifiedFigure = Figure & { readonly id: string };

export interface Indicator {
  /** "i1", "i2"… in the order of their first observations. */
  readonly id: string;
  /** What a delegate calls it: "Giá trị sản xuất công nghiệp, xây dựng". */
  readonly name: string;
  /** What narrows it down: "theo giá so sánh"; null for nothing. */
  readonly detail: string | null;
  /** Null where nobody said it and the outline does not show it. */
  readonly domain: Domain | null;
  /** Unit that its observations share, scale words included where all print the same ("tỷ đồng"); null for none. */
  readonly unit: string | null;
  /** Named by hand, not from its sentence. */
  readonly curated: boolean;
}

/** One figure as a point of its indicator's series. Value, `of` and `to` are the figure's own. */
export interface Observation {
  readonly indicator: string;
  readonly figure: string;
  /** As `Figure.period`; where the prose does not give it at the figure, a curated one, or the year that a bracket is compared for. */
  readonly period: string | null;
  readonly status: FigureStatus;
}

/** A figure as windows see it: `period` and `status` are its observation's. */
export type ObservedFigure = IdentifiedFigure & { readonly indicator: string };

/**
 * Numbers as written: figures state a quantity, non-figures do not (DESIGN.md, vocabulary). Amounts are exact decimals
 * in text ("-0.85", "1358000000000"), never binary floats, so that they cross processes and files unharmed.
 */
import type { BlockRange } from './briefing.ts';

export const figureClasses = [
  'level', // amount with a unit: "59,9 ha"
  'count', // number of things: "71 phiên họp"
  'percent', // share or rate: "đạt 97,3%"
  'ratio', // part of a whole, both printed: "897/921 đơn"
  'rank', // "xếp thứ 07/12"
  'growth', // relative change, signed: "giảm 0,85%"
  'completion', // percent of a plan: "bằng 118,4% KH"; with `fromPlan` the distance from it: "vượt 5% dự toán"
  'difference', // absolute change, signed: "tăng 05 khu dân cư", "tăng 0,4 điểm phần trăm"
  'multiple', // "gấp 1,2 lần"
] as const;
export type FigureClass = (typeof figureClasses)[number];

export const nonFigureClasses = [
  'date', // also hours, and parts of a year: "6 tháng đầu năm 2023"
  'docnum',
  'legal',
  'section',
  'footnote_ref',
  'footnote_mark',
  'name',
  'scale', // "1/500", and what another number is measured per: "/1 ha", "trên 1 vạn dân"
] as const;
export type NonFigureClass = (typeof nonFigureClasses)[number];

export const figureStatuses = ['actual', 'estimate', 'plan'] as const;
/** SDMX OBS_STATUS in words. */
export type FigureStatus = (typeof figureStatuses)[number];

export interface Figure extends BlockRange {
  readonly kind: 'figure';
  readonly class: FigureClass;
  /** As in the block, `start` to `end`. */
  readonly text: string;
  /** Exact decimal, scale words multiplied out, a decrease negative; low end of a range, numerator of a ratio or rank. */
  readonly value: string;
  /** Denominator of a ratio or rank. */
  readonly of: string | null;
  /** High end of a range. */
  readonly to: string | null;
  /** As printed, without scale words: "đồng", "ha", "phiên họp"; null where nothing says it. */
  readonly unit: string | null;
  /** What the last scale word stands for: "1000000000" for "tỷ"; "1" without one. */
  readonly scale: string;
  /** Weight of the last printed digit: "100000000" for "4,7 tỷ", "0.01" for "8,85%". Checks take tolerances from it. */
  readonly step: string;
  /** The word that makes it approximate, in lower case: "trên", "gần", "khoảng", "hơn", "ước"…; null for none. */
  readonly approx: string | null;
  /** "2021", "2021-Q2", "2021-07", "2021-07-05" or an interval "2021-07/2023-10"; null where the prose does not say. */
  readonly period: string | null;
  readonly status: FigureStatus;
  /** A completion that is the distance from the plan, not the part of it: "vượt 5% dự toán" is 5, not 105. */
  readonly fromPlan: boolean;
}

export interface NonFigure extends BlockRange {
  readonly kind: 'non-figure';
  readonly class: NonFigureClass;
  readonly text: string;
}

export type Numeral = Figure | NonFigure;

/** What the stage may know: public words of the report and where they stand. Nothing of the delegate's. */
import * as v from 'valibot';
import { BlockId, SectionId } from './delegate.ts';
import { figureStatuses } from './figure.ts';
import { COMPARED_MAX } from './series.ts';

const Mark = v.strictObject({ start: v.number(), end: v.number() });

export const StageBlockSchema = v.strictObject({
  id: v.string(),
  address: v.string(),
  heading: v.boolean(),
  text: v.string(),
  bold: v.array(Mark),
});

/** "Báo cáo của UBND thành phố Hải Dương, 11/2023" */
const source = v.string();

const SectionContentSchema = v.strictObject({
  kind: v.literal('section'),
  source,
  label: v.string(),
  title: v.string(),
  blocks: v.array(StageBlockSchema),
});

/** As `SeriesPoint`. */
const StagePointSchema = v.strictObject({
  label: v.string(),
  period: v.nullable(v.string()),
  value: v.string(),
  shown: v.string(),
  approx: v.nullable(v.string()),
  status: v.picklist(figureStatuses),
  partial: v.boolean(),
  figures: v.pipe(v.array(v.string()), v.readonly()),
});
const ChartContentSchema = v.strictObject({
  kind: v.literal('chart'),
  source,
  /** Unit that all series share; "" for none. */
  label: v.string(),
  title: v.string(),
  /** Where the figures stand: "Mục II.1.1, đoạn 2". */
  address: v.string(),
  unit: v.nullable(v.string()),
  /** One; several where indicators are compared. */
  series: v.array(v.strictObject({ name: v.string(), points: v.array(StagePointSchema) })),
});

const CheckContentSchema = v.strictObject({
  kind: v.literal('check'),
  source,
  /** "Đối chiếu · Tổng" */
  label: v.string(),
  /** The verdict in words. */
  title: v.string(),
  /** The arithmetic. */
  sentence: v.string(),
  /** The words around its numbers, a block each; `cut` says that words were left out before a piece. */
  quotes: v.array(
    v.strictObject({
      address: v.string(),
      pieces: v.array(v.strictObject({ text: v.string(), marked: v.boolean(), cut: v.boolean() })),
      cut: v.boolean(),
    }),
  ),
});

export const StageContentSchema = v.variant('kind', [
  SectionContentSchema,
  ChartContentSchema,
  CheckContentSchema,
]);
export type StageBlock = v.InferOutput<typeof StageBlockSchema>;
export type SectionContent = v.InferOutput<typeof SectionContentSchema>;
export type ChartContent = v.InferOutput<typeof ChartContentSchema>;
export type CheckContent = v.InferOutput<typeof CheckContentSchema>;
export type StageContent = v.InferOutput<typeof StageContentSchema>;

export const CheckId = v.pipe(v.string(), v.regex(/^c\d{1,9}$/u));
export const IndicatorId = v.pipe(v.string(), v.regex(/^i\d{1,9}$/u));

/** What a presenter may ask for: names only; the words come from the briefing. */
export const StageSubjectSchema = v.variant('kind', [
  /** A section from its start, or from `block`; null is what stands before the first one. */
  v.strictObject({
    kind: v.literal('section'),
    section: v.nullable(SectionId),
    block: v.nullable(BlockId),
  }),
  v.strictObject({
    kind: v.literal('chart'),
    indicators: v.pipe(v.array(IndicatorId), v.minLength(1), v.maxLength(COMPARED_MAX)),
  }),
  v.strictObject({ kind: v.literal('check'), check: CheckId }),
]);
export type StageSubject = v.InferOutput<typeof StageSubjectSchema>;

export const turns = ['next', 'previous', 'first', 'last', 'black'] as const;
export type Turn = (typeof turns)[number];

/** What the stage says after each change of its picture: which of its pages the room sees. Pages count from 1. */
export const StageReadySchema = v.strictObject({
  page: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  pages: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  black: v.boolean(),
});
export type StageReady = v.InferOutput<typeof StageReadySchema>;

/** How the presentation stands, for the presenter's own window. */
export interface StageState {
  readonly presenting: boolean;
  /** What is up, in a few words: "Mục II.1.1", "biểu đồ Cây trồng mới"; null for nothing. */
  readonly label: string | null;
  readonly page: number;
  readonly pages: number;
  readonly black: boolean;
  /** True when the stage covers the only display, so that nothing private can be seen beside it. */
  readonly alone: boolean;
  /** Why it ended by itself. */
  readonly ended: 'display-lost' | 'failed' | null;
}

export const idleStage: StageState = {
  presenting: false,
  label: null,
  page: 1,
  pages: 1,
  black: false,
  alone: false,
  ended: null,
};

/** A key as Electron's `before-input-event` reports it. */
export interface StageKey {
  readonly type: string;
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
  readonly isAutoRepeat: boolean;
}

const turnsByCode: Readonly<Record<string, Turn>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'next',
  NumpadEnter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  // Clickers send a full stop or B for their "blank" button.
  KeyB: 'black',
  Period: 'black',
};

/** What a key or clicker button means on the stage; null for keys that mean nothing. Escape is the caller's. */
export function turnOfKey(key: StageKey): Turn | null {
  if (key.type !== 'keyDown') return null;
  const named = key.code !== '' ? key.code : key.key;
  if (named === 'Space' || key.key === ' ') return key.shift ? 'previous' : 'next';
  return turnsByCode[named] ?? null;
}

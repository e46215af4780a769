/** What the stage may know: public words of the report and where they stand. Nothing of the delegate's. */
import * as v from 'valibot';

const Mark = v.strictObject({ start: v.number(), end: v.number() });

export const StageBlockSchema = v.strictObject({
  id: v.string(),
  address: v.string(),
  heading: v.boolean(),
  text: v.string(),
  bold: v.array(Mark),
});
export const StageContentSchema = v.strictObject({
  /** "Báo cáo của UBND thành phố Hải Dương, 11/2023" */
  source: v.string(),
  label: v.string(),
  title: v.string(),
  blocks: v.array(StageBlockSchema),
});
export type StageBlock = v.InferOutput<typeof StageBlockSchema>;
export type StageContent = v.InferOutput<typeof StageContentSchema>;

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
  readonly section: string | null;
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
  section: null,
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

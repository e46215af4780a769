/** A document as finders read it: each block with its numbers in order, its sentences and brackets, and its footnotes. */
import type { Block, CompiledDocument } from '../../contract/briefing.ts';
import type { NonFigure } from '../../contract/figure.ts';
import type { IdentifiedFigure, Indicator } from '../../contract/indicator.ts';
import { sentences } from '../../contract/sentences.ts';
import type { TextRange } from '../../contract/sentences.ts';
import type { Named } from '../indicators/name-figures.ts';

/** A pair of brackets; `inner` is what stands between them. Offsets are UTF-16 units of the block's text. */
export interface Bracket {
  readonly open: number;
  readonly close: number;
  readonly depth: number;
}

export interface Passage {
  readonly block: Block;
  readonly text: string;
  /** As long as `text`, in lower case. */
  readonly lower: string;
  readonly figures: readonly IdentifiedFigure[];
  readonly others: readonly NonFigure[];
  readonly sentences: readonly TextRange[];
  /** In the order in which they close. */
  readonly brackets: readonly Bracket[];
  /** Footnotes that it points to, with the places. */
  readonly notes: readonly { readonly at: number; readonly passage: Passage }[];
}

export interface Scene {
  readonly document: CompiledDocument;
  readonly passages: readonly Passage[];
  readonly passageOf: ReadonlyMap<string, Passage>;
  /** Indicator of each figure. */
  readonly indicatorOf: ReadonlyMap<string, Indicator>;
  /** Figures of each indicator that a curator named, in order. */
  readonly curatedSeries: ReadonlyMap<string, readonly IdentifiedFigure[]>;
}

export function sceneOf(
  document: CompiledDocument,
  numerals: readonly (IdentifiedFigure | NonFigure)[],
  named: Named,
): Scene {
  const figures = new Map<string, IdentifiedFigure[]>();
  const others = new Map<string, NonFigure[]>();
  for (const numeral of numerals) {
    if (numeral.kind === 'figure') append(figures, numeral.block, numeral);
    else append(others, numeral.block, numeral);
  }
  const passageOf = new Map<string, Passage & { notes: { at: number; passage: Passage }[] }>();
  for (const block of document.blocks) {
    const { id, text } = block;
    passageOf.set(id, {
      block,
      text,
      lower: lowered(text),
      figures: (figures.get(id) ?? []).map((figure) => heard(figure, text)),
      others: others.get(id) ?? [],
      sentences: sentences(text),
      brackets: bracketsOf(text),
      notes: [],
    });
  }
  for (const { block, ref } of document.footnotes) {
    const note = passageOf.get(block);
    if (ref !== null && note !== undefined && ref.block !== block)
      passageOf.get(ref.block)?.notes.push({ at: ref.start, passage: note });
  }
  return { document, passages: [...passageOf.values()], passageOf, ...seriesOf(numerals, named) };
}

function seriesOf(
  numerals: readonly (IdentifiedFigure | NonFigure)[],
  { indicators, observations }: Named,
): Pick<Scene, 'indicatorOf' | 'curatedSeries'> {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const indicatorOf = new Map<string, Indicator>();
  for (const { figure, indicator } of observations) {
    const known = byId.get(indicator);
    if (known !== undefined) indicatorOf.set(figure, known);
  }
  const curatedSeries = new Map<string, IdentifiedFigure[]>();
  for (const numeral of numerals) {
    const indicator = numeral.kind === 'figure' ? indicatorOf.get(numeral.id) : undefined;
    if (numeral.kind === 'figure' && indicator?.curated === true)
      append(curatedSeries, indicator.id, numeral);
  }
  return { indicatorOf, curatedSeries };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Where a figure ends together with the thing it counts: its range is the number alone. */
export function unitEnd({ lower }: Passage, { end, unit }: IdentifiedFigure): number {
  if (unit === null) return end;
  const after = lower.slice(end, end + unit.length + 2);
  const space = after.length - after.trimStart().length;
  return after.trimStart().startsWith(unit.toLowerCase()) ? end + space + unit.length : end;
}

/** "cao hơn 1,1 điểm" compares and approximates nothing. */
function heard(figure: IdentifiedFigure, text: string): IdentifiedFigure {
  if (figure.approx !== 'hơn') return figure;
  const isComparison = /(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|kém)\s+hơn\s*$/iu.test(
    text.slice(Math.max(0, figure.start - 16), figure.start),
  );
  return isComparison ? { ...figure, approx: null } : figure;
}

/** Letters whose lower case is longer stay as they are, so that offsets agree. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

function bracketsOf(text: string): Bracket[] {
  const open: number[] = [];
  const brackets: Bracket[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()]/g)) {
    if (sign === '(') open.push(index);
    else {
      const start = open.pop();
      // "1)" and "a)" open an item and close nothing.
      if (start !== undefined) brackets.push({ open: start, close: index, depth: open.length });
    }
  }
  return brackets;
}

/** The innermost brackets around a place; null for none. */
export function bracketAround({ brackets }: Passage, at: number): Bracket | null {
  // They are in the order of their closing: the first that closes behind the place and opens before it is the innermost.
  let low = 0;
  let high = brackets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((brackets[middle]?.close ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < Math.min(brackets.length, low + 32); index++) {
    const bracket = brackets[index];
    if (bracket !== undefined && bracket.open < at) return bracket;
  }
  return null;
}

/** The brackets that open at a place; null for none. */
export function bracketFrom(passage: Passage, open: number): Bracket | null {
  const bracket = bracketAround(passage, open + 1);
  return bracket?.open === open ? bracket : null;
}

/** Range of the sentence that holds a place. */
export function sentenceAround({ sentences: ranges, text }: Passage, at: number): TextRange {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return ranges[low] ?? { start: 0, end: text.length };
}

/** Words between two places, in lower case, `reach` characters at most from the first; "" where they do not follow. */
export const wordsBetween = ({ lower }: Passage, from: number, to: number, reach = 200): string =>
  lower.slice(from, Math.min(to, from + reach));

/** What stands before a place, in lower case, `reach` characters at most. */
export const wordsBefore = ({ lower }: Passage, at: number, reach = 120): string =>
  lower.slice(Math.max(0, at - reach), at);

/** Index of the first figure at or after a place. */
export function figureIndexAt({ figures }: Passage, at: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.start ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Figures whose start lies in the range. */
export function figuresBetween(passage: Passage, from: number, to: number, most = 60): IdentifiedFigure[] {
  const first = figureIndexAt(passage, from);
  const found: IdentifiedFigure[] = [];
  for (let index = first; index < first + most; index++) {
    const figure = passage.figures[index];
    if (figure === undefined || figure.start >= to) break;
    found.push(figure);
  }
  return found;
}

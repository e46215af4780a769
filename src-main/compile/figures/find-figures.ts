/**
 * All numbers of a compiled document, each classed once: what states a quantity (figures) and what does not. Pure, never
 * throws, linear in the text: every rule looks at a bounded number of tokens.
 */
import type { Block, CompiledDocument, Footnote, Section } from '../../contract/briefing.ts';
import type { Figure, NonFigure, Numeral } from '../../contract/figure.ts';
import { Announcements } from './announced.ts';
import { decimalText, multiply, powerOfTen } from './decimal.ts';
import { readNumeral, unknown } from './grammar.ts';
import { usesEnglishSeparators } from './notation.ts';
import { documentTime, spanOf } from './document-time.ts';
import { findTimes } from './periods.ts';
import type { When } from './periods.ts';
import { isFigure, Reading } from './reading.ts';
import type { Found, FoundFigure, Span } from './reading.ts';
import { settleTables } from './tables.ts';
import type { Piece } from './tables.ts';
import { tokenise } from './tokens.ts';

export type FigureSource = Pick<CompiledDocument, 'blocks' | 'sections' | 'footnotes'>;

/** In the order of the blocks, and in each by place; ranges never overlap and hold every digit of the blocks. */
export function findFigures(document: FigureSource): readonly Numeral[] {
  const pieces = document.blocks.map((block) => ({
    block,
    tokens: tokenise(block.text, referencesOf(block)),
  }));
  const isEnglish = usesEnglishSeparators(pieces.map(({ tokens }) => tokens));
  const opened = openedSections(document.sections);
  const readings = pieces.map(({ block, tokens }) => {
    const opens = opened.get(block.sources[0]?.start ?? -1) ?? null;
    const reading = new Reading(block.text, tokens, isEnglish, { kind: block.kind, opens });
    readNumerals(reading);
    return { block, reading };
  });
  settleTables(readings);
  const front = readings.filter(({ block }) => block.kind === 'title' || block.kind === 'letterhead');
  const time = documentTime([...front].sort(byTitleLast).map(({ reading }) => reading));
  const notes = new NoteTimes(document.footnotes);
  const announcements = new Announcements(document.sections, time);
  return readings.flatMap(({ block, reading }) => {
    const announced = announcements.of(block, reading, isHeading(block, reading));
    const times = findTimes(reading, time, notes.of(block), announced);
    notes.remember(block, reading, times);
    return numeralsOf(block, reading, times);
  });
}

/** The time that holds where a footnote is pointed to, for footnotes that go on with it. Blocks come before their notes. */
class NoteTimes {
  readonly #refs = new Map<string, { note: string; start: number }[]>();
  readonly #spans = new Map<string, Span>();

  constructor(footnotes: readonly Footnote[]) {
    for (const { block: note, ref } of footnotes) {
      if (ref === null) continue;
      const refs = this.#refs.get(ref.block);
      if (refs === undefined) this.#refs.set(ref.block, [{ note, start: ref.start }]);
      else refs.push({ note, start: ref.start });
    }
  }

  of(block: Block): Span | null {
    return this.#spans.get(block.id) ?? null;
  }

  /** Of each reference, the period of the last figure before it. */
  remember(block: Block, { found, tokens }: Reading, times: ReadonlyMap<Found, When>): void {
    let next = 0;
    let period: string | null = null;
    for (const { note, start } of [...(this.#refs.get(block.id) ?? [])].sort((a, b) => a.start - b.start)) {
      for (; next < found.length; next++) {
        const numeral = found[next];
        if (numeral === undefined || (tokens[numeral.from]?.start ?? 0) >= start) break;
        period = times.get(numeral)?.period ?? (isFigure(numeral) ? null : period);
      }
      if (period !== null) this.#spans.set(note, spanOf(period));
    }
  }
}

const isHeading = (block: Block, { facts }: Reading): boolean =>
  block.kind === 'heading' || facts.opens !== null;

const byTitleLast = (a: Piece, b: Piece): number =>
  Number(a.block.kind === 'title') - Number(b.block.kind === 'title');

const referencesOf = (block: Block): { start: number; end: number }[] =>
  block.marks.filter((mark) => mark.kind === 'footnote-ref').sort((a, b) => a.start - b.start);

/** Kind of section by the source offset of its heading. */
const openedSections = (sections: readonly Section[]): ReadonlyMap<number, Section['kind']> =>
  new Map(sections.filter(({ number }) => number !== null).map(({ start, kind }) => [start, kind]));

/** Asks the grammar about every number of a block, in order. */
export function readNumerals(reading: Reading): void {
  for (let at = 0; at < reading.tokens.length; at++) {
    const token = reading.tokens[at];
    if (token?.kind !== 'number' && token?.kind !== 'raised') continue;
    const found = token.kind === 'number' ? readNumeral(reading, at) : raised(reading, at);
    const before = reading.found.at(-1)?.to ?? 0;
    reading.add(found.from < before ? { ...found, from: before } : found);
    at = Math.max(at, found.to - 1);
  }
  shareUnits(reading);
}

/** "lần lượt 10, 12 và 15 tỷ đồng": what is listed before a unit shares it with its scale; ranges stay the numbers alone. */
function shareUnits(reading: Reading): void {
  const { found } = reading;
  for (let index = found.length - 2; index >= 0; index--) {
    const [figure, next] = [found[index], found[index + 1]];
    if (figure === undefined || next === undefined || !isFigure(figure) || !isFigure(next)) continue;
    // "lần lượt đạt 71% và 64,5% kế hoạch": the plan behind the last is the plan of all.
    const isPercent = figure.class === 'percent' && figure.unitKind === 'percent';
    const isOfPlan = next.class === 'completion' && !next.fromPlan;
    if (isPercent && isOfPlan && isListJoint(reading, figure.to, next.from)) {
      found[index] = { ...figure, class: 'completion' };
      continue;
    }
    const isBare = figure.unit === null && figure.scale === 0 && figure.of === null && next.of === null;
    if (!isBare || next.unit === null || !isListJoint(reading, figure.to, next.from)) continue;
    const factor = powerOfTen(next.scale);
    found[index] = {
      ...figure,
      class: next.class,
      value: multiply(figure.value, factor),
      step: multiply(figure.step, factor),
      scale: next.scale,
      unit: next.unit,
      unitKind: next.unitKind,
    };
  }
}

/** "12, 15 tỷ đồng", "12 - 15 - 18 xã", "tăng từ 12 lên 15 tỷ đồng" */
function isListJoint(reading: Reading, from: number, to: number): boolean {
  if (to - from === 1 && reading.is(from, ',', ';', 'và', 'hoặc', '-')) return true;
  if (!reading.is(from - 2, 'từ') || !reading.is(from, 'lên', 'xuống')) return false;
  return to - from === 1 || (to - from === 2 && reading.is(from + 1, 'còn', 'thành', 'đến'));
}

/** A raised digit that is no unit's exponent points to a note, even one that nobody wrote. */
function raised(reading: Reading, at: number): Found {
  // "người/km²", where no amount took the unit.
  const isExponent =
    reading.isGlued(at) && reading.is(at, '²', '³') && reading.is(at - 1, 'm', 'km', 'dm', 'cm');
  if (isExponent) return { ...unknown(at), from: at - 1 };
  const isDigit = /^[\u00b2\u00b3\u00b9\u2070-\u2079]+$/.test(reading.key(at));
  return isDigit ? { class: 'footnote_ref', from: at, to: at + 1, span: null } : unknown(at);
}

function numeralsOf(block: Block, reading: Reading, times: ReadonlyMap<Found, When>): Numeral[] {
  const references = referencesOf(block);
  let nextHole = 0;
  const numerals = reading.found.map((found): Numeral => {
    const start = reading.tokens[found.from]?.start ?? 0;
    const whole = reading.tokens[found.to - 1]?.end ?? start;
    // A reference inside a figure ("5¹ tỷ đồng") keeps its digits to itself.
    while ((references[nextHole]?.start ?? Infinity) <= start) nextHole++;
    const hole = (references[nextHole]?.start ?? Infinity) < whole ? references[nextHole] : undefined;
    const end = hole?.start ?? whole;
    const range = { block: block.id, text: block.text.slice(start, end), start, end };
    if (isFigure(found))
      return figureOf(found, range, times.get(found) ?? { period: null, status: 'actual' });
    return { kind: 'non-figure', class: found.class, block: block.id, text: range.text, start, end };
  });
  const marks = references.map(({ start, end }): NonFigure => ({
    kind: 'non-figure',
    class: 'footnote_ref',
    block: block.id,
    text: block.text.slice(start, end),
    start,
    end,
  }));
  return [...numerals, ...marks].sort((a, b) => a.start - b.start);
}

type FigureRange = Pick<Figure, 'block' | 'text' | 'start' | 'end'>;

/** Written out: spreading objects for each of a hundred thousand numbers costs more than finding them. */
function figureOf(found: FoundFigure, { block, text, start, end }: FigureRange, when: When): Figure {
  return {
    kind: 'figure',
    class: found.class,
    value: decimalText(found.value),
    of: found.of === null ? null : decimalText(found.of),
    to: found.high === null ? null : decimalText(found.high),
    unit: found.unit,
    scale: decimalText(powerOfTen(found.scale)),
    step: decimalText(found.step),
    approx: found.approx,
    period: found.period ?? when.period,
    status: found.status ?? when.status,
    fromPlan: found.fromPlan,
    block,
    text,
    start,
    end,
  };
}

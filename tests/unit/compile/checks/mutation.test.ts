/**
 * One digit of each covered figure of the report altered in turn: whatever lies beyond its tolerance changes a verdict.
 * Only the altered block is read again, and only what it stands beside is checked again.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src-main/compile/analyse.ts';
import type { Analysis } from '../../../../src-main/compile/analyse.ts';
import { checkFigures } from '../../../../src-main/compile/checks/check-figures.ts';
import { compile } from '../../../../src-main/compile/compile.ts';
import { findFigures } from '../../../../src-main/compile/figures/find-figures.ts';
import { readCuration } from '../../../../src-main/compile/read-curation.ts';
import type { Block, CompiledDocument } from '../../../../src-main/contract/briefing.ts';
import type { Check } from '../../../../src-main/contract/check.ts';
import type { Figure, NonFigure } from '../../../../src-main/contract/figure.ts';
import type { IdentifiedFigure } from '../../../../src-main/contract/indicator.ts';
import { intervalOf, recompute, verdictOf } from './key-arithmetic.ts';

const curation = readCuration('resources');
const document = compile(readFileSync('resources/report/source.txt', 'utf8'), curation);
const analysis = analyse(document, curation);

type Numerals = Analysis['numerals'];

/** The block with its footnotes, those it explains, and what names the report as a whole. */
function surroundings(block: string): CompiledDocument {
  const near = new Set([block]);
  for (const { block: note, ref } of document.footnotes) {
    if (note === block && ref !== null) near.add(ref.block);
  }
  for (const { block: note, ref } of document.footnotes)
    if (ref !== null && near.has(ref.block)) near.add(note);
  const blocks = document.blocks.filter(
    ({ id, kind }) => near.has(id) || kind === 'title' || kind === 'letterhead',
  );
  const footnotes = document.footnotes.filter((note) => near.has(note.block));
  return { ...document, blocks, footnotes };
}

const checksOf = (part: CompiledDocument, numerals: Numerals): readonly Check[] =>
  checkFigures(part, numerals, { ...analysis, lost: [] }, []).checks;

const numeralsOf = (part: CompiledDocument): Numerals => {
  const blocks = new Set(part.blocks.map(({ id }) => id));
  return analysis.numerals.filter(({ block }) => blocks.has(block));
};

/** The block's numbers read again, with the names that they had. */
function reread(part: CompiledDocument, altered: Block): Numerals {
  const before = analysis.numerals.filter(({ block }) => block === altered.id);
  const ids = before.flatMap((numeral) => (numeral.kind === 'figure' ? [numeral.id] : []));
  let next = 0;
  return findFigures(part)
    .filter(({ block }) => block === altered.id)
    .map((numeral): IdentifiedFigure | NonFigure =>
      numeral.kind === 'figure'
        ? { ...numeral, ...timeOf(before, numeral), id: ids[next++] ?? 'new' }
        : numeral,
    );
}

/** What a sentence takes from the sentences around it is not read again. */
function timeOf(before: Numerals, { start }: Figure): Partial<Figure> {
  const known = before.find((numeral) => numeral.start === start);
  return known?.kind === 'figure' ? { period: known.period, status: known.status } : {};
}

const keyOf = ({ kind, operands }: Check): string =>
  `${kind} ${operands.map(({ block, start }) => `${block}:${start}`).join(' ')}`;
const verdictsOf = (checks: readonly Check[]): ReadonlyMap<string, string> =>
  new Map(checks.map((check) => [keyOf(check), check.verdict]));

/** The digit that is altered, and what to. Another place and another digit for each figure, the same in every run. */
function alteration(text: string, turn: number): { at: number; digit: string } {
  const digits = Array.from(text.matchAll(/\d/g), ({ index }) => index);
  const at = digits[turn % digits.length] ?? 0;
  const old = Number(text[at]);
  const shift = 1 + (turn % 8);
  const digit = (old + shift) % 10;
  // "08" to "18" is another number, "18" to "08" is too; only a lone 0 would be no number of things.
  return { at, digit: String(digit === 0 && at === digits[0] ? (digit + 1 === old ? 2 : 1) : digit) };
}

interface Outcome {
  readonly name: string;
  /** The altered numbers agree as before, by an arithmetic of its own (key-arithmetic.ts). */
  readonly within: boolean;
  readonly changed: boolean;
}

/** What becomes of each agreeing check of the figure. */
function alter(figure: IdentifiedFigure, turn: number): Outcome[] {
  const part = surroundings(figure.block);
  const { at, digit } = alteration(figure.text, turn);
  const place = figure.start + at;
  const blocks = part.blocks.map((block) =>
    block.id === figure.block
      ? { ...block, text: block.text.slice(0, place) + digit + block.text.slice(place + 1) }
      : block,
  );
  const altered = blocks.find(({ id }) => id === figure.block);
  if (altered === undefined) return [];
  const after = { ...part, blocks };
  const others = numeralsOf(part).filter(({ block }) => block !== figure.block);
  const order = new Map(after.blocks.map(({ id }, index) => [id, index]));
  const numerals = [...others, ...reread(after, altered)].sort(
    (a, b) => (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0) || a.start - b.start,
  );
  const now = verdictsOf(checksOf(after, numerals));
  return agreeing(figure).map((check) => ({
    name: `${check.kind}: ${figure.text} → ${altered.text.slice(figure.start, figure.end)} in ${figure.block}`,
    within: isWithin(check, figure, altered),
    changed: now.get(keyOf(check)) !== check.verdict,
  }));
}

/** A whole number behind a percentage may be there for another percentage, too: nothing follows from an altered digit. */
const agreeing = ({ id }: IdentifiedFigure): Check[] =>
  analysis.checks.filter(
    ({ kind, verdict, operands, curated }) =>
      !curated &&
      kind !== 'implied_integer' &&
      verdict !== 'undetermined' &&
      verdict !== 'mismatch' &&
      operands.some((operand) => operand.figure === id),
  );

function isWithin(check: Check, figure: IdentifiedFigure, altered: Block): boolean {
  const texts = check.operands.map((operand) =>
    operand.figure === figure.id ? altered.text.slice(operand.start, operand.end) : operand.text,
  );
  const [stated = ''] = texts;
  const { kind } = check;
  const facts = { places: [], reason: null, doubtful: false, optional: false, note: '', line: 0 };
  const computed = recompute({
    kind,
    verdict: 'match',
    computed: null,
    stated: check.stated,
    operands: texts,
    ...facts,
  });
  if (computed === null) return false;
  if (check.verdict !== 'approximate') return verdictOf(intervalOf(stated), computed) === check.verdict;
  // Words at the total and at its parts open an end by a hundredth each, or by the last digit that is no zero.
  const { value } = intervalOf(stated);
  const gap = computed.value.num * value.den - value.num * computed.value.den;
  return (gap < 0n ? -gap : gap) * 50n < value.num * computed.value.den;
}

const figures = analysis.numerals.filter(
  (numeral): numeral is IdentifiedFigure => numeral.kind === 'figure' && agreeing(numeral).length > 0,
);

describe('an altered digit', () => {
  it('changes a verdict in every covered figure of the report', () => {
    const outcomes = figures.flatMap((figure, turn) => [...alter(figure, turn), ...alter(figure, turn + 3)]);
    const beyond = outcomes.filter(({ within }) => !within);
    console.log(
      `${beyond.length} alterations of ${figures.length} covered figures, ${beyond.filter(({ changed }) => changed).length} seen`,
    );
    expect(figures.length).toBeGreaterThan(60);
    expect(beyond.filter(({ changed }) => !changed).map(({ name }) => name)).toEqual([]);
  });

  it('is needed: the report as it is gives the same verdicts when a block is checked on its own', () => {
    const whole = verdictsOf(analysis.checks);
    for (const block of new Set(figures.map((figure) => figure.block))) {
      const part = surroundings(block);
      for (const [key, verdict] of verdictsOf(checksOf(part, numeralsOf(part))))
        expect(whole.get(key)).toBe(verdict);
    }
  });
});

describe('the report as it is', () => {
  it('holds exactly these contradictions', () => {
    const mismatches = analysis.checks.filter(({ verdict }) => verdict === 'mismatch');
    expect(mismatches.map(({ sentence }) => sentence)).toMatchInlineSnapshot(`
      [
        "Các năm cộng lại 6 + 21 + 71 = 98 phiên họp UBND, văn bản ghi 71 phiên họp, chênh lệch 27 phiên họp.",
        "Các năm cộng lại 32 + 47 + 51 = 130 Thông báo kết luận, văn bản ghi 131 Thông báo, chênh lệch 1 Thông báo.",
        "“tháng 15/5/2021”: không có tháng 15.",
        "Liệt kê được 9 mục, văn bản ghi “6 dự án”, chênh lệch 3.",
        "Văn bản ghi nhiệm kỳ 2016-2021 ở đây và 2021-2026 ở tên văn bản.",
        "Dấu chú thích 8 nằm ngay trong phần chữ của chú thích 8.",
        "127/179 = 70,95 %, văn bản ghi 65,3 %, chênh lệch 5,65 điểm phần trăm.",
      ]
    `);
  });
});

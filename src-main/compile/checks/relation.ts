/** What finders hand to the judge: numbers of the text and the arithmetic that the text says holds between them. */
import type { CheckKind, OperandRole, Verdict } from '../../contract/check.ts';
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { amountOf, exactAmount } from './amounts.ts';
import type { Amount, FigurePart } from './amounts.ts';
import { integer } from './rational.ts';

/** A number, or a thing, with its place. `amount` is null for what is no number. */
export interface Term {
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: OperandRole;
  readonly figure: IdentifiedFigure | null;
  readonly part: FigurePart;
  readonly amount: Amount | null;
}

/**
 * How the stated number follows from the others:
 * sum        parts added
 * share      part / whole, in percent
 * growth     current / base − 1, in percent
 * change     current − base
 * changeOrGrowth  either: a change of a percentage is often printed without saying which
 * growthOfChange  change / (current − change), in percent
 * fromPlan   part − 100, both in percent of the plan
 * same       the other number
 * multiple   current / base
 */
export type Formula =
  | 'sum'
  | 'share'
  | 'growth'
  | 'change'
  | 'changeOrGrowth'
  | 'growthOfChange'
  | 'fromPlan'
  | 'same'
  | 'multiple';

export interface Relation {
  readonly kind: CheckKind;
  readonly formula: Formula;
  readonly stated: Term;
  /** In the order of the formula. */
  readonly others: readonly Term[];
  /** What is added or compared, for the sentence: "phiên họp UBND"; nothing where the text gives no word. */
  readonly subject?: string;
  /** How the sentence names the parts: as parts unless by year. */
  readonly parted?: 'years';
  /** Why a disagreement would prove nothing, in Vietnamese; nothing where the text itself states the relation. */
  readonly doubt?: string | null;
  /** A disagreement is not even worth a line. */
  readonly silent?: boolean;
  /**
   * Relations of one block that are printed alike: where some of a family agree, the text means them all to. Null for
   * a relation that stands alone.
   */
  readonly family?: string | null;
}

/** A relation that is settled without the judge's arithmetic: lists, dates, footnotes, what cannot be computed. */
export interface Settled {
  readonly kind: CheckKind;
  readonly verdict: Verdict;
  /** The stating one first. */
  readonly terms: readonly Term[];
  readonly computed: string | null;
  readonly stated: string | null;
  readonly sentence: string;
  readonly reason: string | null;
  readonly possibility: string | null;
}

export type Finding = { readonly relation: Relation } | { readonly settled: Settled };

export function termOf(figure: IdentifiedFigure, role: OperandRole, part: FigurePart = 'value'): Term {
  const { block, start, end, text } = figure;
  return { block, start, end, text, role, figure, part, amount: amountOf(figure, part) };
}

/** Numerator and denominator of "897/921", each at its own place. */
export function ratioTerms(figure: IdentifiedFigure): readonly [part: Term, whole: Term] | null {
  const match = /^([\d.,\s]*\d)\s*\/\s*([\d.,\s]*\d)/.exec(figure.text);
  const [, first, second] = match ?? [];
  if (match === null || first === undefined || second === undefined || figure.of === null) return null;
  const { block, start } = figure;
  const secondStart = start + match[0].length - second.length;
  return [
    {
      ...{ block, start, end: start + first.length, text: first, role: 'part', figure, part: 'value' },
      amount: amountOf(figure),
    },
    {
      ...{ block, start: secondStart, end: start + match[0].length, text: second, role: 'whole', figure },
      ...{ part: 'of', amount: amountOf(figure, 'of') },
    },
  ];
}

/** Words that stand for one thing: "Chủ tịch" beside "03 Phó chủ tịch". */
export const oneThing = (block: string, start: number, text: string, role: OperandRole): Term => ({
  ...{ block, start, end: start + text.length, text, role, figure: null, part: 'value' },
  amount: exactAmount(integer(1)),
});

/** A place that states no number: an item of a list, a date, a footnote mark. */
export const placeTerm = (block: string, start: number, text: string, role: OperandRole): Term => ({
  ...{ block, start, end: start + text.length, text, role, figure: null, part: 'value' },
  amount: null,
});

/**
 * Whether a relation holds. Every printed number is the interval that its last digit allows, and intervals go through the
 * arithmetic; where they meet, the numbers agree.
 */
import type { Verdict } from '../../contract/check.ts';
import { cutRange, exactRange, openRange, printedRange } from './amounts.ts';
import type { Amount } from './amounts.ts';
import {
  differenceOf,
  exactly,
  hundred,
  integer,
  isNegative,
  meet,
  nought,
  opposite,
  order,
  quotientOf,
  scaled,
  sumOf,
} from './rational.ts';
import type { Interval, Rational } from './rational.ts';
import type { Formula } from './relation.ts';

export interface Judgement {
  readonly verdict: Exclude<Verdict, 'undetermined'>;
  /** What the printed numbers give, taken as exact. */
  readonly computed: Rational;
}

/** Null where the arithmetic has no result: a division by nothing. */
export function judge(formula: Formula, stated: Amount, others: readonly Amount[]): Judgement | null {
  const results = branches(formula).map((branch) => judgeOne(branch, stated, others));
  // Either reading may be meant: the one that agrees better is.
  return results.reduce((best, next) => (rank(next) < rank(best) ? next : best), null);
}

const branches = (formula: Formula): readonly Formula[] =>
  formula === 'changeOrGrowth' ? ['change', 'growth'] : [formula];

const ranks: Readonly<Record<Judgement['verdict'], number>> = {
  match: 0,
  truncated: 1,
  approximate: 2,
  mismatch: 3,
};
const rank = (judgement: Judgement | null): number => (judgement === null ? 4 : ranks[judgement.verdict]);

function judgeOne(formula: Formula, stated: Amount, others: readonly Amount[]): Judgement | null {
  const point = evaluate(formula, others, exactRange);
  const printed = evaluate(formula, others, printedRange);
  if (point === null || printed === null) return null;
  return { computed: point.low, verdict: verdictOf(formula, stated, others, printed) };
}

function verdictOf(
  formula: Formula,
  stated: Amount,
  others: readonly Amount[],
  printed: Interval,
): Judgement['verdict'] {
  const isOpen = [stated, ...others].some(({ openness }) => openness !== null && openness !== 'estimate');
  if (isOpen) {
    const open = evaluate(formula, others, openRange);
    return open !== null && meet(open, openRange(stated)) ? 'approximate' : 'mismatch';
  }
  if (meet(printed, printedRange(stated))) return 'match';
  // A total of thousands that is repeated in units is cut off, not a total that lacks a thousand.
  if (stated.step.n !== 0n && meet(printed, cutRange(stated))) return 'truncated';
  return 'mismatch';
}

function evaluate(
  formula: Formula,
  others: readonly Amount[],
  rangeOf: (amount: Amount) => Interval,
): Interval | null {
  const ranges = others.map(rangeOf);
  const [first, second] = ranges;
  if (first === undefined) return null;
  switch (formula) {
    case 'sum':
      return ranges.reduce(sumOf, exactly(nought));
    case 'same':
      return first;
    case 'fromPlan':
      return differenceOf(first, exactly(hundred));
    case 'change':
    case 'changeOrGrowth':
      return second === undefined ? null : differenceOf(first, second);
    case 'growthOfChange': {
      const base = second === undefined ? null : differenceOf(second, first);
      const size = isNegative(first.low) && isNegative(first.high) ? scaled(first, integer(-1)) : first;
      const ordered = order(size.low, size.high) <= 0 ? size : { low: size.high, high: size.low };
      const quotient = base === null ? null : quotientOf(ordered, base);
      if (quotient === null) return null;
      const percent = scaled(quotient, integer(100));
      return isNegative(first.high) ? { low: opposite(percent.high), high: opposite(percent.low) } : percent;
    }
    case 'share':
    case 'multiple':
    case 'growth': {
      const quotient = second === undefined ? null : quotientOf(first, second);
      if (quotient === null || formula === 'multiple') return quotient;
      const percent = scaled(quotient, integer(100));
      return formula === 'share' ? percent : differenceOf(percent, exactly(hundred));
    }
  }
}

/**
 * Checks (phép đối chiếu): relations that a document states between its own figures, and whether they hold. A check says
 * that numbers agree or do not, never that somebody erred.
 */
import type { BlockRange } from './briefing.ts';

export const checkKinds = [
  'sum',
  'ratio',
  'growth',
  'difference',
  'completion',
  'list_count',
  'repetition',
  'period',
  'footnote',
  'implied_integer',
] as const;
export type CheckKind = (typeof checkKinds)[number];

/** From what a delegate should see first to what needs no look. */
export const verdicts = [
  'mismatch',
  'undetermined', // could not run; `reason` says why; never counted as passed
  'truncated', // equal when cut off instead of rounded
  'approximate', // holds by the words "trên", "gần", "khoảng"
  'match',
] as const;
export type Verdict = (typeof verdicts)[number];

export const operandRoles = [
  'stated', // the number that the relation is checked against: the total, the rate, the announced count
  'part', // summand, or numerator
  'whole', // denominator
  'base', // the earlier observation of a growth or difference
  'current', // the later observation
  'plan',
  'item', // thing that is counted in a list
  'other', // the second place of a repetition, period or footnote
] as const;
export type OperandRole = (typeof operandRoles)[number];

export interface Operand extends BlockRange {
  /** As in the block, `start` to `end`. */
  readonly text: string;
  /** Exact decimal as in `Figure.value`; null for what is no number (a footnote mark, an item, a date). */
  readonly value: string | null;
  readonly role: OperandRole;
  /** Id of the figure; null where the operand is none. */
  readonly figure: string | null;
}

export interface Check {
  /** "c1", "c2"… in the order of their first operands. */
  readonly id: string;
  readonly kind: CheckKind;
  readonly verdict: Verdict;
  readonly operands: readonly Operand[];
  /** What the operands give, an exact decimal, long ones rounded to two places more than `stated` prints; null where nothing was computed. */
  readonly computed: string | null;
  /** What the text states, as an exact decimal; null where it states no number. */
  readonly stated: string | null;
  /** One neutral Vietnamese sentence with the arithmetic written out. */
  readonly sentence: string;
  /** Vietnamese: why it could not be decided, or why a curator overruled it; null otherwise. */
  readonly reason: string | null;
  /** Vietnamese: a single misread digit that would make it agree; null where there is none. */
  readonly possibility: string | null;
  /** Added or overruled by hand. */
  readonly curated: boolean;
}

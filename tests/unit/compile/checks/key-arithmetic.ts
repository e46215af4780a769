/** Works out again what a key says: exact fractions, with each printed number as the interval its precision gives. */
import type { KeyCheck } from './key.ts';

/** num/den, den > 0. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}
export interface Interval {
  readonly value: Fraction;
  readonly low: Fraction;
  readonly high: Fraction;
  /** Weight of the last printed digit. */
  readonly step: Fraction;
}

const fraction = (num: bigint, den = 1n): Fraction => (den < 0n ? { num: -num, den: -den } : { num, den });
const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.num, b.den));
const over = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num);
const times = (a: Fraction, by: bigint): Fraction => fraction(a.num * by, a.den);
export const compare = (a: Fraction, b: Fraction): number => {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
};

const scales = new Map<string | undefined, bigint>([
  [undefined, 1n],
  ['nghìn tỷ', 1_000_000_000_000n],
  ['tỷ', 1_000_000_000n],
  ['triệu', 1_000_000n],
  ['vạn', 10_000n],
  ['nghìn', 1_000n],
  ['ngàn', 1_000n],
]);
const pieces = /(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*(nghìn tỷ|tỷ|triệu|vạn|nghìn|ngàn)(?!\p{L}))?/gu;

/** "1.514 tỷ 310 triệu đồng", "13,5%"; a bare whole number counts things and is exact, words without digits are one. Of "48/52" the 48. */
export function intervalOf(operand: string): Interval {
  let value = fraction(0n);
  let step = fraction(1n);
  let found = false;
  const numerator = /^[\d.]+(?=\/[\d.]+$)/.exec(operand)?.[0] ?? operand;
  for (const [, whole = '', decimals = '', scale] of numerator.matchAll(pieces)) {
    const weight = scales.get(scale) ?? 1n;
    step = fraction(weight, 10n ** BigInt(decimals.length));
    value = plus(value, times(step, BigInt(whole.replaceAll('.', '') + decimals)));
    found = true;
  }
  if (!found) value = fraction(1n);
  const exact = /^[\d.]+$/.test(numerator) || !found;
  const half = exact ? fraction(0n) : fraction(step.num, step.den * 2n);
  return { value, low: minus(value, half), high: plus(value, half), step };
}

const combine = (a: Interval, b: Interval, of: (x: Fraction, y: Fraction) => Fraction): Interval => {
  const corners = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)].sort(compare);
  const value = of(a.value, b.value);
  return { value, low: corners[0] ?? value, high: corners[3] ?? value, step: a.step };
};

const percentOf = (a: Fraction, b: Fraction): Fraction => times(over(a, b), 100n);
const growthOf = (a: Fraction, b: Fraction): Fraction => minus(percentOf(a, b), fraction(100n));
const hundred: Interval = intervalOf('100');

/** What the operands behind the first one give; null for a kind that is no arithmetic. */
export function recompute(check: KeyCheck): Interval | null {
  const [stated = '', first = '', second] = check.operands;
  const [part = '', whole] = second === undefined ? first.split('/') : [first, second];
  const isPercent = stated.includes('%');
  switch (check.kind) {
    case 'sum':
      return check.operands
        .slice(1)
        .map(intervalOf)
        .reduce((sum, each) => combine(sum, each, plus), intervalOf('0'));
    case 'ratio':
      return whole === undefined
        ? null
        : combine(intervalOf(part), intervalOf(whole), isPercent ? percentOf : over);
    case 'growth':
      return second === undefined ? null : combine(intervalOf(first), intervalOf(second), growthOf);
    case 'difference':
      return second === undefined ? null : combine(intervalOf(first), intervalOf(second), minus);
    case 'completion': {
      if (second === undefined) return combine(intervalOf(first), hundred, minus);
      const done = combine(intervalOf(first), intervalOf(second), percentOf);
      // "vượt 5% kế hoạch" states the distance from the plan.
      return check.stated !== null && Number(check.stated) < 50 ? combine(done, hundred, minus) : done;
    }
    case 'list_count':
    case 'repetition':
    case 'period':
    case 'footnote':
    case 'implied_integer':
      return null;
  }
}

const magnitude = (interval: Interval): Interval =>
  interval.value.num >= 0n
    ? interval
    : {
        value: times(interval.value, -1n),
        low: times(interval.high, -1n),
        high: times(interval.low, -1n),
        step: interval.step,
      };

/** What the printed precision of stated and computed makes of them, were no word of approximation near. */
export function verdictOf(stated: Interval, computed: Interval): 'match' | 'truncated' | 'mismatch' {
  const found = magnitude(computed);
  if (compare(found.high, stated.low) >= 0 && compare(found.low, stated.high) <= 0) return 'match';
  const cutBelow = plus(stated.value, stated.step);
  const cut = compare(found.high, stated.value) >= 0 && compare(found.low, cutBelow) < 0;
  return cut && compare(stated.low, stated.high) !== 0 ? 'truncated' : 'mismatch';
}

/** Four decimals at most, rounded half away from zero: "13.4540" is written "13.454". */
export function written({ num, den }: Fraction): string {
  const scaled = (2n * (num < 0n ? -num : num) * 10_000n + den) / (2n * den);
  const digits = scaled.toString().padStart(5, '0');
  const plain = `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '');
  return num < 0n && plain !== '0' ? `-${plain}` : plain;
}

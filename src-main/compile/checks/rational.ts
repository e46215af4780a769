/** Exact fractions and closed intervals of them: checks divide, and no binary float may decide a verdict. */

/** `d` is positive; not reduced. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** Both ends belong to it. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

export const integer = (value: number | bigint): Rational => ({ n: BigInt(value), d: 1n });
export const nought = integer(0);
export const hundred = integer(100);

/** Of a decimal as figures print it: "-0.85". */
export function rational(decimal: string): Rational {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { n: BigInt(whole + fraction), d: 10n ** BigInt(fraction.length) };
}

export const plus = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const opposite = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const minus = (a: Rational, b: Rational): Rational => plus(a, opposite(b));
export const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
/** Null where `b` is zero. */
export function over(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null;
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}
/** Below zero if `a` is less, zero if equal. */
export function order(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const equal = (a: Rational, b: Rational): boolean => order(a, b) === 0;
export const isNegative = (a: Rational): boolean => a.n < 0n;
export const magnitude = (a: Rational): Rational => (a.n < 0n ? opposite(a) : a);
export const larger = (a: Rational, b: Rational): Rational => (order(a, b) >= 0 ? a : b);
export const half = (a: Rational): Rational => ({ n: a.n, d: a.d * 2n });
export const isWhole = (a: Rational): boolean => a.n % a.d === 0n;
/** The largest whole number that is not more. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && a.n % a.d !== 0n ? quotient - 1n : quotient;
}

export const exactly = (value: Rational): Interval => ({ low: value, high: value });
export const around = (value: Rational, reach: Rational): Interval => ({
  low: minus(value, reach),
  high: plus(value, reach),
});
export const meet = (a: Interval, b: Interval): boolean =>
  order(a.low, b.high) <= 0 && order(b.low, a.high) <= 0;
export const sumOf = (a: Interval, b: Interval): Interval => ({
  low: plus(a.low, b.low),
  high: plus(a.high, b.high),
});
export const differenceOf = (a: Interval, b: Interval): Interval => ({
  low: minus(a.low, b.high),
  high: minus(a.high, b.low),
});
/** Null where the divisor may be zero or below, or the dividend below zero: no amount that a report divides is. */
export function quotientOf(a: Interval, b: Interval): Interval | null {
  if (b.low.n <= 0n || a.low.n < 0n) return null;
  const low = over(a.low, b.high);
  const high = over(a.high, b.low);
  return low === null || high === null ? null : { low, high };
}
export const scaled = ({ low, high }: Interval, by: Rational): Interval => ({
  low: times(low, by),
  high: times(high, by),
});

/** As a decimal, half away from zero, zeros after the mark kept. */
export function rounded(value: Rational, decimals: number): string {
  const power = 10n ** BigInt(decimals);
  const { n, d } = magnitude(value);
  const digits = ((n * power * 2n + d) / (d * 2n)).toString().padStart(decimals + 1, '0');
  const sign = value.n < 0n && /[1-9]/.test(digits) ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Exact where it ends within `decimalsMax` decimals, else rounded to them. No zeros at the end. */
export function decimalFrom(value: Rational, decimalsMax: number): string {
  const text = rounded(value, decimalsMax);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

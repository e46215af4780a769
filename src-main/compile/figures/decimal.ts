/** Exact decimals: `mantissa` / 10^`decimals`. Small on purpose; no binary float ever holds a figure's value. */

export interface Decimal {
  readonly mantissa: bigint;
  readonly decimals: number;
}

export const zero: Decimal = { mantissa: 0n, decimals: 0 };
export const one: Decimal = { mantissa: 1n, decimals: 0 };

/** Digits before and after the decimal mark, without separators. */
export function decimalOf(whole: string, fraction = ''): Decimal {
  return { mantissa: BigInt(whole + fraction), decimals: fraction.length };
}

export function powerOfTen(exponent: number): Decimal {
  if (exponent === 0) return one;
  return exponent > 0
    ? { mantissa: 10n ** BigInt(exponent), decimals: 0 }
    : { mantissa: 1n, decimals: -exponent };
}

/** By a scale word: zeros that it leaves behind the mark go ("1,5 tỷ" is 1500000000). */
export function multiply(a: Decimal, b: Decimal): Decimal {
  if (b.mantissa === 1n && b.decimals === 0) return a;
  let mantissa = a.mantissa * b.mantissa;
  let decimals = a.decimals + b.decimals;
  while (decimals > 0 && mantissa % 10n === 0n) {
    mantissa /= 10n;
    decimals--;
  }
  return { mantissa, decimals };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  return { mantissa: widened(a, decimals) + widened(b, decimals), decimals };
}

export const negate = ({ mantissa, decimals }: Decimal): Decimal => ({ mantissa: -mantissa, decimals });

/** Below zero if `a` is less, zero if equal. */
export function compare(a: Decimal, b: Decimal): number {
  const decimals = Math.max(a.decimals, b.decimals);
  const difference = widened(a, decimals) - widened(b, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** "-0.85", "1358000000000". Keeps printed zeros after the mark ("3.0"), which is a number in JSON all the same. */
export function decimalText({ mantissa, decimals }: Decimal): string {
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(decimals + 1, '0');
  const sign = mantissa < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Whether it is 1, 10, 100, …: what other numbers are measured per. */
export function isPowerOfTen({ mantissa, decimals }: Decimal): boolean {
  return decimals === 0 && /^10*$/.test(mantissa.toString());
}

function widened({ mantissa, decimals }: Decimal, to: number): bigint {
  return mantissa * 10n ** BigInt(to - decimals);
}

/**
 * Exact decimals in text ("-0.85", "1358000000000"), printed and compared without a binary float in between: what a
 * label shows is what the document says.
 */

/** "88910" → "88.910", "-0.85" → "−0,85"; other text comes back as it is. */
export function printDecimal(decimal: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(decimal);
  if (parts === null) return decimal;
  const [, sign, whole = '', fraction] = parts;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '.');
  return `${sign === '-' ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** Divides by a power of ten ("1000000000"), dropping zeros that this leaves behind the mark: exact. */
export function dividedByPower(decimal: string, power: string): string {
  const places = power.length - 1;
  if (places <= 0) return decimal;
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.padStart(places + 1, '0');
  const after = `${digits.slice(digits.length - places)}${fraction}`.replace(/0+$/u, '');
  const before = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/u, '');
  return `${negative ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}

/** Below zero if `a` is less, zero if they are equal ("3.0" and "3"). */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(fractionOf(a).length, fractionOf(b).length);
  const difference = widened(a, places) - widened(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const fractionOf = (decimal: string): string => decimal.split('.')[1] ?? '';

function widened(decimal: string, places: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(`${whole}${fraction.padEnd(places, '0')}`);
}

/** a − b, exact, without zeros behind its last digit. Both must be decimals. */
export function difference(a: string, b: string): string {
  const places = Math.max(fractionOf(a).length, fractionOf(b).length);
  return dividedByPower(String(widened(a, places) - widened(b, places)), `1${'0'.repeat(places)}`);
}

/** The number a cell or a bar can hold without loss: null where a binary float would print other digits. */
export function exactNumber(decimal: string): number | null {
  const digits = decimal.replace(/[-.]/gu, '').replace(/^0+/u, '');
  return digits.length <= 15 ? Number(decimal) : null;
}

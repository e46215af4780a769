/**
 * What a printed number allows: half a unit of its last digit on either side, nothing for a count of things, and more
 * where a word opens an end ("trên", "gần", "khoảng").
 */
import type { Figure } from '../../contract/figure.ts';
import {
  around,
  exactly,
  half,
  integer,
  isNegative,
  larger,
  magnitude,
  minus,
  nought,
  opposite,
  plus,
  rational,
  times,
} from './rational.ts';
import type { Interval, Rational } from './rational.ts';

/** Which end a word opens; an estimate ("ước") is printed as exactly as any other number. */
export type Openness = 'up' | 'down' | 'both' | 'estimate' | null;

export interface Amount {
  readonly value: Rational;
  /** Weight of the last printed digit; zero for a count of things, which is exact. */
  readonly step: Rational;
  readonly openness: Openness;
}

/** Which of a figure's numbers: its value, the denominator of a ratio, or the high end of a range. */
export type FigurePart = 'value' | 'of' | 'to';

/** Finders ask for the same number many times. */
const known = new WeakMap<Figure, Amount>();

export function amountOf(figure: Figure, part: FigurePart = 'value'): Amount {
  const before = part === 'value' ? known.get(figure) : undefined;
  if (before !== undefined) return before;
  const amount = readAmount(figure, part);
  if (part === 'value') known.set(figure, amount);
  return amount;
}

function readAmount(figure: Figure, part: FigurePart): Amount {
  const value = rational(figure[part] ?? figure.value);
  const step = rational(figure.step);
  return { value, step: isExact(figure) ? nought : step, openness: opennessOf(figure.approx) };
}

const isExact = ({ class: kind, step, unit }: Figure): boolean =>
  step === '1' &&
  (kind === 'count' ||
    kind === 'rank' ||
    (kind === 'ratio' && !isMeasured(unit)) ||
    isCountChange(kind, unit));
const isCountChange = (kind: Figure['class'], unit: string | null): boolean =>
  kind === 'difference' && unit !== null && !isMeasured(unit);

const measures = /^(?:đồng|đ|vnđ|usd|ha|km|m|m2|m²|km2|km²|m3|m³|tấn|tạ|kg|lít|%|điểm)(?![\p{L}])/iu;
const isMeasured = (unit: string | null): boolean => unit !== null && measures.test(unit);

function opennessOf(approx: string | null): Openness {
  if (approx === null) return null;
  if (/trên dưới|xấp xỉ|khoảng|chừng/.test(approx)) return 'both';
  if (/trên|hơn|không dưới|không ít hơn|ít nhất|tối thiểu/.test(approx)) return 'up';
  if (/gần|dưới|không quá|tối đa/.test(approx)) return 'down';
  return approx.includes('ước') ? 'estimate' : 'both';
}

/** Values that print like this when rounded. */
export const printedRange = ({ value, step }: Amount): Interval => around(value, half(step));

/** Values that print like this when cut off. */
export function cutRange({ value, step }: Amount): Interval {
  // Just short of the next digit: as near as no figure of a report can tell.
  const reach = times(step, { n: 999_999n, d: 1_000_000n });
  return isNegative(value)
    ? { low: minus(value, reach), high: value }
    : { low: value, high: plus(value, reach) };
}

/** Values that the number and its word allow: up to the next number that would be as round, and at least one in a hundred. */
export function openRange(amount: Amount): Interval {
  const { value, openness } = amount;
  if (openness === null || openness === 'estimate') return printedRange(amount);
  const reach = larger(roundness(value), times(magnitude(value), { n: 1n, d: 100n }));
  const outward = isNegative(value) ? opposite(reach) : reach;
  switch (openness) {
    case 'both':
      return around(value, reach);
    case 'up':
      return between(value, plus(value, outward));
    case 'down':
      return between(value, minus(value, outward));
  }
}

const between = (a: Rational, b: Rational): Interval =>
  isNegative(minus(b, a)) ? { low: b, high: a } : { low: a, high: b };

/** Weight of the last digit that is not zero: 100 for 1.200, 0.1 for 4,7. */
function roundness({ n, d }: Rational): Rational {
  if (n === 0n) return integer(1);
  let weight = 1n;
  for (let digits = n < 0n ? -n : n; digits % 10n === 0n; digits /= 10n) weight *= 10n;
  return { n: weight, d };
}

export const exactAmount = (value: Rational): Amount => ({ value, step: nought, openness: null });
/** The printed number itself. */
export const exactRange = ({ value }: Amount): Interval => exactly(value);

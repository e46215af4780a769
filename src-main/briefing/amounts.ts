/** Amounts in a query: "1.514 tỷ 310 triệu" is one value however it is written, "trên 1000 tỷ" asks for all above it. */
import { foldWords } from '../contract/fold.ts';
import type { HitRange } from '../contract/search.ts';
import type { WordForm } from '../contract/word-forms.ts';
import { formsOf } from '../contract/words.ts';
import type { ReadableDb } from './open.ts';
import type { Query, Term } from './query.ts';

/** Terms `from` to `to` (exclusive) of the query name an amount or a range of amounts. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  /** Ends of the range, inclusive or not; both the same for one value. */
  readonly low: Bound | null;
  readonly high: Bound | null;
  /** Folded first word of the unit ("dong", "ha", "%"); null where none is named. */
  readonly unit: string | null;
  readonly isRange: boolean;
}

interface Bound {
  readonly value: number;
  readonly isIncluded: boolean;
}

/** Powers of ten of the scale words, folded. */
const scales: Readonly<Record<string, number>> = {
  tram: 2,
  nghin: 3,
  ngan: 3,
  van: 4,
  trieu: 6,
  ty: 9,
  ti: 9,
};
/** Folded units of money: a scale word without a unit means đồng. */
const money = new Set(['dong', 'vnd', 'd']);
const least = ['tren', 'hon', 'lon hon', 'cao hon', 'nhieu hon', 'vuot', 'vuot qua', 'tu tren'];
const leastIncluded = ['lon hon hoac bang', 'toi thieu', 'it nhat', 'khong duoi', 'khong it hon'];
const most = ['duoi', 'it hon', 'nho hon', 'thap hon', 'kem', 'chua den', 'chua toi', 'chua day'];
const mostIncluded = [
  'nho hon hoac bang',
  'toi da',
  'khong qua',
  'nhieu nhat',
  'khong vuot qua',
  'den',
  'toi',
];
const about = ['khoang', 'chung', 'xap xi', 'tam', 'co', 'gan'];
/** "khoảng 1500 tỷ" is right for what rounds to it. */
const ABOUT_SHARE = 0.05;
const WORDS_BEFORE_MAX = 4;

interface Reading {
  /** Terms that it takes. */
  readonly to: number;
  readonly value: number;
  readonly unit: string | null;
  readonly hasScale: boolean;
  /** Scale of the last word, for "từ 700 đến 800 triệu". */
  readonly power: number;
}

/** Every amount of the query that is more than a bare number, and every range. */
export function findAmounts({ terms }: Query, units: ReadonlySet<string>): readonly Amount[] {
  const amounts: Amount[] = [];
  const folded = terms.map(({ words }) => words.map((word) => word.folded).join(' '));
  for (let at = 0; at < terms.length; at++) {
    const first = readAmount(terms, at, units);
    if (first === null) continue;
    const between = readBetween(terms, folded, at, first, units);
    if (between !== null) {
      amounts.push(between);
      at = between.to - 1;
      continue;
    }
    const { value, unit } = first;
    const behind = wordsBehind(folded, first.to);
    const to = first.to + (behind === null ? 0 : 2);
    const said = wordsBefore(folded, at);
    const before =
      behind === null
        ? (signBefore(terms[at]?.separator ?? '') ?? said)
        : { ...behind, count: folded[at - 1] === 'tu' ? 1 : said.count };
    const whole = { from: at - before.count, to, unit };
    const isNamed = unit !== null || first.hasScale;
    const isLarge = value > 31 && !isYear(value);
    if (before.kind === 'least' && (isNamed || isLarge)) {
      const low = { value, isIncluded: before.isIncluded };
      amounts.push({ ...whole, low, high: null, isRange: true });
    } else if (before.kind === 'most' && (isNamed || isLarge)) {
      const high = { value, isIncluded: before.isIncluded };
      amounts.push({ ...whole, low: null, high, isRange: true });
    } else if (before.kind === 'about' && isNamed) {
      const low = { value: value * (1 - ABOUT_SHARE), isIncluded: true };
      const high = { value: value * (1 + ABOUT_SHARE), isIncluded: true };
      amounts.push({ ...whole, low, high, isRange: true });
    } else if (first.hasScale || unit === '%') {
      const bound = { value, isIncluded: true };
      amounts.push({ from: at, to, unit, low: bound, high: bound, isRange: false });
    }
    at = to - 1;
  }
  return amounts;
}

/** A number with scale words and a unit, from term `at` on; "1.514 tỷ 310 triệu đồng" is one. */
function readAmount(terms: readonly Term[], at: number, units: ReadonlySet<string>): Reading | null {
  let value = 0;
  let power = Infinity;
  let hasScale = false;
  let next = at;
  let unit: string | null = null;
  for (;;) {
    const [number, ...behind] = terms[next]?.words ?? [];
    if (number === undefined || !/^\d+(?:\.\d+)?$/u.test(number.folded)) break;
    if (behind.length > 0) {
      // "97,3%", "59,9ha", "10,63m2": the unit stands with its number; dates and numbers of documents do not count.
      const [only, ...more] = behind;
      if (only === undefined || more.length > 0 || hasScale) break;
      if (scales[only.folded] === undefined) {
        if (!units.has(only.folded)) break;
        return { to: next + 1, value: Number(number.folded), unit: only.folded, hasScale, power: 0 };
      }
    }
    const scale = readScale(terms, next + 1, behind);
    if (scale.power >= power) break;
    if (hasScale && scale.power === 0) break;
    value += shifted(number.folded, scale.power);
    power = scale.power;
    next = scale.to;
    hasScale ||= scale.power > 0;
    if (scale.power === 0) break;
  }
  if (next === at) return null;
  const word = terms[next]?.words[0]?.folded;
  if (word !== undefined && terms[next]?.words.length === 1 && units.has(word)) {
    unit = word;
    next++;
  } else if (hasScale) unit = 'dong';
  return { to: next, value, unit: unit !== null && money.has(unit) ? 'dong' : unit, hasScale, power };
}

function readScale(
  terms: readonly Term[],
  at: number,
  glued: readonly WordForm[],
): { power: number; to: number } {
  let power = 0;
  let next = at;
  for (const { folded } of glued) power += scales[folded] ?? 0;
  for (; next < terms.length; next++) {
    const { words } = terms[next] ?? { words: [] };
    const more = words.length === 1 ? scales[words[0]?.folded ?? ''] : undefined;
    if (more === undefined) break;
    power += more;
  }
  return { power, to: next };
}

/** Exact where a double can be: the decimal point is moved, nothing is multiplied. */
const shifted = (canonical: string, power: number): number => Number(`${canonical}e${power}`);

function readBetween(
  terms: readonly Term[],
  folded: readonly string[],
  at: number,
  first: Reading,
  units: ReadonlySet<string>,
): Amount | null {
  const single = oneTermRange(terms[at], terms, at, units);
  if (single !== null) return { ...single, from: at - (about.includes(folded[at - 1] ?? '') ? 1 : 0) };
  if (terms[first.to]?.separator === '-') {
    const high = readAmount(terms, first.to, units);
    if (high !== null && (high.unit !== null || high.hasScale)) return rangeOf(first, high, at);
  }
  const joint = folded[first.to];
  if (joint !== 'den' && joint !== 'toi' && joint !== 'va') return null;
  const second = readAmount(terms, first.to + 1, units);
  if (second === null) return null;
  const before = folded[at - 1] ?? '';
  if (joint === 'va' && before !== 'giua') return null;
  return rangeOf(first, second, at - (['tu', 'giua', 'khoang', 'trong'].includes(before) ? 1 : 0));
}

/** "10-20 ha", "400 - 420 tỷ": typed with a dash, with or without spaces. */
function oneTermRange(
  term: Term | undefined,
  terms: readonly Term[],
  at: number,
  units: ReadonlySet<string>,
): Omit<Amount, 'from'> | null {
  if (term === undefined || !/^[\d.,]+\s*-\s*[\d.,]+\p{L}*%?$/u.test(term.raw)) return null;
  const [low, high, ...rest] = term.words;
  if (low === undefined || high === undefined) return null;
  const second = readAmount(
    [...terms.slice(0, at), { ...term, words: [high, ...rest] }, ...terms.slice(at + 1)],
    at,
    units,
  );
  if (second === null || (second.unit === null && !second.hasScale)) return null;
  const first = { to: at, value: Number(low.folded), unit: null, hasScale: false, power: 0 };
  return rangeOf(first, second, at);
}

/** Unit and scale of the second number hold for the first as well. Years are no amounts. */
function rangeOf(first: Reading, second: Reading, from: number): Amount | null {
  const unit = second.unit ?? first.unit;
  const isNamed = unit !== null || second.hasScale;
  if (!isNamed && isYear(first.value) && isYear(second.value)) return null;
  const low = first.hasScale || !second.hasScale ? first.value : shifted(String(first.value), second.power);
  if (!(low <= second.value)) return null;
  return {
    from,
    to: second.to,
    low: { value: low, isIncluded: true },
    high: { value: second.value, isIncluded: true },
    unit,
    isRange: true,
  };
}

const isYear = (value: number): boolean => value >= 1900 && value <= 2100;

interface Before {
  readonly kind: 'least' | 'most' | 'about' | null;
  readonly isIncluded: boolean;
  /** Words that it takes. */
  readonly count: number;
}

function wordsBefore(folded: readonly string[], at: number): Before {
  for (let count = Math.min(WORDS_BEFORE_MAX, at); count > 0; count--) {
    const words = folded.slice(at - count, at).join(' ');
    if (least.includes(words)) return { kind: 'least', isIncluded: false, count };
    if (leastIncluded.includes(words)) return { kind: 'least', isIncluded: true, count };
    if (most.includes(words)) return { kind: 'most', isIncluded: false, count };
    if (mostIncluded.includes(words)) return { kind: 'most', isIncluded: true, count };
    if (about.includes(words)) return { kind: 'about', isIncluded: true, count };
  }
  return { kind: null, isIncluded: false, count: 0 };
}

/** "500 tỷ trở lên" */
function wordsBehind(folded: readonly string[], to: number): Before | null {
  if (folded[to] !== 'tro') return null;
  const way = folded[to + 1];
  if (way !== 'len' && way !== 'xuong') return null;
  return { kind: way === 'len' ? 'least' : 'most', isIncluded: true, count: 0 };
}

/** "≥ 500 tỷ", "<10%" */
function signBefore(separator: string): Before | null {
  const sign = /[<>≤≥]=?$/u.exec(separator)?.[0];
  if (sign === undefined) return null;
  const isIncluded = sign.endsWith('=') || sign === '≤' || sign === '≥';
  return { kind: sign.startsWith('>') || sign === '≥' ? 'least' : 'most', isIncluded, count: 0 };
}

const UNITS = `SELECT DISTINCT unit FROM numeral WHERE unit IS NOT NULL`;
/** Of a range, its low end counts; of a decrease, how much. */
const VALUES_FROM = `SELECT block, text_start AS start, text_end AS end, unit, approximation AS approx,
    CAST(value AS REAL) AS amount, block.position AS position
  FROM numeral JOIN block ON block.id = numeral.block
  WHERE value IS NOT NULL AND CAST(value AS REAL) >= ? AND CAST(value AS REAL) <= ?
  LIMIT ?`;

/** A figure of the document that a query's amount names. */
export interface AmountPlace extends HitRange {
  readonly block: string;
  readonly position: number;
}

interface ValueRow extends AmountPlace {
  readonly unit: string;
  readonly approx: string | null;
  readonly amount: number;
}

const PLACES_MAX = 2000;
const LARGEST = Number.MAX_VALUE;

export class AmountFinder {
  /** First words of all units of the document, folded. */
  readonly units: ReadonlySet<string>;

  constructor(private readonly db: ReadableDb) {
    const rows = db.prepare<[], { unit: string }>(UNITS).all();
    this.units = new Set(
      ['dong', '%', ...rows.map(({ unit }) => unitKey(unit))].filter((unit) => unit !== ''),
    );
  }

  placesOf({ low, high, unit }: Amount): readonly AmountPlace[] {
    const least = low?.value ?? 0;
    const most = high?.value ?? LARGEST;
    const query = this.db.prepare<[number, number, number], ValueRow>(VALUES_FROM);
    // A decrease is negative in the file and an amount like any other for who asks.
    const rows = [...query.all(least, most, PLACES_MAX), ...query.all(-most, -least, PLACES_MAX)];
    return rows.filter((row) => {
      const amount = Math.abs(row.amount);
      if (low !== null && !low.isIncluded && amount <= low.value && !isMore(row.approx)) return false;
      if (high !== null && !high.isIncluded && amount >= high.value) return false;
      return unit === null || unitKey(row.unit) === unit;
    });
  }
}

/** "trên 1000 tỷ" as printed is above 1000 tỷ. */
const isMore = (approx: string | null): boolean => approx !== null && /trên|hơn/iu.test(approx);

function unitKey(unit: string | null): string {
  const first = unit === null ? '' : (formsOf(unit)[0]?.folded ?? foldWords(unit));
  return money.has(first) ? 'dong' : first;
}

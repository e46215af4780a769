/** Dates that no calendar has, spans that end before they begin, years that do not last as long as said, terms that differ. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { placeTerm, termOf } from './relation.ts';
import type { Finding, Term } from './relation.ts';
import type { Passage, Scene } from './scene.ts';
import { durationsIn } from './durations.ts';
import { findLateDates } from './late-dates.ts';
import { findTermsOfOffice } from './terms-of-office.ts';
import { wording } from './wording.ts';

export function findPeriods(scene: Scene): Finding[] {
  return [
    ...scene.passages.flatMap((passage) => [
      ...impossibleDates(passage),
      ...reversedSpans(passage),
      ...passage.figures.flatMap((figure) => lasting(passage, figure) ?? []),
      ...durationsIn(passage),
    ]),
    ...findTermsOfOffice(scene),
    ...findLateDates(scene),
  ];
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 29 February only in leap years, where the year is said. */
function isDay(day: number, month: number, year: number | null): boolean {
  const length = monthLengths[month - 1];
  if (length === undefined || day < 1) return false;
  const isLeap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day <= (month === 2 && !isLeap ? 28 : length);
}

const written =
  /(?<![\p{L}\d/.,-])(?:(?<lead>ngày|tháng)\s+)?(?:(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>(?:19|20)\d\d)(?![\d/])|(?<shortDay>\d{1,2})\/(?<shortMonth>\d{1,2})(?![\d/]|\.\d))|ngày\s+(?<wordDay>\d{1,2})\s+tháng\s+(?<wordMonth>\d{1,2})(?:\s+năm\s+(?<wordYear>(?:19|20)\d\d))?(?!\d)|quý\s+(?<quarter>[5-9]|[ivx]+)(?:\/|\s+năm\s+)(?:19|20)\d\d(?![\d/])|tháng\s+(?<onlyMonth>\d{1,2})(?:\/(?<onlyYear>(?:19|20)\d\d)|\s+năm\s+(?<onlyWordYear>(?:19|20)\d\d))(?![\d/])/gu;

function impossibleDates(passage: Passage): Finding[] {
  const found: Finding[] = [];
  const numbers = new Set(
    passage.others
      .filter(({ class: kind }) => kind === 'docnum' || kind === 'legal')
      .map(({ start }) => start),
  );
  for (const match of passage.lower.matchAll(written)) {
    const groups = match.groups ?? {};
    const digits = match.index + match[0].search(/\d/);
    if (numbers.has(digits) || numbers.has(match.index)) continue;
    const sentence = problemOf(groups, passage.text.slice(match.index, match.index + match[0].length));
    const start = groups['lead'] === 'tháng' || groups['quarter'] !== undefined ? match.index : digits;
    if (sentence === null) continue;
    const place = placeTerm(
      passage.block.id,
      start,
      passage.text.slice(start, match.index + match[0].length),
      'stated',
    );
    found.push(mismatch([place], sentence));
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function problemOf(groups: Groups, text: string): string | null {
  const { quarter } = groups;
  if (quarter !== undefined) return /^(?:i{1,3}|iv|[1-4])$/.test(quarter) ? null : wording.noQuarter(text);
  const { lead, day, month, year, shortDay, shortMonth, wordDay, wordMonth, wordYear, onlyMonth } = groups;
  if (onlyMonth !== undefined)
    return isDay(1, Number(onlyMonth), null) ? null : wording.noMonth(text, Number(onlyMonth));
  if (day !== undefined && month !== undefined) {
    // "tháng 15/5/2021": a whole date behind the word for a month.
    if (lead === 'tháng' && isDay(Number(day), Number(month), Number(year)))
      return Number(day) > 12 ? wording.noMonth(text, Number(day)) : null;
    return isDay(Number(day), Number(month), Number(year)) ? null : wording.noDay(text);
  }
  if (wordDay !== undefined && wordMonth !== undefined) {
    const inYear = wordYear === undefined ? null : Number(wordYear);
    return isDay(Number(wordDay), Number(wordMonth), inYear) ? null : wording.noDay(text);
  }
  if (lead === 'ngày' && shortDay !== undefined && shortMonth !== undefined)
    return isDay(Number(shortDay), Number(shortMonth), null) ? null : wording.noDay(text);
  return null;
}

const point = String.raw`(?:(?:hết\s+)?(?:ngày|tháng|năm)\s+)?((?:\d{1,2}\/){0,2}(?:19|20)\d\d)`;
const plainPoint = String.raw`((?:\d{1,2}\/){1,2}(?:19|20)\d\d)`;
const spans = new RegExp(
  String.raw`(?:từ\s+(?:đầu\s+)?${point}\s*(?:đến|-|–|tới)\s*(?:cuối\s+|hết\s+|nay\s+)?${point}|(?<![\d/])${plainPoint}\s*[-–]\s*${plainPoint}|(?:giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|năm học)\s+((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d))(?![\d/])`,
  'gu',
);

function reversedSpans(passage: Passage): Finding[] {
  return Array.from(passage.lower.matchAll(spans)).flatMap((match): Finding[] => {
    const [first, last] = [match[1] ?? match[3] ?? match[5], match[2] ?? match[4] ?? match[6]];
    if (first === undefined || last === undefined) return [];
    const [from, to] = [monthsOf(first), monthsOf(last)];
    if (from === null || to === null || from.start <= to.end) return [];
    const at = match.index + match[0].indexOf(first);
    const end = match.index + match[0].lastIndexOf(last);
    const terms = [
      placeTerm(passage.block.id, at, first, 'stated'),
      placeTerm(passage.block.id, end, last, 'other'),
    ];
    return [mismatch(terms, wording.endsBefore(first, last))];
  });
}

/** Days since the year 0, months taken as 31 days: enough to tell which of two comes first. */
function monthsOf(text: string): { start: number; end: number } | null {
  const parts = text.split('/').map(Number).reverse();
  const [year, month, day] = parts;
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return null;
  const start = (year * 12 + (month ?? 1)) * 31 + (day ?? 1);
  return { start, end: day !== undefined ? start : month !== undefined ? start + 30 : start + 11 * 31 + 30 };
}

const bounds =
  /^(?:[^.;:()\d]|\d+(?:\/\d{4})?[-/]\p{L}[\p{L}\d/-]*){0,90}\(\s*(?:từ\s+)?(?:(?:ngày|tháng|năm)\s+)?((?:\d{1,2}\/){0,2}(?:1\d|20)\d\d)\s*(?:-|–|đến|tới)\s*(?:(?:hết\s+)?(?:ngày|tháng|năm)\s+)?((?:\d{1,2}\/){0,2}(?:1\d|20)\d\d)\s*\)/u;

/** "220 năm khởi lập Thành Đông (1804-2024)", "hơn 02 năm thực hiện (từ tháng 7/2021 đến tháng 10/2023)". */
function lasting(passage: Passage, figure: IdentifiedFigure): Finding | null {
  if (figure.unit !== 'năm' || figure.class !== 'level' || figure.to !== null || !/^\d+$/.test(figure.value))
    return null;
  const after = passage.lower.slice(figure.end, figure.end + 150);
  const match = bounds.exec(after);
  const [first, last] = [match?.[1], match?.[2]];
  if (match === null || first === undefined || last === undefined) return null;
  const lasted = monthsBetween(first, last);
  if (lasted === null || lasted < 0) return null;
  const years = Number(figure.value);
  const isAnniversary =
    /^\s*(?:ngày|kỷ niệm|khởi|thành lập|giải phóng|chiến thắng|truyền thống)/.test(after) ||
    /kỷ niệm[^.;]{0,30}$/.test(passage.lower.slice(Math.max(0, figure.start - 40), figure.start));
  const at = figure.end + match[0].indexOf(first);
  const end = figure.end + match[0].lastIndexOf(last) + last.length;
  const whole = passage.text.slice(at, end);
  const verdict = verdictOf(years, lasted, figure.approx, isAnniversary, (first + last).includes('/'));
  const shown = lasted % 12 === 0 ? String(lasted / 12) : (lasted / 12).toFixed(1);
  return {
    settled: {
      kind: 'period',
      verdict,
      terms: [termOf(figure, 'stated'), placeTerm(passage.block.id, at, whole, 'other')],
      computed: shown,
      stated: figure.value,
      sentence: wording.lasting(first, last, lasted, figure.text, verdict),
      reason: null,
      possibility: null,
    },
  };
}

/** Both ends may count: 2019-2023 are five years of work, 1948-2023 are 75 since. */
function verdictOf(
  years: number,
  months: number,
  approx: string | null,
  isAnniversary: boolean,
  hasMonths: boolean,
): 'match' | 'approximate' | 'mismatch' {
  const open =
    approx === null ? null : /trên|hơn/.test(approx) ? 'up' : /gần|dưới/.test(approx) ? 'down' : 'both';
  const gap = months - years * 12;
  if (open === 'up') return gap >= 0 && gap <= 12 ? 'approximate' : 'mismatch';
  if (open === 'down') return gap <= 0 && gap >= -12 ? 'approximate' : 'mismatch';
  if (open === 'both') return Math.abs(gap) <= 12 ? 'approximate' : 'mismatch';
  if (gap === 0) return 'match';
  if (!isAnniversary && gap === -12 && !hasMonths) return 'match';
  // From a month to a month, both counted, or the day before.
  return hasMonths && Math.abs(gap) <= 1 ? 'match' : 'mismatch';
}

function monthsBetween(first: string, last: string): number | null {
  const [a, b] = [first, last].map((text) => text.split('/').map(Number).reverse());
  const [year, month, day] = a ?? [];
  const [endYear, endMonth, endDay] = b ?? [];
  if (year === undefined || endYear === undefined) return null;
  const months = (endYear - year) * 12 + ((endMonth ?? 1) - (month ?? 1));
  return endDay !== undefined && day !== undefined && endDay < day ? months - 1 : months;
}

const mismatch = (terms: readonly Term[], sentence: string): Finding => ({
  settled: {
    kind: 'period',
    verdict: 'mismatch',
    terms,
    computed: null,
    stated: null,
    sentence,
    reason: null,
    possibility: null,
  },
});

/** How a date is named in its sentence: alone, as one end of an interval, in a list, or aside from what is told. */
import { functionWords } from './counters.ts';
import { yearWords } from './names.ts';
import type { Found, FoundNonFigure, Reading, Span } from './reading.ts';

/** What the sentence has said when the date is met. */
export interface Told {
  readonly clauseStart: number;
  readonly sentenceStart: number;
  readonly mention: FoundNonFigure | null;
  readonly hasPlan: boolean;
}

/** Dates that one "lần lượt" can deal out; no report lists more. */
const LISTED_MAX = 12;
const ASIDE_REACH = 10;
const NAME_REACH = 6;

/** A month or a part of a year without its year takes the one that is known; null where none is. */
export function completed(span: Span | null, year: string | null): Span | null {
  if (span === null) return null;
  const complete = (point: string): string | null =>
    point.startsWith('--') ? (year === null ? null : year + point.slice(1)) : point;
  const [start, end] = [complete(span.start), complete(span.end)];
  return start === null || end === null ? null : { start, end };
}

/** "từ năm 2021 đến năm 2023"; "vào năm 2025, đến năm 2030" names two times. */
export function isInterval(reading: Reading, before: FoundNonFigure, date: FoundNonFigure): boolean {
  if (date.from - before.to > 4) return false;
  for (let index = before.to; index < date.from; index++) {
    if (reading.is(index, ',', ';')) return false;
    if (reading.is(index, 'đến', '-', 'tới')) return true;
  }
  return false;
}

/** Two dates with nothing but "," or "và năm" between them; `listed` is how many there are already. */
export function isNextInList(
  reading: Reading,
  before: FoundNonFigure | null,
  date: FoundNonFigure,
  listed: number,
): boolean {
  if (before === null || date.from - before.to > 3 || listed > LISTED_MAX) return false;
  for (let index = before.to; index < date.from; index++) {
    if (!reading.is(index, ',', 'và', 'năm', 'quý', 'tháng')) return false;
  }
  return true;
}

/** Whether a date says nothing of the figures around it: a base of comparison, a document's date, part of a name. */
export function isAside(
  reading: Reading,
  date: FoundNonFigure,
  previous: Found | undefined,
  told: Told,
): boolean {
  // "gấp 3 lần năm 2015"
  if (previous?.class === 'multiple' && date.from - previous.to <= 1) return true;
  if (previous?.class === 'docnum' && date.from - previous.to <= 3) return true;
  if (isPartOfName(reading, date)) return true;
  // "gấp đôi năm 2025"
  if (reading.is(date.from - 3, 'gấp')) return true;
  for (let index = date.from - 1; index > date.from - ASIDE_REACH && index >= 0; index--) {
    if (reading.is(index, ',', ';', '.', '(', ')', ':') || reading.isNumber(index)) return false;
    if (reading.is(index, 'so') || (reading.is(index, 'kỳ') && reading.is(index - 1, 'cùng'))) return true;
    if (reading.is(index, 'luật') && !reading.is(index - 1, 'pháp')) return true;
    // "quy hoạch đến năm 2040", "tầm nhìn đến năm 2030": no time of any figure here.
    if (
      reading.is(index, 'đến') &&
      !reading.is(index + 1, 'hết', 'ngày', 'tháng', 'nay', '') &&
      told.mention === null
    ) {
      // "Đến năm 2025, tỷ lệ … đạt 45%", "Cơ cấu kinh tế đến năm 2030: …" speak of that year.
      const isHead = index === told.clauseStart || index === told.sentenceStart || reading.is(date.to, ':');
      return reading.is(index + 1, 'năm') && !told.hasPlan && !isHead;
    }
  }
  return false;
}

/** "Chương trình GDPT 2018": a year right behind a name, without a word for years. */
function isPartOfName(reading: Reading, { from, to }: FoundNonFigure): boolean {
  if (to - from !== 1 || !/^\d{4}$/.test(reading.key(from))) return false;
  const before = reading.tokens[from - 1];
  // In a heading all words are capitals.
  const isName =
    before !== undefined &&
    /^\p{Lu}/u.test(before.text) &&
    /\p{Ll}/u.test(reading.slice(Math.max(0, from - NAME_REACH), from));
  return isName && reading.before(yearWords, from) === null && !functionWords.has(reading.key(from - 1));
}

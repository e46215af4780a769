/** Dates, hours and parts of years: what they look like and which time they cover. */
import { dayWords, yearWords } from './names.ts';
import { counters } from './counters.ts';
import type { Found, FoundNonFigure, Reading, Span } from './reading.ts';
import { units } from './units.ts';

const date = (from: number, to: number, span: Span | null): FoundNonFigure => ({
  class: 'date',
  from,
  to,
  span,
});
const during = (point: string): Span => ({ start: point, end: point });
const two = (value: number): string => String(value).padStart(2, '0');
const isDay = (value: number | null): value is number => value !== null && value >= 1 && value <= 31;
const isMonth = (value: number | null): value is number => value !== null && value >= 1 && value <= 12;
const isYear = (value: number | null): value is number => value !== null && value >= 1800 && value <= 2150;

// Days of remembrance that reports name without "ngày".
const knownDays = new Set(
  '8/3 30/4 1/5 27/7 2/9 02/9 20/10 20/11 22/12 3/2 19/5 26/3 27/2 1/6 28/6 10/3 19/8 15/10 21/6'.split(' '),
);

/** Ordered: the fuller form first. */
export function readDate(reading: Reading, at: number): FoundNonFigure | null {
  return (
    dottedDate(reading, at) ??
    slashedDate(reading, at) ??
    spelledDate(reading, at) ??
    partOfYear(reading, at) ??
    years(reading, at) ??
    dayAndMonth(reading, at) ??
    named(reading, at) ??
    listedDay(reading, at) ??
    hours(reading, at)
  );
}

/** "3.5.2025" */
function dottedDate(reading: Reading, at: number): FoundNonFigure | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(reading.tokens[at]?.text ?? '');
  if (match === null) {
    const short = /^(\d{1,2})\.(\d{4})$/.exec(reading.tokens[at]?.text ?? '');
    if (short === null || !reading.is(at - 1, 'tháng')) return null;
    return date(at, at + 1, during(`${short[2] ?? ''}-${two(Number(short[1]))}`));
  }
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isDay(day) || !isMonth(month) || !isYear(year)) return null;
  return date(at, at + 1, during(`${year}-${two(month)}-${two(day)}`));
}

/** "05/7/2021", "15-5-2016", "7/2021", "quý 2/2021"; two of them joined by a hyphen are one. */
function slashedDate(reading: Reading, at: number): FoundNonFigure | null {
  const first = oneSlashed(reading, at);
  if (first === null) return null;
  if (!reading.is(first.to, '-') || !reading.isGlued(first.to) || !reading.isGlued(first.to + 1))
    return first;
  const second = oneSlashed(reading, first.to + 1);
  if (second === null) return first;
  return date(at, second.to, joined(first.span, second.span));
}

function oneSlashed(reading: Reading, at: number): FoundNonFigure | null {
  const [a, b, c] = [reading.integer(at), reading.integer(at + 2), reading.integer(at + 4)];
  const mark = reading.key(at + 1);
  if (a === null || b === null || (mark !== '/' && mark !== '-' && mark !== '.')) return null;
  if (
    c !== null &&
    reading.is(at + 3, mark) &&
    isDay(a) &&
    isMonth(b) &&
    isYear(c) &&
    isTight(reading, at, 5)
  ) {
    return date(at, at + 5, during(`${c}-${two(b)}-${two(a)}`));
  }
  if (
    mark !== '/' ||
    !isYear(b) ||
    !isTight(reading, at, 3) ||
    (reading.isGlued(at + 3) && reading.is(at + 3, '/'))
  )
    return null;
  if (reading.is(at - 1, 'quý') && a <= 4) return date(at, at + 3, during(`${b}-Q${a}`));
  if (!isMonth(a)) return null;
  return date(at, at + 3, during(`${b}-${two(a)}`));
}

/** No white space inside, or (as careless typing has it) on one side of a mark only. */
function isTight(reading: Reading, at: number, length: number): boolean {
  let spaces = 0;
  for (let index = at + 1; index < at + length; index++) if (!reading.isGlued(index)) spaces++;
  return spaces <= 1;
}

/** "05 tháng 7 năm 2023", "12 năm 2021" after "tháng", "15/5 năm 2021". */
function spelledDate(reading: Reading, at: number): FoundNonFigure | null {
  const value = reading.integer(at);
  if (value === null) return null;
  const isAfterMonth = reading.is(at - 1, 'tháng');
  if (isAfterMonth && isMonth(value)) {
    const year = yearAfter(reading, at + 1);
    return year === null
      ? date(at, at + 1, during(`--${two(value)}`))
      : date(at, year.to, during(`${year.value}-${two(value)}`));
  }
  const month = reading.integer(at + 2);
  if (!isDay(value) || !reading.is(at + 1, 'tháng') || !isMonth(month)) return null;
  const year = yearAfter(reading, at + 3);
  if (year === null) return date(at, at + 3, during(`--${two(month)}-${two(value)}`));
  return date(at, year.to, during(`${year.value}-${two(month)}-${two(value)}`));
}

/** "năm 2021", also "/2021" and "-2021" right behind. */
function yearAfter(reading: Reading, at: number): { value: number; to: number } | null {
  const direct = reading.is(at, 'năm', '/')
    ? at + 1
    : reading.is(at, ',') && reading.is(at + 1, 'năm')
      ? at + 2
      : null;
  if (direct === null) return null;
  const value = reading.integer(direct);
  return isYear(value) ? { value, to: direct + 1 } : null;
}

const beforeDuration = new Set(
  'trong vòng hạn dài sau từ hơn trên dưới nhất đa khóa quá gian đến mỗi'.split(' '),
);
const partHeads = new Set('đầu cuối năm đã qua'.split(' '));

/** "6 tháng đầu năm 2023", "9 tháng", "3 quý đầu năm": a part of a year, not a length of time. */
function partOfYear(reading: Reading, at: number): FoundNonFigure | null {
  const count = reading.integer(at);
  const isMonths = reading.is(at + 1, 'tháng');
  if (count === null || count < 1 || count > 11 || !(isMonths || reading.is(at + 1, 'quý'))) return null;
  const months = isMonths ? count : count * 3;
  const isHeaded = partHeads.has(reading.key(at + 2));
  if (!isHeaded && (!isMonths || count < 2 || beforeDuration.has(reading.key(at - 1)))) return null;
  if (reading.is(at + 2, 'tuổi', 'tù', 'lương', 'liên', 'cải', 'một', 'trở')) return null;
  if (reading.is(at + 2, '/') && !isYear(reading.integer(at + 3))) return null;
  const isLast = reading.is(at + 2, 'cuối');
  const year = yearAfter(reading, at + (reading.is(at + 2, 'đầu', 'cuối') ? 3 : 2));
  const [first, last] = isLast ? [13 - months, 12] : [1, months];
  const prefix = year === null ? '-' : String(year.value);
  const span = { start: `${prefix}-${two(first)}`, end: `${prefix}-${two(last)}` };
  if (months > 12) return null;
  return date(at, year?.to ?? at + 1, span);
}

export const quarters: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
};

/** "2021", "2021-2026", "2022/2023": after a word for years, or where nothing is counted by it. */
function years(reading: Reading, at: number): FoundNonFigure | null {
  const first = reading.integer(at);
  if (!isYear(first) || reading.tokens[at]?.text.length !== 4) return null;
  const joint = reading.is(at + 1, '-', '/', 'đến', '÷') ? reading.integer(at + 2) : null;
  if (
    isYear(joint) &&
    joint >= first &&
    joint - first <= 300 &&
    (reading.key(at + 1) !== '/' || joint === first + 1)
  ) {
    if (reading.isGlued(at + 3) && reading.is(at + 3, '/')) return null;
    if (!reading.is(at + 1, 'đến') || reading.before(yearWords, at) !== null)
      return date(at, at + 3, { start: String(first), end: String(joint) });
  }
  if (
    joint !== null &&
    joint < 100 &&
    reading.is(at + 1, '-', '/') &&
    joint === (first % 100) + 1 &&
    reading.is(at - 1, 'học', 'năm', 'vụ')
  ) {
    return date(at, at + 3, { start: String(first), end: String(first + 1) });
  }
  if (reading.isGlued(at + 1) && (reading.is(at + 1, '%', '/') || reading.isWord(at + 1))) return null;
  const quarter = quarterBefore(reading, at);
  if (quarter !== null) return date(at, at + 1, during(`${first}-Q${quarter}`));
  const isListed = isYear(yearOf(reading, reading.listedAfter(at)));
  if (isListed || reading.before(yearWords, at) !== null) return date(at, at + 1, during(String(first)));
  if (first < 1930 || first > 2070) return null;
  const isUnit = reading.at(units, at + 1) !== null && !reading.is(at + 2, 'lượt');
  const counts = isUnit || reading.at(counters, at + 1) !== null;
  return counts || reading.is(at - 1, 'số', 'đạt', 'là') ? null : date(at, at + 1, during(String(first)));
}

/** The year that a found date is; null for any other. */
const yearOf = (reading: Reading, found: Found | null): number | null =>
  found?.class === 'date' && found.to - found.from === 1 ? reading.integer(found.from) : null;

/** Quarter of "quý II năm 2022", "quý II/2022". */
function quarterBefore(reading: Reading, at: number): number | null {
  const numeral = reading.is(at - 1, 'năm', '/') ? at - 2 : null;
  if (numeral === null || !reading.is(numeral - 1, 'quý')) return null;
  return quarters[reading.key(numeral)] ?? reading.integer(numeral);
}

/** "ngày 20/11", "dịp 30/4 và 1/5". */
function dayAndMonth(reading: Reading, at: number): FoundNonFigure | null {
  const [day, month] = [reading.integer(at), reading.integer(at + 2)];
  if (!isDay(day) || !isMonth(month) || !reading.is(at + 1, '/') || !isTight(reading, at, 3)) return null;
  if (reading.isGlued(at + 3) && reading.is(at + 3, '/', '%')) return null;
  const follows = reading.listedAfter(at);
  const isDated = reading.before(dayWords, at) !== null || follows?.class === 'date';
  const counts = reading.at(counters, at + 3) !== null || reading.at(units, at + 3) !== null;
  const isKnown =
    knownDays.has(reading.slice(at, at + 3)) && !counts && !reading.is(at - 1, 'đạt', 'thứ', 'hạng');
  return (isDated && !counts) || isKnown ? date(at, at + 3, during(`--${two(month)}-${two(day)}`)) : null;
}

/** "ngày 15", "quý 2", "tuần 3", "tối thứ 7", "tháng 7" (without a year). */
function named(reading: Reading, at: number): FoundNonFigure | null {
  const value = reading.integer(at);
  if (value === null) return null;
  if (reading.is(at - 1, 'ngày', 'mùng', 'mồng') && isDay(value) && !reading.is(at + 1, '/'))
    return date(at, at + 1, null);
  if (reading.is(at - 1, 'quý') && value <= 4) {
    const year = yearAfter(reading, at + 1);
    return date(at, year?.to ?? at + 1, year === null ? null : during(`${year.value}-Q${value}`));
  }
  const isWeekday = reading.is(at - 1, 'thứ') && value >= 2 && value <= 7;
  if (!isWeekday) return null;
  const isSaid =
    reading.is(at - 2, 'tối', 'sáng', 'chiều', 'ngày', 'trưa', 'đêm', 'và', 'hằng', 'hàng') ||
    (reading.is(at + 1, ',', 'và') && reading.is(at + 2, 'chủ', 'thứ')) ||
    (reading.is(at + 1, 'hằng', 'hàng') && reading.is(at + 2, 'tuần'));
  return isSaid ? date(at, at + 1, null) : null;
}

/** The 16 of "các ngày 15, 16 và 17/5", the 9 of "các tháng 7, 8, 9". */
function listedDay(reading: Reading, at: number): FoundNonFigure | null {
  const last = reading.listedAfter(at);
  const value = reading.integer(at);
  if (last?.class !== 'date' || !isDay(value) || last.to - last.from > 1) return null;
  const before = reading.integer(last.from);
  if (!isDay(before) || before >= value || reading.is(last.to, 'tháng')) return null;
  const isMonths = /^--\d\d$/.test(last.span?.start ?? '');
  if (reading.at(units, at + 1) !== null || reading.at(counters, at + 1) !== null) return null;
  return date(at, at + 1, isMonths && isMonth(value) ? during(`--${two(value)}`) : null);
}

/** "14 giờ 30", "7h30", "8 giờ ngày 20", "lúc 8 giờ", "07:30". */
function hours(reading: Reading, at: number): FoundNonFigure | null {
  const hour = reading.integer(at);
  if (hour === null || hour > 24) return null;
  // "4G" is no hour.
  if (/^(?:h|g|giờ|Giờ)$/.test(reading.tokens[at + 1]?.text ?? '')) {
    const minutes = reading.integer(at + 2);
    const isShort = !reading.is(at + 1, 'giờ') && reading.isGlued(at + 1);
    if (
      minutes !== null &&
      minutes < 60 &&
      !reading.is(at + 3, '%') &&
      (isShort || /^\d\d$/.test(reading.tokens[at + 2]?.text ?? ''))
    ) {
      return date(at, at + 3, null);
    }
    const isSaid =
      reading.is(at - 1, 'lúc', 'hồi', 'vào') || reading.is(at + 2, 'ngày', 'sáng', 'chiều', 'tối', 'đêm');
    // "từ 8 giờ đến 17 giờ"
    const other = reading.is(at - 1, 'từ') && reading.is(at + 2, 'đến') && reading.is(at + 4, 'giờ', 'h');
    const isEnd =
      reading.is(at - 1, 'đến') && reading.found.at(-1)?.class === 'date' && reading.is(at - 2, 'giờ', 'h');
    return isSaid || isShort || other || isEnd ? date(at, at + 1, null) : null;
  }
  const minutes = reading.integer(at + 2);
  const isClock = reading.is(at + 1, ':') && reading.isGlued(at + 1) && reading.isGlued(at + 2);
  return isClock &&
    minutes !== null &&
    minutes < 60 &&
    reading.tokens[at + 2]?.text.length === 2 &&
    !reading.is(at - 1, 'lệ')
    ? date(at, at + 3, null)
    : null;
}

export function joined(first: Span | null, second: Span | null): Span | null {
  return first === null || second === null ? null : { start: first.start, end: second.end };
}

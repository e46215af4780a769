/** Dates with a year, parts of years and spans of years: what they look like and which time they cover. */
import {
  date,
  during,
  isDay,
  isMonth,
  isTight,
  isYear,
  joined,
  quarters,
  two,
  yearAfter,
} from './calendar.ts';
import { counters } from './counters.ts';
import { readDay } from './days.ts';
import { phrases } from './phrases.ts';
import { dayWords, yearWords } from './names.ts';
import type { Found, FoundNonFigure, Reading } from './reading.ts';
import { units } from './units.ts';

/** Ordered: the fuller form first. */
export function readDate(reading: Reading, at: number): FoundNonFigure | null {
  return (
    streetDay(reading, at) ??
    shortPart(reading, at) ??
    dayRange(reading, at) ??
    dottedDate(reading, at) ??
    slashedDate(reading, at) ??
    spelledDate(reading, at) ??
    partOfYear(reading, at) ??
    years(reading, at) ??
    readDay(reading, at)
  );
}

/** "đường 3/2", "phố 19/8": streets and squares named by a day. */
function streetDay(reading: Reading, at: number): FoundNonFigure | null {
  const isPair = reading.is(at + 1, '/') && reading.isGlued(at + 1) && reading.isGlued(at + 2);
  if (!isPair || !isDay(reading.integer(at)) || !isMonth(reading.integer(at + 2)) || reading.is(at + 3, '/'))
    return null;
  const isPlace = reading.is(at - 1, 'đường', 'phố', 'trường') && !reading.is(at - 2, 'tuyến', 'khai');
  return isPlace && reading.before(placeWords, at) !== null
    ? { class: 'name', from: at, to: at + 3, span: null }
    : null;
}

/** "Q4/2023", "9T/2023", "6T đầu năm 2023": short forms of headings; whole, letter and year. */
function shortPart(reading: Reading, at: number): FoundNonFigure | null {
  const value = reading.integer(at);
  if (value === null || value < 1) return null;
  const text = reading.tokens[at]?.text ?? '';
  const isQuarter =
    value <= 4 && text.length === 1 && reading.tokens[at - 1]?.text === 'Q' && reading.isGlued(at);
  if (isQuarter) {
    const year = yearAfter(reading, at + 1);
    return date(at - 1, year?.to ?? at + 1, year === null ? null : during(`${year.value}-Q${value}`));
  }
  const isMonths = value <= 12 && reading.tokens[at + 1]?.text === 'T' && reading.isGlued(at + 1);
  if (!isMonths) return null;
  const headed = reading.is(at + 2, 'đầu') ? at + 3 : at + 2;
  const bare = reading.integer(headed);
  const year = yearAfter(reading, headed) ?? (isYear(bare) ? { value: bare, to: headed + 1 } : null);
  if (year === null)
    return headed > at + 2 ? date(at, at + 2, { start: '--01', end: `--${two(value)}` }) : null;
  return date(at, year.to, { start: `${year.value}-01`, end: `${year.value}-${two(value)}` });
}

/** "3.5.2025" */
function dottedDate(reading: Reading, at: number): FoundNonFigure | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(reading.tokens[at]?.text ?? '');
  if (match === null) {
    const short = /^(\d{1,2})\.(\d{4})$/.exec(reading.tokens[at]?.text ?? '');
    if (short === null || !isMonth(Number(short[1])) || !isYear(Number(short[2]))) return null;
    if (!reading.is(at - 1, 'tháng') && short[1]?.startsWith('0') !== true) return null;
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

/** "2023", and the "23" of "30/06/23" where day and month have two digits too. */
function fullYear(reading: Reading, at: number): number | null {
  const value = reading.integer(at);
  const isShort = [at - 4, at - 2, at].every((index) => reading.tokens[index]?.text.length === 2);
  if (isShort && value !== null && reading.is(at - 1, '/')) return 2000 + value;
  return isYear(value) ? value : null;
}

/** "15-20/10/2023", "15-17/9", "từ 10 đến 15/11/2023": days of one month. */
function dayRange(reading: Reading, at: number): FoundNonFigure | null {
  const [first, second] = [reading.integer(at), reading.integer(at + 2)];
  if (!isDay(first) || !isDay(second) || second <= first) return null;
  const isJoined = reading.is(at + 1, '-');
  if (!isJoined && !(reading.is(at + 1, 'đến') && reading.is(at - 1, 'từ', 'ngày'))) return null;
  const last = oneSlashed(reading, at + 2);
  const isFull = last !== null && last.to === at + 7;
  if (isFull) return isJoined ? date(at, last.to, last.span) : date(at, at + 1, null);
  const month = reading.integer(at + 4);
  const isMonthDay = isJoined && reading.is(at + 3, '/') && isMonth(month) && isTight(reading, at + 2, 3);
  const isDated = reading.before(dayWords, at) !== null || (isMonthDay && second > month);
  const isCounted = reading.at(counters, at + 5) !== null || reading.at(units, at + 5) !== null;
  if (!isMonthDay || !isDated || isCounted || reading.is(at + 5, '/')) return null;
  return date(at, at + 5, { start: `--${two(month)}-${two(first)}`, end: `--${two(month)}-${two(second)}` });
}

function oneSlashed(reading: Reading, at: number): FoundNonFigure | null {
  const [a, b, c] = [reading.integer(at), reading.integer(at + 2), reading.integer(at + 4)];
  const mark = reading.key(at + 1);
  if (a === null || b === null || (mark !== '/' && mark !== '-' && mark !== '.')) return null;
  if (c !== null && reading.is(at + 3, mark) && isTight(reading, at, 5)) {
    const year = fullYear(reading, at + 4);
    if (isDay(a) && isMonth(b) && year !== null)
      return date(at, at + 5, during(`${year}-${two(b)}-${two(a)}`));
    // "2023-06-30"
    if (mark === '-' && isYear(a) && isMonth(b) && isDay(c))
      return date(at, at + 5, during(`${a}-${two(b)}-${two(c)}`));
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

const lunarMonths = ['giêng', 'chạp', 'âm', 'ta'] as const;

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
  // "29 tháng Chạp": a day of the lunar year
  const isLunar = reading.is(at + 1, 'tháng') && reading.is(at + 2, ...lunarMonths);
  if (isLunar && isDay(value)) return date(at, at + 1, null);
  const month = reading.integer(at + 2);
  if (!isDay(value) || !reading.is(at + 1, 'tháng') || !isMonth(month)) return null;
  const year = yearAfter(reading, at + 3);
  if (year === null) return date(at, at + 3, during(`--${two(month)}-${two(value)}`));
  return date(at, year.to, during(`${year.value}-${two(month)}-${two(value)}`));
}

const placeWords = phrases('đường|phố|đường phố|tuyến đường|quảng trường');

const beforeDuration = new Set(
  'kỳ trong vòng hạn dài sau từ hơn trên dưới nhất đa khóa quá gian đến mỗi chậm sớm muộn thêm nhanh treo tù phạt đóng hưởng'.split(
    ' ',
  ),
);
const partHeads = new Set('đầu cuối năm đã qua'.split(' '));

/** "6 tháng đầu năm 2023", "9 tháng", "3 quý đầu năm": a part of a year, not a length of time. */
function partOfYear(reading: Reading, at: number): FoundNonFigure | null {
  const count = reading.integer(at);
  const isMonths = reading.is(at + 1, 'tháng');
  // "1 năm 6 tháng"
  if (reading.is(at - 1, 'năm') && reading.isNumber(at - 2) && !reading.isDated(at - 2)) return null;
  if (count === null || count < 1 || count > 11 || !(isMonths || reading.is(at + 1, 'quý'))) return null;
  const months = isMonths ? count : count * 3;
  const isHeaded = partHeads.has(reading.key(at + 2)) || isYear(reading.integer(at + 2));
  if (!isHeaded && (!isMonths || count < 2 || beforeDuration.has(reading.key(at - 1)))) return null;
  if (reading.is(at + 2, 'tuổi', 'tù', 'lương', 'liên', 'cải', 'một', 'trở')) return null;
  if (reading.is(at + 2, '/') && !isYear(reading.integer(at + 3))) return null;
  const isLast = reading.is(at + 2, 'cuối');
  const yearAt = at + (reading.is(at + 2, 'đầu', 'cuối') ? 3 : 2);
  const bare = reading.integer(yearAt);
  // "9 tháng 2023"
  const year =
    yearAfter(reading, yearAt) ?? (isMonths && isYear(bare) ? { value: bare, to: yearAt + 1 } : null);
  const [first, last] = isLast ? [13 - months, 12] : [1, months];
  const prefix = year === null ? '-' : String(year.value);
  const span = { start: `${prefix}-${two(first)}`, end: `${prefix}-${two(last)}` };
  if (months > 12) return null;
  return date(at, year?.to ?? at + 1, span);
}

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
  // "2023/2022 (%)", a column that compares two years
  if (reading.is(at + 1, '/') && joint === first - 1 && !reading.is(at + 3, '/'))
    return date(at, at + 3, during(String(first)));
  if (
    joint !== null &&
    joint < 100 &&
    reading.tokens[at + 2]?.text.length === 2 &&
    reading.is(at + 1, '-', '/') &&
    joint > first % 100 &&
    (joint === (first % 100) + 1 || reading.is(at + 1, '-')) &&
    reading.before(yearWords, at) !== null
  ) {
    return date(at, at + 3, { start: String(first), end: String(first - (first % 100) + joint) });
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

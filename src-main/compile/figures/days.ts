/** Days without a year, days of the week, lists of days, and hours. */
import { date, during, isDay, isMonth, isTight, two, yearAfter } from './calendar.ts';
import { counters } from './counters.ts';
import { dayWords } from './names.ts';
import type { FoundNonFigure, Reading } from './reading.ts';
import { units } from './units.ts';

/** Ordered: the fuller form first. */
export function readDay(reading: Reading, at: number): FoundNonFigure | null {
  return dayAndMonth(reading, at) ?? named(reading, at) ?? listedDay(reading, at) ?? readHour(reading, at);
}

// Days of remembrance that reports name without "ngày".
const knownDays = new Set(
  '8/3 30/4 1/5 27/7 2/9 02/9 20/10 20/11 22/12 3/2 19/5 26/3 27/2 1/6 28/6 10/3 19/8 15/10 21/6'.split(' '),
);

/** "ngày 20/11", "dịp 30/4 và 1/5". */
function dayAndMonth(reading: Reading, at: number): FoundNonFigure | null {
  const [day, month] = [reading.integer(at), reading.integer(at + 2)];
  // "ngày 20-11"
  const isHyphened = reading.is(at + 1, '-') && reading.isGlued(at + 1) && reading.is(at - 1, 'ngày');
  if (!isDay(day) || !isMonth(month) || !(isHyphened || reading.is(at + 1, '/')) || !isTight(reading, at, 3))
    return null;
  if (reading.isGlued(at + 3) && reading.is(at + 3, '/', '%')) return null;
  const follows = reading.listedAfter(at);
  const year = reading.is(at + 3, 'năm') ? yearAfter(reading, at + 3) : null;
  if (year !== null) return date(at, year.to, during(`${year.value}-${two(month)}-${two(day)}`));
  const isDated = reading.before(dayWords, at) !== null || follows?.class === 'date';
  const counts = reading.at(counters, at + 3) !== null || reading.at(units, at + 3) !== null;
  const isKnown =
    knownDays.has(reading.slice(at, at + 3)) &&
    !counts &&
    !reading.is(at - 1, 'đạt', 'thứ', 'hạng', 'còn', 'khoảng', 'gần', 'hơn', 'chiếm', 'bằng', 'quá') &&
    !reading.is(at + 3, 'số', 'tổng', 'diện', 'dân');
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
  // "từ chiều 06 đến hết ngày 08/12"
  const isPartOfDay =
    reading.is(at - 1, 'sáng', 'chiều', 'tối', 'trưa', 'đêm') && reading.is(at + 1, 'đến', '-');
  if (isPartOfDay && isDay(value)) return date(at, at + 1, null);
  if (reading.is(at - 1, 'tuần') && value <= 53 && !reading.isWord(at + 1)) return date(at, at + 1, null);
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

/** "14 giờ 30", "7h30", "8 giờ ngày 20", "lúc 8 giờ", "từ 8 giờ đến 17 giờ", "07:30". */
function readHour(reading: Reading, at: number): FoundNonFigure | null {
  const hour = reading.integer(at);
  if (hour === null || hour > 24) return null;
  const minutes = reading.tokens[at + 2]?.text ?? '';
  const hasMinutes = /^[0-5]\d$/.test(minutes) && !reading.is(at + 3, '%');
  if (reading.is(at + 1, ':') && reading.isGlued(at + 1) && reading.isGlued(at + 2)) {
    return hasMinutes && !reading.is(at - 1, 'lệ') ? date(at, at + 3, null) : null;
  }
  // "4G" is no hour, "20g" a weight.
  const word = reading.tokens[at + 1]?.text ?? '';
  if (!/^(?:h|g|giờ|Giờ)$/.test(word)) return null;
  if (hasMinutes) return date(at, at + 3, null);
  const isShort = word === 'h' && reading.isGlued(at + 1);
  return isShort || isClockTime(reading, at) ? date(at, at + 1, null) : null;
}

/** Whether "8 giờ" is a time of day, not a length of time. */
function isClockTime(reading: Reading, at: number): boolean {
  if (reading.is(at - 1, 'lúc', 'hồi', 'vào')) return true;
  if (reading.is(at + 2, 'ngày', 'sáng', 'chiều', 'tối', 'đêm')) return true;
  const isStart = reading.is(at - 1, 'từ') && reading.is(at + 2, 'đến') && reading.is(at + 4, 'giờ', 'h');
  const isEnd = reading.is(at - 1, 'đến') && reading.is(at - 2, 'giờ', 'h', 'phút');
  return isStart || (isEnd && reading.found.at(-1)?.class === 'date');
}

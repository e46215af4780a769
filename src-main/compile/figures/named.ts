/** Numbers in names: of roads, projects, diseases, standards, grades; they state no quantity. */
import { counters, functionWords } from './counters.ts';
import { phrases } from './phrases.ts';
import { bareNames, notNames, ratings, slogans, strongNames, weakNames } from './names.ts';
import type { FoundNonFigure, Reading } from './reading.ts';
import { readNumberedPlace } from './proper-names.ts';
import { isQuantified, nonFigure } from './references.ts';
import { scaleWords, units } from './units.ts';

/** "QL5", "COVID-19", "ISO 9001-2015", "Gói thầu 07-08", "5G", "4 sao", "24/24", "km156+500", "4.0". */
export function readName(reading: Reading, at: number): FoundNonFigure | null {
  return (
    code(reading, at) ??
    voltages(reading, at) ??
    gluedName(reading, at) ??
    clockRound(reading, at) ??
    calledName(reading, at) ??
    ratedName(reading, at) ??
    listedName(reading, at) ??
    readNumberedPlace(reading, at)
  );
}

const phoneWords = phrases('điện thoại|đt|fax|tel|hotline|đường dây nóng|sđt|di động|zalo|số máy');
const PHONE_GROUPS = 4;

/** "0912345678", "024 3825 1234": a zero in front of many digits counts nothing. */
function code(reading: Reading, at: number): FoundNonFigure | null {
  const text = reading.tokens[at]?.text ?? '';
  const before = reading.is(at - 1, ':', '.') ? at - 1 : at;
  if (reading.before(phoneWords, before) === null || !/^0|^1[89]/.test(text))
    return /^0\d{5,}$/.test(text) ? nonFigure('name', at, at + 1) : null;
  let to = at + 1;
  for (let group = 1; group < PHONE_GROUPS; group++) {
    const isJoined = reading.is(to, '.', '-') && reading.isGlued(to) && reading.isGlued(to + 1);
    const next = isJoined ? to + 1 : to;
    if (!/^\d{3,4}$/.test(reading.tokens[next]?.text ?? '')) break;
    to = next + 1;
  }
  return nonFigure('name', at, to);
}

/** "220/110kV": two voltages of one thing, no part of a whole. */
export function voltages(reading: Reading, at: number): FoundNonFigure | null {
  const isPair =
    reading.integer(at) !== null &&
    reading.is(at + 1, '/') &&
    reading.isNumber(at + 2) &&
    reading.is(at + 3, 'kv', 'v');
  return isPair ? nonFigure('name', at, at + 4) : null;
}

/** The 40 of "2x40MVA", which is a count and a level. */
const isFactor = (reading: Reading, at: number): boolean =>
  reading.is(at - 1, 'x', '×') && reading.isGlued(at - 1) && reading.isNumber(at - 2);

// What recognition glues to a number without naming anything.
const gluedWords = new Set(
  'tăng giảm đạt là có trên gần hơn khoảng còn bằng chiếm với và được cho năm tháng ngày quý thứ điều khoản đến từ gồm vượt số ước dưới thu chi tại trong'.split(
    ' ',
  ),
);

function gluedName(reading: Reading, at: number): FoundNonFigure | null {
  const token = reading.tokens[at];
  if (token === undefined) return null;
  // The exponent of "người/km2", where no amount took it.
  const isExponent =
    reading.isGlued(at) &&
    /^[23]$/.test(token.text) &&
    reading.is(at - 1, 'm', 'km', 'dm', 'cm') &&
    !reading.is(at + 1, '+');
  if (isExponent) return nonFigure('name', at - 1, at + 1);
  let from = at;
  const isAfterHyphen =
    reading.isGlued(at) && reading.is(at - 1, '-', '.') && reading.isGlued(at - 1) && reading.isWord(at - 2);
  if (
    isAfterHyphen &&
    /\p{Lu}/u.test(reading.tokens[at - 2]?.text.slice(0, 1) ?? '') &&
    !reading.is(at + 1, '%')
  )
    from = at - 2;
  else if (
    reading.isGlued(at) &&
    reading.isWord(at - 1) &&
    !gluedWords.has(reading.key(at - 1)) &&
    !isFactor(reading, at)
  ) {
    const isMeasured =
      (reading.at(units, at + 1) !== null || reading.at(scaleWords, at + 1) !== null) &&
      (reading.tokens[at - 1]?.text.length ?? 0) > 1;
    if (/[.,]/.test(token.text) && isMeasured) return null;
    if (isGluedCount(reading, at)) return null;
    if (isMeasured && !/^(?:km|gđ)$/.test(reading.key(at - 1))) return null;
    from = at - 1;
  }
  if (from < at) return nonFigure('name', extendLeft(reading, from), extendRight(reading, at));
  const next = reading.tokens[at + 1];
  const isLettered =
    reading.isGlued(at + 1) && next?.kind === 'word' && /^\p{Lu}{1,3}$|^[a-z]$/u.test(next.text);
  if (!isLettered) return null;
  // "4G", "5M" name, "4g" and "5m" measure.
  const isCapital = /^[GMĐ]$/.test(next.text);
  const isMeasured =
    (!isCapital && reading.at(units, at + 1) !== null) || reading.at(scaleWords, at + 1) !== null;
  if (isMeasured) return null;
  if (/^[hgx]$/.test(next.text)) return null;
  return nonFigure('name', at, extendRight(reading, at));
}

/** "trâu bò9.870con", "có hộ57hộ": between a word and the thing that is counted, recognition lost both spaces. */
function isGluedCount(reading: Reading, at: number): boolean {
  const isThing = reading.at(counters, at + 1) !== null;
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$/.test(reading.tokens[at]?.text ?? '');
  const isPlainWord = /^\p{Ll}{2,}$/u.test(reading.tokens[at - 1]?.text ?? '');
  return isThing && isPlainWord && (isGrouped || reading.isGlued(at + 1));
}

function extendLeft(reading: Reading, from: number): number {
  let index = from;
  while (
    index > from - 6 &&
    reading.isGlued(index) &&
    (reading.isWord(index - 1) || reading.is(index - 1, '-', '/'))
  )
    index--;
  while (index < from && !reading.isWord(index)) index++;
  return index;
}

function extendRight(reading: Reading, at: number): number {
  let index = at + 1;
  while (reading.isGlued(index)) {
    const isJoint =
      reading.is(index, '-', '+', '/', '.', ':') &&
      reading.isGlued(index + 1) &&
      (reading.isWord(index + 1) || reading.isNumber(index + 1));
    if (isJoint) index += 2;
    else if (reading.isWord(index) || reading.isNumber(index)) index += 1;
    else break;
  }
  return index;
}

/** "24/24", "24/7" */
export function clockRound(reading: Reading, at: number): FoundNonFigure | null {
  const isRound =
    reading.integer(at) === 24 &&
    reading.is(at + 1, '/') &&
    reading.is(at + 2, '24', '7') &&
    reading.isGlued(at + 1);
  return isRound && !reading.is(at + 3, 'xã', 'phường', 'thôn', 'chỉ', 'tiêu')
    ? nonFigure('name', at, at + 3)
    : null;
}

/** The highest grade of anything (storms: 17). */
const GRADE_MAX = 20;

function calledName(reading: Reading, at: number): FoundNonFigure | null {
  if (reading.before(notNames, at) !== null || reading.tokens[at]?.text.includes(',')) return null;
  const strong = reading.before(strongNames, at);
  const weak = strong === null && !isInProperName(reading, at) ? reading.before(weakNames, at) : null;
  if (strong === null && weak === null) return isBareName(reading, at) ? nonFigure('name', at, at + 1) : null;
  // "mỗi lô 90 - 120 m²" measures each; "cấp 47 mã số" hands them out, as no grade is so high.
  if (weak !== null && reading.is(at - weak.length - 1, 'mỗi', 'từng')) return null;
  const isHandedOut = reading.is(at - 1, 'cấp') && (reading.integer(at) ?? 0) > GRADE_MAX;
  if (isHandedOut && reading.isWord(at + 1) && !functionWords.has(reading.key(at + 1))) return null;
  // "Trung ương 8 khóa XIII", but "Trung ương 08" in a list of counts.
  const isCommittee = weak?.length === 2 && reading.is(at - 1, 'ương');
  if (isCommittee && !(reading.is(at + 1, 'khóa') || reading.is(at + 2, 'khóa'))) return null;
  // "số 10 đường 30/4"
  if (reading.is(at - 1, 'số') && reading.is(at + 1, 'đường', 'phố', 'ngõ', 'ngách', 'hẻm'))
    return nonFigure('name', at, at + 1);
  if (reading.is(at + 1, '%', '‰') || reading.at(scaleWords, at + 1) !== null) return null;
  if (strong === null && (isQuantified(reading, at) || /\.\d{3}/.test(reading.tokens[at]?.text ?? '')))
    return null;
  if (strong === null && reading.is(at + 1, '/') && reading.isNumber(at + 2)) return null;
  return nonFigure('name', at, extendRight(reading, at));
}

/** The "Bản" of "Nhật Bản 945" is no village. */
const isInProperName = (reading: Reading, at: number): boolean =>
  [at - 1, at - 2].every((index) => /^\p{Lu}\p{Ll}/u.test(reading.tokens[index]?.text ?? ''));

/** "Bệnh viện 108", "dự án 661": short numbers behind a word for one thing, with nothing behind them to count. */
function isBareName(reading: Reading, at: number): boolean {
  if (reading.integer(at) === null || reading.before(bareNames, at) === null) return false;
  const isSeveral = reading.is(at - 2, 'số', 'các', 'những', 'được', 'có') || reading.is(at - 3, 'số', 'các');
  const isEnd = !reading.isWord(at + 1) || reading.is(at + 1, 'và', 'của', 'tại', 'ở', 'thuộc', 'đã', 'đang');
  return !isSeveral && isEnd && !reading.is(at + 1, '%', '‰', '/', '-');
}

/** "3 sao", and the numbers of a slogan in quotation marks: "5 rõ, 6 dám". */
function ratedName(reading: Reading, at: number): FoundNonFigure | null {
  const value = reading.integer(at);
  if (value === null || value > 20) return null;
  if (reading.at(ratings, at + 1) !== null && !reading.is(at + 1, 'cùng'))
    return nonFigure('name', at, at + 1);
  const last = reading.found.at(-1);
  const isQuoted =
    reading.is(at - 1, '"') ||
    (last?.class === 'name' && at - last.to <= 4 && reading.is(last.from - 1, '"'));
  // The vaccine "5 trong 1"
  const isCombined = (index: number): boolean =>
    reading.is(index + 1, 'trong') && reading.integer(index + 2) === 1 && !isQuantified(reading, index + 2);
  if (isCombined(at) || (value === 1 && last?.class === 'name' && last.from === at - 2 && isCombined(at - 2)))
    return nonFigure('name', at, at + 1);
  const isSlogan = reading.at(slogans, at + 1) !== null && !reading.is(at - 1, 'tăng', 'giảm');
  if (
    isPairOfSlogans(reading, at) ||
    (last?.class === 'name' && isPairOfSlogans(reading, last.from) && at - last.to <= 2)
  )
    return nonFigure('name', at, at + 1);
  return isSlogan &&
    (isQuoted ||
      (reading.is(at + 1, 'không', 'rõ', 'dám', 'nhất', 'tự') && reading.is(at + 2, ',', '"', '.')))
    ? nonFigure('name', at, at + 1)
    : null;
}

/** "3 giảm 3 tăng", "1 phải 5 giảm": two bare numbers, each before a word that nobody counts. */
function isPairOfSlogans(reading: Reading, at: number): boolean {
  const second = reading.is(at + 2, ',') ? at + 3 : at + 2;
  const isNamed = (index: number): boolean =>
    (reading.integer(index) ?? 20) < 20 &&
    (reading.tokens[index]?.text.length ?? 0) === 1 &&
    reading.is(index + 1, ...pairedWords);
  return isNamed(at) && isNamed(second) && !reading.isWord(second + 2);
}
const pairedWords = ['giảm', 'tăng', 'phải', 'không', 'rõ', 'dám', 'sạch', 'tốt', 'có', 'chống'] as const;

/** The 02 and 03 of "Gói thầu 01, 02 và 03". */
function listedName(reading: Reading, at: number): FoundNonFigure | null {
  const last = reading.listedAfter(at);
  if (last?.class !== 'name' || reading.integer(at) === null || isQuantified(reading, at)) return null;
  if (reading.is(last.to - 1, '"') || reading.at(ratings, last.to) !== null) return null;
  // "lớp 5, 12 học sinh": a thing follows, and it is counted.
  const isThing = reading.isWord(at + 1) && !functionWords.has(reading.key(at + 1));
  return isThing && reading.is(at - 1, ',') ? null : nonFigure('name', at, at + 1);
}

/** Numbers of documents, articles, sections and scales, and numbers in names. */
import { isPowerOfTen } from './decimal.ts';
import { counters, functionWords } from './counters.ts';
import { rateBases } from './contexts.ts';
import {
  documentKinds,
  legalWords,
  notNames,
  ratings,
  sectionWords,
  slogans,
  strongNames,
  weakNames,
} from './names.ts';
import type { FoundNonFigure, Reading } from './reading.ts';
import type { NonFigureClass } from '../../contract/figure.ts';
import { afterSpelledNumber, isNumberWord } from './spelled.ts';
import { scaleWords, units } from './units.ts';

const nonFigure = (kind: NonFigureClass, from: number, to: number): FoundNonFigure => ({
  class: kind,
  from,
  to,
  span: null,
});

/** Letters of a document's number: "QĐ", "CTTr", "NĐ", "QH" (of "QH14"), but no word ("hộ", "Người"). */
const isSign = (reading: Reading, at: number): boolean =>
  /^\p{Lu}\p{Ll}{0,2}\p{Lu}[\p{Lu}\p{Ll}]*$|^T[Tt][gr]$|^ThU$/u.test(reading.tokens[at]?.text ?? '');

/** Whether the number counts or measures what follows it. */
export function isQuantified(reading: Reading, at: number): boolean {
  if (reading.is(at + 1, '%', '‰')) return true;
  const next = afterSpelledNumber(reading, at + 1);
  const unit = reading.at(units, next);
  if (unit !== null && !reading.is(next, 'năm', 'quý', 'tháng', 'ngày', 'm', 'v')) return true;
  return reading.at(counters, next) !== null || reading.at(scaleWords, next) !== null;
}

/** "5216/QĐ-UBND", "73/2023/NĐ-CP", "238-QĐ/TW", "Quyết định số 1719". */
export function readDocumentNumber(reading: Reading, at: number): FoundNonFigure | null {
  if (reading.integer(at) === null) return null;
  const to = signedEnd(reading, at);
  if (to !== null) return nonFigure('docnum', at, to);
  const hasNumberWord = reading.is(at - 1, 'số') || (reading.is(at - 1, ':') && reading.is(at - 2, 'số'));
  const kindEnd = hasNumberWord ? at - (reading.is(at - 1, ':') ? 2 : 1) : at;
  const kind = reading.before(documentKinds, kindEnd);
  if (kind === null) return null;
  const end =
    reading.is(at + 1, '/') && reading.integer(at + 2) !== null && reading.isGlued(at + 1) ? at + 3 : at + 1;
  if (hasNumberWord) return nonFigure('docnum', at, end);
  // "Nghị quyết 18", but "ban hành Nghị quyết 2 lần" and "Chương trình 135" (a name).
  if (reading.is(at - 1, 'trình', 'án', 'hoạch', 'cáo', 'bản', 'phép', 'đồng') || isQuantified(reading, at))
    return null;
  return nonFigure('docnum', at, end);
}

function signedEnd(reading: Reading, at: number): number | null {
  let index = at + 1;
  if (reading.is(index, '/') && reading.integer(index + 1) !== null && reading.isGlued(index + 1)) index += 2;
  if (!reading.is(index, '/', '-') || !isSign(reading, index + 1)) return null;
  // White space only where recognition leaves it: around the slash.
  if (!reading.isGlued(index) && !reading.isGlued(index + 1)) return null;
  if (reading.is(index, '-') && !(reading.isGlued(index) && reading.isGlued(index + 1))) return null;
  index += 2;
  while (reading.isGlued(index)) {
    const isJoint =
      reading.is(index, '-', '/', '&', '.') &&
      reading.isGlued(index + 1) &&
      (reading.isWord(index + 1) || reading.isNumber(index + 1));
    if (isJoint) index += 2;
    else if (reading.isNumber(index) || reading.isWord(index)) index += 1;
    else break;
  }
  return index;
}

/** "Điều 5, khoản 2", "khoản 2, 3 và 4"; "điểm 1 khoản 2". */
export function readLegal(reading: Reading, at: number): FoundNonFigure | null {
  if (reading.integer(at) === null) return null;
  if (reading.before(legalWords, at) !== null && !reading.is(at + 1, '%')) {
    if (reading.is(at - 1, 'khoản') && reading.is(at - 2, 'tài')) return null;
    return nonFigure('legal', at, lettered(reading, at));
  }
  if (reading.is(at - 1, 'điểm') && reading.is(at + 1, 'khoản', 'điều', 'mục'))
    return nonFigure('legal', at, at + 1);
  const last = reading.listedAfter(at);
  const goesOn = !isQuantified(reading, at) || reading.is(at + 1, 'điều', 'khoản', 'mục');
  return last?.class === 'legal' && goesOn ? nonFigure('legal', at, at + 1) : null;
}

/** "Điều 12a": the letter belongs to the number. */
const lettered = (reading: Reading, at: number): number =>
  reading.isGlued(at + 1) && /^\p{L}$/u.test(reading.tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;

/** The number that opens a block ("1.1.", "2)", "Điều 5." of an article), "(1)" in running text, "Mục 3". */
export function readSection(reading: Reading, at: number): FoundNonFigure | null {
  const isShort = /^\d{1,2}(?:\.\d{1,2}){0,4}$/.test(reading.tokens[at]?.text ?? '');
  if (!isShort) return null;
  const found = nonFigure('section', at, at + 1);
  const { opens, kind } = reading.facts;
  if (kind !== 'cell') {
    const isAlone = at === 0 || (at === 1 && reading.is(0, '('));
    const isDotted =
      reading.is(at + 1, '.', ')', '/', '-') && reading.isGlued(at + 1) && !reading.isGlued(at + 2);
    const isNested = /\./.test(reading.tokens[at]?.text ?? '') && kind === 'heading';
    if (isAlone && (isDotted || isNested)) return found;
    if (at === 1 && opens !== null && reading.before(legalWords, at) !== null) return found;
    if (at === 1 && (opens === 'part' || opens === 'chapter')) return found;
    if (isAlone && opens !== null && !isQuantified(reading, at)) return found;
    // "II.1." and "A.2."
    if (
      at === 2 &&
      reading.is(1, '.') &&
      reading.isGlued(2) &&
      /^(?:[IVXLC]+|\p{Lu})$/u.test(reading.tokens[0]?.text ?? '')
    )
      return found;
  }
  if (reading.integer(at) !== null) {
    const isBracketed = reading.is(at - 1, '(') && reading.is(at + 1, ')') && reading.isGlued(at);
    // A count in words before its figure, "hai (02) bộ", is no section.
    if (isBracketed) return isNumberWord(reading.key(at - 2)) ? null : found;
    // An article quoted for amendment opens with its number: “3. Cơ quan …
    const isQuoted =
      reading.is(at - 1, '"') &&
      reading.is(at + 1, '.') &&
      reading.isGlued(at + 1) &&
      !reading.isGlued(at + 2);
    if (isQuoted) return found;
    if (isInlineSection(reading, at)) return found;
    const isOpened =
      reading.is(at - 1, ';', ':', '.', ',') && reading.is(at + 1, ')') && reading.isGlued(at + 1);
    if (isOpened) return found;
  }
  if (reading.before(sectionWords, at) !== null && !reading.is(at - 1, '%') && !isQuantified(reading, at))
    return found;
  if (/\./.test(reading.tokens[at]?.text ?? '') && reading.before(sectionWords, at) !== null) return found;
  return null;
}

/** "gồm: 1. Thu nội địa …; 2. Thu xuất nhập khẩu …": counting from 1, each before a capital. */
function isInlineSection(reading: Reading, at: number): boolean {
  const isDotted = reading.is(at + 1, '.') && reading.isGlued(at + 1) && !reading.isGlued(at + 2);
  if (!isDotted || !/^\p{Lu}/u.test(reading.tokens[at + 2]?.text ?? '')) return false;
  if (!reading.is(at - 1, ':', ';', '.')) return false;
  const value = reading.integer(at);
  const before = reading.found.findLast((found) => found.class === 'section');
  return value === 1
    ? reading.is(at - 1, ':', '.')
    : before !== undefined && reading.integer(before.from) === (value ?? 0) - 1;
}

const mapScales = new Set(
  '200 500 1000 1.000 2000 2.000 5000 5.000 10000 10.000 25000 25.000 50000 50.000 100000 100.000 250.000 1.000.000'.split(
    ' ',
  ),
);

/** "1/500", "tỷ lệ 1:2.000"; the 1 of "/1 ha", "trên 1 vạn dân". */
export function readScale(reading: Reading, at: number): FoundNonFigure | null {
  const below = reading.tokens[at + 2]?.text ?? '';
  const isPair =
    reading.integer(at) === 1 &&
    reading.is(at + 1, '/', ':') &&
    reading.isGlued(at + 1) &&
    reading.isGlued(at + 2);
  if (isPair && mapScales.has(below) && !reading.is(at - 1, 'tháng', 'quý'))
    return nonFigure('scale', at, at + 3);
  const value = reading.number(at);
  if (value === null) return null;
  const isPer =
    reading.is(at - 1, '/') &&
    (reading.isWord(at - 2) || reading.tokens[at - 2]?.kind === 'raised' || reading.is(at - 2, '%'));
  const isYear = /^(?:19|20)\d\d$/.test(reading.tokens[at]?.text ?? '');
  if (isPer && !isYear && (reading.isWord(at + 1) || reading.is(at + 1, '.', ',', ')', '')))
    return nonFigure('scale', at, at + 1);
  const scaled = reading.at(scaleWords, at + 1)?.length ?? 0;
  const base = reading.at(rateBases, at + 1) ?? reading.at(rateBases, at + 1 + scaled);
  if (!isPowerOfTen(value) || base === null || !reading.is(at - 1, 'trên', 'mỗi', 'cho', 'cứ', 'tính'))
    return null;
  const isOne = value.mantissa === 1n;
  if (isOne || (reading.is(at - 1, 'trên', 'mỗi') && reading.is(at + 1, 'dân', 'trẻ', 'ca', 'phụ', 'bé')))
    return nonFigure('scale', at, at + 1);
  return null;
}

/** "QL5", "COVID-19", "ISO 9001-2015", "Gói thầu 07-08", "5G", "4 sao", "24/24", "km156+500", "4.0". */
export function readName(reading: Reading, at: number): FoundNonFigure | null {
  return (
    gluedName(reading, at) ??
    clockRound(reading, at) ??
    calledName(reading, at) ??
    ratedName(reading, at) ??
    listedName(reading, at)
  );
}

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
    reading.isGlued(at) && /^[23]$/.test(token.text) && reading.is(at - 1, 'm', 'km', 'dm', 'cm');
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
  else if (reading.isGlued(at) && reading.isWord(at - 1) && !gluedWords.has(reading.key(at - 1))) {
    const isMeasured =
      (reading.at(units, at + 1) !== null || reading.at(scaleWords, at + 1) !== null) &&
      reading.tokens[at - 1]!.text.length > 1;
    if (/[.,]/.test(token.text) && isMeasured) return null;
    if (isMeasured && !/^(?:km|gđ)$/.test(reading.key(at - 1))) return null;
    from = at - 1;
  }
  if (from < at) return nonFigure('name', extendLeft(reading, from), extendRight(reading, at));
  const next = reading.tokens[at + 1];
  const isLettered =
    reading.isGlued(at + 1) && next?.kind === 'word' && /^\p{Lu}{1,3}$|^[a-z]$/u.test(next.text);
  if (!isLettered || reading.at(units, at + 1) !== null || reading.at(scaleWords, at + 1) !== null)
    return null;
  if (/^[hgx]$/.test(next.text)) return null;
  return nonFigure('name', at, extendRight(reading, at));
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
function clockRound(reading: Reading, at: number): FoundNonFigure | null {
  const isRound =
    reading.integer(at) === 24 &&
    reading.is(at + 1, '/') &&
    reading.is(at + 2, '24', '7') &&
    reading.isGlued(at + 1);
  return isRound && !reading.is(at + 3, 'xã', 'phường', 'thôn', 'chỉ', 'tiêu')
    ? nonFigure('name', at, at + 3)
    : null;
}

function calledName(reading: Reading, at: number): FoundNonFigure | null {
  if (reading.before(notNames, at) !== null || reading.tokens[at]?.text.includes(',')) return null;
  const strong = reading.before(strongNames, at);
  const weak = strong === null ? reading.before(weakNames, at) : null;
  if (strong === null && weak === null) return null;
  if (reading.is(at + 1, '%', '‰') || reading.at(scaleWords, at + 1) !== null) return null;
  if (strong === null && (isQuantified(reading, at) || /\.\d{3}/.test(reading.tokens[at]?.text ?? '')))
    return null;
  if (strong === null && reading.is(at + 1, '/') && reading.isNumber(at + 2)) return null;
  return nonFigure('name', at, extendRight(reading, at));
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
  const isSlogan = reading.at(slogans, at + 1) !== null && !reading.is(at - 1, 'tăng', 'giảm');
  return isSlogan &&
    (isQuoted ||
      (reading.is(at + 1, 'không', 'rõ', 'dám', 'nhất', 'tự') && reading.is(at + 2, ',', '"', '.')))
    ? nonFigure('name', at, at + 1)
    : null;
}

/** The 02 and 03 of "Gói thầu 01, 02 và 03". */
function listedName(reading: Reading, at: number): FoundNonFigure | null {
  const last = reading.listedAfter(at);
  if (last?.class !== 'name' || reading.integer(at) === null || isQuantified(reading, at)) return null;
  if (reading.is(last.to - 1, '"') || reading.at(ratings, last.to) !== null) return null;
  // "lớp 5, 12 học sinh": a thing follows, and it is counted.
  const isThing = reading.isWord(at + 1) && !functionWords.has(reading.key(at + 1));
  return isThing && reading.is(at - 1, ',') ? null : nonFigure('name', at, at + 1);
}

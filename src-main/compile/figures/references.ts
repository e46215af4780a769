/** Numbers of documents, articles, sections and scales. */
import { isPowerOfTen } from './decimal.ts';
import { counters, functionWords } from './counters.ts';
import { rateBases } from './contexts.ts';
import { documentKinds, legalWords, sectionWords } from './names.ts';
import type { FoundNonFigure, Reading } from './reading.ts';
import type { NonFigureClass } from '../../contract/figure.ts';
import { afterSpelledNumber, isNumberWord } from './spelled.ts';
import { scaleWords, units } from './units.ts';

export const nonFigure = (kind: NonFigureClass, from: number, to: number): FoundNonFigure => ({
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
  // "nhóm 15-49 tuổi"
  const isRange =
    reading.is(at + 1, 'đến', 'tới') ||
    (reading.is(at + 1, '-') && reading.isGlued(at + 1) === reading.isGlued(at + 2));
  if (isRange && reading.isNumber(at + 2) && !reading.is(at + 3, '-', 'đến', 'tới'))
    return isQuantified(reading, at + 2);
  if (reading.is(at + 1, '%', '‰')) return true;
  const next = afterSpelledNumber(reading, at + 1);
  const unit = reading.at(units, next);
  // "đợt 1 năm 2023", "lớp 5 năm học 2022", but "nhiệm kỳ 5 năm".
  const opensDate =
    reading.is(next, 'năm', 'quý', 'tháng', 'ngày') &&
    (reading.isNumber(next + 1) || reading.is(next + 1, 'học'));
  const isLetter = unit?.length === 1 && reading.is(next, 'm', 'v') && reading.tokens[next]?.text !== 'm';
  if (unit !== null && !opensDate && !isLetter) return true;
  return reading.at(counters, next) !== null || reading.at(scaleWords, next) !== null;
}

/** "5216/QĐ-UBND", "73/2023/NĐ-CP", "238-QĐ/TW", "Quyết định số 1719". */
export function readDocumentNumber(reading: Reading, at: number): FoundNonFigure | null {
  if (reading.integer(at) === null) return null;
  const to = signedEnd(reading, at);
  if (to !== null) return nonFigure('docnum', at, to);
  // "Công văn số 45, 46 và 47"
  const isListed =
    reading.listedAfter(at)?.class === 'docnum' &&
    !isQuantified(reading, at) &&
    (!reading.isWord(at + 1) || functionWords.has(reading.key(at + 1)));
  if (isListed && !reading.is(at + 1, '%', '/')) return nonFigure('docnum', at, at + 1);
  const hasNumberWord = reading.is(at - 1, 'số') || (reading.is(at - 1, ':') && reading.is(at - 2, 'số'));
  // "số 88/2019/QH14, số 43"
  const last = reading.found.at(-1);
  const isNext = last?.class === 'docnum' && at - last.to <= 3 && reading.is(at - 1, 'số');
  if (isNext && !isQuantified(reading, at) && !reading.is(at + 1, '/'))
    return nonFigure('docnum', at, at + 1);
  const kindEnd = hasNumberWord ? at - (reading.is(at - 1, ':') ? 2 : 1) : at;
  const kind = reading.before(documentKinds, kindEnd);
  // "CT1A" is a building, "CT 05" a document.
  if (kind === null || (reading.isGlued(at) && !hasNumberWord)) return null;
  // "máy CT 64 lát cắt": two letters before a thing are no directive.
  const isAbbreviated = kind.length === 1 && reading.key(at - 1).length === 2;
  const isThing = reading.isWord(at + 1) && !functionWords.has(reading.key(at + 1));
  if (isAbbreviated && isThing && !reading.is(at + 1, 'ngày', 'năm')) return null;
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
  if (!reading.isGlued(index) && !reading.isGlued(index + 1) && !reading.is(at - 1, 'số')) return null;
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
  return brokenEnd(reading, index);
}

const issuers = ['ubnd', 'hđnd', 'ttg', 'cp', 'tu', 'tw', 'btc', 'bkhđt', 'bnv', 'hu', 'hđbc'] as const;

/** End of a document's number whose hyphen recognition spaced: "45/KH - UBND", "123/QĐ -TTg". */
function brokenEnd(reading: Reading, at: number): number {
  const isBroken = reading.is(at, '-') && reading.is(at + 1, ...issuers) && isSign(reading, at + 1);
  return isBroken && !(reading.isGlued(at) && reading.isGlued(at + 1)) ? at + 2 : at;
}

/** "Điều 5, khoản 2", "khoản 2, 3 và 4"; "điểm 1 khoản 2". */
export function readLegal(reading: Reading, at: number): FoundNonFigure | null {
  const isDotted = /^\d{1,3}(?:\.\d{1,2})+$/.test(reading.tokens[at]?.text ?? '');
  if (isDotted && reading.is(at - 1, 'điều', 'khoản')) return nonFigure('legal', at, at + 1);
  if (reading.integer(at) === null) return null;
  if (reading.before(legalWords, at) !== null && !reading.is(at + 1, '%')) {
    if (reading.is(at - 2, 'tài', 'trái', 'chuyên')) return null;
    return nonFigure('legal', at, lettered(reading, at));
  }
  if (reading.is(at - 1, 'điểm', 'tiết') && reading.is(at + 1, 'khoản', 'điều', 'mục', 'điểm'))
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
  // The page at the end of a line of contents: "I. TIỀM NĂNG ........ 3"
  const isPage =
    at === reading.tokens.length - 1 && [1, 2, 3].every((back) => reading.is(at - back, '.', '…'));
  if (isPage) return found;
  // "[1] Theo Cục Thống kê"
  if (reading.is(at - 1, '[') && reading.is(at + 1, ']')) return nonFigure('footnote_ref', at, at + 1);
  const { opens, kind } = reading.facts;
  // "1. Thu nội địa" in the first words of a row
  const isRowNumber =
    kind === 'cell' && at === 0 && reading.is(1, '.', ')') && reading.isGlued(1) && reading.isWord(2);
  if (isRowNumber) return found;
  if (kind !== 'cell') {
    const isAlone = at === 0 || (at === 1 && reading.is(0, '('));
    const isDotted =
      reading.is(at + 1, '.', ')', '/', '-') && reading.isGlued(at + 1) && !reading.isGlued(at + 2);
    const isNested = reading.tokens[at]?.text.includes('.') === true && kind === 'heading';
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
  // "mục I.2.3"
  const isUnderRoman =
    reading.is(at - 1, '.') && reading.isGlued(at) && /^[IVXLC]+$/.test(reading.tokens[at - 2]?.text ?? '');
  if (isUnderRoman && reading.before(sectionWords, at - 2) !== null)
    return nonFigure('section', at - 2, at + 1);
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
  const isPartOf = reading.at(sectionWords, at + 1) !== null;
  if (isPartOf && (reading.is(at - 1, 'điểm') || reading.before(sectionWords, at) !== null)) return found;
  if (reading.before(sectionWords, at) !== null && !reading.is(at - 1, '%') && !isQuantified(reading, at))
    return found;
  if (reading.tokens[at]?.text.includes('.') === true && reading.before(sectionWords, at) !== null)
    return found;
  return null;
}

/** "gồm: 1. Thu nội địa …; 2. Thu xuất nhập khẩu …": counting from 1, each before a capital. */
function isInlineSection(reading: Reading, at: number): boolean {
  const isDotted = reading.is(at + 1, '.') && reading.isGlued(at + 1) && !reading.isGlued(at + 2);
  if (!isDotted || !/^\p{Lu}/u.test(reading.tokens[at + 2]?.text ?? '')) return false;
  if (!reading.is(at - 1, ':', ';', '.')) return false;
  const value = reading.integer(at);
  // The number before it is not far back: a list names few figures an item.
  const before = reading.found.slice(-12).findLast((found) => found.class === 'section');
  return value === 1
    ? reading.is(at - 1, ':', '.')
    : before !== undefined && reading.integer(before.from) === (value ?? 0) - 1;
}

const mapScales = new Set(
  '200 500 1000 1.000 2000 2.000 5000 5.000 10000 10.000 25000 25.000 50000 50.000 100000 100.000 250.000 1.000.000'.split(
    ' ',
  ),
);

const levelWords = 'đạt là có được chiếm gồm còn tăng giảm rộng thu trồng ước lên'.split(' ');

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
  if (
    isPer &&
    !isYear &&
    isPowerOfTen(value) &&
    (reading.isWord(at + 1) || reading.is(at + 1, '.', ',', ')', ''))
  )
    return nonFigure('scale', at, at + 1);
  const scaled = reading.at(scaleWords, at + 1)?.length ?? 0;
  const base = reading.at(rateBases, at + 1) ?? reading.at(rateBases, at + 1 + scaled);
  if (!isPowerOfTen(value) || base === null || !reading.is(at - 1, 'trên', 'mỗi', 'cho', 'cứ', 'tính'))
    return null;
  // "đạt trên 1 ha" is more than one hectare.
  if (reading.is(at - 1, 'trên') && reading.is(at - 2, ...levelWords)) return null;
  const isOne = value.mantissa === 1n;
  if (isOne || (reading.is(at - 1, 'trên', 'mỗi') && reading.is(at + 1, 'dân', 'trẻ', 'ca', 'phụ', 'bé')))
    return nonFigure('scale', at, at + 1);
  return null;
}

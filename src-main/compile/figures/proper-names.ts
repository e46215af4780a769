/** Numbers that tell places and buildings of one name apart: "cầu Mỹ Thuận 2", "thôn Tân Lập 1", "nhiệt điện Vĩnh Tân 4". */
import { functionWords } from './counters.ts';
import { phrases } from './phrases.ts';
import type { FoundNonFigure, Reading } from './reading.ts';
import { isQuantified, nonFigure } from './references.ts';

/**
 * What of one name is numbered. Communes and larger are not: "xã Tân Lập 12, xã Hòa An 15" deals out a count, so
 * that words for them make no name.
 */
const numberedPlaces = phrases(
  'cầu|cầu vượt|hầm|cảng|bến cảng|bến phà|hồ|hồ chứa|đập|kênh|cống|trạm|trạm bơm|trạm biến áp|chợ|đèo|thôn|xóm|ấp|bản|buôn|làng|khóm|phum|sóc|khu phố|tổ dân phố|khu dân cư|khu tái định cư|khu đô thị|kđt|khu công nghiệp|kcn|cụm công nghiệp|ccn|khu kinh tế|khu tập thể|nhà máy|thủy điện|nhiệt điện|điện gió|điện mặt trời|điện|đường dây|trường|tiểu học|mầm non|mẫu giáo|thcs|thpt|th|mn|th & thcs|trung học cơ sở|trung học phổ thông|bệnh viện|phòng khám|chung cư|tòa nhà|nhà văn hóa|sân bay|nút giao|dự án|tàu|đồn biên phòng|đồn|mỏ|lô|phường|quặng|thủy lợi|nghĩa trang|cây xăng|bãi rác',
);

/** Syllables of the longest name. */
const NAME_REACH = 6;

/** The number at a token, where a proper name of a numbered place stands before it and nothing is counted behind. */
export function readNumberedPlace(reading: Reading, at: number): FoundNonFigure | null {
  const text = reading.tokens[at]?.text ?? '';
  if (!/^[1-9]$/.test(text) || reading.isGlued(at) || isQuantified(reading, at)) return null;
  // A number goes on, or is a share.
  if (reading.is(at + 1, '%', '‰', '/', '+', 'x', '×')) return null;
  let from = at;
  while (from > at - NAME_REACH && isNamePart(reading, from - 1)) from--;
  if (from === at) return null;
  // The capital may belong to the word for the place: "Cầu Mỹ Thuận 2", "Trường Tiểu học Kim Đồng 2".
  for (let start = from; start < at; start++) {
    if (reading.before(numberedPlaces, start) !== null) return nonFigure('name', at, at + 1);
  }
  // "thôn Tân Lập 1, Tân Lập 2 và Tân Lập 3"
  if (reading.isWord(at + 1) && !functionWords.has(reading.key(at + 1))) return null;
  const last = reading.found.at(-1);
  const isNext = last?.class === 'name' && from - last.to === 1 && reading.is(last.to, ',', 'và', ';', '-');
  const isSameName = isNext && reading.key(last.from - 1) === reading.key(at - 1);
  return isSameName ? nonFigure('name', at, at + 1) : null;
}

const isNamePart = (reading: Reading, at: number): boolean =>
  /^\p{Lu}/u.test(reading.tokens[at]?.text ?? '') && reading.isWord(at);

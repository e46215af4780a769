/**
 * How a paragraph of an administrative text may begin: "Phần thứ nhất", "II.", "1.1.", "Điều 5.", "a)", "- ", "Nơi nhận:".
 * Only what is printed is read here; whether a number fits its place is for `outline.ts` to say.
 */
import { isAllCapitals } from './characters.ts';

export const numberedStyles = [
  'part',
  'appendix',
  'chapter',
  'division',
  'letter',
  'roman',
  'article',
  'decimal',
  'bracket',
  'point',
] as const;
export type NumberedStyle = (typeof numberedStyles)[number];

/** Those that have a word of their own and often a title on the next line. */
export const rankStyles: readonly NumberedStyle[] = ['part', 'appendix', 'chapter', 'division'];

/** A reading of a printed number. `length` counts UTF-16 units of the visible NFC line, number and space after it. */
export interface Numbering {
  readonly style: NumberedStyle;
  /** Place in its sequence, from 1. */
  readonly value: number;
  /** As printed, without its stops: "II", "1.1", "a", "thứ nhất". */
  readonly printed: string;
  /** Components of a decimal ("3.1" → [3, 1]); else the value alone. */
  readonly path: readonly number[];
  readonly length: number;
}

export type Opener =
  | { readonly kind: 'numbered'; readonly readings: readonly Numbering[] }
  | { readonly kind: 'item'; readonly marker: string; readonly length: number }
  | { readonly kind: 'recipients' | 'addressee' };

const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const ordinal = new Map([
  ...ordinals.map((word, index): [string, number] => [word, index + 1]),
  ['một', 1],
  ['nhì', 2],
  ['bốn', 4],
  ['bẩy', 7],
]);

// "i" would be a roman numeral too, but no office writes small ones.
const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

export function romanNumeral(value: number): string {
  let left = value;
  let text = '';
  for (const [size, digits] of [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const) {
    for (; left >= size; left -= size) text += digits;
  }
  return text;
}

/** Value of a roman numeral in its canonical form below 200; null otherwise. */
function romanValue(text: string): number | null {
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = romanDigits[text[index] ?? ''] ?? 0;
    value += digit < (romanDigits[text[index + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value > 0 && value < 200 && romanNumeral(value) === text ? value : null;
}

const pointLetters = 'abcdđefghijklmnopqrstuvwxyz';
/** Letters that a Vietnamese list of points may leave out. */
const skippable = 'đfjwz';

/** Whether a point or letter may follow another: the next one, or one after letters that Vietnamese does not have. */
export function followsLetter(previous: number, next: number): boolean {
  if (next <= previous) return false;
  for (let value = previous + 1; value < next; value++) {
    if (!skippable.includes(pointLetters[value - 1] ?? '')) return false;
  }
  return true;
}

const part = /^phần\s+(?:thứ\s+)?(\p{L}{2,4}|[IVXLC]{1,7}|\d{1,2}|[A-ZĐ])(?=$|[\s.:,–-])/iu;
const appendix = /^phụ\s+(?:lục|biểu)(?:\s+(?:số\s*)?([IVXLC]{1,7}|\d{1,3}|[A-ZĐ])(?=$|[\s.:–-]))?/iu;
const chapter = /^chương\s+([IVXLC]{1,7}|\d{1,3})(?=$|[\s.:–-])/iu;
const division = /^(?:tiểu\s+)?mục\s+([IVXLC]{1,7}|\d{1,3})(?=$|[\s.:–-])/iu;
const article = /^điều\s+(\d{1,4})([a-zđ]?)(?=$|\s*[.:])/iu;
const decimal =
  /^(\d{1,3}(?:\.\d{1,3}){0,4})(?:([.)])(?=\s|\p{L}|["“]|$)|(\.?\/|[-–](?=\s+["“]?\p{Lu}))(?=\s)|(?=\s))/u;
const roman = /^([IVXLC]{1,7})(?:[.)](?=\s|\p{Lu})|\.?[/:](?=\s)|\s*[-–](?=\s))/u;
const letter = /^([A-ZĐ])(?:[.)](?=\s|\p{Lu}\p{L})|\.?[/:](?=\s)|\s*[-–](?=\s))/u;
const point = /^([a-zđ])(?:\)|\.(?=\s)|\/(?=\s)|,(?=\s\p{Lu}))/u;
const item = /^(?:([-–—−‑•+●○▪■□◦‣·✓✔➢➤❖◆*])(?=\s)|([-–—−‑+•●▪✓➢❖])(?=\p{L}))\s*/u;

/** Value of what stands after "Phần", "Chương", "Phụ lục": a roman or arabic number, a letter or an ordinal word. */
function rankValue(text: string): number | null {
  if (/^\d/.test(text)) return Number(text) || null;
  const asRoman = romanValue(text.toUpperCase());
  if (asRoman !== null) return asRoman;
  if (/^[A-ZĐ]$/.test(text)) return pointLetters.indexOf(text.toLowerCase()) + 1;
  return ordinal.get(text.toLowerCase()) ?? null;
}

/** After "Phần hai", "Chương I": nothing, a stop, or a title in capitals; a sentence that goes on is no heading. */
function isHeadingRest(line: string, length: number): boolean {
  const rest = line.slice(length).trimStart();
  return rest === '' || /^[.:–-]/.test(rest) || isAllCapitals(rest) || isAllCapitals(line);
}

function withStop(line: string, length: number): number {
  return length + (/^\s*[.,:/)–-]*\s*/.exec(line.slice(length, length + 12))?.[0].length ?? 0);
}

function readRank(line: string): Numbering | null {
  const styles = [
    ['part', part],
    ['appendix', appendix],
    ['chapter', chapter],
    ['division', division],
  ] as const;
  for (const [style, pattern] of styles) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const printed = match[1] ?? '';
    const value = printed === '' ? 1 : rankValue(printed);
    if (value === null || line.length > 300 || !isHeadingRest(line, match[0].length)) continue;
    return { style, value, printed: match[0], path: [value], length: withStop(line, match[0].length) };
  }
  return null;
}

function readNumbers(line: string): Numbering[] {
  const readings: Numbering[] = [];
  const add = (
    style: NumberedStyle,
    value: number | null,
    printed: string,
    length: number,
    path?: number[],
  ): void => {
    if (value !== null && value > 0) {
      readings.push({ style, value, printed, path: path ?? [value], length: withStop(line, length) });
    }
  };
  let match = article.exec(line);
  if (match !== null) {
    add('article', Number(match[1]), (match[1] ?? '') + (match[2] ?? ''), match[0].length);
    return readings;
  }
  match = decimal.exec(line);
  if (match !== null) {
    const printed = match[1] ?? '';
    const path = printed.split('.').map(Number);
    const stop = match[2] ?? match[3] ?? '';
    const rest = line.slice(match[0].length);
    // "12 lớp", "5.000 người": a number and no heading. "1.1 Về kinh tế" needs its capital, "1.Về" its stop.
    const bare = stop === '' && (path.length === 1 || !/^\s+["“]?\p{Lu}/u.test(rest));
    const quantity = stop !== '.' && /^\s*\d/.test(rest);
    if (!bare && !quantity && rest.trim() !== '') {
      const style = stop === ')' && path.length === 1 ? 'bracket' : 'decimal';
      add(style, path[path.length - 1] ?? null, printed, match[0].length, path);
    }
    return readings;
  }
  match = roman.exec(line);
  if (match !== null) add('roman', romanValue(match[1] ?? ''), match[1] ?? '', match[0].length);
  match = letter.exec(line);
  if (match !== null) {
    add('letter', pointLetters.indexOf((match[1] ?? '').toLowerCase()) + 1, match[1] ?? '', match[0].length);
  }
  match = point.exec(line);
  if (match !== null && line.slice(match[0].length).trim() !== '') {
    add('point', pointLetters.indexOf(match[1] ?? '') + 1, match[1] ?? '', match[0].length);
  }
  return readings;
}

/** Reads the beginning of a line or paragraph (visible text, NFC, trimmed). Null: it begins like any sentence. */
export function readOpener(line: string): Opener | null {
  if (/^nơi\s+nhận\s*[:.]?/iu.test(line) && line.length < 200) return { kind: 'recipients' };
  if (/^kính\s+(?:gửi|trình)\s*:/iu.test(line)) return { kind: 'addressee' };
  const rank = readRank(line);
  if (rank !== null) return { kind: 'numbered', readings: [rank] };
  const marked = item.exec(line);
  if (marked !== null && marked[0].length < line.length) {
    return { kind: 'item', marker: marked[1] ?? marked[2] ?? '', length: marked[0].length };
  }
  const readings = readNumbers(line);
  return readings.length > 0 ? { kind: 'numbered', readings } : null;
}

const genres =
  'BÁO CÁO (?:TÓM TẮT|THẨM TRA|GIÁM SÁT|GIẢI TRÌNH|TIẾP THU|TỔNG HỢP|TỔNG KẾT|CHÍNH TRỊ|CHUYÊN ĐỀ|KẾT QUẢ GIÁM SÁT)|BÁO CÁO|NGHỊ QUYẾT|TỜ TRÌNH|KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|THÔNG BÁO|ĐỀ ÁN|CHỈ THỊ|CÔNG VĂN|HƯỚNG DẪN|QUY CHẾ|QUY ĐỊNH|PHƯƠNG ÁN|BIÊN BẢN|KẾT LUẬN|NGHỊ ĐỊNH|THÔNG TƯ|LUẬT|ĐỀ CƯƠNG|GIẤY MỜI|CÔNG ĐIỆN|DANH SÁCH|DANH MỤC|ĐIỀU LỆ|QUY HOẠCH|PHÁP LỆNH|DỰ ÁN|BÀI PHÁT BIỂU|PHÁT BIỂU|DIỄN VĂN|LỜI KÊU GỌI|NỘI QUY|QUY TRÌNH|Ý KIẾN|GIẢI TRÌNH';
const genre = new RegExp(`^(?:DỰ THẢO\\s+)?(${genres})(?=$|[\\s:.,(])`, 'u');
const genreAlone = new RegExp(`^(?:DỰ THẢO\\s+)?(${genres})$`, 'iu');

/** A line that names the genre: "BÁO CÁO", "NGHỊ QUYẾT Về việc …". `rest` is what follows on the line. */
export function readGenre(line: string): { readonly genre: string; readonly rest: string } | null {
  const match = genre.exec(line) ?? genreAlone.exec(line);
  if (match?.[1] === undefined || line.length > 600 || line.endsWith(':')) return null;
  return { genre: match[1], rest: line.slice(match[0].length).trim() };
}

const office =
  /^(?:(?:TM|T\/M|KT|TL|TUQ|T\.M|K\.T)\b[./ ]|(?:Q\. ?|QUYỀN )?(?:PHÓ )?(?:CHỦ TỊCH|CHỦ TỌA|CHỦ TOẠ|TRƯỞNG BAN|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|TRƯỞNG ĐOÀN|CHÁNH VĂN PHÒNG|THƯ KÝ|TRƯỞNG PHÒNG|THỦ TƯỚNG|BỘ TRƯỞNG|NGƯỜI (?:LẬP|BÁO CÁO|KÝ))(?:$|\s))/u;

/** A line that opens a signature: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH". */
export const isSignature = (line: string): boolean =>
  line.length <= 120 &&
  office.test(line) &&
  (isAllCapitals(line.replace(/\(.*/, '')) || /^(?:TM|KT|TL|TUQ)\./.test(line));

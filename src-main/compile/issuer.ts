/** Who issues a document: the office of the letterhead with its territory, its name in sentence case. */
import { collapse, firstWords } from './characters.ts';
import { isNation, isOffice } from './layout.ts';

/** Texts that name the issuer, in reading order. */
export interface IssuerTexts {
  readonly letterhead: readonly string[];
  readonly signature: readonly string[];
  /** First and last paragraphs and headings of the body. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
}

export const numberLine =
  /^(?:(?:luật|lệnh|pháp lệnh|nghị quyết)\s+)?(?:số|số hiệu)\s*(?:\/[^:]{0,20})?(?::|\s(?=\d))\s*(.*)$/iu;
export const dateWords = /ngày[\s\d.…_]{0,12}tháng[\s\d.…_]{0,12}năm(?:\s*[\d.…_]{1,8})?/iu;

const unitWords = 'TỈNH|THÀNH PHỐ|TP\\.?|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU';
const territory = new RegExp(`^(?:${unitWords})\\s`, 'u');
const endsInUnit = new RegExp(`(?:^|\\s)(?:${unitWords})$`, 'iu');
const party = /^(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) (?:ỦY|UỶ)(?:\s|$)|^ĐOÀN ĐẠI BIỂU QUỐC HỘI/u;
const subordinate =
  /^(?:BAN|SỞ|BỘ|ĐOÀN|TỔ|VĂN PHÒNG|CHI CỤC|PHÒNG|VIỆN|TÒA|CÔNG AN|CỤC|THƯỜNG TRỰC|TRUNG TÂM|(?:ỦY|UỶ) BAN(?! NHÂN DÂN))\s/u;

/** What the letterhead, or else the signature, prints. Null where neither says. */
export function printedIssuer({ letterhead, signature }: IssuerTexts): string | null {
  const office: string[] = [];
  const body: string[] = [];
  for (const line of letterhead) {
    const text = collapse(line);
    if (isNation(text) || numberLine.test(text) || dateWords.test(text) || text.length > 80) continue;
    if (text !== text.toUpperCase() || text === text.toLowerCase()) continue;
    const last = office.at(-1);
    if (isOffice(text) || party.test(text)) office.push(officeName(text));
    else if (last !== undefined && territory.test(text)) office.push(lowerFirst(officeName(text)));
    // "ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH" and below it "NINH BÌNH".
    else if (last !== undefined && endsInUnit.test(last)) office.push(properName(text));
    else if (subordinate.test(text)) body.push(officeName(text));
  }
  const whole = office.slice(0, 3).join(' ');
  const issuer = [body[0] ?? '', whole].filter((name) => name !== '').join(', ');
  if (issuer !== '') return issuer;
  const signed = signature.map(collapse).find((line) => /^(?:TM|T\/M)\s*[./]?\s/u.test(line));
  return signed === undefined
    ? null
    : firstWords(officeName(signed.replace(/^(?:TM|T\/M)\s*[./]*\s*/u, '')), 160);
}

/** The printed name, made whole from the text where it lacks its territory and the text names but one. */
export function fullIssuer(printed: string | null, texts: IssuerTexts): string | null {
  const { opening, closing } = texts;
  if (printed === null) {
    const spoken = opening
      .slice(0, 12)
      .map(collapse)
      .find((line) => isOffice(line) && line.length <= 160);
    if (spoken === undefined) return null;
    const office = officeName(spoken.replace(/\s+KH(?:ÓA|OÁ)\s.*$/u, ''));
    return fullIssuer(office, { ...texts, opening: opening.filter((line) => line !== spoken) });
  }
  const council = /^(?:(?:ủy|uỷ) ban|hội đồng) nhân dân/iu.exec(printed)?.[0];
  if (council === undefined) return printed;
  const rest = printed.slice(council.length).trim();
  if (rest !== '' && !new RegExp(`^(?:${unitWords})$`, 'iu').test(rest)) return printed;
  for (const among of [closing, [...opening, ...closing]]) {
    const names = new Set(among.flatMap((text) => territoriesOf(council, rest, text)));
    const [name] = names;
    if (names.size === 1 && name !== undefined) return `${council} ${name}`;
  }
  return printed;
}

/** "thành phố Hải Dương" of every "Ủy ban nhân dân thành phố Hải Dương" in a text. */
function territoriesOf(council: string, unit: string, text: string): string[] {
  const office = council.replace(/^(?:ủy|uỷ)/iu, '(?:ủy|uỷ)');
  const units = unit === '' ? unitWords.toLowerCase() : unit.toLowerCase();
  const pattern = new RegExp(`${office}\\s+(${units})\\s+`, 'giu');
  return [...collapse(text).matchAll(pattern)].flatMap((match) => {
    const after = collapse(text).slice(match.index + match[0].length);
    const name = /^\p{Lu}\p{L}*(?:[ -]\p{Lu}\p{L}*){0,4}/u.exec(after)?.[0];
    return name === undefined || name === name.toUpperCase()
      ? []
      : [`${(match[1] ?? '').toLowerCase()} ${name}`];
  });
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const properName = (capitals: string): string =>
  capitals
    .split(' ')
    .map((word) => capitalised(word.toLowerCase()))
    .join(' ');

/** Written in capitals also within a name: no vowel, or known to be short for something. */
const isAbbreviation = (word: string): boolean =>
  /^(?:UBND|HĐND|MTTQ|VP|TT|UBMTTQ|LĐTBXH|HTX)$/u.test(word) ||
  (word.length > 1 && /^[BCDĐGHKLMNPQRSTVX&]+$/u.test(word));
/** The field that an office of a council or ministry has follows these: "Sở Kế hoạch và Đầu tư". */
const ofField = /^(?:BAN|SỞ|BỘ|PHÒNG|CỤC|CHI CỤC|TRUNG TÂM|VỤ|(?:ỦY|UỶ) BAN(?! NHÂN DÂN))\s/u;

/** "HỘI ĐỒNG NHÂN DÂN TỈNH HẢI DƯƠNG" → "Hội đồng nhân dân tỉnh Hải Dương", "BAN KINH TẾ - XÃ HỘI" → "Ban Kinh tế - Xã hội". */
function officeName(capitals: string): string {
  const words = capitals.split(' ');
  const hasField = ofField.test(capitals);
  const fieldAt = hasField ? (/^(?:CHI CỤC|TRUNG TÂM|ỦY BAN|UỶ BAN)/u.test(capitals) ? 2 : 1) : -1;
  let isName = false;
  return words
    .map((word, index) => {
      const before = words[index - 1] ?? '-';
      const lower = word.toLowerCase();
      const unit = unitOf(words, index);
      if (unit !== null) {
        isName = unit === 'last';
        return index === 0 ? capitalised(lower) : lower;
      }
      if (isAbbreviation(word) || (/^[IVXLC]+$/u.test(word) && /^(?:KHÓA|KHOÁ|THỨ)$/u.test(before)))
        return word;
      const opensField = hasField && (before === 'VÀ' || before.endsWith(',')) && word !== 'CHỐNG';
      const opensName = before === '-' || before === '–' || index === fieldAt || opensField;
      return isName || opensName ? capitalised(lower) : lower;
    })
    .join(' ')
    .replace(/(?<=\s)(?:quốc hội|tổ quốc|chính phủ)(?=\s|$)/gu, capitalised)
    .replace(/việt nam/gu, 'Việt Nam');
}

/** Whether a word is (the last of) a unit of territory, after which a name follows. */
function unitOf(words: readonly string[], index: number): 'last' | 'first' | null {
  const word = words[index] ?? '';
  const before = words[index - 1] ?? '';
  const after = words[index + 1] ?? '';
  // "TỈNH ỦY HẢI DƯƠNG", "ĐẢNG ỦY XÃ …".
  if (/^(?:ỦY|UỶ)$/u.test(word)) return /^(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ)$/u.test(before) ? 'last' : null;
  if (/^(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ)$/u.test(word) && /^(?:ỦY|UỶ)$/u.test(after)) return 'first';
  if (/^(?:TỈNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|TP\.?)$/u.test(word) && after !== 'HỘI')
    return before === 'THỊ' || after !== '' ? 'last' : null;
  if (/^(?:THÀNH PHỐ|THỊ XÃ|THỊ TRẤN)$/u.test(`${word} ${after}`)) return 'first';
  return /^(?:THÀNH PHỐ|THỊ XÃ|THỊ TRẤN)$/u.test(`${before} ${word}`) ? 'last' : null;
}

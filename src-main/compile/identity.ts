/** Who wrote what to whom: the letterhead's facts and the document's lasting id. */
import { createHash } from 'node:crypto';
import type { BriefingDocument } from '../contract/briefing.ts';
import { foldWords } from '../contract/fold.ts';
import { collapse, firstWords } from './characters.ts';
import { isOffice } from './layout.ts';
import { readGenre } from './openers.ts';

/** The front and back of a document: texts of its blocks by kind, in reading order. */
export interface Front {
  readonly letterhead: readonly string[];
  readonly title: readonly string[];
  readonly addressee: readonly string[];
  readonly signature: readonly string[];
  /** First text of any kind, for a document without a title. */
  readonly first: string;
}

const numberLine = /^(?:số|số hiệu)\s*(?:\/[^:]{0,20})?:\s*(.*)$/iu;
const dateWords = /ngày[\s\d.…_]{0,12}tháng[\s\d.…_]{0,12}năm(?:\s*[\d.…_]{1,8})?/iu;
const nation = /CỘNG H(?:ÒA|OÀ)|ĐỘC LẬP|^\W*$/iu;

export function identify(front: Front, source: string): BriefingDocument {
  const titleWords = titleOf(front);
  const genre = front.title.map(readGenre).find((read) => read !== null)?.genre ?? null;
  const issuer = issuerOf(front);
  const dated = [...front.letterhead, ...front.title, ...front.signature].find((line) =>
    dateWords.test(line),
  );
  const date = dated === undefined ? null : collapse(dateWords.exec(dated)?.[0] ?? '');
  const addressee = collapse(
    front.addressee
      .map((line) => line.replace(/[;,.\s]+$/, ''))
      .join('; ')
      .replace(/^kính\s+(?:gửi|trình)\s*:\s*/iu, '')
      .replace(/^[;\s]+/, ''),
  );
  const title = titleWords === '' ? firstWords(collapse(front.first), 120) : titleWords;
  return {
    id: documentId(issuer, genre, title),
    revision: digest(source).slice(0, 16),
    genre: genre === null ? null : genre.slice(0, 1) + genre.slice(1).toLowerCase(),
    title,
    number: numberOf(front.letterhead),
    date,
    place: dated === undefined ? null : placeOf(dated),
    issuer,
    addressee: addressee === '' ? null : addressee.replace(/[\s;.]+$/, ''),
  };
}

function titleOf({ title }: Front): string {
  const words: string[] = [];
  for (const [index, line] of title.entries()) {
    const read = index < 2 ? readGenre(line) : null;
    if (read !== null && words.length === 0) {
      if (read.rest !== '') words.push(read.rest);
    } else if (index > 0 && words.length > 0 && /^[(*]/.test(line)) {
      continue;
    } else words.push(line);
  }
  const joined = collapse(words.join(' '));
  return joined === '' ? collapse(title.join(' ')) : joined;
}

function numberOf(letterhead: readonly string[]): string | null {
  for (const line of letterhead) {
    const match = numberLine.exec(collapse(line));
    if (match === null) continue;
    // "Số: 15/NQ-HĐND Hải Dương, ngày …": place and date may share the line.
    const number = /^[\s\d.…_]*\/?[\p{L}\d/.…_-]*/u.exec(match[1] ?? '')?.[0].trim() ?? '';
    return number === '' ? null : number;
  }
  return null;
}

function placeOf(dated: string): string | null {
  const before = dated.slice(0, dateWords.exec(dated)?.index ?? 0).replace(/[,\s]+$/, '');
  const words = /(?:^|\s)([\p{Lu}][\p{L}.]*(?:\s+[\p{Lu}][\p{L}.]*){0,4})$/u.exec(before)?.[1];
  return words === undefined || words === '' ? null : words;
}

const territory = /^(?:TỈNH|THÀNH PHỐ|TP\.?|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)\s/u;
const subordinate = /^(?:BAN|SỞ|BỘ|ĐOÀN|TỔ|VĂN PHÒNG|CHI CỤC|PHÒNG|VIỆN|TÒA|CÔNG AN|CỤC|THƯỜNG TRỰC)\s/u;

/** From the letterhead: the office, its territory and the body within it that writes; else from the signature. */
function issuerOf({ letterhead, signature }: Front): string | null {
  const office: string[] = [];
  const body: string[] = [];
  for (const line of letterhead) {
    const text = collapse(line);
    if (nation.test(text) || numberLine.test(text) || dateWords.test(text) || text.length > 80) continue;
    if (text !== text.toUpperCase() || text === text.toLowerCase()) continue;
    if (subordinate.test(text)) body.push(officeName(text));
    else if (isOffice(text) || (office.length > 0 && territory.test(text))) {
      office.push(territory.test(text) ? lowerFirst(officeName(text)) : officeName(text));
    }
  }
  const whole = office.slice(0, 3).join(' ');
  const issuer = [body[0] ?? '', whole].filter((name) => name !== '').join(', ');
  if (issuer !== '') return issuer;
  const signed = signature.map(collapse).find((line) => /^(?:TM|T\/M)\s*[./]/u.test(line));
  return signed === undefined
    ? null
    : firstWords(officeName(signed.replace(/^(?:TM|T\/M)\s*[./]+\s*/u, '')), 160);
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** "HỘI ĐỒNG NHÂN DÂN TỈNH HẢI DƯƠNG" → "Hội đồng nhân dân tỉnh Hải Dương", "BAN KINH TẾ - XÃ HỘI" → "Ban Kinh tế - Xã hội". */
function officeName(capitals: string): string {
  const words = capitals.split(' ');
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
      if (/^(?:UBND|HĐND|MTTQ|VP|TT)$/u.test(word)) return word;
      const opensName =
        before === '-' || before === '–' || (index === 1 && /^(?:BAN|SỞ|BỘ|PHÒNG)$/u.test(before));
      return isName || opensName ? capitalised(lower) : lower;
    })
    .join(' ');
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Whether a word is (the last of) a unit of territory, after which a name follows. */
function unitOf(words: readonly string[], index: number): 'last' | 'first' | null {
  const word = words[index] ?? '';
  if (/^(?:TỈNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|TP\.?)$/u.test(word) && words[index + 1] !== 'HỘI') {
    return words[index - 1] === 'THỊ' || index + 1 < words.length ? 'last' : null;
  }
  if (/^(?:THÀNH PHỐ|THỊ XÃ|THỊ TRẤN)$/u.test(`${word} ${words[index + 1] ?? ''}`)) return 'first';
  return /^(?:THÀNH PHỐ|THỊ XÃ|THỊ TRẤN)$/u.test(`${words[index - 1] ?? ''} ${word}`) ? 'last' : null;
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Readable, and the same for every revision that keeps issuer and title. */
function documentId(issuer: string | null, genre: string | null, title: string): string {
  const words = foldWords(`${genre ?? ''} ${title}`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const key = [issuer ?? '', genre ?? '', title].map((part) => collapse(foldWords(part))).join('\n');
  return `${words.replace(/-$/, '') || 'tai-lieu'}-${digest(key).slice(0, 10)}`;
}

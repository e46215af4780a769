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

const provinces = /^(TỈNH|THÀNH PHỐ|TP\.?|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)\s/u;

function issuerOf({ letterhead, signature }: Front): string | null {
  const lines: string[] = [];
  for (const line of letterhead) {
    const text = collapse(line);
    if (nation.test(text) || numberLine.test(text) || dateWords.test(text)) continue;
    if (text !== text.toUpperCase() || text === text.toLowerCase()) continue;
    if (
      isOffice(text) ||
      provinces.test(text) ||
      lines.length > 0 ||
      /^(?:BAN|SỞ|BỘ|ĐOÀN|TỔ|VĂN PHÒNG|CHI CỤC|PHÒNG|VIỆN|TÒA|CÔNG AN|CỤC)\s/u.test(text)
    )
      lines.push(text);
  }
  if (lines.length > 0) return firstWords(officeName(lines.slice(0, 3).join(' ')), 160);
  const signed = signature.map(collapse).find((line) => /^(?:TM|T\/M)\s*[./]/u.test(line));
  return signed === undefined
    ? null
    : firstWords(officeName(signed.replace(/^(?:TM|T\/M)\s*[./]+\s*/u, '')), 160);
}

/** "HỘI ĐỒNG NHÂN DÂN TỈNH HẢI DƯƠNG" → "Hội đồng nhân dân tỉnh Hải Dương": names after a unit of territory keep capitals. */
function officeName(capitals: string): string {
  const words = capitals.split(' ');
  let named = false;
  const said = words.map((word, index) => {
    const lower = word.toLowerCase();
    const pair = `${word} ${words[index + 1] ?? ''}`;
    if (/^(?:TỈNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|TP\.?)$/u.test(word)) {
      named = true;
      return lower;
    }
    if (/^(?:THÀNH PHỐ|THỊ XÃ|THỊ TRẤN)$/u.test(pair)) return lower;
    if (/^(?:PHỐ|TRẤN)$/u.test(word) && /^(?:THÀNH|THỊ)$/u.test(words[index - 1] ?? '')) {
      named = true;
      return lower;
    }
    if (/^(?:UBND|HĐND|MTTQ|KTXH|KT-XH)$/u.test(word)) return word;
    return named || index === 0 ? word.slice(0, 1) + lower.slice(1) : lower;
  });
  return said.join(' ');
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

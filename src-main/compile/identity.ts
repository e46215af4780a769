/** Who wrote what to whom: the letterhead's facts and the document's lasting id. */
import { createHash } from 'node:crypto';
import type { BriefingDocument } from '../contract/briefing.ts';
import { foldWords } from '../contract/fold.ts';
import { collapse, firstWords } from './characters.ts';
import { dateWords, fullIssuer, numberLine, printedIssuer } from './issuer.ts';
import type { IssuerTexts } from './issuer.ts';
import { readGenre } from './openers.ts';

/** The front and back of a document: texts of its blocks by kind, in reading order. */
export interface Front extends IssuerTexts {
  readonly title: readonly string[];
  readonly addressee: readonly string[];
  /** First text of any kind, for a document without a title. */
  readonly first: string;
}

export function identify(front: Front, source: string): BriefingDocument {
  const titleWords = titleOf(front);
  const genre = front.title.map(readGenre).find((read) => read !== null)?.genre ?? null;
  const printed = printedIssuer(front);
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
    id: documentId(printed, genre, title),
    revision: digest(source).slice(0, 16),
    genre: genre === null ? null : genre.slice(0, 1) + genre.slice(1).toLowerCase(),
    title,
    number: numberOf(front.letterhead),
    date,
    place: dated === undefined ? null : placeOf(dated),
    issuer: fullIssuer(printed, front),
    addressee: addressee === '' ? null : addressee.replace(/[\s;.]+$/, ''),
  };
}

/** The lines below the genre; what follows the genre on its own line, unless the genre is part of the phrase. */
function titleOf({ title }: Front): string {
  const words: string[] = [];
  let hasGenre = false;
  for (const line of title) {
    const read = hasGenre ? null : readGenre(line);
    if (read !== null) {
      hasGenre = true;
      // "PHÁT BIỂU CỦA ĐỒNG CHÍ …", "CHƯƠNG TRÌNH TẠI …" make one phrase.
      if (/^(?:của|tại)\s/iu.test(read.rest)) words.push(line);
      else if (read.rest !== '') words.push(read.rest);
    } else if (words.length > 0 && /^[(*]/.test(line)) {
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

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Readable, and the same for every revision that keeps its title and the issuer as printed. */
function documentId(issuer: string | null, genre: string | null, title: string): string {
  const words = foldWords(`${genre ?? ''} ${title}`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const key = [issuer ?? '', genre ?? '', title].map((part) => collapse(foldWords(part))).join('\n');
  return `${words.replace(/-$/, '') || 'tai-lieu'}-${digest(key).slice(0, 10)}`;
}

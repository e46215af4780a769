/** Where in a document a line stands: letterhead, title, body, recipients or signature. */
import type { BlockKind } from '../contract/briefing.ts';
import { firstCharacter, isAllCapitals, isFinished, isLower, isUpper } from './characters.ts';
import { isContentsTitle } from './contents.ts';
import type { Draft } from './drafts.ts';
import { isLetterhead, isOffice } from './layout.ts';
import { isSignature, readGenre } from './openers.ts';
import type { ScannedLine, TextLine } from './scan.ts';

export type Zone = 'front' | 'title' | 'body' | 'recipients' | 'signature';

/** What decides beside the line itself. */
export interface ZoneContext {
  /** Among the last lines of the document, where a signature needs no "TM." */
  readonly nearEnd: boolean;
  readonly afterPage: boolean;
  /** Stands right of a wide gap: beside "Nơi nhận:" that is the signature. */
  readonly isRight: boolean;
  readonly last: Draft | undefined;
  /** A letterhead of its own begins here: that of an attached text. */
  readonly opensFront: boolean;
}

/** Lines of these zones keep to themselves, and two columns on one line are two lines. */
export const isEdge = (zone: Zone): boolean =>
  zone === 'front' || zone === 'recipients' || zone === 'signature';

export function nextZone(zone: Zone, line: TextLine, context: ZoneContext): Zone {
  const { opener, text } = line;
  switch (zone) {
    case 'front':
      return 'front';
    case 'title':
      if (opener?.kind === 'addressee') return 'title';
      return staysTitle(line, context.last) ? 'title' : nextZone('body', line, context);
    case 'body':
      if (opener?.kind === 'recipients') return 'recipients';
      return opensSignature(text, context.nearEnd) ? 'signature' : 'body';
    case 'recipients':
    case 'signature':
      if (opener?.kind === 'recipients') return 'recipients';
      if (context.opensFront) return 'front';
      if (leavesTail(line, context.afterPage)) return 'body';
      if (context.isRight) return 'signature';
      if (opener?.kind === 'item') return 'recipients';
      return zone === 'recipients' && endsRecipients(text) ? 'signature' : zone;
  }
}

/** A signature far from the end needs the words that only a signature has. */
export const opensSignature = (text: string, nearEnd: boolean): boolean =>
  isSignature(text) && (nearEnd || /^(?:TM|T\/M|KT|TL|TUQ)\b/.test(text));

export function kindIn(zone: Zone, line: TextLine, last: Draft | undefined): BlockKind {
  switch (zone) {
    case 'front':
      return isSubject(line, last) ? 'title' : 'letterhead';
    case 'title':
      return line.opener?.kind === 'addressee' || last?.kind === 'addressee' ? 'addressee' : 'title';
    case 'recipients':
    case 'signature':
      return zone;
    case 'body':
      return line.opener?.kind === 'item' ? 'item' : 'paragraph';
  }
}

const beginsBody = /^(?:căn cứ|thực hiện|thi hành|kính thưa|xét |trong (?:năm|thời gian)|năm \d{4},)/iu;
/** "(Dự thảo)", "(Tóm tắt)" may stand between the genre and the title; "(Kèm theo …)" ends the title. */
const amidTitle = /^\((?:dự thảo|tóm tắt|lần|trình)/iu;

/** Title lines: in capitals, bold, under "#", or a phrase that is no sentence; the front is over before anything else. */
function staysTitle(line: TextLine, last: Draft | undefined): boolean {
  const { text } = line;
  if (text.length > 600 || isOffice(text) || line.isContents || isContentsTitle(text)) return false;
  // Those to whom a letter goes may stand below "Kính gửi:", one a line.
  if (last?.kind === 'addressee') return line.opener?.kind === 'item' && text.length < 200;
  if (line.opener !== null) return false;
  const lastIsGenre = last !== undefined && readGenre(last.text)?.rest === '';
  if (last?.kind === 'title' && !lastIsGenre && startsBody(line, last)) return false;
  const isMarked = line.bold || line.hashes > 0 || isAllCapitals(text);
  const isSentence = beginsBody.test(text) || /[.:;!]$/.test(text);
  if (isMarked) return isAllCapitals(text) || !(isSentence && !lastIsGenre);
  if (lastIsGenre) return !isSentence;
  if (/^\(.*\)$/.test(text)) return true;
  const goesOn = last?.kind === 'title' && !isFinished(last.text) && isLower(firstCharacter(text));
  if (goesOn && !beginsBody.test(text)) return text.length <= 160;
  const lastIsMarked = last !== undefined && (last.bold || last.hashes > 0);
  return !lastIsMarked && !isSentence && !text.endsWith(',') && text.length <= 160;
}

/** A heading of the body below a whole title: deeper under "#", or in capitals where the title was not. */
function startsBody(line: TextLine, last: Draft): boolean {
  if (line.hashes > 0 && last.hashes > 0) return line.hashes > last.hashes;
  return isAllCapitals(line.text) && !isAllCapitals(last.text) && !amidTitle.test(last.text);
}

const attached = /^(?:PHỤ LỤC|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|DANH SÁCH|BIỂU|ĐIỀU LỆ)/u;

/** After the signature: an appendix, an attached regulation, or the body of another text. */
function leavesTail(line: TextLine, afterPage: boolean): boolean {
  const { opener, text } = line;
  if (opener?.kind === 'numbered') {
    const styles = ['part', 'appendix', 'chapter', 'article', 'roman'];
    return opener.readings.some((reading) => styles.includes(reading.style));
  }
  if (line.hashes > 0 && !isSignature(text)) return true;
  if (attached.test(text) && isAllCapitals(text)) return true;
  return text.length > 250 || (afterPage && text.length > 120 && opener === null);
}

/** Below "Nơi nhận:" a line in capitals that does not end like a recipient belongs to the signature. */
const endsRecipients = (text: string): boolean =>
  isSignature(text) || (isAllCapitals(text) && !/[;,.]$/.test(text) && text.length > 4);

/** "V/v hướng dẫn …" under the number of a letter that names no genre. */
const isSubject = (line: TextLine, last: Draft | undefined): boolean =>
  /^(?:v\/v|về việc)[\s:]/iu.test(line.text) || (last?.kind === 'title' && goesOnSubject(line));
/** A subject takes several lines under the number. */
export const goesOnSubject = ({ text, opener }: TextLine): boolean =>
  opener === null && (isLower(firstCharacter(text)) || /^\d/.test(text));

/** Where the front ends. `genreAt`: index of the line that names the genre, `letterAt`: of a letter's "Kính gửi". */
export interface Front {
  readonly genreAt: number;
  readonly letterAt: number;
}

const noFront: Front = { genreAt: -1, letterAt: -1 };

/** The genre's line with nothing but short lines above it; a letter has "Kính gửi" instead, below its letterhead. */
export function findFront(lines: readonly ScannedLine[]): Front {
  let seen = 0;
  let hasLetterhead = false;
  for (let index = 0; index < lines.length && seen < 40; index++) {
    const line = lines[index];
    if (line?.kind !== 'text') continue;
    seen++;
    if (readGenre(line.text) !== null) return { genreAt: index, letterAt: -1 };
    if (line.opener?.kind === 'addressee') return hasLetterhead ? { genreAt: -1, letterAt: index } : noFront;
    if (line.text.length > 200) return noFront;
    hasLetterhead ||= [line, ...line.columnParts].some(({ text }) => isLetterhead(text));
    const style = line.opener?.kind === 'numbered' ? line.opener.readings[0]?.style : undefined;
    if (style !== undefined && style !== 'letter' && isUpper(firstCharacter(line.text))) return noFront;
  }
  return noFront;
}

/** So many lines lie at most between an attached text's letterhead and its genre. */
const ATTACHED_FRONT_LINES_MAX = 15;

/** Index of the genre's line of an attached text whose letterhead begins at `from`; -1 if none does. */
export function findAttachedGenre(lines: readonly ScannedLine[], from: number): number {
  const first = lines[from];
  if (
    first?.kind !== 'text' ||
    isSignature(first.text) ||
    ![first, ...first.columnParts].some(({ text }) => isLetterhead(text))
  )
    return -1;
  let seen = 0;
  const to = Math.min(lines.length, from + 1 + 4 * ATTACHED_FRONT_LINES_MAX);
  for (let index = from + 1; index < to && seen < ATTACHED_FRONT_LINES_MAX; index++) {
    const line = lines[index];
    if (line?.kind !== 'text') continue;
    seen++;
    if (isAllCapitals(line.text) && (readGenre(line.text) !== null || attached.test(line.text))) return index;
    if (line.text.length > 160) return -1;
  }
  return -1;
}

/** Where in a document a line stands: letterhead, title, body, recipients or signature. */
import type { BlockKind } from '../contract/briefing.ts';
import { isAllCapitals, isUpper, firstCharacter } from './characters.ts';
import type { Draft } from './drafts.ts';
import { isOffice } from './layout.ts';
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
      return 'letterhead';
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

/** Title lines: in capitals, bold, under "#", or a phrase that is no sentence; the front is over before anything else. */
function staysTitle(line: TextLine, last: Draft | undefined): boolean {
  const { text } = line;
  if (text.length > 600 || isOffice(text)) return false;
  // Those to whom a letter goes may stand below "Kính gửi:", one a line.
  if (last?.kind === 'addressee') return line.opener?.kind === 'item' && text.length < 200;
  if (line.opener !== null) return false;
  const isMarked = line.bold || line.hashes > 0 || isAllCapitals(text);
  const lastIsGenre = last !== undefined && readGenre(last.text)?.rest === '';
  if (isMarked || lastIsGenre) return isMarked || !(beginsBody.test(text) || /[.:;!]$/.test(text));
  if (/^\(.*\)$/.test(text)) return true;
  const lastIsMarked = last !== undefined && (last.bold || last.hashes > 0);
  return !lastIsMarked && !beginsBody.test(text) && !/[.:;!,]$/.test(text) && text.length <= 160;
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

/** Index of the line that names the genre, with nothing but short lines above it; -1 if there is none. */
export function findGenre(lines: readonly ScannedLine[]): number {
  let seen = 0;
  for (let index = 0; index < lines.length && seen < 40; index++) {
    const line = lines[index];
    if (line?.kind !== 'text') continue;
    seen++;
    if (readGenre(line.text) !== null) return index;
    if (line.text.length > 200 || line.opener?.kind === 'addressee') return -1;
    const style = line.opener?.kind === 'numbered' ? line.opener.readings[0]?.style : undefined;
    if (style !== undefined && style !== 'letter' && isUpper(firstCharacter(line.text))) return -1;
  }
  return -1;
}

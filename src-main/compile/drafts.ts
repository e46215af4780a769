/**
 * Lines become drafts of blocks: front (letterhead, title, addressee), body, tables, footnotes, recipients and signature.
 * A draft knows its lines and what it begins with; sections, joins and addresses come later.
 */
import type { BlockKind, CellPlace } from '../contract/briefing.ts';
import { firstCharacter, isAllCapitals, isFinished, isLower, isUpper } from './characters.ts';
import { continues, isOffice } from './layout.ts';
import type { Layout } from './layout.ts';
import type { Raised } from './markup.ts';
import { isSignature, readGenre } from './openers.ts';
import type { Opener } from './openers.ts';
import type { ScannedLine, TextLine } from './scan.ts';

/** A stretch of lines of one draft; `before` says what parts it from the stretch before. Source offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly before: 'line-break' | 'join';
}

export interface Draft {
  kind: BlockKind;
  spans: Span[];
  /** NFC words, for recognising only. */
  text: string;
  readonly opener: Opener | null;
  readonly hashes: number;
  readonly bold: boolean;
  /** Opening mark of a footnote. */
  readonly note: Raised | null;
  readonly indent: number;
  cell: CellPlace | null;
  /** A page ended somewhere between the draft before and this one. */
  afterPage: boolean;
  /** Set by the tail: no section may claim it. */
  readonly outside: boolean;
}

/** Recognising needs a draft's beginning and end only; a whole document joined in one draft must stay cheap. */
export function appended(text: string, more: string): string {
  const whole = `${text} ${more}`;
  return whole.length > 4000 ? `${whole.slice(0, 2000)} ${whole.slice(-1000)}` : whole;
}

type Zone = 'front' | 'title' | 'body' | 'recipients' | 'signature';

const draftOf = (line: TextLine, kind: BlockKind, outside = false): Draft => ({
  kind,
  spans: [{ start: line.start, end: line.end, before: 'line-break' }],
  text: line.text,
  opener: line.opener,
  hashes: line.hashes,
  bold: line.bold,
  note: line.note,
  indent: line.indent,
  cell: null,
  afterPage: false,
  outside,
});

export function makeDrafts(lines: readonly ScannedLine[], layout: Layout): Draft[] {
  const drafts: Draft[] = [];
  const signatureFrom = lastLines(lines, 14);
  const genreAt = findGenre(lines);
  let zone: Zone = genreAt === -1 ? 'body' : 'front';
  let table = 0;
  let afterPage = false;
  let previous: TextLine | null = null;

  const push = (draft: Draft): void => {
    draft.afterPage = afterPage;
    afterPage = false;
    drafts.push(draft);
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.kind === 'blank' || line.kind === 'page') {
      if (line?.kind === 'page') afterPage = true;
      previous = null;
      continue;
    }
    if (line.kind === 'table') {
      const after = endOfTable(lines, index);
      const kind =
        zone === 'front' ? 'letterhead' : zone === 'recipients' || zone === 'signature' ? zone : 'cell';
      const rows = lines.slice(index, after).filter((row) => row.kind === 'table');
      if (kind === 'cell' && rows.some((row) => row.cells.length > 0)) table++;
      let row = rows[1]?.isRule === true ? 0 : 1;
      for (const { cells, isRule } of rows) {
        for (const { column, line: words } of cells) {
          const draft = draftOf(words, kind, kind !== 'cell');
          push(kind === 'cell' ? { ...draft, opener: null, cell: { table, row, column } } : draft);
        }
        if (!isRule) row++;
      }
      previous = null;
      index = after - 1;
      continue;
    }
    const footnote = line.note !== null && opensFootnote(line);
    if (index === genreAt) zone = 'title';
    else if (!footnote) zone = nextZone(zone, line, index >= signatureFrom, afterPage);
    const last = drafts[drafts.length - 1];
    if (previous !== null && last !== undefined && !footnote && belongs(zone, previous, line, last, layout)) {
      last.spans.push({ start: line.start, end: line.end, before: 'line-break' });
      last.text = appended(last.text, line.text);
    } else {
      push(draftOf(line, footnote ? 'footnote' : kindIn(zone, line, last), zone !== 'body'));
    }
    previous = line;
  }
  return drafts;
}

function kindIn(zone: Zone, line: TextLine, last: Draft | undefined): BlockKind {
  switch (zone) {
    case 'front':
      return 'letterhead';
    case 'title':
      if (line.opener?.kind === 'addressee') return 'addressee';
      return last?.kind === 'addressee' ? 'addressee' : 'title';
    case 'recipients':
      return 'recipients';
    case 'signature':
      return 'signature';
    case 'body':
      return line.opener?.kind === 'item' ? 'item' : 'paragraph';
  }
}

function nextZone(zone: Zone, line: TextLine, nearEnd: boolean, afterPage: boolean): Zone {
  const opener = line.opener;
  switch (zone) {
    case 'front':
      return 'front';
    case 'title':
      if (opener?.kind === 'addressee') return 'title';
      return staysTitle(line) ? 'title' : nextZone('body', line, nearEnd, afterPage);
    case 'body':
      if (opener?.kind === 'recipients') return 'recipients';
      return isSignature(line.text) && (nearEnd || /^(?:TM|T\/M|KT|TL|TUQ)\b/.test(line.text))
        ? 'signature'
        : 'body';
    case 'recipients':
    case 'signature':
      if (opener?.kind === 'recipients') return 'recipients';
      if (leavesTail(line, afterPage)) return 'body';
      if (zone === 'recipients' && opener === null && endsRecipients(line)) return 'signature';
      return zone;
  }
}

/** Title lines: in capitals, bold, under a "#", or beginning like "Về việc"; the rest of the front is over before them. */
function staysTitle(line: TextLine): boolean {
  if (line.opener !== null || isOffice(line.text) || line.text.length > 400) return false;
  if (
    /^(?:căn cứ|thực hiện|thi hành|kính thưa|xét )/iu.test(line.text) &&
    !isAllCapitals(line.text) &&
    !line.bold
  )
    return false;
  return true;
}

const attached = /^(?:PHỤ LỤC|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|DANH SÁCH|BIỂU)/u;

/** After the signature: an appendix, an attached regulation, or the body of another text. */
function leavesTail(line: TextLine, afterPage: boolean): boolean {
  const { opener, text } = line;
  if (opener?.kind === 'numbered') {
    return opener.readings.some((reading) =>
      ['part', 'appendix', 'chapter', 'article', 'roman'].includes(reading.style),
    );
  }
  if (line.hashes > 0 && !isSignature(text)) return true;
  if (attached.test(text) && isAllCapitals(text)) return true;
  return text.length > 250 || (afterPage && text.length > 120 && opener === null);
}

/** Below "Nơi nhận:" a line without a marker that does not end like a recipient belongs to the signature. */
function endsRecipients(line: TextLine): boolean {
  if (isSignature(line.text)) return true;
  return isAllCapitals(line.text) && !/[;,.]$/.test(line.text) && line.text.length > 4;
}

/** Whether the line straight below goes on with the draft that the line above ended. */
function belongs(zone: Zone, previous: TextLine, line: TextLine, last: Draft, layout: Layout): boolean {
  if (last.kind === 'footnote')
    return line.opener === null
      ? continues({ ...previous, opener: null }, line, { ...layout, spaced: true })
      : false;
  const first = firstCharacter(line.text);
  switch (zone) {
    case 'front':
    case 'signature':
      return false;
    case 'title': {
      if (readGenre(previous.text)?.rest === '' && last.spans.length === 1) return false;
      if (last.kind === 'addressee')
        return line.opener === null && (isLower(first) || previous.text.endsWith(','));
      if (line.opener !== null || line.hashes > 0 || isFinished(previous.text)) return false;
      if (isAllCapitals(previous.text) !== isAllCapitals(line.text)) return isLower(first);
      return isLower(first) || isAllCapitals(line.text) || !/^(?:về việc|về|v\/v|\()/iu.test(line.text);
    }
    case 'recipients':
      if (line.opener !== null || last.kind !== 'recipients' || last.opener?.kind === 'recipients')
        return false;
      return (
        !/[;.]$/.test(previous.text) &&
        (isLower(first) || (previous.text.endsWith(',') && !isAllCapitals(line.text)))
      );
    case 'body':
      return (
        last.kind !== 'recipients' &&
        last.kind !== 'signature' &&
        last.kind !== 'title' &&
        last.kind !== 'cell' &&
        continues(previous, line, layout)
      );
  }
}

/** A raised number, then a space or a letter: "¹ Trong đó". Not "² = 4", not a power alone. */
function opensFootnote(line: TextLine): boolean {
  const note = line.note;
  if (note === null || note.value < 1 || note.value > 999) return false;
  if (note.definition) return true;
  const digits = note.explicit ? String(note.value).length : note.end - note.start;
  const rest = line.text.slice(digits);
  return !note.explicit && /^[\s.):]*[\p{L}\p{N}"“(]/u.test(rest);
}

/** Index of the line that names the genre, with nothing but short lines above it; -1 if there is none. */
function findGenre(lines: readonly ScannedLine[]): number {
  let seen = 0;
  for (let index = 0; index < lines.length && seen < 40; index++) {
    const line = lines[index];
    if (line?.kind !== 'text') continue;
    seen++;
    if (readGenre(line.text) !== null) return index;
    if (line.text.length > 200 || line.opener?.kind === 'addressee') return -1;
    if (
      line.opener?.kind === 'numbered' &&
      isUpper(firstCharacter(line.text)) &&
      line.opener.readings[0]?.style !== 'letter'
    )
      return -1;
  }
  return -1;
}

function lastLines(lines: readonly ScannedLine[], count: number): number {
  let left = count;
  let index = lines.length - 1;
  for (; index >= 0 && left > 0; index--) if (lines[index]?.kind === 'text') left--;
  return index + 1;
}

function endOfTable(lines: readonly ScannedLine[], from: number): number {
  let after = from;
  while (lines[after]?.kind === 'table') after++;
  return after;
}

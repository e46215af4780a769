/**
 * Lines become drafts of blocks: front (letterhead, title, addressee), body, tables, footnotes, recipients and signature.
 * A draft knows its lines and what it begins with; sections, joins and addresses come later.
 */
import type { BlockKind, CellPlace } from '../contract/briefing.ts';
import { firstCharacter, isAllCapitals, isFinished, isLower } from './characters.ts';
import { continues } from './layout.ts';
import type { Layout } from './layout.ts';
import type { Raised } from './markup.ts';
import { readGenre } from './openers.ts';
import type { Opener } from './openers.ts';
import type { ScannedLine, TableLine, TextLine } from './scan.ts';
import { hasHeader, isTail, linesOf, rowsOf } from './table-rows.ts';
import { findAttachedGenre, findFront, goesOnSubject, isEdge, kindIn, nextZone } from './zones.ts';
import type { Front, Zone } from './zones.ts';

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
  readonly cell: CellPlace | null;
  /** A page ended somewhere between the draft before and this one. */
  readonly afterPage: boolean;
  /** Front, recipients or signature: no section may claim it. */
  readonly outside: boolean;
}

/** Recognising needs a draft's beginning and end only; a whole document joined in one draft must stay cheap. */
export function appended(text: string, more: string): string {
  const whole = `${text} ${more}`;
  return whole.length > 4000 ? `${whole.slice(0, 2000)} ${whole.slice(-1000)}` : whole;
}

export function makeDrafts(lines: readonly ScannedLine[], layout: Layout): Draft[] {
  const maker = new DraftMaker(lines, layout);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind === 'text') maker.takeLine(line, index);
    else if (line?.kind === 'table') index = maker.takeTable(index) - 1;
    else maker.takeGap(line?.kind === 'page');
  }
  return maker.drafts;
}

/** Among so many last lines of a document "CHỦ TỊCH" alone opens the signature. */
const SIGNATURE_LINES_MAX = 14;

class DraftMaker {
  readonly drafts: Draft[] = [];
  readonly #lines: readonly ScannedLine[];
  readonly #layout: Layout;
  readonly #front: Front;
  /** Where the letterhead of an attached text ends. */
  #attachedAt = -1;
  readonly #signatureFrom: number;
  #zone: Zone;
  #tables = 0;
  #afterPage = false;
  /** The text line straight above, which this one may go on with. */
  #above: TextLine | null = null;

  constructor(lines: readonly ScannedLine[], layout: Layout) {
    this.#lines = lines;
    this.#layout = layout;
    this.#front = findFront(lines);
    this.#signatureFrom = lastLines(lines, SIGNATURE_LINES_MAX);
    this.#zone = Math.max(this.#front.genreAt, this.#front.letterAt) === -1 ? 'body' : 'front';
  }

  takeGap(isPage: boolean): void {
    this.#afterPage ||= isPage;
    this.#above = null;
  }

  takeLine(line: TextLine, index: number): void {
    if (opensFootnote(line)) {
      this.#push(draftOf(line, 'footnote', false));
      this.#above = line;
      return;
    }
    const { genreAt, letterAt } = this.#front;
    if (index === genreAt || index === letterAt) this.#zone = 'title';
    else if (index === this.#attachedAt) this.#zone = 'body';
    else this.#zone = this.#zoneOf(line, index, false);
    if (isEdge(this.#zone) && line.columnParts.length > 1) this.#takeParts(line.columnParts, index);
    else this.#takeWords(line);
  }

  #zoneOf(line: TextLine, index: number, isRight: boolean): Zone {
    const nearEnd = index >= this.#signatureFrom;
    const opensFront = isTailZone(this.#zone) && this.#attachesAt(index);
    return nextZone(this.#zone, line, {
      nearEnd,
      afterPage: this.#afterPage,
      isRight,
      opensFront,
      last: this.drafts.at(-1),
    });
  }

  #attachesAt(index: number): boolean {
    const genreAt = findAttachedGenre(this.#lines, index);
    if (genreAt !== -1) this.#attachedAt = genreAt;
    return genreAt !== -1;
  }

  /** Two columns on one line, as letterheads and signatures have them. */
  #takeParts(parts: readonly TextLine[], index: number): void {
    parts.forEach((part, column) => {
      this.#zone = this.#zoneOf(part, index, column > 0);
      this.#push(draftOf(part, kindIn(this.#zone, part, this.drafts.at(-1)), true));
    });
    this.#above = null;
  }

  #takeWords(line: TextLine): void {
    const last = this.drafts.at(-1);
    const above = this.#above;
    if (above !== null && last !== undefined && belongs(this.#zone, above, line, last, this.#layout)) {
      last.spans.push({ start: line.start, end: line.end, before: 'line-break' });
      last.text = appended(last.text, line.text);
    } else {
      this.#push(draftOf(line, kindIn(this.#zone, line, last), this.#zone !== 'body'));
    }
    this.#above = line;
  }

  /** Gives the index of the first line after the table. */
  takeTable(from: number): number {
    let after = from;
    const rows: TableLine[] = [];
    for (let row = this.#lines[after]; row?.kind === 'table'; row = this.#lines[++after]) rows.push(row);
    const nearEnd = after >= this.#signatureFrom;
    if (isEdge(this.#zone) || rows.some((row) => isTail(row, nearEnd))) {
      if (!isEdge(this.#zone)) this.#zone = 'recipients';
      for (const { cells } of rows) {
        for (const { column, line } of cells) {
          for (const part of linesOf(line)) {
            this.#zone = this.#zoneOf(part, from, column > 1 && this.#zone !== 'front');
            this.#push(draftOf(part, kindIn(this.#zone, part, this.drafts.at(-1)), true));
          }
        }
      }
    } else this.#takeCells(rows);
    this.#above = null;
    return after;
  }

  #takeCells(lines: readonly TableLine[]): void {
    if (lines.some(({ cells }) => cells.length > 0)) this.#tables++;
    const rows = rowsOf(lines);
    let row = hasHeader(lines, rows) ? 0 : 1;
    for (const cells of rows) {
      const open = new Map<number, Draft>();
      for (const { column, line } of cells) {
        const above = open.get(column);
        if (above !== undefined) {
          above.spans.push({ start: line.start, end: line.end, before: 'line-break' });
          above.text = appended(above.text, line.text);
          continue;
        }
        const cell = { table: this.#tables, row, column };
        open.set(column, this.#push({ ...draftOf(line, 'cell', false), opener: null, cell }));
      }
      row++;
    }
  }

  #push(draft: Draft): Draft {
    const pushed = { ...draft, afterPage: this.#afterPage };
    this.drafts.push(pushed);
    this.#afterPage = false;
    return pushed;
  }
}

const isTailZone = (zone: Zone): boolean => zone === 'recipients' || zone === 'signature';

const draftOf = (line: TextLine, kind: BlockKind, outside: boolean): Draft => ({
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

/** Whether the line straight below goes on with the draft that the line above ended. */
function belongs(zone: Zone, above: TextLine, line: TextLine, last: Draft, layout: Layout): boolean {
  if (last.kind === 'footnote') {
    const asText = { ...above, opener: null };
    return line.opener === null && continues(asText, line, { ...layout, spaced: true });
  }
  const first = firstCharacter(line.text);
  switch (zone) {
    case 'front':
      return last.kind === 'title' && goesOnSubject(line);
    case 'signature':
      return false;
    case 'title': {
      if (readGenre(above.text)?.rest === '' && last.spans.length === 1) return false;
      if (last.kind === 'addressee')
        return line.opener === null && (isLower(first) || above.text.endsWith(','));
      if (line.opener !== null || line.hashes > 0 || isFinished(above.text)) return false;
      if (isAllCapitals(above.text) !== isAllCapitals(line.text)) return isLower(first);
      return isLower(first) || isAllCapitals(line.text) || !/^(?:về việc|về|v\/v|\()/iu.test(line.text);
    }
    case 'recipients':
      if (line.opener !== null || last.kind !== 'recipients' || last.opener?.kind === 'recipients')
        return false;
      if (/[;.]$/.test(above.text)) return false;
      return isLower(first) || (above.text.endsWith(',') && !isAllCapitals(line.text));
    case 'body':
      return (last.kind === 'paragraph' || last.kind === 'item') && continues(above, line, layout);
  }
}

/** A raised number, then a space or a letter: "¹ Trong đó". Not "² = 4", not a power alone. */
function opensFootnote(line: TextLine): boolean {
  const { note } = line;
  if (note === null || note.value < 1 || note.value > 999) return false;
  if (note.definition) return true;
  return !note.explicit && /^[\s.):]*[\p{L}\p{N}"“(]/u.test(line.text.slice(note.end - note.start));
}

function lastLines(lines: readonly ScannedLine[], count: number): number {
  let left = count;
  let index = lines.length - 1;
  for (; index >= 0 && left > 0; index--) if (lines[index]?.kind === 'text') left--;
  return index + 1;
}

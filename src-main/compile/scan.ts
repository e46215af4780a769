/**
 * First reading of a source: its lines with their markup set aside, page furniture recognised, and what each line
 * begins with. Nothing is joined or interpreted yet.
 */
import { collapse, controls, firstCharacter, isFinished, isLower } from './characters.ts';
import type { Ink } from './ink.ts';
import { splitLines } from './lines.ts';
import type { Line } from './lines.ts';
import { readMarkup } from './markup.ts';
import type { Emphasis, Markup, Raised } from './markup.ts';
import { readOpener } from './openers.ts';
import type { Opener } from './openers.ts';
import { readRow } from './tables.ts';

/** A line with words. Offsets are UTF-16 units of the source; `text` is NFC, white space collapsed. */
export interface TextLine {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns on a page with a fixed type width, indentation included. */
  readonly columns: number;
  readonly indent: number;
  /** Number of "#" of a Markdown heading, else 0. */
  readonly hashes: number;
  readonly bold: boolean;
  /** The raised digits that it begins with. */
  readonly note: Raised | null;
  readonly opener: Opener | null;
  /** Its columns, where a wide gap parts it into several; else empty. */
  readonly columnParts: readonly TextLine[];
  /** Its pieces between "<br>"; itself where there is none. */
  readonly breakParts: readonly TextLine[];
}

/** A row of a table; without cells it is the rule under the header. Empty cells are left out. */
export interface TableLine {
  readonly kind: 'table';
  readonly isRule: boolean;
  readonly cells: readonly { readonly column: number; readonly line: TextLine }[];
}

export type ScannedLine = TextLine | TableLine | { readonly kind: 'blank' } | { readonly kind: 'page' };

export interface Scan {
  readonly lines: readonly ScannedLine[];
  readonly emphases: readonly Emphasis[];
  readonly raised: readonly Raised[];
}

const prefix = /^[^\S\r\n]*(?:>[^\S\r\n]?)*[^\S\r\n]*/;
const hashes = /^#{1,6}(?=[\s\p{L}\p{N}*_"“])[^\S\r\n]*/u;
// A rule drawn with signs, under a letterhead or between pages.
const rule = /^[-=_*~–—+•·]{3,}(?:[oO0]{1,3}[-=_*~–—+•·]{2,})?$/u;
const tableRule = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/;
const pageNumber =
  /^(?:(?:trang|page)\s+(\d{1,4})(?:\s*\/\s*\d{1,4})?|[-–—~]\s*(\d{1,4})\s*[-–—~]|(\d{1,4}))$/iu;

interface Raw {
  readonly line: Line;
  readonly kind: 'text' | 'table' | 'blank' | 'page';
  readonly hashes: number;
  readonly contentStart: number;
}

/** Sets the ink of everything outside words: line ends, controls, rules, page numbers, prefixes, inline markup. */
export function scan(ink: Ink): Scan {
  const { source } = ink;
  const physical = splitLines(source);
  for (const line of physical) ink.set(line.end, line.next, 'blank');
  for (const match of source.matchAll(controls))
    ink.set(match.index, match.index + match[0].length, 'control');
  if (source.startsWith('\ufeff')) ink.set(0, 1, 'byte-order-mark');
  const raw = findTables(
    source,
    dropPageNumbers(
      ink,
      physical.map((line) => readRaw(ink, line)),
    ),
  );
  return readWords(ink, raw);
}

function readRaw(ink: Ink, line: Line): Raw {
  const text = ink.source.slice(line.start, line.end);
  if (ink.visible(line.start, line.end).trim() === '') {
    return { line, kind: line.endsPage ? 'page' : 'blank', hashes: 0, contentStart: line.end };
  }
  if (text.length <= 400 && rule.test(text.replace(/[\s\\]+/g, ''))) {
    markWords(ink, line.start, line.end);
    return { line, kind: 'page', hashes: 0, contentStart: line.end };
  }
  const before = prefix.exec(text)?.[0] ?? '';
  const heading = hashes.exec(text.slice(before.length, before.length + 40))?.[0] ?? '';
  const contentStart = line.start + before.length + heading.length;
  if (before.includes('>') || heading !== '') markWords(ink, line.start, contentStart);
  if (heading !== '') {
    const closing = /[^\S\r\n]#+[^\S\r\n]*$/.exec(text.slice(-40));
    if (closing !== null) markWords(ink, line.end - closing[0].length, line.end);
  }
  return { line, kind: 'text', hashes: heading.trim().length, contentStart };
}

/** Sets everything but white space and controls as markup. */
function markWords(ink: Ink, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    if (ink.isText(at) && !/\s/.test(ink.source[at] ?? '')) ink.set(at, at + 1, 'markup');
  }
}

/** So many characters lie at least between two page numbers that nothing else tells from numbers in a column. */
const PAGE_CHARS_MIN = 120;
const PROSE_CHARS_MIN = 50;

/** Page numbers alone on a line: between pages, where a sentence is cut, or counting up through prose like pages do. */
function dropPageNumbers(ink: Ink, lines: Raw[]): Raw[] {
  const alone: { index: number; value: number; sure: boolean }[] = [];
  lines.forEach((raw, index) => {
    if (raw.kind !== 'text' || raw.line.end - raw.line.start > 120) return;
    const text = ink.visible(raw.contentStart, raw.line.end).trim().normalize('NFC');
    const match = pageNumber.exec(text);
    if (match !== null)
      alone.push({
        index,
        value: Number(match[1] ?? match[2] ?? match[3]),
        sure: isSurelyPage(ink, lines, index, text),
      });
  });
  const dropped = new Set<number>();
  alone.forEach(({ index, value, sure }, place) => {
    const before = alone[place - 1];
    const after = alone[place + 1];
    const start = lines[index]?.line.start ?? 0;
    const isFar = (other: { index: number } | undefined): boolean =>
      other !== undefined && Math.abs((lines[other.index]?.line.start ?? 0) - start) >= PAGE_CHARS_MIN;
    const counts =
      (before?.value === value - 1 && isFar(before)) || (after?.value === value + 1 && isFar(after));
    if (sure || counts) dropped.add(index);
  });
  return lines.map((raw, index) => {
    if (!dropped.has(index)) return raw;
    markWords(ink, raw.line.start, raw.line.end);
    return { ...raw, kind: 'page' };
  });
}

/** "- 2 -", "Trang 2", a number at a page break, or one that stands alone amid prose or in the middle of a sentence. */
function isSurelyPage(ink: Ink, lines: readonly Raw[], index: number, text: string): boolean {
  if (!/^\d+$/.test(text)) return true;
  const kind = (at: number): Raw['kind'] => lines[at]?.kind ?? 'page';
  if (index > 0 && [index - 1, index - 2, index + 1, index + 2].some((at) => lines[at]?.kind === 'page'))
    return true;
  if (lines[index]?.line.endsPage === true) return true;
  const above = neighbour(ink, lines, index, -1);
  const below = neighbour(ink, lines, index, 1);
  if (above === '' || below === '' || /^\d+$/.test(above) || /^\d+$/.test(below)) return false;
  if (!isFinished(above) && isLower(firstCharacter(below)) && above.length >= 20) return true;
  const isQuiet = kind(index - 1) === 'blank' && kind(index + 1) === 'blank';
  return isQuiet && above.length >= PROSE_CHARS_MIN && below.length >= 8 && Number(text) <= 500;
}

/** The words of the nearest line that has some, above (-1) or below (1). */
function neighbour(ink: Ink, lines: readonly Raw[], index: number, step: 1 | -1): string {
  for (let at = index + step; at >= 0 && at < lines.length && Math.abs(at - index) <= 4; at += step) {
    const raw = lines[at];
    if (raw?.kind === 'text') return ink.visible(raw.contentStart, raw.line.end).trim();
    if (raw?.kind === 'table') return '';
  }
  return '';
}

/** Lines of a Markdown table: a rule of dashes and pipes with its neighbours, or two lines that pipes open and close. */
function findTables(source: string, lines: Raw[]): Raw[] {
  const text = (index: number): string => {
    const raw = lines[index];
    return raw?.kind === 'text' ? source.slice(raw.line.start, raw.line.end).trim() : '';
  };
  const table = new Set<number>();
  const hasPipe = (index: number): boolean => text(index).includes('|');
  for (let index = 0; index < lines.length; index++) {
    const here = text(index);
    if (here === '' || !here.includes('|')) continue;
    const framed = here.startsWith('|') && here.endsWith('|') && here.length > 1;
    const ruled = tableRule.test(here) && here.includes('-');
    if (ruled && hasPipe(index - 1)) {
      table.add(index - 1).add(index);
      for (let below = index + 1; hasPipe(below); below++) table.add(below);
    } else if (
      framed &&
      (table.has(index - 1) || hasPipe(index + 1) || here.indexOf('|', 1) < here.length - 1)
    ) {
      table.add(index);
    }
  }
  return lines.map((raw, index) => (table.has(index) ? { ...raw, kind: 'table' } : raw));
}

function readWords(ink: Ink, raw: readonly Raw[]): Scan {
  const lines: ScannedLine[] = [];
  const emphases: Emphasis[] = [];
  const raised: Raised[] = [];
  for (let index = 0; index < raw.length;) {
    const first = raw[index];
    if (first === undefined) break;
    if (first.kind !== 'text') {
      if (first.kind === 'table') lines.push(readTableLine(ink, first, emphases, raised));
      else lines.push({ kind: first.kind });
      index++;
      if (first.kind === 'table' && first.line.endsPage) lines.push({ kind: 'page' });
      continue;
    }
    let after = index;
    while (raw[after]?.kind === 'text') after++;
    const group = raw.slice(index, after);
    const last = group[group.length - 1] ?? first;
    const starts = new Set(group.map((line) => line.contentStart));
    const markup = readMarkup(ink, first.contentStart, last.line.end, starts);
    for (const emphasis of markup.emphases) emphases.push(emphasis);
    for (const digits of markup.raised) raised.push(digits);
    const reader = new LineReader(ink, markup);
    for (const line of group) {
      // A line break by "<br>" is a line end; nothing else in running text is cut.
      const read = reader.read(line);
      if (read !== null) lines.push(...(read.breakParts.length > 1 ? read.breakParts : [read]));
      if (line.line.endsPage) lines.push({ kind: 'page' });
    }
    index = after;
  }
  return { lines, emphases, raised };
}

function readTableLine(ink: Ink, raw: Raw, emphases: Emphasis[], raised: Raised[]): TableLine {
  const ranges = readRow(ink, raw.line);
  const cells = ranges.flatMap(({ start, end, column }) => {
    const markup = readMarkup(ink, start, end, new Set());
    emphases.push(...markup.emphases);
    raised.push(...markup.raised);
    const cell: Raw = { ...raw, line: { ...raw.line, start, end }, hashes: 0, contentStart: start };
    const line = new LineReader(ink, markup).read(cell);
    return line === null ? [] : [{ column, line: { ...line, note: null } }];
  });
  return { kind: 'table', isRule: ranges.length === 0, cells };
}

const lineBreakTag = /<br\b[^<>]{0,40}>/gi;
const wideGap = /[^\S\r\n]{3,}|\t/g;

/** "Số:      /NQ-HĐND", "ngày     tháng": room for a hand to fill in, and no second column. */
const isBlankToFill = (source: string, start: number, end: number): boolean =>
  /(?:số\s*:?|ngày|tháng|năm|khóa|thứ)$/iu.test(
    source.slice(Math.max(0, start - 8), start).normalize('NFC'),
  ) || /^(?:tháng|năm|\/)/iu.test(source.slice(end, end + 12).normalize('NFC'));

/** Reads the lines of one paragraph in order, each with the markup that falls on it. */
class LineReader {
  readonly #bold: readonly Emphasis[];
  readonly #raised: readonly Raised[];
  #boldAt = 0;
  #raisedAt = 0;

  constructor(
    private readonly ink: Ink,
    markup: Markup,
  ) {
    this.#bold = markup.emphases.filter(({ kind }) => kind === 'bold').sort((a, b) => a.start - b.start);
    this.#raised = markup.raised;
  }

  read(raw: Raw): TextLine | null {
    const { start, end } = raw.line;
    const whole = this.#words(raw, start, raw.contentStart, end);
    if (whole === null) return null;
    const source = this.ink.source.slice(raw.contentStart, end);
    const breaks = source.includes('<') ? this.#cut(raw, source, lineBreakTag) : [];
    const columns = breaks.length > 1 ? [] : this.#cut(raw, source, wideGap);
    return {
      ...whole,
      columnParts: columns.length > 1 ? columns : [],
      breakParts: breaks.length > 1 ? breaks : [whole],
    };
  }

  /** The pieces of a line between separators, those with words. */
  #cut(raw: Raw, source: string, separator: RegExp): TextLine[] {
    const parts: TextLine[] = [];
    let from = raw.line.start;
    const close = (contentStart: number, end: number): void => {
      const part = this.#words(
        { ...raw, hashes: parts.length === 0 ? raw.hashes : 0 },
        from,
        contentStart,
        end,
      );
      if (part !== null) parts.push({ ...part, breakParts: [part] });
      from = end;
    };
    let contentStart = raw.contentStart;
    for (const match of source.matchAll(separator)) {
      const at = raw.contentStart + match.index;
      if (separator === wideGap && isBlankToFill(source, match.index, match.index + match[0].length))
        continue;
      close(contentStart, at);
      from = at + match[0].length;
      contentStart = from;
    }
    // Only separators cut: a line without one is no part of itself.
    if (contentStart !== raw.contentStart) close(contentStart, raw.line.end);
    return parts;
  }

  #words(raw: Raw, start: number, contentStart: number, end: number): TextLine | null {
    const { ink } = this;
    const visible = ink.visible(contentStart, end).normalize('NFC');
    const text = collapse(visible);
    if (text === '') return null;
    const indent = raw.hashes > 0 ? 0 : columnsOf(ink.source.slice(start, contentStart));
    let wordsStart = contentStart;
    while (wordsStart < end && (!ink.isText(wordsStart) || /\s/.test(ink.source[wordsStart] ?? '')))
      wordsStart++;
    while ((this.#raised[this.#raisedAt]?.end ?? Infinity) <= wordsStart) this.#raisedAt++;
    while ((this.#bold[this.#boldAt]?.end ?? Infinity) <= wordsStart) this.#boldAt++;
    const digits = this.#raised[this.#raisedAt];
    const bold = this.#bold[this.#boldAt];
    return {
      kind: 'text',
      start,
      end,
      text,
      columns: indent + visible.trimEnd().length,
      indent,
      hashes: raw.hashes,
      bold: bold !== undefined && bold.start <= wordsStart + 1,
      note: digits !== undefined && digits.start <= wordsStart ? digits : null,
      opener: readOpener(text),
      columnParts: [],
      breakParts: [],
    };
  }
}

/** A tab reaches the next multiple of four. */
function columnsOf(white: string): number {
  let columns = 0;
  for (const character of white)
    columns = character === '\t' ? (Math.floor(columns / 4) + 1) * 4 : columns + 1;
  return columns;
}

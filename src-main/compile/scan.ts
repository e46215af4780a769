/**
 * First reading of a source: its lines with their markup set aside, page furniture recognised, and what each line
 * begins with. Nothing is joined or interpreted yet.
 */
import { collapse, controls } from './characters.ts';
import type { Ink } from './ink.ts';
import { splitLines } from './lines.ts';
import type { Line } from './lines.ts';
import { readMarkup } from './markup.ts';
import type { Emphasis, Raised } from './markup.ts';
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
const pageNumber = /^(?:[-–—~]\s*)?(?:trang\s+|page\s+)?(\d{1,4})(?:\s*\/\s*\d{1,4})?(?:\s*[-–—~])?$/iu;

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

/** Page numbers alone on a line, taken only where they count up through the text like pages do. */
function dropPageNumbers(ink: Ink, lines: Raw[]): Raw[] {
  const alone: { index: number; value: number; sure: boolean }[] = [];
  lines.forEach((raw, index) => {
    if (raw.kind !== 'text' || raw.line.end - raw.line.start > 60) return;
    const text = ink.visible(raw.contentStart, raw.line.end).trim();
    const match = pageNumber.exec(text);
    const quiet = (at: number): boolean => {
      const kind = lines[at]?.kind;
      return kind === undefined || kind === 'blank' || kind === 'page';
    };
    if (match === null) return;
    const besideBreak = lines[index - 1]?.kind === 'page' || lines[index + 1]?.kind === 'page';
    const wordy = !/^\d+$/.test(text);
    if ((quiet(index - 1) && quiet(index + 1)) || besideBreak || raw.line.endsPage || wordy) {
      const nextPage = [1, 2].some((step) => lines[index + step]?.kind === 'page');
      const pastPage = [1, 2].some((step) => lines[index - step]?.kind === 'page');
      alone.push({
        index,
        value: Number(match[1]),
        sure: nextPage || pastPage || raw.line.endsPage || wordy,
      });
    }
  });
  const dropped = new Set<number>();
  alone.forEach((number, place) => {
    const follows =
      alone[place - 1]?.value === number.value - 1 || alone[place + 1]?.value === number.value + 1;
    if (number.sure || (follows && number.value <= lines.length)) dropped.add(number.index);
  });
  return lines.map((raw, index) => {
    if (!dropped.has(index)) return raw;
    markWords(ink, raw.line.start, raw.line.end);
    return { ...raw, kind: 'page' };
  });
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
    let emphasisAt = 0;
    let raisedAt = 0;
    const ordered = [...markup.emphases].sort((a, b) => a.start - b.start);
    for (const line of group) {
      while ((markup.raised[raisedAt]?.start ?? Infinity) < line.contentStart) raisedAt++;
      while ((ordered[emphasisAt]?.end ?? Infinity) <= line.contentStart) emphasisAt++;
      const read = readLine(ink, line, markup.raised[raisedAt] ?? null, ordered[emphasisAt] ?? null);
      if (read !== null) lines.push(read);
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
    const line = readLine(ink, cell, null, markup.emphases[0] ?? null);
    return line === null ? [] : [{ column, line }];
  });
  return { kind: 'table', isRule: ranges.length === 0, cells };
}

function readLine(ink: Ink, raw: Raw, digits: Raised | null, emphasis: Emphasis | null): TextLine | null {
  const { start, end } = raw.line;
  const visible = ink.visible(raw.contentStart, end).normalize('NFC');
  const text = collapse(visible);
  if (text === '') return null;
  const indent = raw.hashes > 0 ? 0 : columnsOf(ink.source.slice(start, raw.contentStart));
  let wordsStart = raw.contentStart;
  while (wordsStart < end && (!ink.isText(wordsStart) || /\s/.test(ink.source[wordsStart] ?? '')))
    wordsStart++;
  return {
    kind: 'text',
    start,
    end,
    text,
    columns: indent + visible.trimEnd().length,
    indent,
    hashes: raw.hashes,
    bold:
      emphasis !== null &&
      emphasis.kind === 'bold' &&
      emphasis.start <= wordsStart + 1 &&
      emphasis.end > wordsStart,
    note: digits !== null && digits.start <= wordsStart && digits.end > wordsStart ? digits : null,
    opener: readOpener(text),
  };
}

/** A tab reaches the next multiple of four. */
function columnsOf(white: string): number {
  let columns = 0;
  for (const character of white)
    columns = character === '\t' ? (Math.floor(columns / 4) + 1) * 4 : columns + 1;
  return columns;
}

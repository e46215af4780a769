/** Second half of the scan: the words of every line, with the markup that falls on them. */
import { collapse } from './characters.ts';
import type { Ink } from './ink.ts';
import { readMarkup } from './markup.ts';
import type { Emphasis, Markup, Raised } from './markup.ts';
import { readOpener } from './openers.ts';
import type { Raw } from './raw-lines.ts';
import { markWords } from './raw-lines.ts';
import type { Scan, ScannedLine, TableLine, TextLine } from './scan.ts';
import { isGridRule, readRow } from './tables.ts';
import type { CellRange } from './tables.ts';

export function readWords(ink: Ink, raw: readonly Raw[]): Scan {
  const lines: ScannedLine[] = [];
  const emphases: Emphasis[] = [];
  const raised: Raised[] = [];
  for (let index = 0; index < raw.length;) {
    const first = raw[index];
    if (first === undefined) break;
    if (first.kind !== 'text') {
      if (first.kind === 'table') lines.push(readTableLine(ink, first, emphases, raised));
      else if (first.kind === 'html') lines.push(...readHtmlTable(ink, first, emphases, raised));
      else lines.push({ kind: first.kind });
      index++;
      if (['table', 'html'].includes(first.kind) && first.line.endsPage) lines.push({ kind: 'page' });
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
  return {
    kind: 'table',
    isRule: ranges.length === 0,
    isGrid: isGridRule(ink.source.slice(raw.line.start, raw.line.end)),
    cells: readCells(ink, raw, ranges, emphases, raised),
  };
}

function readCells(
  ink: Ink,
  raw: Raw,
  ranges: readonly CellRange[],
  emphases: Emphasis[],
  raised: Raised[],
): TableLine['cells'] {
  return ranges.flatMap(({ start, end, column }) => {
    const markup = readMarkup(ink, start, end, new Set());
    for (const emphasis of markup.emphases) emphases.push(emphasis);
    for (const digits of markup.raised) raised.push(digits);
    const cell: Raw = { ...raw, line: { ...raw.line, start, end }, hashes: 0, contentStart: start };
    const line = new LineReader(ink, markup).read(cell);
    return line === null ? [] : [{ column, line: { ...line, note: null } }];
  });
}

function readHtmlTable(ink: Ink, raw: Raw, emphases: Emphasis[], raised: Raised[]): TableLine[] {
  const { html } = raw;
  if (html === undefined) return [];
  let at = raw.line.start;
  const lines: TableLine[] = [];
  const rows = html.rows.filter(({ cells }) => cells.length > 0);
  rows.forEach((row, index) => {
    for (const { start, end } of row.cells) {
      markWords(ink, at, start);
      for (let inside = start; inside < end; inside++)
        if (/[\n\r]/.test(ink.source[inside] ?? '')) ink.set(inside, inside + 1, 'line-break', ' ');
      at = end;
    }
    const cells = readCells(ink, raw, row.cells, emphases, raised);
    lines.push({ kind: 'table', isRule: false, isGrid: false, cells });
    // What Markdown says with a rule of dashes.
    if (row.isHeader && rows[index + 1]?.isHeader !== true)
      lines.push({ kind: 'table', isRule: true, isGrid: false, cells: [] });
  });
  markWords(ink, at, raw.line.end);
  return lines;
}

const lineBreakTag = /<br\b[^<>]{0,40}>/gi;
/** A wide gap, or the end of one bold stretch and the beginning of the next. */
const wideGap = /[^\S\r\n]{3,}|\t|(?<=[\p{L}\p{M})][*_]{2,3})[^\S\r\n]+(?=[*_]{2,3}\p{L})/gu;

const inBothForms = (pattern: string): RegExp =>
  new RegExp(`${pattern.normalize('NFC')}|${pattern.normalize('NFD')}`, 'giu');
/** Before the nation's name and its motto, and before place and date: a letterhead has two columns there. */
const letterheadGap = inBothForms(
  '[\\s*_]+(?=cộng h(?:òa|oà) xã hội chủ nghĩa việt nam\\W*$|cộng h(?:òa|oà) xã hội chủ nghĩa việt nam\\W+độc lập|độc lập\\s*[-–—]\\s*tự do|đảng cộng sản việt nam\\W*$)|(?<=^\\W*số\\s*:?[^,]{0,40}/[^\\s,]{2,30})[\\s*_]+(?=[^,\\d]{2,40},\\s*ngày)',
);

/** Where a line falls into columns: at wide gaps, and in a letterhead also where recognition left a single space. */
const columnGap = (source: string): RegExp =>
  source.length < 240 && !wideGapOnce.test(source.trim()) && letterheadOnce.test(source)
    ? letterheadGap
    : wideGap;
const wideGapOnce = new RegExp(wideGap.source, 'u');
const letterheadOnce = new RegExp(letterheadGap.source, 'iu');

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
    const columns = breaks.length > 1 ? [] : this.#cut(raw, source, columnGap(source));
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
      isContents: false,
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

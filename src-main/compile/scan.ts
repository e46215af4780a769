/**
 * First reading of a source: its lines with their markup set aside, page furniture recognised, and what each line
 * begins with. Nothing is joined or interpreted yet.
 */
import { controls } from './characters.ts';
import { readContents } from './contents.ts';
import { findHtmlTables } from './html-tables.ts';
import type { Ink } from './ink.ts';
import { splitLines } from './lines.ts';
import type { Emphasis, Raised } from './markup.ts';
import type { Opener } from './openers.ts';
import { dropFurniture } from './page-furniture.ts';
import { hideComments, readRaw } from './raw-lines.ts';
import type { Raw } from './raw-lines.ts';
import { readWords } from './read-lines.ts';
import { findTables } from './tables.ts';

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
  /** An entry of a table of contents. */
  readonly isContents: boolean;
  /** Its columns, where a wide gap parts it into several; else empty. */
  readonly columnParts: readonly TextLine[];
  /** Its pieces between "<br>"; itself where there is none. */
  readonly breakParts: readonly TextLine[];
}

/** A row of a table; without cells it is the rule under the header. Empty cells are left out. */
export interface TableLine {
  readonly kind: 'table';
  readonly isRule: boolean;
  /** A rule of a table drawn with "+---+": several lines between two of them are one row. */
  readonly isGrid: boolean;
  readonly cells: readonly { readonly column: number; readonly line: TextLine }[];
}

export type ScannedLine = TextLine | TableLine | { readonly kind: 'blank' } | { readonly kind: 'page' };

export interface Scan {
  readonly lines: readonly ScannedLine[];
  readonly emphases: readonly Emphasis[];
  readonly raised: readonly Raised[];
}

/** Sets the ink of everything outside words: line ends, controls, rules, page numbers, prefixes, inline markup. */
export function scan(ink: Ink): Scan {
  const { source } = ink;
  const physical = splitLines(source);
  for (const line of physical) ink.set(line.end, line.next, 'blank');
  for (const match of source.matchAll(controls))
    ink.set(match.index, match.index + match[0].length, 'control');
  if (source.startsWith('\ufeff')) ink.set(0, 1, 'byte-order-mark');
  hideComments(ink);
  const raw = withHtmlTables(
    source,
    physical.map((line) => readRaw(ink, line)),
  );
  const { lines, ...rest } = readWords(ink, findTables(source, dropFurniture(ink, raw)));
  return { lines: readContents(lines), ...rest };
}

/** All lines of an HTML table become one. A table that shares its lines with other text stays text. */
function withHtmlTables(source: string, lines: readonly Raw[]): Raw[] {
  const tables = findHtmlTables(source);
  const merged: Raw[] = [];
  let next = 0;
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index];
    if (first === undefined) break;
    while ((tables[next]?.start ?? Infinity) < first.line.start) next++;
    const table = tables[next];
    if (table === undefined || table.start >= first.line.end || !isAlone(first.line.start, table.start)) {
      merged.push(first);
      continue;
    }
    let after = index;
    while ((lines[after]?.line.end ?? Infinity) < table.end) after++;
    const last = lines[after] ?? first;
    if (!isAlone(table.end, last.line.end)) {
      merged.push(first);
      continue;
    }
    merged.push({ ...first, kind: 'html', line: { ...last.line, start: first.line.start }, html: table });
    index = after;
  }
  return merged;

  function isAlone(start: number, end: number): boolean {
    return source.slice(start, end).trim() === '';
  }
}

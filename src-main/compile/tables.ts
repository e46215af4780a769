/** Rows of Markdown tables: where the cells lie; pipes and rules are markup. */
import type { Ink } from './ink.ts';
import type { Line } from './lines.ts';
import type { Raw } from './raw-lines.ts';

// The rule under the header of a Markdown table, and those of a table drawn with signs.
const tableRule = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/;
const gridRule = /^\+(?:[-=:]{2,}\+)+$/;
export const isGridRule = (text: string): boolean => gridRule.test(text.trim());

/** Lines of a Markdown table: a rule of dashes and pipes with its neighbours, or two lines that pipes open and close. */
export function findTables(source: string, lines: Raw[]): Raw[] {
  const text = (index: number): string => {
    const raw = lines[index];
    return raw?.kind === 'text' ? source.slice(raw.line.start, raw.line.end).trim() : '';
  };
  const table = new Set<number>();
  const hasPipe = (index: number): boolean => text(index).includes('|');
  for (let index = 0; index < lines.length; index++) {
    const here = text(index);
    if (gridRule.test(here)) {
      table.add(index);
      for (let below = index + 1; text(below).startsWith('|'); below++) table.add(below);
    }
    if (here === '' || !here.includes('|')) continue;
    const framed = here.startsWith('|') && here.endsWith('|') && here.length > 1;
    const ruled = tableRule.test(here) && here.includes('-');
    if (ruled && hasPipe(index - 1)) {
      table.add(index - 1).add(index);
      for (let below = index + 1; !table.has(below) && hasPipe(below); below++) table.add(below);
    } else if (
      framed &&
      (table.has(index - 1) || hasPipe(index + 1) || here.indexOf('|', 1) < here.length - 1)
    ) {
      table.add(index);
    }
  }
  return lines.map((raw, index) => (table.has(index) ? { ...raw, kind: 'table' } : raw));
}

/** Source offsets of a cell between two pipes; `column` counts from 1. */
export interface CellRange {
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

/** The cells of a row; none for the rule of dashes under a header. Sets pipes and rules as markup. */
export function readRow(ink: Ink, line: Line): CellRange[] {
  const { source } = ink;
  const text = source.slice(line.start, line.end);
  const isRule = (/^[\s|:+-]*$/.test(text) && text.includes('-')) || isGridRule(text);
  const cells: CellRange[] = [];
  let start = line.start;
  let column = 0;
  const close = (end: number): void => {
    // What stands before the first pipe of a framed row is no cell.
    if (column > 0 || source.slice(start, end).trim() !== '')
      cells.push({ start, end, column: Math.max(1, column) });
  };
  if (!text.trimStart().startsWith('|')) column = 1;
  for (let at = line.start; at < line.end; at++) {
    const character = source[at];
    if (isRule ? !/\s/.test(character ?? '') : character === '|' && source[at - 1] !== '\\') {
      if (character === '|') {
        close(at);
        start = at + 1;
        column++;
      }
      if (ink.isText(at)) ink.set(at, at + 1, 'markup');
    }
  }
  if (source.slice(start, line.end).trim() !== '') close(line.end);
  return isRule ? [] : cells;
}

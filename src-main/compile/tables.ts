/** Rows of Markdown tables: where the cells lie; pipes and rules are markup. */
import type { Ink } from './ink.ts';
import type { Line } from './lines.ts';

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
  const isRule = /^[\s|:+-]*$/.test(text) && text.includes('-');
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

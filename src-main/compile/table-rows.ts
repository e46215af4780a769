/** What the lines of a table make: rows with cells, a header, or a letterhead and signature set in columns. */
import type { TableLine, TextLine } from './scan.ts';
import { opensSignature } from './zones.ts';

/** The lines that a cell of a letterhead or signature holds. */
export const linesOf = ({ breakParts, columnParts }: TextLine): readonly TextLine[] =>
  columnParts.length > 1 ? columnParts : breakParts;

export type Cells = TableLine['cells'];

/** Rows with their cells: a line each, or in a drawn table all lines between two of its rules. */
export function rowsOf(lines: readonly TableLine[]): Cells[] {
  const rows: Cells[] = [];
  const isDrawn = lines.some(({ isGrid }) => isGrid);
  let opens = true;
  for (const { cells, isRule } of lines) {
    if (isRule) opens = true;
    else if (opens || !isDrawn) {
      rows.push(cells);
      opens = false;
    } else rows.push([...(rows.pop() ?? []), ...cells]);
  }
  return rows;
}

/** The first row is a header where a rule says so, or where it names columns of which a later one holds numbers. */
export function hasHeader(lines: readonly TableLine[], rows: readonly Cells[]): boolean {
  if (lines.some(({ isGrid }) => isGrid)) return rows.length > 1;
  if (lines.some(({ isRule }) => isRule)) return lines[1]?.isRule === true;
  const [first, ...later] = rows;
  const columns = Math.max(0, ...rows.flatMap((cells) => cells.map(({ column }) => column)));
  if (first === undefined || columns < 2 || first.length < columns) return false;
  const isNumber = (text: string): boolean => /^[\d.,%()\s-]+$/.test(text);
  const names = !first.some(({ line }) => isNumber(line.text));
  return names && later.some((cells) => cells.some(({ line }) => isNumber(line.text)));
}

/** Recipients and signature set as a table. */
export const isTail = ({ cells }: TableLine, nearEnd: boolean): boolean =>
  cells.some(({ line }) => {
    const first = linesOf(line)[0] ?? line;
    return first.opener?.kind === 'recipients' || opensSignature(first.text, nearEnd);
  });

/** The table as a spreadsheet takes it from the clipboard: tab-separated, a row a line, no tab or line end in a cell. */
import { figuresMessages as f } from '../../src-main/contract/figures-messages.ts';
import { cellNote, cellOf, type FigureRow, type SortKey } from './figures-rows.ts';

/** `addressesOf` names the places that a row's figures come from. */
export function figuresTsv(
  rows: readonly FigureRow[],
  years: readonly number[],
  addressesOf: (row: FigureRow) => readonly string[],
): string {
  const columns = f.columns;
  const header = [
    columns.domain,
    columns.name,
    columns.detail,
    columns.unit,
    ...years.map(String),
    f.otherPeriods,
    columns.checks,
    columns.address,
  ];
  const lines = rows.map((row) => {
    const { indicator, series, verdicts } = row;
    return [
      indicator.domain === null ? '' : f.domainName(indicator.domain),
      indicator.name,
      indicator.detail ?? '',
      series.unit ?? '',
      ...years.map((year) => cellText(row, `year-${year}`, years)),
      cellText(row, 'other', years),
      verdicts.map(({ verdict, count }) => f.verdictCount(verdict, count)).join(', '),
      addressesOf(row).join('; '),
    ];
  });
  return [header, ...lines].map((cells) => cells.map(plain).join('\t')).join('\n');
}

function cellText(row: FigureRow, column: SortKey, years: readonly number[]): string {
  const cell = cellOf(row, column, years);
  if (cell === null) return '';
  const note = cellNote(cell, column);
  return `${cell.point.shown}${note === null ? '' : ` (${note})`}`;
}

/** A cell that a spreadsheet would take for a formula is told to be text. */
const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[=+@]/u, "'$&");

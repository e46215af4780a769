/** Figures of chosen indicators as a spreadsheet: a figure a row, with the place it comes from. */
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { figuresOfIndicator, findIndicator } from '../briefing/figures.ts';
import type { Briefing } from '../briefing/open.ts';
import type { Verdict } from '../contract/check.ts';
import { dividedByPower, exactNumber, printDecimal } from '../contract/decimal-text.ts';
import { figuresMessages as f } from '../contract/figures-messages.ts';
import { groupBy } from '../contract/group-by.ts';
import type { Indicator, ObservedFigure } from '../contract/indicator.ts';
import { printPeriod } from '../contract/period-label.ts';
import { seriesOf } from '../contract/series.ts';

const ADDRESSES = 'SELECT id, address FROM block';
const CHECKS = `SELECT DISTINCT operand.figure, relation.verdict, relation.sentence, relation.position
  FROM operand JOIN relation ON relation.id = operand.relation
  WHERE operand.figure IS NOT NULL ORDER BY relation.position`;
const DOCUMENT = 'SELECT title FROM document';

interface CheckRow {
  readonly figure: string;
  readonly verdict: Verdict;
  readonly sentence: string;
}

/** A cell's value; text where a spreadsheet's binary number would print other digits. */
export type CellValue = string | number | null;

export const workbookColumns = [
  [f.columns.domain, 22],
  [f.columns.name, 48],
  [f.columns.detail, 28],
  [f.columns.period, 18],
  [f.columns.status, 14],
  [f.columns.value, 16],
  [f.columns.upTo, 12],
  [f.columns.whole, 14],
  [f.columns.unit, 14],
  [f.columns.approx, 12],
  [f.columns.text, 24],
  [f.columns.address, 26],
  [f.columns.checks, 60],
] as const;

/** The rows under the header, in the order of `indicators`; ids that the briefing does not know are left out. */
export function workbookRows(
  briefing: Briefing,
  indicators: readonly string[],
): readonly (readonly CellValue[])[] {
  const { db } = briefing;
  const addresses = new Map(
    db
      .prepare<[], { id: string; address: string }>(ADDRESSES)
      .all()
      .map(({ id, address }) => [id, address]),
  );
  const checks = groupBy(db.prepare<[], CheckRow>(CHECKS).all(), ({ figure }) => figure);
  return indicators.flatMap((id) => {
    const indicator = findIndicator(briefing, id);
    if (indicator === null) return [];
    const figures = figuresOfIndicator(briefing, id);
    const { unit, power, apart } = seriesOf(figures);
    return figures.map((figure) =>
      rowOf(
        indicator,
        figure,
        apart.includes(figure.id) ? { unit: figure.unit, power: '1' } : { unit, power },
        addresses.get(figure.block) ?? '',
        checks.get(figure.id) ?? [],
      ),
    );
  });
}

function rowOf(
  { name, detail, domain }: Indicator,
  { value, to, of, period, status, approx, text }: ObservedFigure,
  { unit, power }: { unit: string | null; power: string },
  address: string,
  checks: readonly CheckRow[],
): readonly CellValue[] {
  const number = (decimal: string | null): CellValue => {
    if (decimal === null) return null;
    const scaled = dividedByPower(decimal, power);
    return exactNumber(scaled) ?? printDecimal(scaled);
  };
  return [
    domain === null ? null : f.domainName(domain),
    name,
    detail,
    period === null ? null : printPeriod(period),
    f.statuses[status],
    number(value),
    number(to),
    number(of),
    unit,
    approx,
    text,
    address,
    checks.map(({ verdict, sentence }) => `${f.verdictSign(verdict)} ${sentence}`).join('\n') || null,
  ];
}

/** The file's bytes. */
export async function figuresWorkbook(briefing: Briefing, indicators: readonly string[]): Promise<Buffer> {
  const title = briefing.db.prepare<[], { title: string }>(DOCUMENT).get()?.title ?? '';
  const header: Row = workbookColumns.map(([value]) => ({
    value,
    fontWeight: 'bold',
    backgroundColor: '#E3F0EE',
    wrap: true,
  }));
  const rows = workbookRows(briefing, indicators).map((cells): Row => cells.map(cell));
  return writeXlsxFile([
    {
      sheet: f.sheetValues,
      data: [header, ...rows],
      columns: workbookColumns.map(([, width]) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: f.sheetAbout,
      data: [
        [
          { value: f.about.document, fontWeight: 'bold' },
          { value: title, wrap: true },
        ],
        [null, { value: f.about.note, wrap: true }],
      ],
      columns: [{ width: 14 }, { width: 100 }],
    },
  ]).toBuffer();
}

function cell(value: CellValue): Row[number] {
  if (value === null) return null;
  if (typeof value === 'string') return { value, type: String, wrap: true, alignVertical: 'top' };
  const places = String(value).split('.')[1]?.length ?? 0;
  const format = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
  return { value, type: Number, format, alignVertical: 'top' };
}

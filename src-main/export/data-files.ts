/**
 * The indicator database as files that anyone can read without the app: RFC 4180 in UTF-8 without a byte-order mark,
 * numbers as exact decimals with a full stop. Columns are added at the end and never renamed.
 */
import { stringify } from 'csv-stringify/sync';
import type { Briefing } from '../briefing/open.ts';
import { dataTables } from './data-tables.ts';
import type { DataTable } from './data-tables.ts';

export interface DataFile {
  readonly name: string;
  readonly text: string;
}

/** `indicators.csv`, `observations.csv`, `checks.csv`, and a note that explains their columns. */
export function dataFiles(briefing: Briefing): readonly DataFile[] {
  return [...dataTables.map((table) => csvFile(briefing, table)), schemaNote(briefing)];
}

const TITLE = 'SELECT title FROM document';

function csvFile({ db }: Briefing, { name, columns, query }: DataTable): DataFile {
  const header = columns.map(([column]) => column);
  const rows = db.prepare<[], Readonly<Record<string, string | number | null>>>(query).all();
  const text = stringify(
    rows.map((row) => header.map((column) => row[column])),
    { header: true, columns: [...header] },
  );
  return { name: `${name}.csv`, text };
}

function schemaNote({ db }: Briefing): DataFile {
  const title = db.prepare<[], { title: string }>(TITLE).get()?.title ?? '';
  const lines = [
    `# Dữ liệu số liệu: ${title}`,
    '',
    'Các tệp CSV (RFC 4180, UTF-8, dấu phẩy ngăn cột, số thập phân dùng dấu chấm) do chương trình tạo ra từ báo cáo.',
    'Ô trống nghĩa là văn bản không nói. Vị trí `source_start`, `source_end` tính bằng đơn vị UTF-16 trong tệp nguồn.',
    '',
  ];
  for (const { name, about, columns } of dataTables) {
    lines.push(`## ${name}.csv`, '', about, '', '| cột | ý nghĩa |', '| --- | --- |');
    for (const [column, meaning] of columns) lines.push(`| \`${column}\` | ${meaning} |`);
    lines.push('');
  }
  return { name: 'README.md', text: lines.join('\n') };
}

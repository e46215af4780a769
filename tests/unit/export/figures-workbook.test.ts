import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { briefingOf, type Briefing } from '../../../src-main/briefing/open.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { fillBriefing } from '../../../src-main/compile/write-briefing.ts';
import { listFigures, listIndicators } from '../../../src-main/briefing/figures.ts';
import { figuresWorkbook, workbookColumns, workbookRows } from '../../../src-main/export/figures-workbook.ts';

function briefing(source: string): Briefing {
  const db = new Database(':memory:');
  const compiled = compile(source);
  fillBriefing(db, compiled, analyse(compiled), source);
  return briefingOf(db);
}
const source = [
  '1. Thu ngân sách năm 2022 đạt 1.514 tỷ 310 triệu đồng, tăng 3,0% so với năm 2021.',
  '2. Giải quyết 897/921 đơn; dân số 12.345.678.901.234.567 người.',
].join('\n\n');
const all = (opened: Briefing) => listIndicators(opened, 0).items.map(({ id }) => id);
const column = (name: string) => workbookColumns.findIndex(([each]) => each === name);

describe('figures as a spreadsheet', () => {
  it('has a row a figure, with its exact value, its words and its place', () => {
    const opened = briefing(source);
    const rows = workbookRows(opened, all(opened));
    expect(rows).toHaveLength(listFigures(opened, 0).items.length);
    const budget = rows.find((row) => row[column('Nguyên văn')] === '1.514 tỷ 310 triệu đồng');
    expect(budget?.[column('Giá trị')]).toBe(1514.31);
    expect(budget?.[column('Đơn vị')]).toBe('tỷ đồng');
    expect(budget?.[column('Nguồn')]).not.toBe('');
    const ratio = rows.find((row) => row[column('Nguyên văn')] === '897/921');
    expect([ratio?.[column('Giá trị')], ratio?.[column('Trên tổng số')]]).toEqual([897, 921]);
  });

  it('writes as text what a binary number would change', () => {
    const opened = briefing(source);
    const values = workbookRows(opened, all(opened)).map((row) => row[column('Giá trị')]);
    expect(values).toContain('12.345.678.901.234.567');
  });

  it('takes only what was asked for, in that order, and no id that it does not know', () => {
    const opened = briefing(source);
    const [first = '', second = ''] = all(opened);
    const rows = workbookRows(opened, [second, 'i999', first]);
    const names = listIndicators(opened, 0).items;
    expect(rows.map((row) => row[column('Chỉ tiêu')])).toEqual([names[1]?.name, names[0]?.name]);
  });

  it('is a workbook that a spreadsheet can open', async () => {
    const opened = briefing(source);
    const files = unzipSync(await figuresWorkbook(opened, all(opened)));
    expect(Object.keys(files)).toContain('xl/worksheets/sheet1.xml');
    expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('<v>1514.31</v>');
    expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('1.514 tỷ 310 triệu đồng');
  });
});

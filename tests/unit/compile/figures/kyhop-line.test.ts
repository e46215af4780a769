/** The line that `kyhop figures` prints. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { eachNumeral } from '../../../../src-main/briefing/figures.ts';
import { briefingOf } from '../../../../src-main/briefing/open.ts';
import { numeralLine } from '../../../../src-main/cli/figures.ts';
import { analyse } from '../../../../src-main/compile/analyse.ts';
import { compile } from '../../../../src-main/compile/compile.ts';
import { fillBriefing } from '../../../../src-main/compile/write-briefing.ts';

function lines(source: string): string[] {
  const db = new Database(':memory:');
  const compiled = compile(source);
  fillBriefing(db, compiled, analyse(compiled), source);
  return [...eachNumeral(briefingOf(db))].map(numeralLine);
}

describe('a line of kyhop figures', () => {
  it('says all that DESIGN.md lists, values digit by digit', () => {
    const [line = ''] = lines('Thu ngân sách ước đạt 12.345.678.901.234,567 tỷ đồng trong kỳ.');
    expect(line).toContain('"value":12345678901234567000000,');
    expect(JSON.parse(line)).toEqual({
      start: 22,
      end: 52,
      text: '12.345.678.901.234,567 tỷ đồng',
      class: 'level',
      value: expect.any(Number) as number,
      of: null,
      to: null,
      unit: 'đồng',
      approx: 'ước',
      period: null,
      status: 'estimate',
      indicator: expect.any(String) as string,
      address: expect.any(String) as string,
    });
  });

  it('places a number in the source as stored, decomposed letters included', () => {
    const source = 'Đoạn này dài và còn nói tiếp về kết quả thu được là 5 tỷ đồng trong năm.'.normalize(
      'NFD',
    );
    const [line = ''] = lines(source);
    const { start, end } = JSON.parse(line) as { start: number; end: number };
    expect(source.slice(start, end)).toBe('5 tỷ đồng'.normalize('NFD'));
  });

  it('tells the mark that opens a footnote from the reference to it', () => {
    const source = 'Đã họp 71 phiên¹ trong kỳ.\n\n¹ Năm 2021 họp 6 phiên.\n';
    expect(lines(source).map((line) => (JSON.parse(line) as { class: string }).class)).toEqual([
      'count',
      'footnote_ref',
      'footnote_mark',
      'date',
      'count',
    ]);
  });
});

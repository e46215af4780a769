/** What holds for the checks of any text, however hostile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src-main/compile/analyse.ts';
import { compile } from '../../../../src-main/compile/compile.ts';
import { anySource } from '../sources.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 200) };

const pieces = fc.constantFrom(
  ...'12|1.234|1,5|0|05|7/2021|31/6/2023|897/921|97,3%|0%|100%|tỷ đồng|triệu đồng|ha|hộ|dự án|năm 2021|năm 2022|tăng|giảm|vượt|so với|cùng kỳ|kế hoạch|dự toán|đạt|chiếm|bằng|gồm|bao gồm|trong đó|tổng cộng|tổng số|lần lượt|còn lại|còn thiếu|từ|lên|xuống|đến|trên|gần|khoảng|và|(|)|,|;|:|.|…|-|“|”|\n\n|\n\n- |\n\n¹ |¹|²|| 5 | 6 |\n|---|---|\n|nhiệm kỳ 2016-2021|(1)|(2)|xã|thôn|nữ'.split(
    '|',
  ),
);
const soup = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', '')), { maxLength: 80 })
  .map((parts) => parts.map(([piece, space]) => piece + space).join(''));

function holds(source: string): void {
  const document = compile(source);
  const { checks, numerals } = analyse(document);
  const texts = new Map(document.blocks.map(({ id, text }) => [id, text]));
  const figures = new Set(numerals.flatMap((numeral) => (numeral.kind === 'figure' ? [numeral.id] : [])));
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  for (const check of checks) {
    expect(check.operands.length).toBeGreaterThan(0);
    for (const { block, start, end, text, figure, value } of check.operands) {
      expect(end).toBeGreaterThan(start);
      expect(texts.get(block)?.slice(start, end)).toBe(text);
      if (figure !== null) expect(figures.has(figure)).toBe(true);
      if (value !== null) expect(value).toMatch(/^-?\d+(?:\.\d+)?$/);
    }
    for (const number of [check.computed, check.stated])
      if (number !== null) expect(number).toMatch(/^-?\d+(?:\.\d+)?$/);
    expect(check.sentence).toMatch(/\.$/);
    expect(check.reason !== null).toBe(check.verdict === 'undetermined');
  }
}

describe('checks of any text', () => {
  it('have operands in the text, numbers in digits, a sentence, and a reason where they are undecided', () => {
    fc.assert(fc.property(soup, holds), runs);
  });

  it('do so for whatever compiles', () => {
    fc.assert(fc.property(anySource, holds), runs);
  });

  it('are the same for the same text', () => {
    fc.assert(
      fc.property(soup, (source) => {
        expect(analyse(compile(source)).checks).toEqual(analyse(compile(source)).checks);
      }),
      { numRuns: 30 },
    );
  });
});

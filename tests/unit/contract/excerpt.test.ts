import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAUSE_CHARS_MAX, clauseAround, excerpt, excerptText } from '../../../src-main/contract/excerpt.ts';

/** The clause around what stands in ⟦ ⟧. */
function clause(marked: string): string {
  const start = marked.indexOf('⟦');
  const text = marked.replace(/[⟦⟧]/gu, '');
  const range = clauseAround(text, { start, end: marked.indexOf('⟧') - 1 });
  return text.slice(range.start, range.end);
}

describe('the clause around a figure', () => {
  it('ends at semicolons, colons, brackets and sentences, not inside a number', () => {
    expect(clause('đạt (Năm 2021, đạt ⟦88.910 tỷ⟧, tăng 13,5%; Năm 2022, đạt 102.267 tỷ)')).toBe(
      'Năm 2021, đạt 88.910 tỷ, tăng 13,5%',
    );
    expect(clause('Xong. Thu đạt 1.358 tỷ, ⟦tăng 3,0%⟧. Chi đạt 5 tỷ.')).toBe('Thu đạt 1.358 tỷ, tăng 3,0%');
    expect(clause('năm 2021 (từ ngày 05/7), tổ chức ⟦6⟧ phiên họp, (nêu sau)')).toBe(
      'tổ chức 6 phiên họp, (nêu sau',
    );
    expect(clause('Trong đó: ⟦08⟧ dự án')).toBe('08 dự án');
  });
  it('is the figure itself where no one could read the clause', () => {
    expect(clause(`${'dài '.repeat(80)}⟦71⟧ phiên`)).toBe('71');
  });
});

describe('an excerpt', () => {
  const text = 'Câu đầu dài. Năm 2021 tổ chức 6 phiên họp. Năm 2022 tổ chức 21 phiên họp. Câu cuối.';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('keeps to the sentences of its places and says where it cuts', () => {
    expect(excerptText(text, [at('6')])).toBe('Năm 2021 tổ chức 6 phiên họp.');
    expect(excerptText(text, [at('6'), at('21 p')])).toBe(
      'Năm 2021 tổ chức 6 phiên họp. Năm 2022 tổ chức 21 phiên họp.',
    );
    expect(excerpt(text, [at('6')]).pieces.map(({ text: words, marked }) => [words, marked])).toEqual([
      ['Năm 2021 tổ chức ', false],
      ['6', true],
      [' phiên họp.', false],
    ]);
  });
  it('says where it leaves out words of a sentence', () => {
    const long = `Trong năm, ${'việc này việc kia '.repeat(8)}thu đạt 5 tỷ, ${'và thế nữa '.repeat(12)}là hết. Câu cuối.`;
    const five = { start: long.indexOf('5'), end: long.indexOf('5') + 1 };
    expect(excerptText(long, [five], 20)).toBe('…việc kia thu đạt 5 tỷ, và thế nữa và…');
  });
  it('leaves out what lies far between its places, at word ends', () => {
    const long = `Thu 5 tỷ ${'và nhiều nữa '.repeat(40)}chi 6 tỷ.`;
    expect(
      excerptText(
        long,
        [
          { start: 4, end: 5 },
          { start: long.indexOf('6'), end: long.indexOf('6') + 1 },
        ],
        12,
      ),
    ).toBe('Thu 5 tỷ và nhiều… nữa chi 6 tỷ.');
  });

  it('of any text holds exactly its places, in order, and pieces of the text', () => {
    const range = fc.tuple(fc.nat(90), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));
    const words = fc.string({
      unit: fc.constantFrom('a', ' ', '.', ' ', 'đ', '1', ';', '\n'),
      maxLength: 90,
    });
    fc.assert(
      fc.property(words, fc.array(range, { maxLength: 5 }), fc.nat(40), (body, places, around) => {
        const { pieces } = excerpt(body, places, around);
        let last = 0;
        for (const piece of pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(last);
          expect(body.slice(piece.start, piece.end)).toBe(piece.text);
          last = piece.end;
        }
        const marked = new Set<number>();
        for (const { start, end, marked: isPlace } of pieces)
          if (isPlace) for (let offset = start; offset < end; offset++) marked.add(offset);
        const wanted = new Set<number>();
        for (const { start, end } of places)
          for (let offset = start; offset < Math.min(end, body.length); offset++) wanted.add(offset);
        expect([...marked].sort((a, b) => a - b)).toEqual([...wanted].sort((a, b) => a - b));
        for (const { start, end } of places) {
          if (start >= end || end > body.length) continue;
          const around1 = clauseAround(body, { start, end });
          expect(around1.start).toBeLessThanOrEqual(start);
          expect(around1.end).toBeGreaterThanOrEqual(end);
          expect(around1.end - around1.start).toBeLessThanOrEqual(Math.max(CLAUSE_CHARS_MAX, end - start));
        }
      }),
    );
  });
});

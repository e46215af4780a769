import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWords } from '../../../src-main/contract/fold.ts';

describe('fold', () => {
  it.each([
    ['Họp không giấy tờ', 'hop khong giay to'],
    ['ĐƯỜNG Đền Thánh', 'duong den thanh'],
    ['Ðường Ɖ', 'duong d'],
    ['thuỷ thủy hoà hòa', 'thuy thuy hoa hoa'],
    ['10,63m²/người', '10,63m2/nguoi'],
    ['2021 – 2026', '2021 - 2026'],
    ['“lạm thu”', '"lam thu"'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  it('reads composed and decomposed input alike, and knows the way back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('Đường Thuỷ hoà ² ½ İ “tờ” a\u0301\u0323 😀 \u0301'))),
        (letters) => {
          const text = letters.join('');
          const folded = fold(text);
          expect(folded.text).toBe(foldWords(text));
          expect(fold(text.normalize('NFD')).text).toBe(fold(text.normalize('NFC')).text);
          for (let end = 1; end <= folded.text.length; end++) {
            const original = text.slice(folded.toOriginal(end - 1), folded.toOriginalEnd(end));
            expect(foldWords(original)).toContain(folded.text[end - 1]);
          }
          expect(folded.toOriginal(folded.text.length)).toBe(text.length);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptOf } from '../../../src-renderer/reader/excerpt.ts';

it('keeps a short sentence whole', () => {
  const sentence = 'Năm 2022 đạt 35.000 tỷ đồng.';
  expect(excerptOf(sentence, [{ start: 13, end: 27 }])).toMatchObject({ text: sentence, cutBefore: false });
});

it('cuts a long one down between words, and keeps every figure', () => {
  const words = 'Đại dịch đã ảnh hưởng tới hoạt động '.repeat(12);
  const sentence = `${words}đạt 35.000 tỷ đồng ${words}`;
  const start = sentence.indexOf('35.000');
  const { text, start: at, cutBefore, cutAfter } = excerptOf(sentence, [{ start, end: start + 6 }]);
  expect([cutBefore, cutAfter]).toEqual([true, true]);
  expect(text.length).toBeLessThan(300);
  expect(sentence.slice(at, at + text.length)).toBe(text);
  expect(sentence[at - 1]).toBe(' ');
});

it('is a part of the sentence that holds all figures, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 900 }),
      fc.array(fc.tuple(fc.nat(900), fc.nat(40)), { maxLength: 4 }),
      (sentence, given) => {
        const figures = given
          .map(([start, length]) => ({ start, end: start + length }))
          .filter(({ end }) => end <= sentence.length);
        const { text, start } = excerptOf(sentence, figures);
        expect(sentence.slice(start, start + text.length)).toBe(text);
        for (const figure of figures) {
          expect(figure.start).toBeGreaterThanOrEqual(start);
          expect(figure.end).toBeLessThanOrEqual(start + text.length);
        }
      },
    ),
  );
});

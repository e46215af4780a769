import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src-main/briefing/vocabulary.ts';

describe('the distance of two words', () => {
  it.each([
    ['sach', 'sach', 0],
    ['scah', 'sach', 1],
    ['sch', 'sach', 1],
    ['saach', 'sach', 1],
    ['sacj', 'sach', 1],
    ['scha', 'sach', 2],
    ['xxxx', 'sach', 3],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });

  it('is 0 for the same and at most 1 for one letter less', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(19), (word, at) => {
        expect(editDistance(word, word, 2)).toBe(0);
        const less = word.slice(0, at % word.length) + word.slice((at % word.length) + 1);
        expect(editDistance(word, less, 2)).toBe(1);
      }),
    );
  });
});

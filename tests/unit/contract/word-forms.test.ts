import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, agreements, isPlain, wordForm } from '../../../src-main/contract/word-forms.ts';

const agree = (typed: string, found: string, isBeginning = false): number =>
  agreement(wordForm(typed), wordForm(found), isBeginning);

describe('the form of a word', () => {
  it.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['quý', 'qúy'],
    ['khoẻ', 'khỏe'],
    ['ÐƯỜNG', 'đường'],
    ['Ɖất', 'đất'],
    ['m²', 'm2'],
    ['Điện'.normalize('NFD'), 'điện'],
  ])('is the same for %s and %s', (one, other) => {
    expect(wordForm(one)).toEqual(wordForm(other));
  });

  it('keeps the tone apart from the letters', () => {
    expect(wordForm('Đường')).toEqual({ folded: 'duong', letters: 'đương', tone: 2 });
    expect(isPlain(wordForm('thu'))).toBe(true);
    expect(isPlain(wordForm('thú'))).toBe(false);
  });

  it('is made of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded } = wordForm(text);
        expect(folded).not.toMatch(/[\s"*()]/u);
      }),
    );
  });
});

describe('accents', () => {
  it('that were not typed agree with all', () => {
    expect(agree('dat', 'đất')).toBe(agreements.same);
    expect(agree('dat', 'dạt')).toBe(agreements.same);
  });

  it('agree the less, the more is wrong', () => {
    const typed = ['đất', 'đât', 'dát', 'đạt'].map((word) => agree(word, 'đất'));
    expect(typed[0]).toBe(agreements.same);
    expect(typed).toEqual([...typed].sort((a, b) => b - a));
  });

  it('tell a hat left out from another word', () => {
    expect(agree('dường', 'đường')).toBe(agreements.leftOut);
    expect(agree('đèn', 'đền')).toBe(agreements.hatLeftOut);
    expect(agree('sữa', 'sửa')).toBe(agreements.hookForTilde);
  });

  it('of an unfinished word are those typed so far', () => {
    expect(agree('giả', 'giải', true)).toBe(agreements.same);
    expect(agree('giá', 'giải', true)).toBeLessThan(agreements.leftOut);
  });
});

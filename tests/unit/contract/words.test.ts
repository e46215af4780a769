import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNumber, eachWord, formsOf, otherReading } from '../../../src-main/contract/words.ts';

const folded = (text: string): string[] => formsOf(text).map((form) => form.folded);

describe('the words of a text', () => {
  it.each([
    ['Tổng thu, chi: 1.514 tỷ 310 triệu', ['tong', 'thu', 'chi', '1514', 'ty', '310', 'trieu']],
    ['đạt 97,3% (10,63m²/người)', ['dat', '97.3', '%', '10.63', 'm2', 'nguoi']],
    ['QL5, COVID-19, 5216/QĐ-UBND', ['ql5', 'covid', '19', '5216', 'qd', 'ubnd']],
    ['ngày 05/7/2021', ['ngay', '5', '7', '2021']],
    ['cuộc họp khác. 😀 \u0000', ['cuoc', 'hop', 'khac']],
  ])('%s', (text, words) => {
    expect(folded(text)).toEqual(words);
    expect(folded(text.normalize('NFD'))).toEqual(words);
  });

  it('stand in order within the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let before = 0;
        eachWord(text, (_, start, end) => {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        });
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    ['88.910', '88910'],
    ['88910', '88910'],
    ['97,3', '97.3'],
    ['97.3', '97.3'],
    ['3,0', '3'],
    ['08', '8'],
    ['1,567,500,000', '1567500000'],
    ['1.514,31', '1514.31'],
    ['1,514.31', '1514.31'],
    ['0,125', '0.125'],
    ['05.7.2021', '05.7.2021'],
  ])('%s is %s', (raw, canonical) => {
    expect(canonicalNumber(raw)).toBe(canonical);
  });

  it('with one comma and three digits may be either', () => {
    expect(canonicalNumber('88,910')).toBe('88.910');
    expect(otherReading('88.910')).toBe('88910');
    expect(otherReading('88910')).toBe('88.910');
    expect(otherReading('97.3')).toBeNull();
  });
});

/** Work grows with the text and no faster, whatever the text: counted in looks at tokens, not in time. */
import { describe, expect, it } from 'vitest';
import { readNumerals } from '../../../../src-main/compile/figures/find-figures.ts';
import { noTime } from '../../../../src-main/compile/figures/document-time.ts';
import { findTimes } from '../../../../src-main/compile/figures/periods.ts';
import { Reading } from '../../../../src-main/compile/figures/reading.ts';
import { tokenise } from '../../../../src-main/compile/figures/tokens.ts';
import { figuresIn } from './labels.ts';

/** How often tokens are looked at to read a text. */
function looks(text: string): number {
  let count = 0;
  const tokens = new Proxy(tokenise(text), {
    get(list, key) {
      count++;
      return Reflect.get(list, key) as unknown;
    },
  });
  const reading = new Reading(text, tokens, false, { kind: 'paragraph', opens: null });
  readNumerals(reading);
  findTimes(reading, noTime);
  return count;
}

/** Per token, where every second token is a number: what nearby numbers are worth is asked for once. */
const LOOKS_MAX = 160;

const hostile = [
  '1 ',
  '1/',
  '1.',
  '1, ',
  '1-1 ',
  '5 tỷ ',
  'tăng 5% ',
  'tăng ',
  '(',
  '(hai ',
  '1 (hai ',
  'A1',
  'A-1-',
  '5/người',
  '2021 ',
  'ngày 1, ',
  'từ 1 đến ',
  'so với kế hoạch 5% ',
  '(năm 2021: 5 vụ ',
  'năm 2021 5 tỷ đồng năm 2022, ',
  '; 5. A ',
  '12/QĐ-A-',
  'm2/m2',
  'vượt thu trên khoảng 5 ',
  'tăng 5%, trong đó, a 5%, ',
  'tăng so với cùng kỳ năm 2022 5 ',
  '0912 345 ',
  'lần lượt 2021, 2022 là 1, 2 ',
  'xếp thứ 5, 6 ',
  '1x1',
  'số 1, số 2, ',
  'a b c d e f g h i 5%; ',
];

describe('reading numbers', () => {
  it.each(hostile)('takes four times the work for four times "%s"', (piece) => {
    const [small, large] = [looks(piece.repeat(200)), looks(piece.repeat(800))];
    expect(large).toBeLessThan(small * 4.4 + 200);
  });

  it.each(hostile)('looks at no token of "%s" more often than the rules need', (piece) => {
    expect(looks(piece.repeat(200)) / tokenise(piece.repeat(200)).length).toBeLessThan(LOOKS_MAX);
  });

  it('survives one number of a million digits', () => {
    const digits = '9'.repeat(1_000_000);
    expect(figuresIn(`Thu ${digits} đồng`)).toMatchObject([{ class: 'name', start: 4, end: 1_000_004 }]);
  });
});

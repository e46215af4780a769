import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StageBlock } from '../../../src-main/contract/stage.ts';
import { planPages, unitsOf, type Fits } from '../../../src-renderer/stage/paging.ts';

const block = (text: string, heading = false): StageBlock => ({
  id: 'b',
  address: 'Mục I',
  heading,
  text,
  bold: [],
});
/** A page of so many characters; at the smallest size it holds twice as many. */
const pageOf =
  (chars: number): Fits =>
  (units, smallest) =>
    units.reduce((sum, { start, end }) => sum + end - start, 0) <= (smallest ? chars * 2 : chars);
const textOf = (blocks: readonly StageBlock[], chars: number): string[] =>
  planPages(blocks, pageOf(chars)).map((page) =>
    page.map(({ block: index, start, end }) => blocks[index]?.text.slice(start, end) ?? '').join(''),
  );

describe('planPages', () => {
  it('fills pages with whole sentences', () => {
    expect(textOf([block('Một hai ba. Bốn năm. Sáu bảy.')], 21)).toEqual([
      'Một hai ba. Bốn năm. ',
      'Sáu bảy.',
    ]);
  });
  it('gives a long sentence a page of its own, smaller, before it cuts one', () => {
    expect(textOf([block('Ngắn. Một câu dài hơn cả trang này nhiều.')], 20)).toEqual([
      'Ngắn. ',
      'Một câu dài hơn cả trang này nhiều.',
    ]);
  });
  it('divides what no page can hold behind a semicolon', () => {
    expect(textOf([block('(1) Đường Vành đai; (2) Đường Vũ Công Đán; (3) Dự án')], 12)).toEqual([
      '(1) Đường Vành đai; ',
      '(2) Đường Vũ Công Đán; ',
      '(3) Dự án',
    ]);
  });
  it('keeps a heading with the words that follow', () => {
    const blocks = [block('Câu thứ nhất đây.'), block('1. Mục', true), block('Câu sau dài thêm.')];
    expect(textOf(blocks, 25)).toEqual(['Câu thứ nhất đây.', '1. MụcCâu sau dài thêm.']);
  });
  it('shows every word once and in order, whatever the text and the page', () => {
    const blocks = fc.array(fc.record({ text: fc.string({ maxLength: 80 }), heading: fc.boolean() }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 60 }), (made, chars) => {
        const all = made.map(({ text, heading }) => block(text, heading));
        const units = unitsOf(all);
        expect(textOf(all, chars).join('')).toBe(
          units.map((unit) => all[unit.block]?.text.slice(unit.start, unit.end)).join(''),
        );
      }),
    );
  });
});

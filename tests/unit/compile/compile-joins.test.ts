import { describe, expect, it } from 'vitest';
import { compile } from '../../../src-main/compile/compile.ts';
import { keepsItsLaws } from './laws.ts';

/** Texts of the blocks of a source, every law checked. */
function texts(source: string): string[] {
  const compiled = compile(source);
  keepsItsLaws(source, compiled);
  return compiled.blocks.map(({ text }) => text);
}

const long = 'Ủy ban nhân dân thành phố đã chỉ đạo các phòng, ban, đơn vị thực hiện';

describe('a paragraph that a page parts', () => {
  it.each([
    [
      'by footnotes',
      `${long} cao¹ và\n\n¹ Năm 2021.\n\nPhát triển đô thị.`,
      `${long} cao¹ và Phát triển đô thị.`,
    ],
    ['by a page break', `${long} tại\n\n---\n\nTrung ương.`, `${long} tại Trung ương.`],
    ['by a page number', `${long} của từng\n\n7\n\nthành viên.`, `${long} của từng thành viên.`],
    ['by a blank line', `${long} như\n\nthành viên.`, `${long} như thành viên.`],
    [
      'by a blank line after a word that announces more',
      `${long} tại\n\nĐiều 5 Luật Giá.`,
      `${long} tại Điều 5 Luật Giá.`,
    ],
    ['by a blank line before an amount', `${long} thu\n\n12,5 tỷ đồng.`, `${long} thu 12,5 tỷ đồng.`],
    ['inside a range', `${long} 2021-\n\n---\n\n2026 đạt.`, `${long} 2021-2026 đạt.`],
    ['inside a document number', `${long} số 15/\n\n---\n\nNQ-HĐND nêu.`, `${long} số 15/NQ-HĐND nêu.`],
    ['at a dash between words', `${long} kinh tế -\n\n---\n\nxã hội.`, `${long} kinh tế - xã hội.`],
    ['before a comma', `${long} gồm ba\n\n---\n\n, bốn mục.`, `${long} gồm ba, bốn mục.`],
  ])('%s is one again', (_, source, joined) => {
    expect(texts(source)[0]).toBe(joined);
  });

  it.each([
    ['a sentence has ended', `${long}.\n\n---\n\nTrung ương giao.`],
    ['a list item follows', `${long} gồm\n\n---\n\n- Trung ương;`],
    ['a heading follows', `${long} tại\n\n---\n\nI. TÌNH HÌNH CHUNG`],
    ['nothing but a blank line stands before a capital', `${long} chung\n\nTrung ương giao.`],
    ['a heading of two words ends in what could go on', 'II. Hạ tầng số\n\nĐã đầu tư 12 trạm.'],
  ])('stays apart where %s', (_, source) => {
    expect(texts(source)).toHaveLength(2);
  });
});

describe('white space', () => {
  it.each([
    ['two  spaces', 'two spaces'],
    ['a\tb', 'a b'],
    ['a **  b** c', 'a b c'],
    ['a<br>', 'a'],
    ['a&nbsp;b', 'a b'],
    ['a&nbsp; b', 'a b'],
    ['  a  ', 'a'],
    ['a\u00a0\u00a0b', 'a\u00a0b'],
    ['a\u200bb', 'ab'],
  ])('of %j reads as %j', (source, text) => {
    expect(texts(source)).toEqual([text]);
  });
});

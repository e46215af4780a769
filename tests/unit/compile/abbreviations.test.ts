import { describe, expect, it } from 'vitest';
import { findAbbreviations } from '../../../src-main/compile/abbreviations.ts';
import { curatedAbbreviations, curatedSynonyms } from '../../../src-main/compile/lexicon.ts';

const find = (...texts: string[]) => findAbbreviations(texts).map(({ short, long }) => `${short} = ${long}`);

describe('abbreviations that a document defines', () => {
  it('stand in brackets behind their words, or before them', () => {
    expect(find('Chủ tịch Ủy ban nhân dân (UBND) thành phố')).toEqual(['UBND = Ủy ban nhân dân']);
    expect(find('công tác giải phóng mặt bằng (sau đây gọi tắt là GPMB)')).toEqual([
      'GPMB = giải phóng mặt bằng',
    ]);
    expect(find('dự án ODA; BQLDA (Ban quản lý dự án) chậm')).toEqual(['BQLDA = Ban quản lý dự án']);
    expect(find('Bộ Giáo dục và Đào tạo (GDĐT)')).toEqual(['GDĐT = Giáo dục và Đào tạo']);
  });

  it('are none where the letters are others', () => {
    expect(find('Dự án phát triển đô thị (ODA), đã thi công', 'theo quy định (COVID-19)', '(UBND)')).toEqual(
      [],
    );
  });

  it('are found once, in any amount of text', () => {
    expect(find(...Array<string>(50).fill('Hội đồng nhân dân (HĐND)'))).toEqual(['HĐND = Hội đồng nhân dân']);
    expect(find('('.repeat(50_000), 'A ('.repeat(20_000))).toEqual([]);
  });
});

describe('the curated lexicon', () => {
  it('says nothing twice', () => {
    const pairs = curatedAbbreviations().map(({ short, long }) => `${short}\n${long}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const group of curatedSynonyms()) expect(new Set(group).size).toBe(group.length);
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { searchBlocks } from '../../../src-main/briefing/search.ts';
import { found, searched } from './searched.ts';

const briefing = searched(`BÁO CÁO

Tình hình kinh tế - xã hội

I. KINH TẾ

1. Thu ngân sách

Tổng thu ngân sách nhà nước vượt dự toán¹. Chi ngân sách bằng 95% dự toán.

Đất nông nghiệp giảm 120,5 ha; giá trị sản xuất đạt 88.910 tỷ đồng.

Công tác giải phóng mặt bằng còn chậm tiến độ ở 08 dự án.

2. Xây dựng

Ủy ban nhân dân (UBND) xã cấp 350 giấy chứng nhận quyền sử dụng đất.

Dạt vào bờ là rác thải, so với năm trước ít hơn; bên đó không thu gom.

II. XÃ HỘI

Hồ sơ trực tuyến đạt 97,3%, hỗ trợ 2.300 hộ nghèo.

¹ Năm 2021 đạt 1.514 tỷ 310 triệu đồng; năm 2022 đạt 980 tỷ đồng.
`);
afterAll(() => {
  briefing.close();
});
const find = (query: string): string[] => found(briefing, query);
const whyOf = (query: string) => searchBlocks(briefing, query).hits[0]?.why;

describe('a query', () => {
  it.each([
    // accents
    ['dat nong nghiep', 'Đất nông nghiệp'],
    ['ĐẤT   nông, nghiệp!', 'Đất nông nghiệp'],
    // abbreviations
    ['gpmb', 'Công tác giải'],
    ['ubnd xã', 'Ủy ban nhân'],
    ['GCNQSDĐ', 'Ủy ban nhân'],
    // keys and errors
    ['giair phongs mawtj bawngf', 'Công tác giải'],
    ['gia3i pho1ng ma85t', 'Công tác giải'],
    ['giai phnog mat bang', 'Công tác giải'],
    ['giaiphong mat bang', 'Công tác giải'],
    ['truc tuyne dat', 'Hồ sơ trực'],
    ['tien do cham', 'Công tác giải'],
    // numbers
    ['88910', 'Đất nông nghiệp'],
    ['88,910', 'Đất nông nghiệp'],
    ['97.3 %', 'Hồ sơ trực'],
    ['1514 tỷ', 'Năm 2021 đạt'],
    ['1514,31 tỷ', 'Năm 2021 đạt'],
    ['2 300 hộ', 'Hồ sơ trực'],
    ['tám dự án', 'Công tác giải'],
    ['trên 1000 tỷ', 'Đất nông nghiệp'],
    ['từ 900 đến 1000 tỷ', 'Năm 2021 đạt'],
    ['dưới 96%', 'Tổng thu ngân'],
    ['trên 100 ha', 'Đất nông nghiệp'],
    // meaning
    ['sổ đỏ', 'Ủy ban nhân'],
    // a footnote belongs to its sentence
    ['thu ngân sách 2021', 'Năm 2021 đạt'],
    // places
    ['mục II', 'II. XÃ HỘI'],
    ['muc i.2', '2. Xây dựng'],
    ['chú thích 1', 'Năm 2021 đạt'],
  ])('%s', (query, first) => {
    expect(find(query)[0]?.replace('? ', '')).toBe(first);
  });

  it('ranks the accents that were typed first, and hides no others', () => {
    expect(find('đất')[0]).toBe('Đất nông nghiệp');
    expect(find('đất')).toContain('? Dạt vào bờ');
    expect(find('dạt')[0]).toBe('Dạt vào bờ');
    expect(find('hò sơ')).toContain('? Hồ sơ trực');
  });

  it('is not answered for sure by words with other accents', () => {
    expect(find('sô đó').filter((hit) => !hit.startsWith('?'))).toEqual([]);
    expect(find('bệnh viện tim').filter((hit) => !hit.startsWith('?'))).toEqual([]);
  });

  it('in quotes is a phrase', () => {
    expect(find('"dự toán vượt"').filter((hit) => !hit.startsWith('?'))).toEqual([]);
    expect(find('“vượt dự toán”')[0]).toBe('Tổng thu ngân');
  });

  it('says what was taken for what', () => {
    expect(whyOf('gpmb')?.expansions).toEqual([
      { kind: 'abbreviation', typed: 'gpmb', meant: 'giải phóng mặt bằng' },
    ]);
    expect(whyOf('sổ đỏ')?.expansions[0]?.kind).toBe('synonym');
    expect(whyOf('mặt bawngf')?.expansions).toEqual([{ kind: 'keys', typed: 'bawngf', meant: 'bằng' }]);
  });

  it('without a good answer is answered with words of the document', () => {
    expect(searchBlocks(briefing, 'hò sơ').suggestion).toBe('Hồ sơ');
    expect(searchBlocks(briefing, 'ngân sách vũ trụ').suggestion).toBe('ngân sách');
    expect(searchBlocks(briefing, 'zzzz').suggestion).toBeNull();
    expect(searchBlocks(briefing, 'ngân sách').suggestion).toBeNull();
  });

  it('finds headings and indicators beside the blocks', () => {
    expect(searchBlocks(briefing, 'xay dung').sections.map(({ text }) => text)).toEqual(['Xây dựng']);
    expect(searchBlocks(briefing, 'đất nông nghiệp').indicators.length).toBeGreaterThan(0);
  });
});

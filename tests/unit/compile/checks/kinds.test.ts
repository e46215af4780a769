/** Every kind of check: one that holds, one that does not, and what looks like one and is none. */
import { describe, expect, it } from 'vitest';
import { checksIn } from './score.ts';

const inReport = (text: string): string => `BÁO CÁO\n\nMở đầu của báo cáo.\n\n${text}\n`;

/** Kind and verdict of what is decided, and how often. */
const decided = (text: string): string[] =>
  checksIn(inReport(text))
    .filter(({ verdict }) => verdict !== 'undetermined')
    .map(({ kind, verdict }) => `${kind} ${verdict}`);
const undecided = (text: string): string[] =>
  checksIn(inReport(text))
    .filter(({ verdict }) => verdict === 'undetermined')
    .map(({ kind }) => kind);

const sentences: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    'parts in brackets by year',
    'Đã hoàn thành 19 dự án (năm 2021: 08 dự án, năm 2022: 04 dự án, năm 2023: 07 dự án).',
    ['sum match'],
  ],
  [
    'parts in brackets that do not add up',
    'Đã hoàn thành 29 dự án (năm 2021: 08 dự án, năm 2022: 04 dự án, năm 2023: 07 dự án).',
    ['sum mismatch'],
  ],
  [
    'parts behind "gồm"',
    'Tổ chức 24 cuộc thanh tra, kiểm tra, gồm 14 cuộc thanh tra và 10 cuộc kiểm tra.',
    ['sum match'],
  ],
  [
    'a part above its whole',
    'Chi ngân sách là 257.343 triệu đồng. Trong đó, chi ngân sách huyện là 269.490 triệu đồng, chi ngân sách xã 77.650 triệu đồng.',
    ['sum mismatch'],
  ],
  [
    'whoever is named without a number',
    'Đã bầu 18 thành viên gồm: Chủ tịch, 03 Phó Chủ tịch và 14 Ủy viên.',
    ['sum match'],
  ],
  ['attributes that overlap', 'Có 35 đại biểu (12 nữ, 9 người dân tộc thiểu số, 20 người ngoài Đảng).', []],
  [
    'other years beside a level',
    'Thu nhập năm 2023 đạt 62 triệu đồng (năm 2021: 50 triệu đồng, năm 2022: 55 triệu đồng).',
    [],
  ],
  [
    'a total behind its parts',
    'Đất ở 1.205,4 ha, đất nông nghiệp 9.812,6 ha, tổng cộng 11.018 ha.',
    ['sum match'],
  ],
  ['a ratio and its percentage', 'Đã giải quyết 897/921 đơn thuộc thẩm quyền, đạt 97,4%.', ['ratio match']],
  ['a percentage cut off', 'Đã giải quyết 897/921 đơn thuộc thẩm quyền, đạt 97,3%.', ['ratio truncated']],
  [
    'a ratio that gives another percentage',
    'Đã giải quyết 897/921 đơn thuộc thẩm quyền, đạt 79,3%.',
    ['ratio mismatch'],
  ],
  ['a percentage of something else', 'Có 23/25 xã thực hiện; tỷ lệ trạm y tế có bác sĩ đạt 100%.', []],
  ['a share of what was announced', 'Xã có 400 hộ, trong đó 33 hộ nghèo, chiếm 8,3%.', ['ratio match']],
  [
    'what is left of a ratio',
    'Đã giải quyết 19/33 vụ việc, 14 vụ còn lại đang giải quyết.',
    ['difference match'],
  ],
  [
    'growth of a series',
    'Năm 2022 đạt 35.000 tỷ đồng; năm 2023 đạt 40.600 tỷ đồng, tăng 16% so với năm 2022.',
    ['growth match'],
  ],
  [
    'growth that the numbers do not give',
    'Năm 2022 đạt 35.000 tỷ đồng; năm 2023 đạt 40.600 tỷ đồng, tăng 19% so với năm 2022.',
    ['growth mismatch'],
  ],
  [
    'growth of another series',
    'Năm 2022 thu đạt 500 tỷ đồng; năm 2023 chi đạt 480 tỷ đồng, tăng 9% so với năm 2022.',
    [],
  ],
  [
    'growth of months against a whole year',
    'Năm 2022 thu đạt 500 tỷ đồng. Chín tháng đầu năm 2023 thu đạt 400 tỷ đồng, tăng 9% so với cùng kỳ.',
    [],
  ],
  [
    'two price bases',
    'GRDP năm 2022 đạt 100 tỷ đồng; năm 2023 theo giá hiện hành đạt 130 tỷ đồng, tăng 8% so với năm 2022 theo giá so sánh.',
    [],
  ],
  [
    'a change in percent of what was there',
    'Thụ lý 7.259 việc, tăng 435 việc (6,37%) so với cùng kỳ.',
    ['growth match'],
  ],
  [
    'a difference from the base in brackets',
    'Đàn lợn có 84.600 con, tăng 2.200 con so với cùng kỳ (82.400 con).',
    ['difference match'],
  ],
  [
    'a difference that is another',
    'Đàn lợn có 84.600 con, tăng 3.200 con so với cùng kỳ (82.400 con).',
    ['difference mismatch'],
  ],
  [
    'points of a rate',
    'Tỷ lệ hộ nghèo giảm từ 4,5% xuống còn 3,0%, giảm 1,5 điểm phần trăm.',
    ['difference match'],
  ],
  [
    'a plan in words',
    'Dự toán giao 240 tỷ đồng, thực hiện 175,2 tỷ đồng, đạt 73% dự toán.',
    ['completion match'],
  ],
  [
    'a plan missed by more than is said',
    'Dự toán giao 240 tỷ đồng, thực hiện 175,2 tỷ đồng, đạt 78% dự toán.',
    ['completion mismatch'],
  ],
  [
    'two plans',
    'Dự toán tỉnh giao 100 tỷ đồng, huyện giao 120 tỷ đồng; thực hiện 110 tỷ đồng, đạt 110% dự toán tỉnh giao, 91,7% dự toán huyện giao.',
    ['completion match', 'completion match'],
  ],
  ['a growth that is no distance from the plan', 'Thu đạt 98 tỷ đồng, bằng 105% kế hoạch, tăng 12%.', []],
  [
    'a list as long as announced',
    'Thông qua 04 nhóm chính sách: hỗ trợ giống, vật tư; hỗ trợ học phí; hỗ trợ nhà ở; đào tạo nghề.',
    ['list_count match'],
  ],
  [
    'a list that is shorter',
    'Duy trì 05 loại mô hình: trồng rau; nuôi cá lồng; trồng nấm; nuôi gà đồi.',
    ['list_count mismatch'],
  ],
  ['an open list', 'Tổ chức 05 phiên giải trình về: đất đai; môi trường; y tế…', []],
  ['commas that may stand inside an item', 'Có 03 lĩnh vực: giáo dục, y tế, văn hóa, thể thao.', []],
  [
    'the same thing under two numbers',
    'Huyện có 24 trạm y tế xã. Trong số 26 trạm y tế xã hiện có của huyện, 20 trạm được xây mới.',
    ['repetition mismatch'],
  ],
  ['a day that no month has', 'Ban hành kế hoạch ngày 31/9/2023 của huyện.', ['period mismatch']],
  ['a span that ends before it begins', 'Thực hiện từ tháng 8/2023 đến tháng 3/2023.', ['period mismatch']],
  [
    'years from one date to another',
    'Kỷ niệm 70 năm ngày giải phóng (30/10/1954-30/10/2024).',
    ['period match'],
  ],
  [
    'years that are not so many',
    'Kỷ niệm 75 năm ngày giải phóng (30/10/1954-30/10/2024).',
    ['period mismatch'],
  ],
  ['years with both ends counted', 'Qua 05 năm thực hiện (2019-2023) đã đổi mới.', ['period match']],
  [
    'a whole number behind a percentage',
    'Xã có 12 thôn; 83,3% số thôn đạt danh hiệu văn hóa.',
    ['implied_integer match'],
  ],
  [
    'no whole number behind it',
    'Xã có 15 thôn; 84,5% số thôn đạt danh hiệu văn hóa.',
    ['implied_integer mismatch'],
  ],
  ['a percentage of something not counted', 'Cấp giấy cho các hộ thuộc 5 khu tập thể đạt 65,96%.', []],
];

describe('a sentence', () => {
  it.each(sentences)('with %s', (_, text, expected) => {
    expect(decided(text)).toEqual(expected);
  });

  it('that compares with a number it does not give is undetermined, and says with what', () => {
    const text = 'Năm 2021, đạt 88.910 tỷ đồng, tăng 13,5% so năm 2020.';
    expect(undecided(text)).toEqual(['growth']);
    expect(checksIn(inReport(text))[0]?.sentence).toBe(
      '“tăng 13,5% so năm 2020”: văn bản không nêu số của năm 2020.',
    );
  });

  it('tells the arithmetic in Vietnamese notation', () => {
    expect(checksIn(inReport('Đã giải quyết 897/921 đơn, đạt 97,3%.'))[0]?.sentence).toBe(
      '897/921 = 97,39 %, văn bản ghi 97,3 % (cắt bớt, không làm tròn).',
    );
  });
});

describe('a table', () => {
  const table = (total: string): string =>
    `| Đơn vị | Kế hoạch | Giải ngân |\n|---|---:|---:|\n| Ban Quản lý | 245.600 | 198.310 |\n| Phòng Kinh tế | 61.250 | 40.425 |\n| Tổng cộng | ${total} | 238.735 |\n`;

  it('adds up by column', () => expect(decided(table('306.850'))).toEqual(['sum match', 'sum match']));
  it('shows the column that does not', () =>
    expect(decided(table('360.850'))).toEqual(['sum mismatch', 'sum match']));
  it('of indicators adds up nothing', () =>
    expect(
      decided(
        '| Chỉ tiêu | 2022 |\n|---|---:|\n| Trồng trọt | 120 |\n| Chăn nuôi | 80 |\n| Tổng sản lượng lương thực | 45 |\n',
      ),
    ).toEqual([]));
});

describe('footnotes', () => {
  it('that divide a total by year are added up', () => {
    const text =
      'Đã ban hành 131 thông báo¹.\n\n¹ Năm 2021: 32 thông báo; năm 2022: 47 thông báo; năm 2023: 51 thông báo.';
    expect(decided(text)).toEqual(['sum mismatch']);
  });

  it('out of order or without text are told', () => {
    const text =
      'Một việc¹. Hai việc³. Ba việc². Bốn việc⁴.\n\n¹ Ghi chú một.\n\n² Ghi chú hai.\n\n³ Ghi chú ba.';
    expect(decided(text)).toEqual(['footnote mismatch', 'footnote mismatch']);
  });

  it('that two places point to are no contradiction', () => {
    expect(decided('Một việc¹. Hai việc². Ba việc¹.\n\n¹ Ghi chú một.\n\n² Ghi chú hai.')).toEqual([]);
  });
});

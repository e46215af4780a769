/** One sentence a rule: what each figure of it is called. Names of figures that continue a series stand once more. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src-main/compile/compile.ts';
import { nameFigures } from '../../../../src-main/compile/indicators/name-figures.ts';
import { identified } from './labels.ts';

/** Names in the order of the figures. */
function namesIn(source: string): string[] {
  const document = compile(source);
  const { indicators, observations } = nameFigures(document, identified(document), []);
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  return observations.map(({ indicator }) => names.get(indicator) ?? '');
}

const forms: readonly (readonly [sentence: string, ...names: string[]])[] = [
  // What is measured, its growth, its plan, its rank
  [
    'Tổng thu ngân sách năm 2023 ước đạt 1.358 tỷ đồng, bằng 102% dự toán tỉnh giao, tăng 3,0% so với cùng kỳ.',
    'Tổng thu ngân sách',
    'Tổng thu ngân sách (so với dự toán tỉnh giao)',
    'Tổng thu ngân sách (tốc độ tăng)',
  ],
  ['Tốc độ tăng trưởng kinh tế đạt 8,2%.', 'Tốc độ tăng trưởng kinh tế'],
  ['Tỷ lệ hộ nghèo còn 2,45%, giảm 0,5%.', 'Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo (tốc độ tăng)'],
  ['Chỉ số cải cách hành chính xếp thứ 7/12.', 'Chỉ số cải cách hành chính (xếp hạng)'],
  ['Số thu nội địa vượt 5% dự toán.', 'Số thu nội địa (mức vượt dự toán)'],
  // A comma that lists and a comma that parts
  ['Giá trị sản xuất công nghiệp, xây dựng đạt 5 tỷ đồng.', 'Giá trị sản xuất công nghiệp, xây dựng'],
  ['Với nhiều nỗ lực, UBND thành phố đã cấp 80 giấy phép.', 'Cấp giấy phép'],
  ['Phê duyệt phương án bồi thường, hỗ trợ 865 tỷ đồng.', 'Phê duyệt phương án bồi thường, hỗ trợ'],
  ['Lĩnh vực phòng cháy, chữa cháy xử phạt 46 trường hợp.', 'Lĩnh vực phòng cháy, chữa cháy xử phạt'],
  [
    'Tổ chức 12 lớp bồi dưỡng cho cán bộ, công chức, viên chức cho 420 người.',
    'Tổ chức lớp bồi dưỡng',
    'Tổ chức lớp bồi dưỡng: số người',
  ],
  // Deeds and their things
  ['Xử phạt vi phạm hành chính 46 trường hợp.', 'Xử phạt vi phạm hành chính'],
  [
    'Xử phạt 46 trường hợp với số tiền 1.567.500.000 đồng.',
    'Xử phạt trường hợp',
    'Số tiền xử phạt trường hợp',
  ],
  ['Thu hồi 156,2 ha đất của 742 hộ dân.', 'Thu hồi đất', 'Số hộ dân'],
  ['Phân bổ 450 tỷ đồng cho các dự án giao thông.', 'Phân bổ cho các dự án giao thông'],
  [
    'Tổ chức 6 phiên họp UBND, 12 cuộc họp lãnh đạo và 117 cuộc họp khác.',
    'Tổ chức phiên họp UBND',
    'Tổ chức cuộc họp lãnh đạo',
    'Tổ chức cuộc họp khác',
  ],
  ['Tai nạn làm chết 97 người, bị thương 132 người.', 'Số người chết', 'Số người bị thương'],
  ['Tán thành 45 phiếu, không tán thành 02 phiếu.', 'Tán thành phiếu', 'Không tán thành phiếu'],
  // What is had
  ['Toàn tỉnh có 112 xã, 8 phường và 2 thị trấn.', 'Số xã', 'Số phường', 'Số thị trấn'],
  ['Xã Minh Đức có 12 thôn.', 'Số thôn của xã Minh Đức'],
  ['Có 93% gia đình đạt danh hiệu gia đình văn hóa.', 'Tỷ lệ gia đình đạt danh hiệu gia đình văn hóa'],
  // Series
  [
    'Đã bàn giao 19 dự án (năm 2021: 08 dự án, năm 2022: 04 dự án).',
    'Bàn giao dự án',
    'Bàn giao dự án',
    'Bàn giao dự án',
  ],
  ['Thu nội địa năm 2022 đạt 5 tỷ đồng; năm 2023 đạt 6 tỷ đồng.', 'Thu nội địa', 'Thu nội địa'],
  [
    'Tổng đàn lợn có 84.600 con, tăng 3.200 con so với năm 2023 (81.400 con).',
    'Tổng đàn lợn',
    'Tổng đàn lợn (mức tăng, giảm)',
    'Tổng đàn lợn',
  ],
  // Parts
  [
    'Diện tích rau màu 1.120 ha (trong đó: ngô 240 ha, lạc 185 ha).',
    'Diện tích rau màu',
    'Diện tích rau màu: ngô',
    'Diện tích rau màu: lạc',
  ],
  [
    'Trả lời 214 kiến nghị. Trong đó 146 kiến nghị đã giải quyết xong.',
    'Trả lời kiến nghị',
    'Số kiến nghị đã giải quyết xong',
  ],
  [
    'Diện tích lúa, ngô và lạc lần lượt là 12.450 ha, 3.210 ha và 1.105 ha.',
    'Diện tích lúa',
    'Diện tích ngô',
    'Diện tích lạc',
  ],
  ['a) Chi đầu tư phát triển: 677.300 tỷ đồng;', 'Chi đầu tư phát triển'],
  ['Y tế: 22/22 trạm y tế có bác sĩ.', 'Số trạm y tế có bác sĩ'],
  // A measure of what stands before it
  ['Gieo cấy 7.845 ha lúa; năng suất 66,8 tạ/ha.', 'Gieo cấy lúa', 'Năng suất gieo cấy lúa'],
  ['Đường Vành đai I, thi công đạt 85% khối lượng.', 'Đường Vành đai I: thi công (tỷ lệ)'],
  ['Gói thầu 04: khối lượng đạt 6%.', 'Khối lượng gói thầu 04 (tỷ lệ)'],
  [
    'Nạo vét 3.600 m kênh mương, trong đó xã Tân An 1.500 m. Kinh phí 18,6 tỷ đồng.',
    'Nạo vét kênh mương',
    'Nạo vét kênh mương: xã Tân An',
    'Kinh phí nạo vét kênh mương',
  ],
  // Times, citations and numbers inside names
  ['Từ năm 2020 đến hết tháng 3/2023 đã tiếp 36 lượt công dân.', 'Tiếp lượt công dân'],
  ['Chi trả hỗ trợ theo các Nghị quyết, Quyết định của Chính phủ trên 23,3 tỷ đồng.', 'Chi trả hỗ trợ'],
  [
    'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng là 8,85%.',
    'Độ tuổi trẻ em',
    'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng',
  ],
];

describe('a figure is named by its sentence', () => {
  it.each(forms)('%s', (sentence, ...names) => {
    expect(namesIn(`BÁO CÁO\n\nKết quả công tác\n\n${sentence}\n`)).toEqual(names);
  });
});

describe('a figure is named by its place', () => {
  it('at the mark of its footnote', () => {
    expect(
      namesIn(
        'BÁO CÁO\n\nKết quả\n\nSố thu ngân sách cơ bản đạt dự toán¹.\n\n¹ Năm 2021 đạt 5 tỷ đồng, tăng 2%; năm 2022 đạt 6 tỷ đồng.\n',
      ),
    ).toEqual(['Số thu ngân sách', 'Số thu ngân sách (tốc độ tăng)', 'Số thu ngân sách']);
  });

  it('under the line that announces its list', () => {
    expect(
      namesIn(
        'BÁO CÁO\n\nKết quả\n\nDiện tích gieo trồng đạt 12.300 ha, trong đó:\n\n- Lúa: 7.400 ha;\n\n- Rau, đậu: 2.050 ha.\n',
      ),
    ).toEqual(['Diện tích gieo trồng', 'Diện tích gieo trồng: lúa', 'Diện tích gieo trồng: rau, đậu']);
  });

  it('in its row and column', () => {
    const table = [
      '| TT | Nội dung | Dự toán 2023 (triệu đồng) | Thực hiện 2023 (triệu đồng) | Thành thị (hộ) |',
      '|---|---|---|---|---|',
      '| 1 | Thu nội địa | 812.000 | 845.300 | 12 |',
    ].join('\n');
    expect(namesIn(`PHỤ LỤC\n\nBiểu tổng hợp\n\n${table}\n`)).toEqual([
      'Thu nội địa',
      'Thu nội địa',
      'Thu nội địa: thành thị',
    ]);
  });

  it('under its heading, where nothing else names it', () => {
    expect(namesIn('BÁO CÁO\n\nKết quả\n\nI. THU NGÂN SÁCH\n\nĐạt 95%.\n')).toEqual([
      'Thu ngân sách (tỷ lệ)',
    ]);
  });
});

describe('figures of one name', () => {
  it('stay apart where they give the same time different values', () => {
    const document = compile(
      'BÁO CÁO\n\nKết quả\n\nI. XÃ A\n\nTổ chức 5 hội nghị.\n\nII. XÃ B\n\nTổ chức 7 hội nghị.\n',
    );
    expect(nameFigures(document, identified(document), []).indicators).toMatchObject([
      { name: 'Tổ chức hội nghị', detail: 'XÃ A' },
      { name: 'Tổ chức hội nghị', detail: 'XÃ B' },
    ]);
  });

  it('have the time that a number in brackets is compared for', () => {
    const document = compile(
      'BÁO CÁO\n\nKết quả\n\nGiá trị sản xuất năm 2023 đạt 116 tỷ đồng, tăng 13,5% so với năm 2022 (102 tỷ đồng).\n',
    );
    const { observations } = nameFigures(document, identified(document), []);
    expect(observations.map(({ indicator, period }) => `${indicator} ${period}`)).toEqual([
      'i1 2023',
      'i2 2023',
      'i1 2022',
    ]);
  });

  it('are one series for different times', () => {
    const document = compile(
      'BÁO CÁO\n\nKết quả\n\nNăm 2021, tổng thu ngân sách nhà nước đạt 5 tỷ đồng.\n\nNăm 2022, tổng thu ngân sách nhà nước đạt 7 tỷ đồng.\n',
    );
    const { indicators, observations } = nameFigures(document, identified(document), []);
    expect(indicators).toMatchObject([{ name: 'Tổng thu ngân sách nhà nước', unit: 'tỷ đồng' }]);
    expect(observations.map(({ period }) => period)).toEqual(['2021', '2022']);
  });
});

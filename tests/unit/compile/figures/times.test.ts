/** Which time each figure speaks of, and whether it is actual, estimated or planned. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src-main/compile/compile.ts';
import { findFiguresInSource } from '../../../../src-main/compile/figures/in-source.ts';
import { figuresIn } from './labels.ts';

/** "text period status" of each figure. */
const times = (text: string): string[] =>
  figuresIn(text).flatMap((numeral) =>
    numeral.kind === 'figure' ? [`${numeral.text} ${numeral.period ?? '–'} ${numeral.status}`] : [],
  );

describe('the time of a figure', () => {
  it.each([
    [
      'is the year before it',
      'Năm 2021, thu đạt 5 tỷ đồng, tăng 3%.',
      '5 tỷ đồng 2021 actual',
      '3% 2021 actual',
    ],
    [
      'goes on from the head of the sentence before',
      'Năm 2023, thu đạt 5 tỷ đồng. Chi đạt 6 tỷ đồng.',
      '5 tỷ đồng 2023 actual',
      '6 tỷ đồng 2023 actual',
    ],
    [
      'is not the past where "đến nay" says now',
      'Năm 2022 có 5 xã, đến nay có 6 xã.',
      '5 2022 actual',
      '6 – actual',
    ],
    ['is a year at the head, to which it leads', 'Đến năm 2025, tỷ lệ đạt 45%.', '45% 2025 actual'],
    [
      'is planned behind the colon of a plan',
      'Dự toán năm 2024: thu 5 tỷ đồng; chi 6 tỷ đồng.',
      '5 tỷ đồng 2024 plan',
      '6 tỷ đồng 2024 plan',
    ],
    [
      'is dealt out where "lần lượt" says so',
      'Năm 2021 và 2022 lần lượt đạt 5 ha và 6 ha.',
      '5 ha 2021 actual',
      '6 ha 2022 actual',
    ],
    [
      'is no span between two goals',
      'Phấn đấu đạt 3 km vào năm 2025, đến năm 2030 đạt 5 km.',
      '3 km 2025 plan',
      '5 km 2030 plan',
    ],
    [
      'is not the year in the bracket of another',
      'Cháy 45 vụ (năm 2022: 52 vụ).',
      '45 – actual',
      '52 2022 actual',
    ],
    ['is the year right behind it', 'Thu đạt 5 tỷ đồng năm 2021.', '5 tỷ đồng 2021 actual'],
    [
      'is each its own year in a change',
      'Giảm từ 25% năm 2020 xuống 20% năm 2023.',
      '25% 2020 actual',
      '20% 2023 actual',
    ],
    [
      'is not what it is compared with',
      'Năm 2023 đạt 5 ha, tăng 3% so với cùng kỳ năm 2022 (năm 2021 giảm 1%), còn 2 ha.',
      '5 ha 2023 actual',
      '3% 2023 actual',
      '1% 2021 actual',
      '2 ha 2023 actual',
    ],
    [
      'ends with its bracket',
      'Từ tháng 7/2021 đến tháng 10/2023 xong 19 dự án (năm 2021: 08 dự án, năm 2022: 04 dự án), còn 3 dự án.',
      '19 2021-07/2023-10 actual',
      '08 2021 actual',
      '04 2022 actual',
      '3 2021-07/2023-10 actual',
    ],
    ['ends with its sentence', 'Năm 2021 có 5 vụ. Hiện còn 3 vụ.', '5 2021 actual', '3 – actual'],
    ['goes on behind "Trong đó"', 'Năm 2021 có 5 vụ. Trong đó 3 vụ lớn.', '5 2021 actual', '3 2021 actual'],
    [
      'is a quarter',
      'Quý II năm 2022 đạt 5 ha; quý 3/2022 đạt 6 ha.',
      '5 ha 2022-Q2 actual',
      '6 ha 2022-Q3 actual',
    ],
    [
      'is a part of the year',
      'Trong 6 tháng đầu năm 2023 thu 5 tỷ đồng.',
      '5 tỷ đồng 2023-01/2023-06 actual',
    ],
    ['is the rest of the year', '6 tháng cuối năm 2023 thu 5 tỷ đồng.', '5 tỷ đồng 2023-07/2023-12 actual'],
    ['is a span of years', 'Giai đoạn 2021 - 2025 chi 5 tỷ đồng.', '5 tỷ đồng 2021/2025 actual'],
    [
      'is not what a name in quotation marks says',
      'Đề án “Phát triển đến hết năm 2030” (5 tỷ đồng) có 3 hộ.',
      '5 tỷ đồng – actual',
      '3 – actual',
    ],
    [
      'ends with a numbered item',
      '(1) Cầu A dự kiến thông xe tháng 12/2023; (2) Đường B đã xong 600m.',
      '600m – actual',
    ],
    [
      'ends with its item where it was named late',
      'Triển khai tiếp đến các phiên họp của UBND thành phố tháng 11/2023; kết nối tới 25 điểm cầu.',
      '25 – actual',
    ],
    ['is no date of a document', 'Theo Quyết định số 5/QĐ-UBND ngày 20/8/2021 có 5 vụ.', '5 – actual'],
  ])('%s', (_, sentence, ...expected) => {
    expect(times(sentence)).toEqual(expected);
  });
});

describe('the time of a footnote', () => {
  it('that begins with "Trong đó" is the one of the place that points to it', () => {
    const source = 'Năm 2022 có 58 sản phẩm¹, đạt yêu cầu.\n\n¹ Trong đó 18 sản phẩm mới. Có 3 hộ.\n';
    const figures = findFiguresInSource(compile(source), source).filter(
      (numeral) => numeral.kind === 'figure',
    );
    expect(figures.map(({ text, period }) => `${text} ${period ?? '–'}`)).toEqual([
      '58 2022',
      '18 2022',
      '3 –',
    ]);
  });
});

describe('the status of a figure', () => {
  it.each([
    [
      'is an estimate behind "ước", until a year that is none',
      'Ước năm 2023 đạt 5 tỷ đồng, tăng 3%; năm 2022 đạt 4 tỷ đồng.',
      '5 tỷ đồng 2023 estimate',
      '3% 2023 estimate',
      '4 tỷ đồng 2022 actual',
    ],
    [
      'is a plan behind "phấn đấu"',
      'Phấn đấu đạt 5 ha, tăng 3%. Đã đạt 4 ha.',
      '5 ha – plan',
      '3% – plan',
      '4 ha – actual',
    ],
    ['is a plan where one is named first', 'Kế hoạch năm 2024 là 5 tỷ đồng.', '5 tỷ đồng 2024 plan'],
    [
      'is actual where a plan is only the measure',
      'Thu đạt 97% kế hoạch, còn 5 tỷ đồng.',
      '97% – actual',
      '5 tỷ đồng – actual',
    ],
    [
      'is a plan in the list that a lettered item opens',
      'd) Chỉ tiêu quý 4: lập mới 15 tổ; tỷ lệ đạt 90%.',
      '15 – plan',
      '90% – plan',
    ],
    [
      'is an estimate in all parts of one, to the end of the sentence',
      'Thu ước đạt 9 tỷ đồng, trong đó: thuế 5 tỷ đồng; phí 4 tỷ đồng. Chi 7 tỷ đồng.',
      '9 tỷ đồng – estimate',
      '5 tỷ đồng – estimate',
      '4 tỷ đồng – estimate',
      '7 tỷ đồng – actual',
    ],
    [
      'is not changed by the year in a name',
      'Phấn đấu dạy 2 buổi theo Chương trình GDPT 2018; tỷ lệ lưu ban 1%.',
      '2 – plan',
      '1% – plan',
    ],
    ['is a plan where an office sets it', 'Tỉnh giao 5 tỷ đồng.', '5 tỷ đồng – plan'],
  ])('%s', (_, sentence, ...expected) => {
    expect(times(sentence)).toEqual(expected);
  });

  it('is announced by a heading for a plan, and by a line with a colon for its list', () => {
    const source = [
      'II. NHIỆM VỤ NĂM 2024',
      '1. Chỉ tiêu',
      'Thu 5 tỷ đồng; năm 2023 đã thu 4 tỷ đồng.',
      'Kết quả năm 2022:',
      '- Thu 3 tỷ đồng.',
      'III. TỔ CHỨC',
      'Họp 2 lần.',
    ].join('\n\n');
    const found = findFiguresInSource(compile(source), source);
    expect(
      found.flatMap((numeral) =>
        numeral.kind === 'figure' ? [`${numeral.text} ${numeral.period ?? '–'} ${numeral.status}`] : [],
      ),
    ).toEqual(['5 tỷ đồng 2024 plan', '4 tỷ đồng 2023 actual', '3 tỷ đồng 2022 actual', '2 – actual']);
  });

  /** "text period status" of each figure of a source. */
  const timesIn = (...paragraphs: readonly string[]): string[] => {
    const source = paragraphs.join('\n\n');
    return findFiguresInSource(compile(source), source).flatMap((numeral) =>
      numeral.kind === 'figure' ? [`${numeral.text} ${numeral.period ?? '–'} ${numeral.status}`] : [],
    );
  };

  it('is planned under a goal, for what the title plans', () => {
    const goals = ['Điều 1. Mục tiêu', '- Thu 5 tỷ đồng; dịch vụ đến năm 2030: 40%.'];
    expect(timesIn('NGHỊ QUYẾT', 'Về Kế hoạch phát triển 2026 - 2030', ...goals)).toEqual([
      '5 tỷ đồng 2026/2030 plan',
      '40% 2030 plan',
    ]);
    expect(timesIn('BÁO CÁO', 'Kết quả năm 2022', ...goals)).toEqual(['5 tỷ đồng – plan', '40% 2030 plan']);
  });

  it('is the year of the results that a heading announces, until a sentence says otherwise', () => {
    const found = timesIn(
      'I. KẾT QUẢ NĂM 2022',
      '1. Kinh tế',
      'Thu 5 tỷ đồng. Năm 2021 thu 4 tỷ đồng.',
      'II. KẾT QUẢ GIAI ĐOẠN 2021 - 2025',
      'Chi 3 tỷ đồng.',
    );
    expect(found).toEqual(['5 tỷ đồng 2022 actual', '4 tỷ đồng 2021 actual', '3 tỷ đồng – actual']);
  });
});

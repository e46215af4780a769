/** Numbers in the cells of tables, by their headings. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src-main/compile/compile.ts';
import { findFiguresInSource } from '../../../../src-main/compile/figures/in-source.ts';

/** "text class value unit period status" of the figures, class alone of the others. */
function shown(source: string): string[] {
  return findFiguresInSource(compile(source), source).map((numeral) =>
    numeral.kind === 'figure'
      ? [
          numeral.text,
          numeral.class,
          numeral.value,
          numeral.unit ?? '–',
          numeral.period ?? '–',
          numeral.status,
        ].join(' ')
      : `${numeral.text} ${numeral.class}`,
  );
}

describe('a number in a table', () => {
  it('has unit, period and status from its column', () => {
    const source = [
      '| STT | Chỉ tiêu | KH 2023 (tỷ đồng) | Ước TH 2023 (tỷ đồng) | TH/KH (%) | Tăng, giảm (%) |',
      '|---|---|---|---|---|---|',
      '| 1 | Thu nội địa | 7.100 | 9.120,5 | 128,5 | -2,1 |',
    ].join('\n');
    expect(shown(source).filter((line) => !line.endsWith(' date'))).toEqual([
      '1 section',
      '7.100 level 7100000000000 đồng 2023 plan',
      '9.120,5 level 9120500000000 đồng 2023 estimate',
      '128,5 completion 128.5 % – actual',
      '-2,1 growth -2.1 % – actual',
    ]);
  });

  it('has its unit from the unit column or the words of its row', () => {
    const source = [
      '| Chỉ tiêu | Đơn vị tính | Năm 2022 |',
      '|---|---|---|',
      '| Diện tích lúa | ha | 1.234 |',
      '| Sản lượng (nghìn tấn) | | 65,2 |',
      '| Tỷ lệ hộ nghèo | % | 2,5 |',
    ].join('\n');
    expect(shown(source).slice(1)).toEqual([
      '1.234 level 1234 ha 2022 actual',
      '65,2 level 65200 tấn 2022 actual',
      '2,5 percent 2.5 % 2022 actual',
    ]);
  });

  it('has its unit from the line above the table', () => {
    const source = [
      'Đơn vị tính: triệu đồng',
      '',
      '| Nguồn | Dự toán 2024 |',
      '|---|---|',
      '| Thu | 600 |',
    ].join('\n');
    expect(shown(source).at(-1)).toBe('600 level 600000000 đồng 2024 plan');
  });

  it('is a growth, a range or a count as its row and column say, and has offices for no unit', () => {
    const source = [
      '| TT | Đơn vị | Số hộ nghèo | Kinh phí (triệu đồng) |',
      '|---|---|---|---|',
      '| 1 | Phòng Giáo dục | 12 | (1.234) |',
      '',
      '| Chỉ tiêu | Kế hoạch 2024 | 2023/2022 (%) |',
      '|---|---|---|',
      '| Tốc độ tăng trưởng (%) | 8,0-8,5 | |',
      '| Tỷ lệ hộ nghèo (%) | 2,5 | |',
      '| Dân số (nghìn người) | 1.260 | 100,7 |',
    ].join('\n');
    expect(shown(source).filter((line) => !line.endsWith(' date'))).toEqual([
      '1 section',
      '12 count 12 hộ – actual',
      '1.234 level 1234000000 đồng – actual',
      '8,0-8,5 growth 8.0 % 2024 plan',
      '2,5 percent 2.5 % 2024 plan',
      '1.260 count 1260000 người 2024 plan',
      '100,7 percent 100.7 % 2023 actual',
    ]);
  });

  it('is money in a column of money, whatever its row counts, by the line above its own table only', () => {
    const source = [
      'Đơn vị: nghìn đồng',
      '',
      '| Tên hàng | ĐVT | Số lượng | Thành tiền |',
      '|---|---|---|---|',
      '| Máy tính | bộ | 25 | 362.500 |',
      '',
      '## Biến động',
      '',
      '| Chỉ tiêu | Chênh lệch so với 2022 | Số xã | Xếp thứ |',
      '|---|---|---|---|',
      '| Thu (tỷ đồng) | 105,7 | | |',
      '| Trường học | | 12 | 2 |',
    ].join('\n');
    expect(shown(source)).toEqual([
      '25 count 25 bộ – actual',
      '362.500 level 362500000 đồng – actual',
      '2022 date',
      '105,7 difference 105700000000 đồng – actual',
      '12 count 12 xã – actual',
      '2 rank 2 – – actual',
    ]);
  });

  it('has its unit from a second row of headings, and the number of its row apart', () => {
    const source = [
      '| Nội dung | Dự toán 2023 (tỷ đồng) | So sánh | |',
      '|---|---|---|---|',
      '| | | Tuyệt đối | Tương đối (%) |',
      '| 1. Thu nội địa | 12.000 | +150 | 104,5 |',
    ].join('\n');
    expect(shown(source).filter((line) => !line.endsWith(' date'))).toEqual([
      '1 section',
      '12.000 level 12000000000000 đồng 2023 plan',
      '+150 difference 150 – – actual',
      '104,5 percent 104.5 % – actual',
    ]);
  });
});

/** The curated indicators of the bundled report: complete, in their places, and loud when a place is gone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src-main/compile/analyse.ts';
import type { Analysis } from '../../../../src-main/compile/analyse.ts';
import { compile } from '../../../../src-main/compile/compile.ts';
import { readCuration } from '../../../../src-main/compile/read-curation.ts';

const curation = readCuration('resources');
const source = readFileSync('resources/report/source.txt', 'utf8');
const analysed = (text: string): Analysis => analyse(compile(text, curation), curation);
const report = analysed(source);

/** Observations of an indicator as "period value", estimates with "~", plans with "?". */
function series(name: string): string[] {
  const { indicators, observations, numerals } = report;
  const ids = indicators.filter((indicator) => indicator.name === name).map(({ id }) => id);
  expect(ids, name).toHaveLength(1);
  const values = new Map(
    numerals.flatMap((numeral) => (numeral.kind === 'figure' ? [[numeral.id, numeral] as const] : [])),
  );
  const marks = { actual: '', estimate: '~', plan: '?' };
  return observations
    .filter(({ indicator }) => indicator === ids[0])
    .map(({ figure, period, status }) => {
      const { value, of } = values.get(figure) ?? { value: '', of: null };
      return `${period} ${marks[status]}${value}${of === null ? '' : `/${of}`}`;
    });
}

describe('indicators of the report', () => {
  it('take every figure once, each by hand', () => {
    const figures = report.numerals.filter(({ kind }) => kind === 'figure');
    expect(report.observations).toHaveLength(figures.length);
    expect(new Set(report.observations.map(({ figure }) => figure)).size).toBe(figures.length);
    expect(report.indicators.filter(({ curated }) => !curated).map(({ name }) => name)).toEqual([]);
  });

  it('are all in their places', () => {
    expect(report.lost).toEqual([]);
  });

  it.each([
    ['letters and marks apart', source.normalize('NFD')],
    ['line ends of another system', source.replaceAll('\n', '\r\n')],
  ])('are all in their places where the source is stored with %s', (_, text) => {
    const { lost, observations } = analysed(text);
    expect(lost).toEqual([]);
    expect(observations).toEqual(report.observations);
  });

  it('have names of their own, domains and readable lengths', () => {
    const names = report.indicators.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, domain } of report.indicators) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(domain).not.toBeNull();
    }
  });

  it.each([
    [
      'Giá trị sản xuất công nghiệp, xây dựng',
      '2021 88910000000000',
      '2022 102267000000000',
      '2023 ~116026000000000',
    ],
    ['Giá trị sản xuất công nghiệp, xây dựng (tốc độ tăng)', '2021 13.5', '2022 15', '2023 ~13.5'],
    ['Giá trị sản xuất nông nghiệp - thủy sản', '2023 ~1358000000000'],
    ['Giá trị sản xuất thương mại, dịch vụ', '2022 35000000000000', '2023 ~40600000000000'],
    ['Giá trị sản xuất thương mại, dịch vụ (tốc độ tăng)', '2022 18', '2023 ~16'],
    ['Thu ngân sách nhà nước', '2021 1514310000000', '2022 1287885000000', '2023 ~1274000000000'],
    ['Thu ngân sách nhà nước (so với kế hoạch tỉnh giao)', '2021 118.4', '2022 97.3', '2023 ~105.06'],
    ['Thu ngân sách nhà nước (tốc độ tăng)', '2021 18.4', '2022 -2.7', '2023 ~5.06'],
    ['Chi ngân sách thành phố', '2021 2298636000000', '2022 2335060000000', '2023 ~2273719000000'],
    ['Chi ngân sách thành phố (so với kế hoạch tỉnh giao)', '2021 143.6', '2022 140', '2023 ~172.3'],
    ['Chi ngân sách thành phố (so với kế hoạch thành phố giao)', '2021 113.9', '2022 138', '2023 ~167.8'],
    ['Chi đầu tư xây dựng cơ bản', '2021 414934000000', '2022 715455000000', '2023 ~779444000000'],
    ['Phiên họp UBND thành phố', '2021-07/2023-10 71', '2021 6', '2022 21', '2023 71'],
    ['Cuộc họp khác của UBND thành phố', '2021-07/2023-10 505', '2021 117', '2022 203', '2023 185'],
    [
      'Dự án vướng mắc, kéo dài đã hoàn thành giải phóng mặt bằng',
      '2021-07/2023-10 19',
      '2021 8',
      '2022 4',
      '2023 7',
    ],
    [
      'Văn bản các loại UBND thành phố ban hành',
      '2021-07/2023-10 27263',
      '2021 7362',
      '2022 12031',
      '2023 7870',
    ],
    ['Chỉ số cải cách hành chính của thành phố (xếp hạng)', '2021 1/12', '2022 7/12'],
    ['Đơn thuộc thẩm quyền đã giải quyết', '2021-07/2023-10 897/921'],
  ])('%s', (name, ...expected) => {
    expect(series(name)).toEqual(expected);
  });

  it('print a unit with its scale word where all observations do', () => {
    const units = new Map(report.indicators.map(({ name, unit }) => [name, unit]));
    expect(units.get('Giá trị sản xuất công nghiệp, xây dựng')).toBe('tỷ đồng');
    expect(units.get('Chi ngân sách thành phố')).toBe('đồng');
    expect(units.get('Diện tích Cụm công nghiệp Tây Việt Hòa')).toBe('ha');
  });
});

describe('an entry that no longer fits the report', () => {
  it('is named where its quote is gone', () => {
    const changed = source.replace('ước đạt 1.358 tỷ đồng', 'ước đạt hơn một nghìn tỷ đồng');
    expect(analysed(changed).lost).toEqual([
      expect.stringMatching(/1\.358 tỷ đồng.*Giá trị sản xuất nông nghiệp - thủy sản.*không có câu trích/),
      expect.stringMatching(/3,0%.*Giá trị sản xuất nông nghiệp - thủy sản \(tốc độ tăng\)/),
    ]);
  });

  it('is named where its quote stands twice', () => {
    const twice = `TP có 109 trường, 2.031 lớp và 66.759 học sinh`;
    expect(source.split(twice)).toHaveLength(2);
    const { lost } = analysed(source.replace(twice, `${twice}. ${twice}`));
    expect(lost).toHaveLength(3);
    expect(lost[0]).toContain('có ở nhiều chỗ');
  });

  it('leaves its figure to a name from the sentence', () => {
    const { observations, indicators } = analysed(
      source.replace('ước đạt 1.358 tỷ đồng', 'đạt 1.359 tỷ đồng'),
    );
    expect(observations).toHaveLength(report.observations.length);
    expect(indicators.filter(({ curated }) => !curated).map(({ name }) => name)).toContain(
      'Tổng giá trị sản xuất nông nghiệp - thủy sản',
    );
  });
});

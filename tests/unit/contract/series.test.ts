import { describe, expect, it } from 'vitest';
import { plotted, seriesOf, type SeriesFigure } from '../../../src-main/contract/series.ts';

let count = 0;
/** A figure as the compiler finds it; `text` is what is printed. */
const figure = (text: string, value: string, more: Partial<SeriesFigure> = {}): SeriesFigure => ({
  id: `f${++count}`,
  class: 'level',
  text,
  value,
  of: null,
  to: null,
  unit: 'đồng',
  scale: '1',
  approx: null,
  period: null,
  status: 'actual',
  ...more,
});
const billion = '1000000000';
const shown = (figures: readonly SeriesFigure[]) =>
  seriesOf(figures).points.map((point) => [point.label, point.shown]);

describe('an indicator as a series', () => {
  it('reads in the largest scale word that is printed, exactly', () => {
    const series = seriesOf([
      figure('1.514 tỷ 310 triệu đồng', '1514310000000', { scale: '1000000', period: '2021' }),
      figure('1.287.885 triệu đồng', '1287885000000', { scale: '1000000', period: '2022' }),
      figure('1.274 tỷ đồng', '1274000000000', { scale: billion, period: '2023', status: 'estimate' }),
    ]);
    expect(series.unit).toBe('tỷ đồng');
    expect(series.points.map((point) => point.shown)).toEqual(['1.514,31', '1.287,885', '1.274']);
    expect(series.points.map((point) => point.value)).toEqual(['1514.31', '1287.885', '1274']);
  });

  it('stands in the order of its periods, estimates and plans named', () => {
    expect(
      shown([
        figure('9', '9', { unit: 'cuộc', period: '2025', status: 'plan' }),
        figure('7', '7', { unit: 'cuộc', period: '2023', status: 'estimate' }),
        figure('6', '6', { unit: 'cuộc', period: '2023-01/2023-10' }),
        figure('8', '8', { unit: 'cuộc', period: '2021' }),
        figure('5', '5', { unit: 'cuộc' }),
      ]),
    ).toEqual([
      ['2021', '8'],
      ['10 tháng 2023', '6'],
      ['2023 (ước)', '7'],
      ['2025 (kế hoạch)', '9'],
      ['không rõ kỳ', '5'],
    ]);
  });

  it('makes one point of a repetition and two of a contradiction', () => {
    const repeated = [
      figure('3,0%', '3.0', { unit: '%', period: '2022' }),
      figure('3%', '3', { unit: '%', period: '2022' }),
    ];
    expect(seriesOf(repeated).points).toHaveLength(1);
    expect(seriesOf(repeated).points[0]?.figures).toEqual(repeated.map(({ id }) => id));
    const contradicting = [...repeated, figure('4%', '4', { unit: '%', period: '2022' })];
    expect(shown(contradicting)).toEqual([
      ['2022', '3,0'],
      ['2022', '4'],
    ]);
  });

  it('keeps what is in another unit apart from the axis', () => {
    const [hectares, share] = [
      figure('59,9 ha', '59.9', { unit: 'ha', period: '2022' }),
      figure('12%', '12', { unit: '%', period: '2022' }),
    ];
    const series = seriesOf([hectares, figure('61 ha', '61', { unit: 'ha' }), share]);
    expect(series.unit).toBe('ha');
    expect(series.apart).toEqual([share.id]);
  });

  it('shows parts of a whole, ranges and approximations as they are meant', () => {
    const of = (more: Partial<SeriesFigure>) => seriesOf([figure('', '897', { unit: null, ...more })]);
    expect(of({ of: '921' }).points[0]?.shown).toBe('897/921');
    expect(of({ to: '900' }).points[0]?.shown).toBe('897–900');
    expect(of({ approx: 'trên' }).points[0]?.shown).toBe('> 897');
    expect(of({ approx: 'gần' }).points[0]?.shown).toBe('< 897');
    expect(of({ approx: 'khoảng' }).points[0]?.shown).toBe('≈ 897');
    expect(of({ approx: 'ước', status: 'estimate' }).points[0]?.shown).toBe('897');
  });

  it('takes a unit for the same whatever its capitals', () => {
    const series = seriesOf([
      figure('32', '32', { unit: 'Thông báo', period: '2021' }),
      figure('47', '47', { unit: 'thông báo', period: '2022' }),
    ]);
    expect(series).toMatchObject({ unit: 'Thông báo', apart: [] });
    expect(series.points).toHaveLength(2);
  });

  it('draws no total of several years among the years, and says what it leaves out', () => {
    const years = [
      figure('08', '8', { unit: 'dự án', period: '2021' }),
      figure('04', '4', { unit: 'dự án', period: '2022' }),
    ];
    const total = figure('12', '12', { unit: 'dự án', period: '2021-07/2023-10' });
    const { drawn, beside } = plotted(seriesOf([total, ...years]).points);
    expect(drawn.map((point) => point.shown)).toEqual(['8', '4']);
    expect(beside.map((point) => point.shown)).toEqual(['12']);
    expect(plotted(seriesOf([total]).points).drawn).toHaveLength(1);
  });

  it('is empty without figures', () => {
    expect(seriesOf([])).toEqual({ unit: null, power: '1', points: [], apart: [] });
  });
});

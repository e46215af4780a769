import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeriesPoint } from '../../../src-main/contract/series.ts';
import { chartModel, type ChartModel, type ChartSize } from '../../../src-renderer/lib/chart-model.ts';

const size: ChartSize = { widthPx: 394, heightPx: 250, fontPx: 13, compact: false, rowsMax: null };
const point = (label: string, value: string, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
  label,
  period: /^\d{4}/u.exec(label)?.[0] ?? label,
  value,
  shown: value,
  approx: null,
  status: 'actual',
  partial: false,
  figures: [label],
  ...more,
});
const chart = (points: readonly SeriesPoint[], more: Partial<ChartSize> = {}): ChartModel =>
  chartModel([{ name: 'a', points }], { ...size, ...more });
const texts = (model: ChartModel, role: string) =>
  model.texts.filter((text) => text.role === role).map(({ text }) => text);

const report = [
  point('2021', '88910', { shown: '88.910' }),
  point('2022', '102267', { shown: '102.267' }),
  point('2023 (ước)', '116026', { shown: '116.026', status: 'estimate' }),
];

describe('a chart', () => {
  it('starts at zero, and a bar is as long as its value', () => {
    const { bars, lines, lies } = chart(report);
    expect(lies).toBe(false);
    const zero = lines.find(({ isZero }) => isZero)?.y1 ?? NaN;
    for (const bar of bars) expect(bar.y + bar.height).toBeCloseTo(zero, 6);
    expect((bars[2]?.height ?? 0) / (bars[0]?.height ?? 1)).toBeCloseTo(116026 / 88910, 6);
  });

  it('labels each bar with the exact value and its period', () => {
    expect(texts(chart(report), 'value')).toEqual(['88.910', '102.267', '116.026']);
    expect(texts(chart(report), 'period')).toEqual(['2021', '2022', '2023 (ước)']);
    expect(texts(chart(report), 'tick')[0]).toBe('0');
    expect(texts(chart(report), 'tick')).toContain('100.000');
  });

  it('tells estimate, plan, latest and earlier bars apart', () => {
    const planned = [...report, point('2025', '120000', { status: 'plan' })];
    expect(chart(planned).bars.map(({ fill }) => fill)).toEqual(['soft', 'soft', 'hatched', 'hollow']);
    expect(chart(report.slice(0, 2)).bars.map(({ fill }) => fill)).toEqual(['soft', 'solid']);
  });

  it('lays the bars down where labels have no room, and gives each a row', () => {
    const long = Array.from({ length: 9 }, (_, at) => point(`7/2021–10/${2023 + at}`, String(at * 1000)));
    const model = chart(long);
    expect(model.lies).toBe(true);
    const rows = model.bars.map(({ y }) => y);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(texts(model, 'value')).toHaveLength(9);
  });

  it('draws the latest periods where there are too many, and counts the others', () => {
    const many = Array.from({ length: 300 }, (_, at) => point(`${1700 + at}`, String(at)));
    const model = chart(many);
    expect(model.bars.length).toBe(60);
    expect(model.omitted).toBe(240);
    expect(texts(model, 'period').at(-1)).toBe('1999');
    expect(chart(many, { rowsMax: 8 }).bars).toHaveLength(8);
  });

  it('puts the periods of several series side by side', () => {
    const model = chartModel(
      [
        { name: 'a', points: [point('2021', '5'), point('2022', '6')] },
        { name: 'b', points: [point('2022', '3'), point('2023', '4')] },
      ],
      size,
    );
    expect(texts(model, 'period')).toEqual(['2021', '2022', '2023']);
    expect(model.bars.map(({ series }) => series)).toEqual([0, 0, 1, 1]);
  });

  it('hangs a decrease below zero', () => {
    const { bars, lines } = chart([point('2021', '2.5'), point('2022', '-0.85')]);
    const zero = lines.find(({ isZero }) => isZero)?.y1 ?? NaN;
    expect(bars[1]?.y).toBeCloseTo(zero, 6);
    expect(bars[1]?.height).toBeGreaterThan(0);
  });

  it('draws whatever it is given inside its width, in finite numbers', () => {
    const values = fc.tuple(
      fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
      fc.integer({ min: 0, max: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(values, { maxLength: 80 }),
        fc.integer({ min: 120, max: 1800 }),
        fc.integer({ min: 9, max: 40 }),
        (numbers, widthPx, fontPx) => {
          const points = numbers.map(([value, places], at) => point(`${2000 + at}`, value.toFixed(places)));
          const model = chart(points, { widthPx, fontPx });
          for (const { x, y, width, height } of model.bars) {
            for (const number of [x, y, width, height]) expect(Number.isFinite(number)).toBe(true);
            expect(x).toBeGreaterThanOrEqual(-1e-6);
            expect(width).toBeGreaterThanOrEqual(0);
          }
          expect(texts(model, 'value')).toHaveLength(model.bars.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

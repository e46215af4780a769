import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartSvg, wrapped, type PictureWords } from '../../../src-renderer/lib/chart-picture.ts';

const words: PictureWords = {
  title: 'Thu & chi <ngân sách>',
  subtitle: 'tỷ đồng',
  source: 'Báo cáo số …/BC-UBND, mục II.1.1, đoạn 2',
  beside: null,
  estimate: 'ước thực hiện',
  plan: 'kế hoạch',
};
const point = (label: string, value: string, shown: string, status: 'actual' | 'estimate' = 'actual') => ({
  label,
  period: label.slice(0, 4),
  value,
  shown,
  approx: null,
  status,
  partial: false,
  figures: [label],
});
const points = [point('2022', '102267', '102.267'), point('2023 (ước)', '116026', '116.026', 'estimate')];

it('is a whole SVG file: exact values, source, colours and font of its own', () => {
  const svg = chartSvg([{ name: 'a', points }], words);
  expect(svg).toContain('>102.267</text>');
  expect(svg).toContain('>2023 (ước)</text>');
  expect(svg).toContain('fill="url(#hatch-0)"');
  expect(svg).toContain('Báo cáo số …/BC-UBND');
  expect(svg).toContain('font-family="Be Vietnam Pro, Segoe UI, Arial, sans-serif"');
  expect(svg).not.toMatch(/var\(|currentColor|href|<style|NaN|undefined/u);
});

it('lets no word of the report become markup', () => {
  const svg = chartSvg(
    [
      { name: '"><script>', points },
      { name: 'b', points },
    ],
    words,
  );
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('<ngân');
});

it('breaks lines between words, loses none, and keeps the width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 12 })),
      fc.integer({ min: 1, max: 40 }),
      (list, width) => {
        const text = list.join(' ');
        const lines = wrapped(text, width, ({ length }) => length);
        expect(lines.join(' ')).toBe(
          text
            .split(/\s+/u)
            .filter((word) => word !== '')
            .join(' '),
        );
        for (const line of lines) expect(line.length <= width || !/\s/u.test(line)).toBe(true);
      },
    ),
  );
});

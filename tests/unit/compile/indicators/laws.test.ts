/** What holds for the indicators of any document, however hostile its text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src-main/compile/compile.ts';
import { nameFigures } from '../../../../src-main/compile/indicators/name-figures.ts';
import { anySource } from '../sources.ts';
import { identified } from './labels.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300) };

/** Every figure is one observation of one indicator, whose name and ids are in order. */
function holdsLaws(source: string): void {
  const document = compile(source);
  const figures = identified(document);
  const { indicators, observations, lost } = nameFigures(document, figures, []);
  expect(lost).toEqual([]);
  expect(observations.map(({ figure }) => figure)).toEqual(figures.map(({ id }) => id));
  expect(indicators.map(({ id }) => id)).toEqual(indicators.map((_, index) => `i${index + 1}`));
  const observed = new Set(observations.map(({ indicator }) => indicator));
  expect([...observed]).toEqual(indicators.map(({ id }) => id));
  const units = new Map(figures.map((figure) => [figure.id, figure]));
  const families = new Map<string, string>();
  for (const { indicator, figure } of observations) {
    const { class: kind, unit } = units.get(figure) ?? { class: null, unit: null };
    const family = kind === 'rank' ? 'rank' : `${kind} ${(unit ?? '').toLowerCase()}`;
    expect(families.get(indicator) ?? family).toBe(family);
    families.set(indicator, family);
  }
  for (const { name } of indicators) {
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(100);
    expect(name).toBe(name.trim());
    expect(name).toBe(name.normalize('NFC'));
  }
}

const pieces = fc.constantFrom(
  ...'12|1.234|1,5 tỷ đồng|2021|năm 2022|7/2021|5%|¹|ha|dự án|vụ|tăng|giảm|đạt|bằng|so với|kế hoạch|tổng|số|thu ngân sách|diện tích|lúa|tổ chức|cấp|xử phạt|UBND thành phố|đã|có|gồm|trong đó|với số tiền|cho|và|,|.|;|:|(|)|-|“|”|số 12/QĐ-UBND|COVID-19|công nghiệp|, xây dựng|theo|\n\n|\n- || '.split(
    '|',
  ),
);
const soup = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(' '));

describe('indicators of any text', () => {
  it('take every figure of the report once', () => {
    holdsLaws(readFileSync('resources/report/source.txt', 'utf8'));
  });

  it('take every figure once where words and numbers come in any order', () => {
    fc.assert(fc.property(soup, holdsLaws), runs);
  });

  it('take every figure of any source once', () => {
    fc.assert(fc.property(anySource, holdsLaws), runs);
  });
});

/** Sentences made from a value, and the value read back from them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../src-main/contract/figure.ts';
import { figuresIn } from './labels.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300) };

/** A number as Vietnamese prints it, with its exact decimal. */
const number = fc
  .record({ whole: fc.bigInt({ min: 1n, max: 9_999_999n }), fraction: fc.stringMatching(/^\d{0,3}$/) })
  .filter(({ fraction }) => !/^0*$/.test(fraction) || fraction === '')
  .map(({ whole, fraction }) => ({
    printed: whole.toString().replace(/\B(?=(?:\d{3})+$)/g, '.') + (fraction === '' ? '' : `,${fraction}`),
    digits: whole.toString(),
    fraction,
  }));

/** Digits times a power of ten, without floats. */
function scaled(digits: string, fraction: string, power: number): string {
  const all = digits + fraction.padEnd(power, '0');
  const point = digits.length + power;
  const rest = power === 0 ? all.slice(point) : all.slice(point).replace(/0+$/, '');
  return all.slice(0, point) + (rest === '' ? '' : `.${rest}`);
}

const scales = fc.constantFrom(
  ['', 0] as const,
  [' nghìn', 3] as const,
  [' ngàn', 3] as const,
  [' triệu', 6] as const,
  [' tỷ', 9] as const,
  [' nghìn tỷ', 12] as const,
);
const units = fc.constantFrom('đồng', 'USD', 'ha', 'tấn', 'km', 'kg', 'm²', 'tạ/ha', 'đồng/người/năm');
const approximations = fc.constantFrom(null, 'trên', 'gần', 'khoảng', 'hơn', 'dưới');

const only = (sentence: string): Figure => {
  const figures = figuresIn(sentence).filter((numeral) => numeral.kind === 'figure');
  expect(figures, sentence).toHaveLength(1);
  return figures[0] as Figure;
};

describe('a sentence made from a value gives it back', () => {
  it('as a level, with its scale, unit and approximation', () => {
    fc.assert(
      fc.property(
        number,
        scales,
        units,
        approximations,
        ({ printed, digits, fraction }, [scale, power], unit, approx) => {
          const text = `${printed}${scale} ${unit}`;
          const figure = only(
            `Tổng giá trị đạt ${approx === null ? '' : `${approx} `}${text}, đúng tiến độ.`,
          );
          expect(figure).toMatchObject({
            class: 'level',
            text,
            unit,
            approx,
            value: scaled(digits, fraction, power),
          });
        },
      ),
      runs,
    );
  });

  it('as growth, a decrease negative', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('tăng', 'giảm'), ({ printed, digits, fraction }, verb) => {
        const figure = only(`Sản lượng ${verb} ${printed}% so với cùng kỳ.`);
        const value = `${verb === 'giảm' ? '-' : ''}${scaled(digits, fraction, 0)}`;
        expect(figure).toMatchObject({ class: 'growth', text: `${printed}%`, unit: '%', value });
      }),
      runs,
    );
  });

  it('as a percentage of a plan', () => {
    fc.assert(
      fc.property(
        number,
        fc.constantFrom('KH', 'kế hoạch', 'dự toán', 'so với kế hoạch'),
        ({ printed, digits, fraction }, plan) => {
          const figure = only(`Thu ngân sách đạt ${printed}% ${plan}.`);
          expect(figure).toMatchObject({
            class: 'completion',
            value: scaled(digits, fraction, 0),
            fromPlan: false,
          });
        },
      ),
      runs,
    );
  });

  it('as parts of money that descend', () => {
    const part = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(part, part, part, (billions, millions, thousands) => {
        const text = `${billions} tỷ ${millions} triệu ${String(thousands).padStart(3, '0')} nghìn đồng`;
        const value = BigInt(billions) * 10n ** 9n + BigInt(millions) * 10n ** 6n + BigInt(thousands) * 1000n;
        expect(only(`Thu được ${text}.`)).toMatchObject({ class: 'level', text, value: value.toString() });
      }),
      runs,
    );
  });

  it('as a ratio and a rank', () => {
    const whole = fc.integer({ min: 32, max: 1799 });
    fc.assert(
      fc.property(whole, whole, (value, of) => {
        expect(only(`Đã xử lý ${value}/${of} trường hợp.`)).toMatchObject({
          class: 'ratio',
          value: String(value),
          of: String(of),
          unit: 'trường hợp',
        });
        expect(only(`Tỉnh xếp thứ ${value}/${of}.`)).toMatchObject({
          class: 'rank',
          value: String(value),
          of: String(of),
        });
      }),
      runs,
    );
  });
});

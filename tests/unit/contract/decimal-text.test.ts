import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimals,
  difference,
  dividedByPower,
  exactNumber,
  printDecimal,
} from '../../../src-main/contract/decimal-text.ts';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 8 }))
  .map(([mantissa, places]) => {
    const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(places + 1, '0');
    const sign = mantissa < 0n ? '-' : '';
    return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  });

it.each([
  ['88910', '88.910'],
  ['1358000000000', '1.358.000.000.000'],
  ['-0.85', '−0,85'],
  ['2298.636', '2.298,636'],
  ['999', '999'],
  ['3.0', '3,0'],
  ['no number', 'no number'],
])('prints %s as %s', (decimal, printed) => {
  expect(printDecimal(decimal)).toBe(printed);
});

it('prints every digit and nothing else', () => {
  fc.assert(
    fc.property(decimals, (decimal) => {
      const back = printDecimal(decimal).replaceAll('.', '').replace(',', '.').replace('−', '-');
      expect(back).toBe(decimal);
    }),
  );
});

describe('dividing by a power of ten', () => {
  it.each([
    ['1514310000000', '1000000000', '1514.31'],
    ['116026000000000', '1000000000', '116026'],
    ['-45000', '1000000', '-0.045'],
    ['7', '1', '7'],
    ['0', '1000', '0'],
  ])('%s by %s is %s', (decimal, power, quotient) => {
    expect(dividedByPower(decimal, power)).toBe(quotient);
  });
  it('is exact', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 12 }), (decimal, zeros) => {
        const quotient = dividedByPower(decimal, `1${'0'.repeat(zeros)}`);
        const [whole = '', fraction = ''] = quotient.split('.');
        // Multiplied again: the mark moves back.
        const digits = `${whole}${fraction.slice(0, zeros).padEnd(zeros, '0')}`;
        const rest = fraction.slice(zeros);
        expect(compareDecimals(`${digits}${rest === '' ? '' : `.${rest}`}`, decimal)).toBe(0);
      }),
    );
  });
});

it('compares beyond what a binary float can tell apart', () => {
  expect(compareDecimals('9007199254740993', '9007199254740992')).toBe(1);
  expect(compareDecimals('0.1', '0.10')).toBe(0);
  expect(compareDecimals('-2.5', '-2.49')).toBe(-1);
});

it('hands out a number only where it prints the same digits', () => {
  expect(exactNumber('116026')).toBe(116026);
  expect(exactNumber('-0.85')).toBe(-0.85);
  expect(exactNumber('1234567890123456')).toBeNull();
});

it('subtracts exactly', () => {
  expect(difference('0.3', '0.1')).toBe('0.2');
  expect(difference('98', '71')).toBe('27');
  expect(difference('97.3', '97.394')).toBe('-0.094');
  expect(difference('5', '5.0')).toBe('0');
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const sign = compareDecimals(a, b);
      expect(Math.sign(compareDecimals(difference(a, b), '0'))).toBe(sign);
      // a − (a − b) is b again.
      expect(compareDecimals(difference(a, difference(a, b)), b)).toBe(0);
    }),
  );
});

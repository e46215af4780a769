import { expect, it } from 'vitest';
import {
  comparePeriods,
  isPartOfYear,
  printPeriod,
  yearOfPeriod,
} from '../../../src-main/contract/period-label.ts';

it.each([
  ['2023', '2023', 2023, false],
  ['2021-Q2', 'quý II/2021', 2021, true],
  ['2021-07', '7/2021', 2021, true],
  ['2021-07-05', '5/7/2021', 2021, false],
  ['2023-01/2023-10', '10 tháng 2023', 2023, true],
  ['2023-01-01/2023-06-30', '6 tháng 2023', 2023, true],
  ['2023-01-01/2023-06-15', '1/1/2023–15/6/2023', 2023, true],
  ['2023-06/2023-10', '6/2023–10/2023', 2023, true],
  ['2021-07/2023-10', '7/2021–10/2023', null, false],
  ['2021/2026', '2021–2026', null, false],
  ['2023-01/2023-12', '1/2023–12/2023', 2023, false],
  ['nhiệm kỳ', 'nhiệm kỳ', null, false],
])('%s is read as %s', (period, printed, year, partial) => {
  expect(printPeriod(period)).toBe(printed);
  expect(yearOfPeriod(period)).toBe(year);
  expect(isPartOfYear(period)).toBe(partial);
});

it('orders by the end, and what has no period comes last', () => {
  const periods = [
    null,
    '2023',
    '2021-07/2023-10',
    '2023-01/2023-10',
    '2021',
    '2022-Q1',
    '2022',
    '2021-07-05',
  ];
  expect(periods.sort(comparePeriods)).toEqual([
    '2021-07-05',
    '2021',
    '2022-Q1',
    '2022',
    '2021-07/2023-10',
    '2023-01/2023-10',
    '2023',
    null,
  ]);
});

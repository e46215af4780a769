import { expect, it } from 'vitest';
import {
  comparePeriods,
  isPartOfYear,
  printPeriod,
  sayPeriod,
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

it.each([
  ['2023', 'năm 2023'],
  ['2021-Q2', 'quý II/2021'],
  ['2021-07', 'tháng 7/2021'],
  ['2021-07-05', 'ngày 5/7/2021'],
  ['2021-07/2023-10', 'từ 7/2021 đến 10/2023'],
  ['2021-07-05/2021-12', 'từ 5/7/2021 đến 12/2021'],
  ['2021/2025', 'từ 2021 đến 2025'],
  ['2023-01/2023-09', '9 tháng đầu năm 2023'],
  ['2023-01/2023-12', 'từ 1/2023 đến 12/2023'],
  ['nhiệm kỳ', 'nhiệm kỳ'],
])('%s is %s in a sentence', (period, words) => {
  expect(sayPeriod(period)).toBe(words);
});

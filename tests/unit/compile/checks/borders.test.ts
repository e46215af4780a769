/** The border cases of tolerance: rounding, cutting off, open ends, precision of operands. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src-main/compile/checks/judge.ts';
import type { Formula } from '../../../../src-main/compile/checks/relation.ts';
import { amountOf } from '../../../../src-main/compile/checks/amounts.ts';
import type { Amount } from '../../../../src-main/compile/checks/amounts.ts';
import { figuresIn } from '../figures/labels.ts';

/** The first figure of a phrase. */
function amount(phrase: string): Amount {
  const figure = figuresIn(phrase).find((numeral) => numeral.kind === 'figure');
  if (figure?.kind !== 'figure') throw new Error(`no figure in "${phrase}"`);
  return amountOf(figure);
}

const cases: readonly (readonly [Formula, stated: string, others: readonly string[], verdict: string])[] = [
  // Ordinary rounding, half either way.
  ['share', 'đạt 97,4%', ['897 đơn', '921 đơn'], 'match'],
  ['share', 'đạt 97,3%', ['897 đơn', '921 đơn'], 'truncated'],
  ['share', 'đạt 97,2%', ['897 đơn', '921 đơn'], 'mismatch'],
  ['share', 'đạt 97,5%', ['897 đơn', '921 đơn'], 'mismatch'],
  ['share', 'đạt 97%', ['897 đơn', '921 đơn'], 'match'],
  ['share', 'đạt 97,39%', ['897 đơn', '921 đơn'], 'match'],
  ['share', 'đạt 12,5%', ['1 hộ', '8 hộ'], 'match'],
  ['share', 'đạt 12%', ['1 hộ', '8 hộ'], 'match'],
  ['share', 'đạt 13%', ['1 hộ', '8 hộ'], 'match'],
  ['share', 'đạt 66,6%', ['2 hộ', '3 hộ'], 'truncated'],
  ['share', 'đạt 66,7%', ['2 hộ', '3 hộ'], 'match'],
  // "3,0%" is ±0,05, "3%" is ±0,5.
  ['growth', 'tăng 3,0%', ['1.030 người', '1.000 người'], 'match'],
  ['growth', 'tăng 3%', ['1.034 người', '1.000 người'], 'match'],
  ['growth', 'tăng 3,0%', ['10.309 người', '10.000 người'], 'truncated'],
  ['growth', 'tăng 3,0%', ['1.026 người', '1.000 người'], 'mismatch'],
  ['growth', 'giảm 2,7%', ['973 người', '1.000 người'], 'match'],
  ['growth', 'giảm 2,6%', ['9.733 người', '10.000 người'], 'truncated'],
  ['growth', 'tăng 13,5%', ['116.026 tỷ đồng', '102.267 tỷ đồng'], 'match'],
  ['growth', 'tăng 13,4%', ['116.026 tỷ đồng', '102.267 tỷ đồng'], 'truncated'],
  // Operands carry their own precision: 12 may be 11,5 and 10 may be 10,5.
  ['growth', 'tăng 25,0%', ['12 tỷ đồng', '10 tỷ đồng'], 'match'],
  ['growth', 'tăng 25,0%', ['12 người', '10 người'], 'mismatch'],
  ['growth', 'tăng 25,0%', ['12,0 tỷ đồng', '10,0 tỷ đồng'], 'mismatch'],
  // Scale words set precision.
  ['same', 'thu 1.514 tỷ đồng', ['thu 1.514 tỷ 310 triệu đồng'], 'match'],
  ['same', 'thu 1.515 tỷ đồng', ['thu 1.514 tỷ 310 triệu đồng'], 'mismatch'],
  ['same', 'thu 1.514 tỷ đồng', ['thu 1.514 tỷ 810 triệu đồng'], 'truncated'],
  ['same', 'thu 1,5 nghìn tỷ đồng', ['thu 1.514 tỷ 310 triệu đồng'], 'match'],
  ['sum', 'thu 866 tỷ đồng', ['359 tỷ đồng', '361 tỷ đồng', '146 tỷ đồng'], 'match'],
  ['sum', 'thu 868 tỷ đồng', ['359 tỷ đồng', '361 tỷ đồng', '146 tỷ đồng'], 'match'],
  ['sum', 'thu 869 tỷ đồng', ['359 tỷ đồng', '361 tỷ đồng', '146 tỷ đồng'], 'mismatch'],
  ['sum', '98 phiên họp', ['6 phiên họp', '21 phiên họp', '71 phiên họp'], 'match'],
  ['sum', '99 phiên họp', ['6 phiên họp', '21 phiên họp', '71 phiên họp'], 'mismatch'],
  ['sum', '100%', ['33,3%', '33,3%', '33,3%'], 'match'],
  // Words open an end.
  ['sum', 'trên 865 tỷ đồng', ['trên 359 tỷ đồng', 'trên 361 tỷ đồng', 'trên 146 tỷ đồng'], 'approximate'],
  ['sum', 'trên 965 tỷ đồng', ['trên 359 tỷ đồng', 'trên 361 tỷ đồng', 'trên 146 tỷ đồng'], 'mismatch'],
  ['share', 'đạt trên 97%', ['897 đơn', '921 đơn'], 'approximate'],
  ['share', 'đạt gần 98%', ['897 đơn', '921 đơn'], 'approximate'],
  ['share', 'đạt trên 98%', ['897 đơn', '921 đơn'], 'mismatch'],
  ['share', 'đạt gần 97%', ['897 đơn', '921 đơn'], 'mismatch'],
  ['share', 'đạt khoảng 98%', ['897 đơn', '921 đơn'], 'approximate'],
  ['share', 'đạt khoảng 90%', ['897 đơn', '921 đơn'], 'approximate'],
  ['share', 'đạt khoảng 80%', ['897 đơn', '921 đơn'], 'mismatch'],
  ['sum', 'hơn 1.000 người', ['600 người', '430 người'], 'approximate'],
  ['sum', 'hơn 1.000 người', ['500 người', '430 người'], 'mismatch'],
  // An estimate is a number like others.
  ['growth', 'tăng 13,5%', ['ước đạt 116.026 tỷ đồng', '102.267 tỷ đồng'], 'match'],
  // A change and its plan, points, multiples.
  ['fromPlan', 'vượt 18,4%', ['bằng 118,4% KH'], 'match'],
  ['fromPlan', 'giảm 2,7%', ['bằng 97,3% KH'], 'match'],
  ['fromPlan', 'vượt 18,6%', ['bằng 118,4% KH'], 'mismatch'],
  ['change', 'tăng 05 khu dân cư', ['214 khu dân cư', '209 khu dân cư'], 'match'],
  ['change', 'giảm 0,4 điểm phần trăm', ['đạt 2,1%', 'đạt 2,5%'], 'match'],
  ['changeOrGrowth', 'giảm 0,85%', ['đạt 8,85%', 'đạt 9,70%'], 'match'],
  ['changeOrGrowth', 'giảm 50%', ['đạt 2,0%', 'đạt 4,0%'], 'match'],
  ['multiple', 'gấp 1,2 lần', ['120 hộ', '100 hộ'], 'match'],
];

describe('a printed number', () => {
  it.each(cases)(
    'allows what its digits and words say: %s %s of %j is a %s',
    (formula, stated, others, verdict) => {
      expect(judge(formula, amount(stated), others.map(amount))?.verdict).toBe(verdict);
    },
  );

  it('gives no verdict where the base is nothing', () => {
    expect(judge('growth', amount('tăng 3%'), [amount('5 hộ'), amount('0 hộ')])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src-main/contract/figure.ts';
import { figureWords, printLike, whenWords } from '../../../src-main/contract/figure-words.ts';

describe('when a figure is', () => {
  it('says what is no actual figure', () => {
    expect(whenWords({ period: '2023', status: 'estimate' })).toBe('ước 2023');
    expect(whenWords({ period: '2021/2025', status: 'plan' })).toBe('kế hoạch từ 2021 đến 2025');
    expect(whenWords({ period: null, status: 'plan' })).toBe('kế hoạch');
    expect(whenWords({ period: null, status: 'actual' })).toBe('');
  });
});

describe('a figure in words', () => {
  const words = (more: Partial<Figure>) =>
    figureWords({ text: '', class: 'level', value: '1', unit: null, approx: null, fromPlan: false, ...more });
  it('is what is printed, with its unit and direction', () => {
    expect(words({ text: '116.026 tỷ đồng', unit: 'đồng' })).toBe('116.026 tỷ đồng');
    expect(words({ text: '71', class: 'count', unit: 'phiên họp' })).toBe('71 phiên họp');
    expect(words({ text: '90%', class: 'percent', unit: '%', approx: 'trên' })).toBe('trên 90%');
    expect(words({ text: '0,85%', class: 'growth', value: '-0.85', unit: '%' })).toBe('giảm 0,85%');
    expect(words({ text: '05', class: 'difference', value: '5', unit: 'khu dân cư' })).toBe(
      'tăng 05 khu dân cư',
    );
    expect(words({ text: '-673 ha', class: 'difference', value: '-673', unit: 'ha' })).toBe('-673 ha');
    expect(words({ text: '118,4%', class: 'completion', unit: '%' })).toBe('118,4% kế hoạch');
    expect(words({ text: '5%', class: 'completion', unit: '%', fromPlan: true })).toBe(
      'vượt 5% so với kế hoạch',
    );
  });
});

it('another value is printed like the figure it is compared with', () => {
  const like = (value: string, text: string, scale: string, unit: string | null) =>
    printLike(value, { text, scale, unit });
  expect(like('98', '71', '1', 'phiên họp')).toBe('98 phiên họp');
  expect(like('866000000000', '865 tỷ đồng', '1000000000', 'đồng')).toBe('866 tỷ đồng');
  expect(like('1514320000000', '1.514 tỷ 310 triệu đồng', '1000000', 'đồng')).toBe('1.514.320 triệu đồng');
  expect(like('97.394', '97,3%', '1', '%')).toBe('97,394%');
  expect(like('5', '4', '1', null)).toBe('5');
});

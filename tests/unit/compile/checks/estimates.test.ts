/** "ước đạt" says that a number is an estimate, not that it is rough: only "trên", "gần", "khoảng" open an end. */
import { expect, it } from 'vitest';
import { checksIn } from './score.ts';

it.each([
  ['ước đạt 69,4%', 'match'],
  ['ước đạt 69,3%', 'mismatch'],
  ['đạt khoảng 69%', 'approximate'],
  ['đạt gần 70%', 'approximate'],
  ['đạt trên 70%', 'mismatch'],
])('694 of 1.000, %s: %s', (stated, verdict) => {
  const ratios = checksIn(`Có 694/1.000 hồ sơ nộp trực tuyến, ${stated}.`).filter(
    ({ kind }) => kind === 'ratio',
  );
  expect(ratios.map((check) => check.verdict)).toEqual([verdict]);
});

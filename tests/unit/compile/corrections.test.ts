import { describe, expect, it } from 'vitest';
import { compile } from '../../../src-main/compile/compile.ts';
import type { CorrectionEntry } from '../../../src-main/compile/corrections.ts';

const source = 'BÁO CÁO\n\nKết quả  năm 2023\n\nThu đạt KH tình giao, **tăng** 5%.\n\nChi đạt KH giao.\n';
const entry = (quote: string, original: string, corrected = 'x'): CorrectionEntry => ({
  quote,
  original,
  corrected,
  reason: 'nhận dạng sai',
  doubtful: false,
});
const correct = (text: string, ...corrections: CorrectionEntry[]) =>
  compile(text, [{ title: 'kết quả năm 2023', corrections }]);

describe('a correction', () => {
  it('lies over the printed word and changes no text', () => {
    const { corrections, blocks, problems } = correct(source, entry('KH tình giao', 'tình', 'tỉnh'));
    expect(problems).toEqual([]);
    const block = blocks.find(({ id }) => id === corrections[0]?.block);
    expect(block?.text).toBe('Thu đạt KH tình giao, tăng 5%.');
    expect(block?.text.slice(corrections[0]?.start, corrections[0]?.end)).toBe('tình');
  });

  it.each([
    ['stored decomposed', source.normalize('NFD')],
    ['stored with Windows line ends', source.replaceAll('\n', '\r\n')],
  ])('finds its place in the same text %s', (_, text) => {
    expect(correct(text, entry('KH tình giao', 'tình')).corrections).toHaveLength(1);
  });

  it.each([
    ['its quote does not occur', entry('KH tỉnh giao', 'tỉnh')],
    ['its quote occurs twice', entry('đạt KH', 'KH')],
    ['its word is not in its quote', entry('KH tình giao', 'tỉnh')],
    ['its word is twice in its quote', entry('tình giao, **tăng**', 't')],
    ['its word is markup', entry('**tăng', '**tăng')],
  ])('is a problem that names it when %s', (_, wrong) => {
    const { corrections, problems } = correct(source, wrong);
    expect(corrections).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['correction-not-found']);
    expect(problems[0]?.message).toContain(wrong.quote);
  });

  it('leaves a document of another title alone', () => {
    const other = compile(source, [{ title: 'Kết quả năm 2022', corrections: [entry('không có', 'không')] }]);
    expect(other.corrections).toEqual([]);
    expect(other.problems).toEqual([]);
  });
});

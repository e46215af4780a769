/** What holds for the numbers of any document, however hostile its text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src-main/compile/compile.ts';
import { findFiguresInSource } from '../../../../src-main/compile/figures/in-source.ts';
import type { Numeral } from '../../../../src-main/contract/figure.ts';
import { anySource } from '../sources.ts';
import { figuresIn, readDocuments } from './labels.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300) };
const digits = /[\p{Nd}\p{No}]/gu;

/** Ranges in order, apart, inside the text, each with its text, and every digit in exactly one. */
function coversOnce(text: string, numerals: readonly Pick<Numeral, 'start' | 'end'>[]): void {
  let at = 0;
  for (const { start, end } of numerals) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBeLessThanOrEqual(text.length);
  let next = 0;
  for (const { index } of text.matchAll(digits)) {
    while ((numerals[next]?.end ?? Infinity) <= index) next++;
    const numeral = numerals[next];
    expect(numeral !== undefined && numeral.start <= index, `digit at ${index}`).toBe(true);
  }
}

const pieces = fc.constantFrom(
  ...'12|1.234|1,5|64,500|2021|0|05|7/2021|1/500|9.9.9|%|‰|²|¹|½|tỷ|triệu|đồng|tr.|ha|m|m2|km|năm|tháng|ngày|quý|giờ|từ|đến|-|–|/|(|)|,|.|;|:|+|“|”|tăng|giảm|vượt|so với|kế hoạch|KH|lần|thứ|xếp thứ|hạng|Điều|khoản|điểm|số|Quyết định|QĐ-UBND|QL|COVID-|gđ|sao|người|trường hợp|và|lần lượt|ước|trên|vạn dân|(hai)|hai|x|T|Q|trong đó|gấp|riêng|bậc|0912|345|lần lượt|đường|số|cùng kỳ|năm trước|[|]|1 ha|٣|①|\n|\u00a0|e\u0301'.split(
    '|',
  ),
);
const soup = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', '')), { maxLength: 60 })
  .map((parts) => parts.map(([piece, space]) => piece + space).join(''));

describe('numbers of any text', () => {
  it('hold every digit of the report in exactly one range', () => {
    const source = readFileSync('resources/report/source.txt', 'utf8');
    const numerals = findFiguresInSource(compile(source), source);
    coversOnce(source, numerals);
    for (const { start, end, text } of numerals) expect(source.slice(start, end)).toBe(text);
  });

  it('hold every digit of the labelled documents in exactly one range', () => {
    for (const { text } of [...readDocuments('documents/tuned'), ...readDocuments('documents/aside')]) {
      coversOnce(text, findFiguresInSource(compile(text), text));
    }
  });

  it('hold every digit once where numbers and words come in any order', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const nfc = text.normalize('NFC');
        const numerals = figuresIn(nfc);
        coversOnce(nfc, numerals);
        for (const { start, end, text: shown } of numerals) expect(nfc.slice(start, end)).toBe(shown);
      }),
      runs,
    );
  });

  it('hold every digit of a compiled source once', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        coversOnce(source, findFiguresInSource(compile(source), source));
      }),
      runs,
    );
  });

  it('hold the number of a page once that stands in the middle of a word', () => {
    const source = 'a<!-- page 2 -->3.1. Nguyên nhân';
    coversOnce(source, findFiguresInSource(compile(source), source));
    coversOnce(
      '一<!-- page 2 -->3.1. Nguyên nhân',
      findFiguresInSource(compile('一<!-- page 2 -->3.1. Nguyên nhân'), '一<!-- page 2 -->3.1. Nguyên nhân'),
    );
  });

  it('have values that are exact decimals', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const numeral of figuresIn(text)) {
          if (numeral.kind === 'non-figure') continue;
          const { value, of, to, scale, step } = numeral;
          for (const decimal of [value, of ?? '0', to ?? '0', scale, step]) {
            expect(decimal).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
          }
        }
      }),
      runs,
    );
  });

  it('are the same for the same text', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(figuresIn(text)).toEqual(figuresIn(text));
      }),
      { numRuns: 50 },
    );
  });
});

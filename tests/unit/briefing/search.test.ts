import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { briefingOf } from '../../../src-main/briefing/open.ts';
import { searchBlocks } from '../../../src-main/briefing/search.ts';
import { readView } from '../../../src-main/briefing/view.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { readCuration } from '../../../src-main/compile/read-curation.ts';
import { readSource } from '../../../src-main/compile/read-source.ts';
import { fillBriefing } from '../../../src-main/compile/write-briefing.ts';
import { foldWords } from '../../../src-main/contract/fold.ts';

const source = readSource('resources/report/source.txt');
if (!source.ok) throw new Error(source.error.code);
const db = new Database(':memory:');
const report = compile(source.value, readCuration('resources'));
fillBriefing(db, report, analyse(report, readCuration('resources')), source.value);
const briefing = briefingOf(db);
const view = readView(briefing);
const texts = new Map(view.blocks.map(({ id, text }) => [id, text]));
afterAll(() => {
  briefing.close();
});

/** Addresses that hit, and the words that each hit highlights. */
const find = (query: string) =>
  searchBlocks(briefing, query).hits.map(({ address, block, ranges, weak, why }) => ({
    address,
    words: ranges.map(({ start, end }) => texts.get(block)?.slice(start, end)),
    weak,
    why: why.kind,
  }));

describe('search', () => {
  it.each([
    ['hop khong giay to', 'Mục II.3, đoạn 3', 'hộp không giấy tờ'],
    ['HỘP KHÔNG GIẤY TỜ', 'Mục II.3, đoạn 3', 'hộp không giấy tờ'],
    ['hộp không giấy tờ'.normalize('NFD'), 'Mục II.3, đoạn 3', 'hộp không giấy tờ'],
    ['116.026', 'Mục II.1.1, đoạn 2', '116.026'],
    ['897/921', 'Mục II.4, đoạn 1', '897/921'],
    ['cuoc hop khac', 'Mục I.3, đoạn 1', 'cuộc họp khác'],
    ['cuoc hop khac hau het', 'Mục I.3, đoạn 1', 'cuộc họp khác¹. Hầu hết'],
    ['10,63m2', 'Mục II.1.2, đoạn 1', '10,63m²'],
    ['thi truong bat dong s', 'Mục VI.3.1, đoạn 2', 'thị trường bất động'],
  ])('finds %s', (query, address, words) => {
    const hit = find(query)[0];
    expect(hit?.address).toBe(address);
    expect(hit?.words).toContain(words);
    expect(hit?.weak).toBe(false);
  });

  it('puts the words as typed before the same words with other tones', () => {
    const answers = find('công tác').map(({ why }) => why);
    expect(answers[0]).toBe('exact phrase');
    const exact = answers.filter((kind) => kind === 'exact phrase').length;
    expect(answers.slice(0, exact).every((kind) => kind === 'exact phrase')).toBe(true);
    expect(exact).toBeLessThan(answers.length);
  });

  it('finds the printed word by the right one', () => {
    for (const { block, start, end, corrected } of view.corrections) {
      const hits = searchBlocks(briefing, corrected).hits.filter((hit) => hit.block === block && !hit.weak);
      if (!/[\p{L}\p{N}]/u.test(corrected)) continue;
      expect(
        hits.flatMap(({ ranges }) => ranges).some((range) => range.start < end && range.end > start),
      ).toBe(true);
    }
  });

  it('calls an answer weak that lacks some of the words, and gives none for words that are nowhere', () => {
    const answers = find('ngân sách xyzxyz');
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every(({ weak }) => weak)).toBe(true);
    expect(find('xyzxyz')).toEqual([]);
  });

  it.each([
    '',
    '   ',
    '"',
    '*',
    'AND',
    'a OR',
    'NEAR(',
    '"a" *',
    '-',
    '😀',
    '\0',
    '\ud83d',
    'x'.repeat(10_000),
    'thu '.repeat(5000),
    '(((',
    'text:thu',
  ])('answers %j quietly', (query) => {
    expect(() => searchBlocks(briefing, query)).not.toThrow();
  });

  it('highlights only what was asked for, whatever was asked', () => {
    const words = view.blocks.flatMap(({ text }) => text.split(' ')).slice(0, 3000);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((some) => some.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        (query) => {
          const { hits, total } = searchBlocks(briefing, query);
          expect(hits.length).toBeLessThanOrEqual(total);
          for (const { block, ranges } of hits) {
            const text = texts.get(block) ?? '';
            for (const { start, end } of ranges) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 30_000);

  it('answers hostile input with results or a quiet nothing', () => {
    const pieces = [
      '"',
      '*',
      '(',
      ')',
      ':',
      '^',
      '-',
      '+',
      ' AND ',
      ' OR ',
      ' NOT ',
      'NEAR(',
      '{words}',
      "'",
      ';--',
      '\0',
    ];
    const odd = [
      '\u202e',
      '\u200f',
      '\u200b',
      '\ufeff',
      '\ud83d',
      '\udc00',
      '😀',
      '🇻🇳',
      'ﷺ',
      '\u0301\u0301',
      '½',
      '٣',
    ];
    const words = [
      'thu',
      'ngân',
      'trên 1000 tỷ',
      'từ 1 đến',
      'mục II.',
      'điều',
      'chú thích',
      '97,3%',
      '1.2.3.4',
      '9'.repeat(400),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...odd, ...words, ' '), { maxLength: 30 }), (parts) => {
        const { hits, total } = searchBlocks(briefing, parts.join(''));
        expect(hits.length).toBeLessThanOrEqual(total);
      }),
      { numRuns: 300 },
    );
    for (const long of [
      'đ'.repeat(10_000),
      'a '.repeat(5000),
      '"'.repeat(10_000),
      '1.'.repeat(5000),
      'mục '.repeat(2500),
    ])
      expect(() => searchBlocks(briefing, long)).not.toThrow();
  }, 60_000);

  it('finds every block by its own first words', () => {
    for (const { id, text, marks } of view.blocks) {
      if (marks.some(({ kind, start }) => kind === 'footnote-ref' && start < 60)) continue;
      const words = text.split(' ').slice(0, 5).join(' ');
      if (!/[\p{L}\p{N}]/u.test(foldWords(words))) continue;
      expect(searchBlocks(briefing, words).hits.map(({ block }) => block)).toContain(id);
    }
  });
});

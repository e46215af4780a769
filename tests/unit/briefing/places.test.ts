import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { searchBlocks } from '../../../src-main/briefing/search.ts';
import { readView } from '../../../src-main/briefing/view.ts';
import { foldWords } from '../../../src-main/contract/fold.ts';
import { searched } from './searched.ts';

/** Ways to say an address. */
const waysToSay = (label: string): string[] => [
  label,
  foldWords(label).replaceAll(',', ''),
  label.split(', ').reverse().join(' '),
];

describe('every address of a document', () => {
  it.each([
    'tests/fixtures/search/district-report.txt',
    'tests/fixtures/search/health-resolution.txt',
    'tests/fixtures/compile/law-with-divisions/source.txt',
  ])('leads to its block: %s', (file) => {
    const briefing = searched(readFileSync(file, 'utf8'));
    const { sections, blocks } = readView(briefing);
    const wrong: string[] = [];
    const expectFirst = (query: string, block: string | undefined): void => {
      const first = searchBlocks(briefing, query).hits[0];
      if (first?.block !== block || first?.why.kind !== 'place') wrong.push(query);
    };
    for (const { id, label, kind } of sections) {
      if (kind === 'run-in') continue;
      const opening = blocks.find(({ section }) => section === id)?.id;
      for (const query of new Set(waysToSay(label))) expectFirst(query, opening);
    }
    for (const { id, address } of blocks)
      if (/^Chú thích|, đoạn \d+$/u.test(address)) expectFirst(foldWords(address).replace(',', ''), id);
    briefing.close();
    expect(wrong).toEqual([]);
  });

  it('is none in a sentence that only sounds like one', () => {
    const briefing = searched('BÁO CÁO\n\nKết quả\n\nI. MỘT\n\nPhấn đấu đạt mức 1.3 lần.\n');
    expect(searchBlocks(briefing, 'phấn đấu').hits[0]?.why.kind).toBe('exact phrase');
    expect(searchBlocks(briefing, 'chú thích 99').hits.some(({ weak }) => !weak)).toBe(false);
    briefing.close();
  });
});

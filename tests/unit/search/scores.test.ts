import { describe, expect, it } from 'vitest';
import type { LabelledQuery } from '../../bench/search-quality/query-set.ts';
import { scoreSet } from '../../bench/search-quality/scores.ts';
import type { Answered } from '../../bench/search-quality/scores.ts';

/** `labels`: the meant block bare, an acceptable one with a question mark. `hits`: a weak one with a tilde. */
const answered = (ofClass: LabelledQuery['class'], labels: string, hits: string): Answered => ({
  query: {
    id: 't001',
    document: 'report',
    class: ofClass,
    kind: '',
    query: '',
    relevant: words(labels).map((label) => ({
      block: label.replace('?', ''),
      grade: label.startsWith('?') ? 1 : 2,
      begins: '',
    })),
  },
  hits: words(hits).map((hit) => ({ block: hit.replace('~', ''), confident: !hit.startsWith('~') })),
});
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

describe('scores', () => {
  it('take an acceptable passage, and tell the meant one apart', () => {
    const { overall } = scoreSet([answered('phrases', 'b1 ?b2', 'b2 b9 b1')]);
    expect(overall).toMatchObject({ recallAt1: 1, reciprocalRank: 1, exactAt1: 0, foundAt10: 1 });
  });

  it('count the first page, and the rank beyond it', () => {
    const { overall } = scoreSet([answered('phrases', 'k', 'a b c d e f g h i j k')]);
    expect(overall).toMatchObject({ recallAt1: 0, recallAt3: 0, recallAt10: 0, reciprocalRank: 1 / 11 });
  });

  it('are nothing for what is not found', () => {
    const { overall } = scoreSet([answered('phrases', 'b1', '')]);
    expect(overall).toMatchObject({ recallAt10: 0, reciprocalRank: 0, exactAt1: 0, foundAt10: 0 });
  });

  it('look for every meant passage', () => {
    const { overall } = scoreSet([answered('numbers', 'b1 b2 b3 b4', 'b9 b1 b3')]);
    expect(overall).toMatchObject({ recallAt1: 0, recallAt3: 1, foundAt10: 0.5 });
  });

  it('find a weak answer without calling it confident', () => {
    const { overall } = scoreSet([answered('errors', 'b1', '~b1 b2'), answered('errors', 'b1', 'b1')]);
    expect(overall).toMatchObject({ queries: 2, recallAt1: 1, confidentAt10: 0.5 });
  });

  it('are kept by class, and apart from questions without an answer', () => {
    const { classes, noAnswer, overall } = scoreSet([
      answered('errors', 'b1', 'b1'),
      answered('places', 'b1', 'b2'),
      answered('no-answer', '', 'b1'),
      answered('no-answer', '', '~b1'),
      answered('no-answer', '', ''),
    ]);
    expect(overall.queries).toBe(2);
    expect(Object.keys(classes)).toEqual(['errors', 'places']);
    expect(classes.places?.recallAt1).toBe(0);
    expect(noAnswer).toEqual({ queries: 3, confident: 1 / 3, any: 2 / 3 });
  });
});

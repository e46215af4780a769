/** Full-text search over a briefing's blocks. */
import { HITS_MAX } from '../contract/search.ts';
import type { BlockHit, HitRange } from '../contract/search.ts';
import type { BlockKind } from '../contract/briefing.ts';
import type { Briefing, ReadableDb } from './open.ts';
import { finder, matchExpression, parseQuery } from './query.ts';
import type { Query } from './query.ts';
import type { Reading, Searchables } from './searchable.ts';

const CANDIDATES = `
  SELECT block_search.text AS folded, block_search.corrected AS foldedCorrected,
    block.id, block.kind, block.section, block.address, block.text
  FROM block_search JOIN block ON block.position = block_search.rowid
  WHERE block_search MATCH ? ORDER BY block_search.rowid`;

interface Candidate {
  readonly folded: string;
  /** Empty where nothing is corrected. */
  readonly foldedCorrected: string;
  readonly id: string;
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly address: string;
  readonly text: string;
}

/** How well a block answers, best first. */
export const answerKinds = ['exact phrase', 'phrase', 'words near', 'words', 'some words'] as const;
export type AnswerKind = (typeof answerKinds)[number];

interface Ranked {
  readonly candidate: Candidate;
  readonly kind: AnswerKind;
  /** Words of the query that the block has. */
  readonly found: number;
}

export interface BlockAnswer {
  readonly hits: readonly (BlockHit & { readonly why: AnswerKind })[];
  /** Blocks that hit, also beyond the listed ones. */
  readonly total: number;
}

/** Words farther apart than this, for each word of the query, are not near. In characters of folded text. */
const NEAR_CHARS_PER_WORD = 24;

/**
 * Blocks that hold every word (folded, the last one as a prefix), best first, then in reading order. If there is none,
 * the blocks with the most words, as `weak`. Never throws, whatever the query.
 */
export function searchBlocks({ db, searchables }: Briefing, typed: string): BlockAnswer {
  const query = parseQuery(typed);
  if (query.terms.length === 0) return { hits: [], total: 0 };
  const all = rank(candidates(db, matchExpression(query.terms, 'AND')), query);
  if (all.length > 0) return answer(searchables, all, query, false);
  if (query.terms.length === 1) return { hits: [], total: 0 };
  const some = rank(candidates(db, matchExpression(query.terms, 'OR')), query);
  const most = Math.max(0, ...some.map(({ found }) => found));
  return answer(
    searchables,
    some.filter(({ found }) => found === most && found > 0),
    query,
    true,
  );
}

const candidates = (db: ReadableDb, expression: string): Candidate[] =>
  db.prepare<[string], Candidate>(CANDIDATES).all(expression);

function answer(
  searchables: Searchables,
  ranked: readonly Ranked[],
  query: Query,
  weak: boolean,
): BlockAnswer {
  const ordered = [...ranked].sort((a, b) => answerKinds.indexOf(a.kind) - answerKinds.indexOf(b.kind));
  const hits = ordered.slice(0, HITS_MAX).map(({ candidate, kind }) => ({
    block: candidate.id,
    kind: candidate.kind,
    section: candidate.section,
    address: candidate.address,
    ranges: rangesOf(searchables.of(candidate.id), query, kind),
    weak,
    why: kind,
  }));
  return { hits, total: ordered.length };
}

function rank(found: readonly Candidate[], query: Query): Ranked[] {
  const phrase = phraseFinder(query);
  const words = query.terms.map(({ tokens, isPrefix }) => finder(tokens, isPrefix));
  return found.map((candidate) => {
    const texts = [candidate.folded, candidate.foldedCorrected].filter((text) => text !== '');
    if (texts.some((text) => matches(phrase, text))) {
      const exact = candidate.text.toLowerCase().replace(/\s+/g, ' ').includes(query.exact);
      return { candidate, kind: exact ? 'exact phrase' : 'phrase', found: words.length };
    }
    const here = words.filter((word) => texts.some((text) => matches(word, text))).length;
    if (here < words.length) return { candidate, kind: 'some words', found: here };
    const span = Math.min(...texts.map((text) => shortestSpan(words, text)));
    return {
      candidate,
      kind: span <= NEAR_CHARS_PER_WORD * words.length ? 'words near' : 'words',
      found: here,
    };
  });
}

const phraseFinder = ({ terms }: Query): RegExp =>
  finder(
    terms.flatMap((term) => term.tokens),
    true,
  );

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** Length of the shortest stretch that holds every word; infinite if one is missing. */
function shortestSpan(words: readonly RegExp[], text: string): number {
  const found = words
    .flatMap((word, index) =>
      [...text.matchAll(word)].map((match) => ({
        at: match.index,
        end: match.index + match[0].length,
        index,
      })),
    )
    .sort((a, b) => a.at - b.at);
  const counts = new Map<number, number>();
  let shortest = Infinity;
  let from = 0;
  for (const { end, index } of found) {
    counts.set(index, (counts.get(index) ?? 0) + 1);
    while (counts.size === words.length) {
      const first = found[from++];
      if (first === undefined) break;
      shortest = Math.min(shortest, end - first.at);
      const left = (counts.get(first.index) ?? 0) - 1;
      if (left > 0) counts.set(first.index, left);
      else counts.delete(first.index);
    }
  }
  return shortest;
}

/** Where the query stands in the block's text; a hit in a corrected word gives the printed one. */
function rangesOf(readings: readonly Reading[], query: Query, kind: AnswerKind): HitRange[] {
  const isPhrase = kind === 'exact phrase' || kind === 'phrase';
  const patterns = isPhrase
    ? [phraseFinder(query)]
    : query.terms.map(({ tokens, isPrefix }) => finder(tokens, isPrefix));
  return withoutOverlap(
    readings.flatMap(({ folded, toPrinted }) =>
      patterns.flatMap((pattern) =>
        [...folded.matchAll(pattern)].map((match) => toPrinted(match.index, match.index + match[0].length)),
      ),
    ),
  );
}

/** In order, merged where they overlap, empty ones left out. */
function withoutOverlap(ranges: readonly HitRange[]): HitRange[] {
  const merged: HitRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (range.start >= range.end) continue;
    if (last !== undefined && range.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

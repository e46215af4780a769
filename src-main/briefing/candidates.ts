/**
 * Which blocks a query looks at. A report is looked at whole; among hundreds of thousands of blocks the index names
 * a bounded number, the most promising first, in slices that hold nobody up.
 */
import type { Alternative } from './expand.ts';
import { phraseOf } from './fts.ts';
import type { ReadableDb } from './open.ts';
import type { Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

const ALL = `SELECT rowid AS position FROM block_search WHERE block_search MATCH ? ORDER BY rowid`;
const SLICE = `SELECT rowid AS position FROM block_search
  WHERE block_search MATCH ? AND rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?`;

/** So many blocks are looked at whole. */
const SMALL_BLOCKS = 3000;
const SLICE_BLOCKS = 12_000;
const WITH_ALL_MAX = 100;
const WITH_SOME_MAX = 24;
/** With as many answers nobody asks for blocks that lack a word. */
const ENOUGH = 20;
const COMPLETIONS_MAX = 16;
/** Beginnings up to here have too many ends to merge them all. */
const BEGINNING_LETTERS = 4;
const ALTERNATIVES_MAX = 12;
const DROPPED_MAX = 2;

/** Positions of blocks, each once. Yields between slices of work. */
export function* candidates(
  db: ReadableDb,
  query: Query,
  alternatives: readonly Alternative[],
  vocabulary: Vocabulary,
): Generator<void, readonly number[]> {
  const found = new Set<number>(alternatives.flatMap(({ positions }) => positions));
  if (vocabulary.blocks <= SMALL_BLOCKS) {
    const expressions = new Set(
      alternatives.filter(({ words, needsPhrase }) => words.length > 0 && !needsPhrase).map(expressionOf),
    );
    if (expressions.size === 0) return [...found];
    const rows = db.prepare<[string], { position: number }>(ALL).all([...expressions].join(' OR '));
    for (const { position } of rows) found.add(position);
    return [...found].sort((a, b) => a - b);
  }
  const groups = groupsOf(query, alternatives, vocabulary);
  if (groups.length === 0) return [...found];
  const before = found.size;
  yield* collect(db, andOf(groups), WITH_ALL_MAX, vocabulary, found);
  if (found.size - before >= WITH_ALL_MAX) {
    // There may be better ones behind those that came first.
    const words = query.terms.flatMap((term) => term.words.map(({ folded }) => folded));
    const isOpen = query.terms.at(-1)?.isPrefix === true && (words.at(-1)?.length ?? 0) > 2;
    if (words.length > 1) {
      const phrases = yield* collect(db, phraseOf(words, isOpen), WITH_SOME_MAX, vocabulary, found);
      if (phrases < WITH_SOME_MAX) yield* collect(db, nearOf(words), WITH_SOME_MAX, vocabulary, found);
    }
  }
  if (found.size - before >= ENOUGH || groups.length < 2) return [...found];
  // The rarest word is the one most likely mistaken.
  const rarest = [...groups].sort((a, b) => a.blocks - b.blocks);
  for (const dropped of rarest.slice(0, DROPPED_MAX)) {
    const rest = groups.filter((group) => group !== dropped);
    yield* collect(db, andOf(rest), WITH_SOME_MAX, vocabulary, found);
  }
  if (found.size - before >= ENOUGH) return [...found];
  for (const { expression } of rarest.slice(0, 2))
    yield* collect(db, expression, WITH_SOME_MAX, vocabulary, found);
  return [...found];
}

function* collect(
  db: ReadableDb,
  expression: string,
  max: number,
  { blocks }: Vocabulary,
  into: Set<number>,
): Generator<void, number> {
  const query = db.prepare<[string, number, number, number], { position: number }>(SLICE);
  let left = max;
  for (let from = 0; from < blocks && left > 0; from += SLICE_BLOCKS) {
    const rows = query.all(expression, from, from + SLICE_BLOCKS, left);
    left -= rows.length;
    for (const { position } of rows) into.add(position);
    yield;
  }
  return max - left;
}

const expressionOf = ({ words, isBeginning }: Alternative): string =>
  phraseOf(
    words.map(({ folded }) => folded),
    isBeginning,
  );

interface Group {
  readonly expression: string;
  /** Blocks that have the word, about. */
  readonly blocks: number;
}

/** For each term all that may stand for it. */
function groupsOf(query: Query, alternatives: readonly Alternative[], vocabulary: Vocabulary): Group[] {
  return query.terms.flatMap(({ words, isOptional }, at): Group[] => {
    if (isOptional) return [];
    const expressions = new Set<string>();
    for (const alternative of alternatives) {
      if (alternative.from > at || alternative.to <= at || alternative.needsPhrase) continue;
      if (expressions.size >= ALTERNATIVES_MAX) break;
      for (const expression of boundedExpressions(alternative, vocabulary)) expressions.add(expression);
    }
    if (expressions.size === 0) return [];
    const blocks = Math.min(...words.map(({ folded }) => vocabulary.blocksWith(folded)));
    return [{ expression: `(${[...expressions].join(' OR ')})`, blocks }];
  });
}

/** The beginning of a word stands for its most frequent ends: the index would have to merge all words with "t". */
function boundedExpressions(alternative: Alternative, vocabulary: Vocabulary): readonly string[] {
  const { words, isBeginning } = alternative;
  const [word] = words;
  if (word === undefined) return [];
  if (isBeginning && /^\d{1,2}$/u.test(words.at(-1)?.folded ?? '')) return [];
  if (!isBeginning || words.length > 1 || word.folded.length > BEGINNING_LETTERS || /^\d/u.test(word.folded))
    return [expressionOf(alternative)];
  return vocabulary.completions(word.folded, COMPLETIONS_MAX).map((folded) => phraseOf([folded]));
}

const andOf = (groups: readonly Group[]): string => groups.map(({ expression }) => expression).join(' AND ');

const nearOf = (words: readonly string[]): string =>
  `NEAR(${words.map((word) => phraseOf([word])).join(' ')}, ${words.length + 4})`;

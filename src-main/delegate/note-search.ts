/** Finds own highlights, notes and questions by their words. */
import { fold, foldWords } from '../contract/fold.ts';
import {
  HITS_MAX,
  QUERY_CHARS_MAX,
  type AnnotationHit,
  type HitRange,
  type NoteHit,
  type QuestionHit,
} from '../contract/search.ts';
import type { ReadableDb } from './database.ts';

/** At most this many ranges are marked in one note. */
export const RANGES_MAX = 200;

/** The words come as one JSON array, so that the query is one constant however many they are. */
const withWords = (table: 'note' | 'question'): string => `SELECT id, text FROM ${table}
  WHERE document = ? AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(${table}.folded, value) = 0)
  ORDER BY seq DESC LIMIT ${HITS_MAX}`;
export const NOTES_WITH_WORDS = withWords('note');
export const QUESTIONS_WITH_WORDS = withWords('question');

/**
 * Notes that hold every word of the query, the newest first. A word counts wherever it stands, also inside a longer
 * one; case, tones and Unicode form do not matter. Nothing but white space finds nothing.
 */
export function searchNotes(db: ReadableDb, document: string, query: string): readonly NoteHit[] {
  return find(db, NOTES_WITH_WORDS, document, query).map(({ id, ranges }) => ({ note: id, ranges }));
}

/** The same for questions; a word may also stand in the name of whom it is for, and then has no range. */
export function searchQuestions(db: ReadableDb, document: string, query: string): readonly QuestionHit[] {
  return find(db, QUESTIONS_WITH_WORDS, document, query).map(({ id, ranges }) => ({ question: id, ranges }));
}

/** Highlights are folded as they are read, the newest so many: their quotes are short, and few mark more in one document. */
const ANNOTATIONS_MAX = 2000;
export const ANNOTATIONS_TO_SEARCH = `SELECT id, exact AS text FROM annotation
  WHERE document = ? ORDER BY seq DESC LIMIT ${ANNOTATIONS_MAX}`;

/** Highlights whose quote holds every word of the query, the newest first. */
export function searchAnnotations(db: ReadableDb, document: string, query: string): readonly AnnotationHit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return db
    .prepare<[string], { id: string; text: string }>(ANNOTATIONS_TO_SEARCH)
    .all(document)
    .filter(({ text }) => {
      const folded = foldWords(text);
      return words.every((word) => folded.includes(word));
    })
    .slice(0, HITS_MAX)
    .map(({ id, text }) => ({ annotation: id, ranges: rangesOf(text, words) }));
}

function find(
  db: ReadableDb,
  statement: string,
  document: string,
  query: string,
): readonly { readonly id: string; readonly ranges: readonly HitRange[] }[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return db
    .prepare<[string, string], { id: string; text: string }>(statement)
    .all(document, JSON.stringify(words))
    .map(({ id, text }) => ({ id, ranges: rangesOf(text, words) }));
}

/** Folded words without the punctuation around them; one that another word contains says nothing new. */
export function wordsOf(query: string): readonly string[] {
  const folded = foldWords(query.slice(0, QUERY_CHARS_MAX).replace(/\p{Surrogate}/gu, ' '));
  const words = folded
    .split(/[\s\0]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '') || word)
    .filter((word) => word !== '');
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const kept: string[] = [];
  for (const word of longestFirst) if (!kept.some((longer) => longer.includes(word))) kept.push(word);
  return kept;
}

/** Where the words stand in the note's own text, in order, touching ranges joined. */
function rangesOf(text: string, words: readonly string[]): readonly HitRange[] {
  const folded = fold(text);
  const found: HitRange[] = [];
  for (const word of words) {
    let at = folded.text.indexOf(word);
    for (let nth = 0; at !== -1 && nth < RANGES_MAX; nth++) {
      const end = at + word.length;
      found.push({ start: folded.toOriginal(at), end: folded.toOriginalEnd(end) });
      at = folded.text.indexOf(word, end);
    }
  }
  return joined(found.sort((a, b) => a.start - b.start || a.end - b.end)).slice(0, RANGES_MAX);
}

function joined(sorted: readonly HitRange[]): readonly HitRange[] {
  const ranges: HitRange[] = [];
  for (const range of sorted) {
    const last = ranges.at(-1);
    if (last === undefined || range.start > last.end) ranges.push(range);
    else ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return ranges;
}

/** A search query as words: folded, split like the index splits, harmless whatever was typed. */
import { foldWords } from '../contract/fold.ts';
import { QUERY_CHARS_MAX } from '../contract/search.ts';

/** One word as typed; "897/921" is a word of two tokens that must follow each other. */
export interface Term {
  readonly tokens: readonly string[];
  /** The last word may be the beginning of a longer one: the user may still be typing. */
  readonly isPrefix: boolean;
}

export interface Query {
  readonly terms: readonly Term[];
  /** The words as typed, NFC, lower case, for telling exact diacritics. */
  readonly exact: string;
}

/** More words than that are no search but a pasted page. */
const TERMS_MAX = 40;
const ignorable = /[\p{Cc}\p{Cf}\ud800-\udfff]+/gu;
const token = /[\p{L}\p{N}\p{Co}]+/gu;

export function parseQuery(typed: string): Query {
  const clean = typed
    .slice(0, QUERY_CHARS_MAX)
    .replace(/[\t\n\v\f\r]/g, ' ')
    .replace(ignorable, '');
  const terms: Term[] = [];
  const seen = new Set<string>();
  for (const word of foldWords(clean).split(/\s+/)) {
    const tokens = word.match(token);
    if (tokens === null || terms.length >= TERMS_MAX) continue;
    const key = tokens.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    terms.push({ tokens, isPrefix: false });
  }
  const last = terms.pop();
  if (last !== undefined) terms.push({ ...last, isPrefix: true });
  return { terms, exact: clean.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim() };
}

/** The FTS5 expression; every token is quoted, so no syntax of the user's reaches it. */
export function matchExpression(terms: readonly Term[], operator: 'AND' | 'OR'): string {
  return terms
    .map(({ tokens, isPrefix }) => `"${tokens.join(' ')}"${isPrefix ? ' *' : ''}`)
    .join(` ${operator} `);
}

/** Finds a run of tokens in folded text, at word borders. */
export function finder(tokens: readonly string[], isPrefix: boolean): RegExp {
  const border = '(?![\\p{L}\\p{N}\\p{Co}])';
  const words = tokens.join('[^\\p{L}\\p{N}\\p{Co}]+');
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{Co}])${words}${isPrefix ? '' : border}`, 'gu');
}

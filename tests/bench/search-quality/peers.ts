/**
 * What one would use if there were no search of our own, on the same blocks. Each is set up as its documentation advises for
 * search while typing: the last word as a prefix, all words before any word.
 */
import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { unqualified } from './engine.ts';
import type { Engine, TextBlock } from './engine.ts';

/** As many as the app lists. */
const HITS_MAX = 200;

export const peersOf = (blocks: readonly TextBlock[]): readonly Engine[] => [
  fts5('FTS5 unicode61', 'unicode61 remove_diacritics 2', 1, blocks),
  fts5('FTS5 trigram', 'trigram remove_diacritics 1', 3, blocks),
  miniSearch(blocks),
  substring(blocks),
];

/** Words shorter than the tokenizer's shortest token can find nothing and are left out. */
function fts5(name: string, tokenizer: string, charsMin: number, blocks: readonly TextBlock[]): Engine {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE peer USING fts5(id UNINDEXED, text, tokenize = "${tokenizer}")`);
  const insert = db.prepare('INSERT INTO peer (id, text) VALUES (?, ?)');
  for (const { id, text } of blocks) insert.run(id, text);
  const select = db
    .prepare<[string, number], string>('SELECT id FROM peer WHERE peer MATCH ? ORDER BY rank LIMIT ?')
    .pluck();
  return {
    name,
    ask: (query) => {
      const words = wordsOf(query).filter((word) => Array.from(word).length >= charsMin);
      if (words.length === 0) return [];
      const quoted = words.map((word, at) => `"${word}"${at === words.length - 1 ? ' *' : ''}`);
      const every = select.all(quoted.join(' AND '), HITS_MAX);
      return unqualified(every.length > 0 ? every : select.all(quoted.join(' OR '), HITS_MAX));
    },
    close: () => db.close(),
  };
}

/** With the folding of diacritics that its documentation suggests, and its usual one error in five letters. */
function miniSearch(blocks: readonly TextBlock[]): Engine {
  const index = new MiniSearch<TextBlock>({
    fields: ['text'],
    processTerm: (term) => withoutDiacritics(term),
    searchOptions: { prefix: (_term, at, terms) => at === terms.length - 1, fuzzy: 0.2 },
  });
  index.addAll(blocks);
  const find = (query: string, combineWith: 'AND' | 'OR'): string[] =>
    index
      .search(query, { combineWith })
      .slice(0, HITS_MAX)
      .map(({ id }) => String(id));
  return {
    name: 'MiniSearch',
    ask: (query) => {
      const every = find(query, 'AND');
      return unqualified(every.length > 0 ? every : find(query, 'OR'));
    },
  };
}

/** A reader's Ctrl+F: in reading order, any case. */
function substring(blocks: readonly TextBlock[]): Engine {
  const lower = blocks.map(({ id, text }) => ({ id, text: comparable(text) }));
  return {
    name: 'substring',
    ask: (query) => {
      const sought = comparable(query).trim();
      return sought === ''
        ? []
        : unqualified(lower.filter(({ text }) => text.includes(sought)).map(({ id }) => id));
    },
  };
}

const comparable = (text: string): string => text.normalize('NFC').toLowerCase();

const wordsOf = (query: string): string[] => query.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

const withoutDiacritics = (term: string): string =>
  term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

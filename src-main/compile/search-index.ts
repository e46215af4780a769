/** Fills the tables that search reads: words of the blocks, of what has a name, and what words stand for. */
import type { Database } from 'better-sqlite3';
import type { CompiledDocument, Correction } from '../contract/briefing.ts';
import { ENTRY_KINDS } from '../contract/briefing-file.ts';
import { withCorrections, withoutReferences } from '../contract/search-text.ts';
import { eachWord } from '../contract/words.ts';
import { findAbbreviations } from './abbreviations.ts';
import type { Analysis } from './analyse.ts';
import { curatedAbbreviations, curatedSynonyms } from './lexicon.ts';

const INSERT_BLOCK_WORDS = `INSERT INTO block_search (rowid, words) VALUES (?, ?)`;
const INSERT_ENTRY_WORDS = `INSERT INTO entry_search (rowid, words) VALUES (?, ?)`;
const INSERT_WORD = `INSERT INTO word (folded, printed, blocks) VALUES (?, ?, ?)`;
const INSERT_ABBREVIATION = `INSERT INTO abbreviation (position, short, long, defined_here) VALUES (?, ?, ?, ?)`;
const INSERT_SYNONYM = `INSERT INTO synonym (concept, position, words) VALUES (?, ?, ?)`;

export function insertSearch(
  db: Database,
  { blocks, corrections, sections }: CompiledDocument,
  { indicators, checks }: Pick<Analysis, 'indicators' | 'checks'>,
): void {
  const correctionsOf = groupByBlock(corrections);
  const vocabulary = new Vocabulary();
  const insertBlock = db.prepare<[number, string]>(INSERT_BLOCK_WORDS);
  blocks.forEach(({ id, text, marks }, index) => {
    const printed = withoutReferences(text, marks);
    const own = correctionsOf.get(id);
    let words = vocabulary.take(printed, index);
    if (own !== undefined) words += ` ${vocabulary.take(withCorrections(printed, own).text, index)}`;
    insertBlock.run(index + 1, words);
  });
  const insertEntry = db.prepare<[number, string]>(INSERT_ENTRY_WORDS);
  const insertEntries = (kind: (typeof ENTRY_KINDS)[number], texts: readonly string[]): void => {
    texts.forEach((text, index) => {
      insertEntry.run((index + 1) * ENTRY_KINDS.length + ENTRY_KINDS.indexOf(kind), foldedWords(text));
    });
  };
  insertEntries(
    'section',
    sections.map(({ title }) => title),
  );
  insertEntries(
    'place',
    sections.map(({ label }) => label),
  );
  insertEntries(
    'indicator',
    indicators.map(({ name, detail }) => (detail === null ? name : `${name} ${detail}`)),
  );
  insertEntries(
    'check',
    checks.map(({ sentence }) => sentence),
  );
  vocabulary.insert(db);
  insertLexicon(db, blocks);
  for (const table of ['block_search', 'entry_search'])
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
}

function groupByBlock(corrections: readonly Correction[]): Map<string, Correction[]> {
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const group = groups.get(correction.block);
    if (group === undefined) groups.set(correction.block, [correction]);
    else group.push(correction);
  }
  return groups;
}

function foldedWords(text: string): string {
  let words = '';
  eachWord(text, ({ folded }) => (words += words === '' ? folded : ` ${folded}`));
  return words;
}

interface WordCount {
  /** How often it is printed one way or another. */
  readonly printed: Map<string, number>;
  blocks: number;
  lastBlock: number;
}

/** The words of letters that the blocks have: what a mistyped word may have meant, what an unfinished one may become. */
class Vocabulary {
  readonly #counts = new Map<string, WordCount>();

  /** The folded words of a text of block number `block`, one space between them. */
  take(text: string, block: number): string {
    const words: string[] = [];
    eachWord(text, ({ folded }, start, end) => {
      words.push(folded);
      if (!isLetter(folded.charCodeAt(0))) return;
      let count = this.#counts.get(folded);
      if (count === undefined) {
        count = { printed: new Map(), blocks: 0, lastBlock: -1 };
        this.#counts.set(folded, count);
      }
      if (count.lastBlock !== block) {
        count.lastBlock = block;
        count.blocks++;
      }
      const raw = text.slice(start, end);
      count.printed.set(raw, (count.printed.get(raw) ?? 0) + 1);
    });
    return words.join(' ');
  }

  insert(db: Database): void {
    const insert = db.prepare<[string, string, number]>(INSERT_WORD);
    for (const folded of [...this.#counts.keys()].sort()) {
      const count = this.#counts.get(folded);
      if (count !== undefined) insert.run(folded, mostOften(count.printed), count.blocks);
    }
  }
}

/** A digit or a percent sign begins no word of letters. */
const isLetter = (code: number): boolean => code >= 0x61;

function mostOften(counts: ReadonlyMap<string, number>): string {
  const lower = new Map<string, number>();
  for (const [raw, count] of counts) {
    // What is printed in capitals only ("UBND") stays so.
    const key = counts.has(raw.toLowerCase()) ? raw.toLowerCase() : raw;
    lower.set(key, (lower.get(key) ?? 0) + count);
  }
  let best = '';
  let most = 0;
  for (const [raw, count] of lower) if (count > most) [best, most] = [raw, count];
  return best;
}

function insertLexicon(db: Database, blocks: CompiledDocument['blocks']): void {
  const insertAbbreviation = db.prepare(INSERT_ABBREVIATION);
  let position = 0;
  const own = findAbbreviations(blocks.map(({ text }) => text));
  for (const { short, long } of own) insertAbbreviation.run(++position, short, long, 1);
  for (const { short, long } of curatedAbbreviations()) insertAbbreviation.run(++position, short, long, 0);
  const insertSynonym = db.prepare(INSERT_SYNONYM);
  curatedSynonyms().forEach((group, concept) => {
    group.forEach((words, at) => insertSynonym.run(concept + 1, at + 1, words));
  });
}

/** The words that the document's blocks have: what an unfinished word may become, what a mistyped one may have meant. */
import type { ReadableDb } from './open.ts';

const WORDS = `SELECT folded, printed, blocks FROM word ORDER BY folded`;
const BLOCKS = `SELECT count(*) AS blocks FROM block`;

interface WordRow {
  readonly folded: string;
  readonly printed: string;
  readonly blocks: number;
}

/** Neighbours of so many words are remembered: while one types, the same words come again with every key. */
const REMEMBERED_MAX = 2000;

export class Vocabulary {
  /** Blocks of the document. */
  readonly blocks: number;
  readonly #words: readonly WordRow[];
  readonly #byFolded = new Map<string, WordRow>();
  readonly #byLength = new Map<number, WordRow[]>();
  readonly #near = new Map<string, readonly string[]>();

  constructor(db: ReadableDb) {
    this.blocks = db.prepare<[], { blocks: number }>(BLOCKS).get()?.blocks ?? 0;
    this.#words = db.prepare<[], WordRow>(WORDS).all();
    for (const word of this.#words) {
      this.#byFolded.set(word.folded, word);
      const sameLength = this.#byLength.get(word.folded.length);
      if (sameLength === undefined) this.#byLength.set(word.folded.length, [word]);
      else sameLength.push(word);
    }
  }

  has(folded: string): boolean {
    return this.#byFolded.has(folded);
  }

  /** Number of blocks that have the word; 0 for none. */
  blocksWith(folded: string): number {
    return this.#byFolded.get(folded)?.blocks ?? 0;
  }

  /** As printed most often; null for a word that is not there. */
  printed(folded: string): string | null {
    return this.#byFolded.get(folded)?.printed ?? null;
  }

  /** Words that begin so, itself included; those in most blocks first, at most `max`. */
  completions(beginning: string, max: number): readonly string[] {
    const from = this.#firstFrom(beginning);
    const found: WordRow[] = [];
    for (let at = from; this.#words[at]?.folded.startsWith(beginning) === true; at++) {
      const word = this.#words[at];
      if (word !== undefined) found.push(word);
    }
    return (found.length > max ? found.sort((a, b) => b.blocks - a.blocks).slice(0, max) : found).map(
      ({ folded }) => folded,
    );
  }

  begins(beginning: string): boolean {
    return this.#words[this.#firstFrom(beginning)]?.folded.startsWith(beginning) === true;
  }

  /** Other words at most `edits` (1 or 2) edits away, nearest and most frequent first: letters missing, doubled, wrong, exchanged. */
  near(word: string, edits: 1 | 2): readonly string[] {
    const key = `${edits}${word}`;
    const before = this.#near.get(key);
    if (before !== undefined) return before;
    const found: { readonly row: WordRow; readonly distance: number }[] = [];
    for (let length = word.length - edits; length <= word.length + edits; length++) {
      for (const row of this.#byLength.get(length) ?? []) {
        const distance = editDistance(word, row.folded, edits);
        if (distance > 0 && distance <= edits) found.push({ row, distance });
      }
    }
    found.sort((a, b) => a.distance - b.distance || b.row.blocks - a.row.blocks);
    const words = found.map(({ row }) => row.folded);
    if (this.#near.size >= REMEMBERED_MAX) this.#near.clear();
    this.#near.set(key, words);
    return words;
  }

  /** Index of the first word not before `beginning`. */
  #firstFrom(beginning: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle]?.folded ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reused from word to word: a query looks at thousands. */
let beforeLast = new Int32Array(64);
let last = new Int32Array(64);
let row = new Int32Array(64);

/** Edits (insert, delete, replace, exchange of neighbours) from one word to the other; more than `max` for anything above. */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max || b.length > WORD_MAX || a.length > WORD_MAX) return max + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let edits = (last[j - 1] ?? 0) + (letter === other ? 0 : 1);
      edits = Math.min(edits, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > max) return max + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] ?? max + 1;
}
const WORD_MAX = 60;

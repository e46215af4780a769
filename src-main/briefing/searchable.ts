/** The blocks' texts as search reads them: words as numbers, cut once and kept. A query must not cut half the document again. */
import type { BlockKind, Correction, Mark } from '../contract/briefing.ts';
import type { HitRange } from '../contract/search.ts';
import { withCorrections, withoutReferences } from '../contract/search-text.ts';
import type { WordForm } from '../contract/word-forms.ts';
import { eachWord } from '../contract/words.ts';
import { Contexts } from './contexts.ts';
import type { ReadableDb } from './open.ts';

const BLOCK = `SELECT position, id, kind, section, address, text, cell_table AS cellTable, cell_row AS cellRow,
    cell_column AS cellColumn
  FROM block WHERE position = ?`;
const REFERENCES = `SELECT kind, text_start AS start, text_end AS end FROM mark
  WHERE block = ? AND kind = 'footnote-ref' ORDER BY position`;
const CORRECTIONS = `SELECT block, text_start AS start, text_end AS end, corrected FROM correction ORDER BY position`;

export interface BlockRow {
  readonly position: number;
  readonly id: string;
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly address: string;
  readonly text: string;
  readonly cellTable: number | null;
  readonly cellRow: number | null;
  readonly cellColumn: number | null;
}

/** Words of a text in order; parallel arrays. */
export interface Run {
  /** Numbers of the words' forms. */
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where each word stands: neighbours are 1 apart, sentences farther. */
  readonly places: readonly number[];
}

/** One reading of a block: as printed, or as corrected. */
export interface Reading extends Run {
  /** A range of the reading as a range of the block's printed text. */
  readonly toPrinted: (start: number, end: number) => HitRange;
}

export interface SearchText {
  readonly block: BlockRow;
  /** The printed reading, and the corrected one where there is any. */
  readonly readings: readonly Reading[];
}

/** How far a full stop and a semicolon keep words apart, in words. */
export const SENTENCE_GAP = 8;
const CLAUSE_GAP = 3;
const stops = /[.!?…:]["”’)\]]*\s|\n/u;
/** Words that are kept at most, a few megabytes; beyond them all are cut anew. */
const WORDS_KEPT_MAX = 1_000_000;

/** Every form has one number, so that words are compared as numbers. */
export class Forms {
  readonly #byObject = new Map<WordForm, number>();
  readonly #byKey = new Map<string, number>();
  readonly #forms: WordForm[] = [];

  idOf(form: WordForm): number {
    const known = this.#byObject.get(form);
    if (known !== undefined) return known;
    const key = `${form.letters}\n${form.tone}`;
    let id = this.#byKey.get(key);
    if (id === undefined) {
      id = this.#forms.length;
      this.#forms.push(form);
      this.#byKey.set(key, id);
    }
    if (this.#byObject.size < WORDS_KEPT_MAX) this.#byObject.set(form, id);
    return id;
  }

  of(id: number): WordForm | undefined {
    return this.#forms[id];
  }

  get size(): number {
    return this.#forms.length;
  }
}

export class Searchables {
  forms = new Forms();
  readonly contexts: Contexts;
  readonly #texts = new Map<number, SearchText>();
  readonly #entries = new Map<number, Run>();
  #words = 0;
  #corrections: Map<string, Pick<Correction, 'start' | 'end' | 'corrected'>[]> | null = null;

  constructor(private readonly db: ReadableDb) {
    this.contexts = new Contexts(db, this);
  }

  /** By the block's position; null where there is none. */
  at(position: number): SearchText | null {
    const known = this.#texts.get(position);
    if (known !== undefined) return known;
    const block = this.db.prepare<[number], BlockRow>(BLOCK).get(position);
    if (block === undefined) return null;
    const text = { block, readings: this.#read(block) };
    this.#texts.set(position, text);
    for (const { ids } of text.readings) this.#words += ids.length;
    return text;
  }

  /** Between two queries: forgets all when there is too much of it. */
  trim(): void {
    if (this.#words <= WORDS_KEPT_MAX && this.forms.size <= WORDS_KEPT_MAX) return;
    this.#texts.clear();
    this.#entries.clear();
    this.contexts.clear();
    this.forms = new Forms();
    this.#words = 0;
  }

  /** Of a heading, an indicator or a check, by its number in `entry_search`. */
  runOfEntry(entry: number, text: string): Run {
    const known = this.#entries.get(entry);
    if (known !== undefined) return known;
    const run = this.runOf(text);
    this.#entries.set(entry, run);
    this.#words += run.ids.length;
    return run;
  }

  runOf(text: string): Run {
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const places: number[] = [];
    let place = 0;
    let before = 0;
    eachWord(text, (form, start, end) => {
      if (ids.length > 0) place += 1 + gapIn(text, before, start);
      ids.push(this.forms.idOf(form));
      starts.push(start);
      ends.push(end);
      places.push(place);
      before = end;
    });
    return { ids, starts, ends, places };
  }

  #read(block: BlockRow): readonly Reading[] {
    const marks = this.db.prepare<[string], Pick<Mark, 'kind' | 'start' | 'end'>>(REFERENCES).all(block.id);
    const printed = withoutReferences(block.text, marks);
    const asPrinted = { ...this.runOf(printed), toPrinted: (start: number, end: number) => ({ start, end }) };
    const corrections = this.#correctionsOf(block.id);
    if (corrections.length === 0) return [asPrinted];
    const corrected = withCorrections(printed, corrections);
    return [asPrinted, { ...this.runOf(corrected.text), toPrinted: corrected.toPrinted }];
  }

  #correctionsOf(block: string): readonly Pick<Correction, 'start' | 'end' | 'corrected'>[] {
    if (this.#corrections === null) {
      this.#corrections = new Map();
      type Row = Pick<Correction, 'block' | 'start' | 'end' | 'corrected'>;
      for (const row of this.db.prepare<[], Row>(CORRECTIONS).all()) {
        const own = this.#corrections.get(row.block);
        if (own === undefined) this.#corrections.set(row.block, [row]);
        else own.push(row);
      }
    }
    return this.#corrections.get(block) ?? [];
  }
}

function gapIn(text: string, from: number, to: number): number {
  if (to - from === 1) return 0;
  const between = text.slice(from, to);
  if (stops.test(between)) return SENTENCE_GAP;
  return between.includes(';') ? CLAUSE_GAP : 0;
}

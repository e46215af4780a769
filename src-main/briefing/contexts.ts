/**
 * What a block says without repeating it: the headings above it, the sentence that points to a footnote, the footnotes
 * of a sentence, the head of a table's column and row.
 */
import type { ReadableDb } from './open.ts';
import { SENTENCE_GAP } from './searchable.ts';
import type { BlockRow, Run, Searchables } from './searchable.ts';

const SECTION = `SELECT title, parent FROM section WHERE id = ?`;
const POINTING = `SELECT ref.position, footnote.ref_text_start AS at
  FROM block AS own CROSS JOIN footnote ON footnote.block = own.id JOIN block AS ref ON ref.id = footnote.ref_block
  WHERE own.position <= ? AND own.kind = 'footnote' ORDER BY own.position DESC LIMIT 1`;
const POINTED = `SELECT own.position FROM footnote JOIN block AS own ON own.id = footnote.block
  WHERE footnote.ref_block = ? ORDER BY footnote.position`;
const REF_BEFORE = `SELECT text_end AS at FROM mark JOIN block ON block.id = mark.block
  WHERE block.position = ? AND mark.kind = 'footnote-ref' AND text_start < ? ORDER BY text_start DESC LIMIT 1`;
const HEADS = `SELECT text FROM block
  WHERE cell_table = ? AND position < ? AND (cell_row = ? OR (cell_row = 0 AND cell_column = ?))`;

/** Headings this far up are enough. */
const DEPTH_MAX = 8;
const NOTES_MAX = 6;
/** Heads of a table are near: no need to look at more. */
const KEPT_MAX = 20_000;

export interface Context {
  readonly headings: readonly Run[];
  /** What points to a footnote, up to the footnote before; heads of a cell: as near as the same sentence. */
  readonly close: readonly Run[];
  /** The whole sentence that points to a footnote, the footnotes of a block. */
  readonly beside: readonly Run[];
}

export class Contexts {
  readonly #known = new Map<number, Context>();
  readonly #headings = new Map<string, readonly Run[]>();

  constructor(
    private readonly db: ReadableDb,
    private readonly texts: Searchables,
  ) {}

  clear(): void {
    this.#known.clear();
    this.#headings.clear();
  }

  of(block: BlockRow): Context {
    const known = this.#known.get(block.position);
    if (known !== undefined) return known;
    const context = { headings: this.#headingsOf(block), ...this.#besideOf(block) };
    if (this.#known.size >= KEPT_MAX) this.#known.clear();
    this.#known.set(block.position, context);
    return context;
  }

  #headingsOf({ section }: BlockRow): readonly Run[] {
    return section === null ? [] : this.#chain(section, 0);
  }

  #chain(section: string, depth: number): readonly Run[] {
    const known = this.#headings.get(section);
    if (known !== undefined) return known;
    const row = this.db.prepare<[string], { title: string; parent: string | null }>(SECTION).get(section);
    if (row === undefined) return [];
    const above = row.parent === null || depth >= DEPTH_MAX ? [] : this.#chain(row.parent, depth + 1);
    const runs = [this.texts.runOf(row.title), ...above];
    if (this.#headings.size >= KEPT_MAX) this.#headings.clear();
    this.#headings.set(section, runs);
    return runs;
  }

  #besideOf(block: BlockRow): Pick<Context, 'close' | 'beside'> {
    if (block.kind === 'footnote') return this.#sentenceOf(block);
    if (block.kind === 'cell') return { close: this.#headsOf(block), beside: [] };
    const notes = this.db
      .prepare<[string], { position: number }>(POINTED)
      .all(block.id)
      .slice(0, NOTES_MAX)
      .flatMap(({ position }) => this.texts.at(position)?.readings.slice(-1) ?? []);
    return { close: [], beside: notes };
  }

  #sentenceOf({ position }: BlockRow): Pick<Context, 'close' | 'beside'> {
    const ref = this.db.prepare<[number], { position: number; at: number }>(POINTING).get(position);
    const whole = ref === undefined ? null : this.texts.at(ref.position);
    const run = whole?.readings[0];
    if (ref === undefined || whole === null || run === undefined) return { close: [], beside: [] };
    let at = run.starts.findIndex((start) => start >= ref.at) - 1;
    if (at < 0) at = run.starts.length - 1;
    let from = at;
    while (from > 0 && (run.places[from] ?? 0) - (run.places[from - 1] ?? 0) <= SENTENCE_GAP) from--;
    let to = at + 1;
    while (to < run.ids.length && (run.places[to] ?? 0) - (run.places[to - 1] ?? 0) <= SENTENCE_GAP) to++;
    const before = this.db.prepare<[number, number], { at: number }>(REF_BEFORE).get(ref.position, ref.at);
    let clause = from;
    if (before !== undefined) while (clause < at && (run.starts[clause] ?? 0) < before.at) clause++;
    return {
      close: [part(run, clause, at + 1)],
      beside: [part(run, from, to), ...this.#headingsOf(whole.block)],
    };
  }

  #headsOf({ position, cellTable, cellRow, cellColumn }: BlockRow): readonly Run[] {
    return this.db
      .prepare<[number | null, number, number | null, number | null], { text: string }>(HEADS)
      .all(cellTable, position, cellRow, cellColumn)
      .map(({ text }) => this.texts.runOf(text));
  }
}

const part = (run: Run, from: number, to: number): Run => ({
  ids: run.ids.slice(from, to),
  starts: run.starts.slice(from, to),
  ends: run.ends.slice(from, to),
  places: run.places.slice(from, to),
});

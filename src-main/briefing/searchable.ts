/** The blocks' texts as search reads them, folded once and kept: a query must not fold half the document again. */
import type { Correction, Mark } from '../contract/briefing.ts';
import { fold } from '../contract/fold.ts';
import type { HitRange } from '../contract/search.ts';
import { withCorrections, withoutReferences } from '../contract/search-text.ts';
import type { ReadableDb } from './open.ts';

const TEXT = `SELECT text FROM block WHERE id = ?`;
const MARKS = `SELECT kind, text_start AS start, text_end AS end FROM mark WHERE block = ? ORDER BY position`;
const CORRECTIONS = `SELECT text_start AS start, text_end AS end, corrected FROM correction WHERE block = ? ORDER BY position`;

/** One reading of a block: as printed, or as corrected. */
export interface Reading {
  readonly folded: string;
  /** A range of the folded text as a range of the block's printed text. */
  readonly toPrinted: (start: number, end: number) => HitRange;
}

export class Searchables {
  readonly #readings = new Map<string, readonly Reading[]>();

  constructor(private readonly db: ReadableDb) {}

  /** The printed reading, and the corrected one where there is any. */
  of(block: string): readonly Reading[] {
    const known = this.#readings.get(block);
    if (known !== undefined) return known;
    const readings = this.#read(block);
    this.#readings.set(block, readings);
    return readings;
  }

  #read(block: string): readonly Reading[] {
    const { text = '' } = this.db.prepare<[string], { text: string }>(TEXT).get(block) ?? {};
    const marks = this.db.prepare<[string], Pick<Mark, 'kind' | 'start' | 'end'>>(MARKS).all(block);
    const printed = withoutReferences(text, marks);
    const asPrinted = readingOf(printed, (start, end) => ({ start, end }));
    const corrections = this.db
      .prepare<[string], Pick<Correction, 'start' | 'end' | 'corrected'>>(CORRECTIONS)
      .all(block);
    if (corrections.length === 0) return [asPrinted];
    const corrected = withCorrections(printed, corrections);
    return [asPrinted, readingOf(corrected.text, corrected.toPrinted)];
  }
}

function readingOf(text: string, toPrinted: Reading['toPrinted']): Reading {
  const folded = fold(text);
  return {
    folded: folded.text,
    toPrinted: (start, end) => toPrinted(folded.toOriginal(start), folded.toOriginalEnd(end)),
  };
}

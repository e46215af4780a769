/** Where a block's text comes from in the source. */
import type { SourceRange } from '../contract/briefing.ts';
import type { Briefing } from './open.ts';

/** `joined`: a page break inside the block lies right before this range. */
const SOURCES = `SELECT source_start AS start, source_end AS end, text_start AS textStart,
    EXISTS (
      SELECT 1 FROM separator
      WHERE kind = 'join' AND separator.source_start < source_range.source_start AND separator.source_start >= (
        SELECT previous.source_end FROM source_range AS previous
        WHERE previous.block = source_range.block AND previous.position = source_range.position - 1
      )
    ) AS joined
  FROM source_range WHERE block = ? ORDER BY position`;

interface SourceRow extends SourceRange {
  readonly textStart: number;
  readonly joined: 0 | 1;
}

/** A stretch of the source that a page break has not cut (source offsets), and where it begins in the block's text. */
export interface Half extends SourceRange {
  readonly textStart: number;
}

/** The halves of a block that page breaks split, in order; one for a whole block. Markup inside a half is no cut. */
export function readHalves({ db }: Briefing, block: string): Half[] {
  const halves: Half[] = [];
  for (const { start, end, textStart, joined } of db.prepare<[string], SourceRow>(SOURCES).all(block)) {
    const last = halves[halves.length - 1];
    if (last === undefined || joined === 1) halves.push({ start, end, textStart });
    else halves[halves.length - 1] = { ...last, end };
  }
  return halves;
}

/** The half that holds a block offset. */
export function halfAt(halves: readonly Half[], textOffset: number): Half {
  const holding = halves.findLast((half) => half.textStart <= textOffset);
  return holding ?? halves[0] ?? { start: 0, end: 0, textStart: 0 };
}

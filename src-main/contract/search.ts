/** What a search asks and answers. */
import type { BlockKind } from './briefing.ts';

/** Longer queries are cut: nobody types them, hostile input does. */
export const QUERY_CHARS_MAX = 10_000;
/** At most this many hits are listed. */
export const HITS_MAX = 200;

export interface HitRange {
  readonly start: number;
  readonly end: number;
}

/** A block or footnote that holds every word asked for (or, `weak`, some of them). Ranges count in the block's text. */
export interface BlockHit {
  readonly block: string;
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly address: string;
  readonly ranges: readonly HitRange[];
  readonly weak: boolean;
}

/** Own note that holds every word; ranges count in the note's text. */
export interface NoteHit {
  readonly note: string;
  readonly ranges: readonly HitRange[];
}

/** Own question that holds every word, in its text or in the name of whom it is for; ranges count in its text. */
export interface QuestionHit {
  readonly question: string;
  readonly ranges: readonly HitRange[];
}

export interface SearchAnswer {
  readonly query: string;
  readonly hits: readonly BlockHit[];
  readonly notes: readonly NoteHit[];
  readonly questions: readonly QuestionHit[];
  /** Blocks that hit, also beyond the listed ones. */
  readonly total: number;
}

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

/** How well a text answers, best first. */
export const answerKinds = [
  'place', // the place that was named
  'exact phrase', // as typed, accents included
  'phrase',
  'amount', // a figure of the value or in the range asked for
  'words near',
  'words', // all words, far apart
  'words around', // some in the text, the others in its headings, its footnotes or the sentence that points to it
  'some words',
] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const expansionKinds = ['abbreviation', 'synonym', 'spelling', 'keys'] as const;
/** A word of the query that was taken for something else; `keys`: for what an input method would have made of it. */
export interface Expansion {
  readonly kind: (typeof expansionKinds)[number];
  readonly typed: string;
  readonly meant: string;
}

/** Why a hit is one. */
export interface Why {
  readonly kind: AnswerKind;
  readonly expansions: readonly Expansion[];
}

/** A block or footnote that answers. Ranges count in the block's text. */
export interface BlockHit {
  readonly block: string;
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly address: string;
  readonly ranges: readonly HitRange[];
  /** No confident answer: the words are there, or some of them, but perhaps by chance. */
  readonly weak: boolean;
  readonly why: Why;
}

/** A heading of the outline, an indicator or a check whose words answer. Ranges count in `text`. */
export interface EntryHit {
  readonly id: string;
  /** Title of the section, name of the indicator, sentence of the check. */
  readonly text: string;
  /** Where it leads: the section's heading, the first figure of the indicator, the first operand of the check. */
  readonly block: string;
  readonly ranges: readonly HitRange[];
  readonly weak: boolean;
  readonly why: Why;
}

/** Own highlight whose quote holds every word; ranges count in the quote. */
export interface AnnotationHit {
  readonly annotation: string;
  readonly ranges: readonly HitRange[];
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
  /** Of the report and its footnotes, best first. */
  readonly hits: readonly BlockHit[];
  readonly sections: readonly EntryHit[];
  readonly indicators: readonly EntryHit[];
  readonly checks: readonly EntryHit[];
  readonly annotations: readonly AnnotationHit[];
  readonly notes: readonly NoteHit[];
  readonly questions: readonly QuestionHit[];
  /** Blocks that hit, also beyond the listed ones. */
  readonly total: number;
  /** Words of the document nearest to the query, where nothing answers it well; null otherwise. */
  readonly suggestion: string | null;
}

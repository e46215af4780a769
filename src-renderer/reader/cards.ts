/** The notebook's cards in the order of the text: a mark with its note, or a note on a section. */
import type { Note } from '../../src-main/contract/delegate.ts';
import type { Marked } from './marking.svelte.ts';
import type { Reader } from './reader.svelte.ts';

export interface Card {
  /** Stays the same when a mark gains its first note, so that a text field keeps the keyboard. */
  readonly key: string;
  readonly mark: Marked | null;
  readonly note: Note | null;
  /** Where it stands, for the user: an address or a section. */
  readonly where: string;
}

type Source = Pick<Reader, 'report' | 'marking' | 'notebook'>;

/** `hidden` is a note that is being written elsewhere. */
export function cardsOf({ report, marking, notebook }: Source, hidden: string | null): readonly Card[] {
  const { notes } = notebook;
  const ofMark = new Map(
    notes.filter(({ annotation }) => annotation !== null).map((note) => [note.annotation, note]),
  );
  const cards: { card: Card; at: number; created: number }[] = marking.all.map((mark) => {
    const { annotation, placement } = mark;
    return {
      card: {
        key: annotation.id,
        mark,
        note: ofMark.get(annotation.id) ?? null,
        where: placement.kind === 'orphan' ? '' : report.addressOf(placement),
      },
      // What has lost its place stands first, where it is seen.
      at: placement.kind === 'orphan' ? -1 : placement.start,
      created: annotation.createdAtMs,
    };
  });
  const marks = new Set(marking.all.map(({ annotation }) => annotation.id));
  for (const note of notes) {
    if (note.id === hidden || (note.annotation !== null && marks.has(note.annotation))) continue;
    cards.push({
      card: { key: note.id, mark: null, note, where: report.labelOf(note.section) },
      at: report.startOf(note.section),
      created: note.createdAtMs,
    });
  }
  return cards.sort((a, b) => a.at - b.at || a.created - b.created).map(({ card }) => card);
}

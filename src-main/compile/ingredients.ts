/** Drafts get their sources: markers leave the text, and white space settles inside and between the blocks. */
import type { SourceRange } from '../contract/briefing.ts';
import { isWhite } from './characters.ts';
import type { Draft } from './drafts.ts';
import type { Ink } from './ink.ts';
import { settleSpaces } from './settle.ts';

/** A draft with its text. `sources` are source offsets. */
export interface Ingredient {
  readonly draft: Draft;
  readonly sources: readonly SourceRange[];
  readonly marker: string | null;
}

/** Sets the ink of markers and spaces for every draft, then of what lies between the drafts. */
export function settleDrafts(ink: Ink, drafts: readonly Draft[]): Ingredient[] {
  const ingredients = drafts.map((draft) => {
    const marker = setMarker(ink, draft);
    settleSpaces(ink, draft.spans);
    return { draft, marker };
  });
  blankBetween(ink, drafts);
  return ingredients.map(({ draft, marker }) => ({
    draft,
    marker,
    sources: draft.spans.flatMap((span) => ink.textRuns(span.start, span.end)),
  }));
}

/** Takes a list marker or a footnote's opening number out of the text. */
function setMarker(ink: Ink, draft: Draft): string | null {
  const { note, opener } = draft;
  const start = draft.spans[0]?.start ?? 0;
  const end = draft.spans[0]?.end ?? 0;
  if (draft.kind === 'footnote' && note !== null) {
    ink.set(note.start, note.end, 'footnote-mark');
    const colon = note.definition ? ink.source.indexOf(':', note.end) : -1;
    if (colon !== -1 && colon < end) ink.set(colon, colon + 1, 'footnote-mark');
    return null;
  }
  if (opener?.kind !== 'item') return null;
  let at = start;
  const isShown = (): boolean => ink.isText(at) && !isWhite(ink.source[at] ?? '');
  while (at < end && !isShown()) at++;
  const length = opener.marker.length;
  ink.set(at, at + length, 'list-marker');
  for (at += length; at < end && ink.isText(at) && isWhite(ink.source[at] ?? ''); at++)
    ink.set(at, at + 1, 'list-marker');
  return opener.marker;
}

/** White space that no draft holds parts the blocks. */
function blankBetween(ink: Ink, drafts: readonly Draft[]): void {
  const spans = drafts.flatMap((draft) => draft.spans).sort((a, b) => a.start - b.start);
  let from = 0;
  for (const span of [...spans, { start: ink.source.length, end: ink.source.length }]) {
    for (const run of ink.textRuns(from, span.start)) ink.set(run.start, run.end, 'blank');
    from = Math.max(from, span.end);
  }
}

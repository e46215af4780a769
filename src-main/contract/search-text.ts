/** The text that search sees: index and highlighting must agree on it to the character. */
import type { BlockRange, Correction, Mark } from './briefing.ts';

/** A block's text with the digits of its footnote references blanked, so that "khác¹" is the word "khác". Same length. */
export function withoutReferences(
  text: string,
  marks: readonly Pick<Mark, 'kind' | 'start' | 'end'>[],
): string {
  let out = '';
  let at = 0;
  for (const mark of marks) {
    if (mark.kind !== 'footnote-ref' || mark.start < at) continue;
    out += text.slice(at, mark.start) + ' '.repeat(mark.end - mark.start);
    at = mark.end;
  }
  return out + text.slice(at);
}

/** A text with corrections put in, and the way back to the printed one. */
export interface CorrectedText {
  readonly text: string;
  /** The printed range of a corrected one; a corrected word gives the whole printed word. */
  readonly toPrinted: (start: number, end: number) => { readonly start: number; readonly end: number };
}

type Replacement = Pick<Correction, 'corrected'> & Pick<BlockRange, 'start' | 'end'>;

/** Corrections that overlap an earlier one are left out. */
export function withCorrections(text: string, corrections: readonly Replacement[]): CorrectedText {
  const pieces: { start: number; end: number; from: number; to: number; replaced: boolean }[] = [];
  let out = '';
  let at = 0;
  const add = (words: string, from: number, to: number, replaced: boolean): void => {
    if (words === '' && from === to) return;
    pieces.push({ start: out.length, end: out.length + words.length, from, to, replaced });
    out += words;
  };
  for (const { start, end, corrected } of [...corrections].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    add(text.slice(at, start), at, start, false);
    add(corrected, start, end, true);
    at = end;
  }
  add(text.slice(at), at, text.length, false);
  const toPrinted = (start: number, end: number): { start: number; end: number } => {
    const touched = pieces.filter((piece) => piece.start < end && piece.end > start);
    const first = touched[0];
    const last = touched[touched.length - 1];
    if (first === undefined || last === undefined) return { start: 0, end: 0 };
    return {
      start: first.replaced ? first.from : first.from + Math.max(0, start - first.start),
      end: last.replaced ? last.to : Math.min(last.to, last.from + end - last.start),
    };
  };
  return { text: out, toPrinted };
}

/**
 * Anchors that survive a new revision (W3C Web Annotation: TextPositionSelector and TextQuoteSelector together).
 * Offsets count in the document text of `Positions`.
 */

/** Characters of context kept on each side of a quote. */
export const CONTEXT_CHARS = 32;

export interface Selector {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Describes a range of the document text. */
export function describe(text: string, start: number, end: number): Selector {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_CHARS), start),
    suffix: text.slice(end, end + CONTEXT_CHARS),
  };
}

/** Where a selector lies in this text now: unmoved, found elsewhere by its quote, or nowhere (an orphan). */
export type Placement =
  | { readonly kind: 'unmoved' | 'moved'; readonly start: number; readonly end: number }
  | { readonly kind: 'orphan' };

/**
 * Same position and quote first; then the exact quote with the most context in common, the nearest of equals.
 * A quote that does not occur is an orphan: listed, never dropped.
 */
export function anchor(text: string, selector: Selector): Placement {
  const { start, end, exact } = selector;
  if (exact === '') return { kind: 'orphan' };
  if (text.slice(start, end) === exact) return { kind: 'unmoved', start, end };
  let best: { at: number; score: number } | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const score =
      commonSuffix(text.slice(Math.max(0, at - CONTEXT_CHARS), at), selector.prefix) +
      commonPrefix(text.slice(at + exact.length, at + exact.length + CONTEXT_CHARS), selector.suffix);
    const nearer = best !== null && Math.abs(at - start) < Math.abs(best.at - start);
    if (best === null || score > best.score || (score === best.score && nearer)) best = { at, score };
  }
  return best === null ? { kind: 'orphan' } : { kind: 'moved', start: best.at, end: best.at + exact.length };
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonSuffix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
    length++;
  return length;
}

/** A long sentence cut down to what stands around its figures. Pure. */

export interface Excerpt {
  readonly text: string;
  /** Offset of `text` in the sentence. */
  readonly start: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Characters kept before the first figure and behind the last. */
const BEFORE = 150;
const AFTER = 110;
/** What is cut off must be worth it. */
const WORTH = 60;

/** Cut between words; short sentences stay whole. `figures` in the sentence's offsets. */
export function excerptOf(
  sentence: string,
  figures: readonly { readonly start: number; readonly end: number }[],
): Excerpt {
  const first = Math.min(sentence.length, ...figures.map(({ start }) => start));
  const last = Math.max(0, ...figures.map(({ end }) => end));
  let start = 0;
  let end = sentence.length;
  if (figures.length > 0 && first - BEFORE > WORTH) {
    const space = sentence.indexOf(' ', first - BEFORE);
    if (space !== -1 && space < first) start = space + 1;
  }
  if (figures.length > 0 && end - (last + AFTER) > WORTH) {
    const space = sentence.lastIndexOf(' ', last + AFTER);
    if (space > last) end = space;
  }
  return {
    text: sentence.slice(start, end),
    start,
    cutBefore: start > 0,
    cutAfter: end < sentence.length,
  };
}

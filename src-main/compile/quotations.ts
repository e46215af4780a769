/** Amended law quoted at length: its articles, clauses and points are those of another text. */
import type { Draft } from './drafts.ts';

/** A quotation that does not end within so many paragraphs is a stray mark. */
const PARAGRAPHS_MAX = 80;

const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

/** Indexes of the paragraphs of quotations that take several, from “ after "như sau:" to the closing ”. */
export function findQuoted(drafts: readonly Draft[]): Set<number> {
  const quoted = new Set<number>();
  let before = '';
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index];
    if (draft === undefined || draft.kind === 'footnote' || draft.kind === 'cell') continue;
    if (/^["“]/.test(draft.text) && before.endsWith(':') && !draft.outside) {
      const end = endOf(drafts, index);
      for (let inside = index; inside <= end; inside++) quoted.add(inside);
      if (end > index) index = end;
    }
    before = drafts[index]?.text ?? '';
  }
  return quoted;
}

/** Index of the paragraph that closes the quotation; -1 if none does. */
function endOf(drafts: readonly Draft[], start: number): number {
  let open = 0;
  let straight = 0;
  for (let index = start; index < drafts.length && index - start < PARAGRAPHS_MAX; index++) {
    const draft = drafts[index];
    if (draft === undefined || draft.outside) return -1;
    open += count(draft.text, /“/g) - count(draft.text, /”/g);
    straight += count(draft.text, /"/g);
    if (/["”]\s*[.;,]*$/.test(draft.text) && open <= 0 && straight % 2 === 0) return index;
  }
  return -1;
}

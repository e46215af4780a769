/**
 * Page breaks inside paragraphs: where footnotes, a page break or a mere blank line stand between two halves, the halves
 * are one paragraph again. Joined only when the first half is unfinished and the second begins nothing of its own.
 */
import { firstCharacter, isAllCapitals, isFinished, isLower } from './characters.ts';
import { appended } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { isHeading } from './headings.ts';
import type { OutlineNode } from './outline.ts';
import { cutsNumber, endsOpen, opensWithQuantity } from './sentences.ts';

export interface JoinContext {
  /** Footnotes or a page break stood between the two. */
  readonly interrupted: boolean;
  readonly firstIsHeading: boolean;
  /** The second half opens a section by its number. */
  readonly secondOpens: boolean;
}

/** A mark without its letter would compose with the space before it. */
const startsWithMark = /^\p{M}/u;

export function mayJoin(first: Draft, second: Draft, context: JoinContext): boolean {
  if (first.outside || second.outside || first.cell !== null || second.cell !== null) return false;
  if (second.kind === 'item' || context.secondOpens || second.hashes > 0 || first.hashes > 0) return false;
  if (second.opener?.kind === 'addressee' || second.opener?.kind === 'recipients') return false;
  if (isFinished(first.text) || first.text === '' || startsWithMark.test(second.text)) return false;
  const head = firstCharacter(second.text.replace(/^["“'‘(]+/, ''));
  const goesOn =
    isLower(head) ||
    /^[,;)%/]/.test(second.text) ||
    cutsNumber(first.text, second.text) ||
    (endsOpen(first.text) && !isAllCapitals(second.text)) ||
    (opensWithQuantity(second.text) && (context.interrupted || first.text.length > 60));
  if (context.firstIsHeading) {
    const bothCapitals = isAllCapitals(first.text) && isAllCapitals(second.text) && second.opener === null;
    return (
      (goesOn && !isAllCapitals(first.text)) ||
      (bothCapitals && !second.bold && first.opener?.kind === 'numbered' && first.text.length > 20)
    );
  }
  if (goesOn) return true;
  const number = /^\d/.test(second.text);
  if (context.interrupted) {
    if (isAllCapitals(second.text) && second.text.length > 12) return false;
    return !second.bold || second.text.length > 80;
  }
  return (
    number && /[\p{L},(/-]$/u.test(first.text) && !/^\d+\s*[.)]\s/.test(second.text) && first.text.length > 60
  );
}

/**
 * A footnote cut by the end of its page, until the next page is over: its rest stands there among the body, and begins
 * small where the body before it has ended.
 */
class CutFootnote {
  #note: Draft | null = null;
  #pages = 0;

  pass(draft: Draft): void {
    if (draft.afterPage) this.#pages++;
    if (this.#pages > 1) this.#note = null;
    if (draft.kind !== 'footnote') return;
    this.#note = isFinished(draft.text) ? null : draft;
    this.#pages = 0;
  }

  takes(draft: Draft, before: Draft | undefined): Draft | null {
    const isRest =
      this.#pages === 1 &&
      draft.kind === 'paragraph' &&
      draft.opener === null &&
      !draft.outside &&
      isLower(firstCharacter(draft.text)) &&
      before !== undefined &&
      isFinished(before.text);
    if (!isRest) return null;
    const note = this.#note;
    this.#note = null;
    return note;
  }
}

function append(first: Draft, draft: Draft): void {
  const [head, ...rest] = draft.spans;
  if (head !== undefined) first.spans.push({ ...head, before: 'join' }, ...rest);
  first.text = appended(first.text, draft.text);
}

/** Joins halves in place; gives the indexes of the drafts that remain. `openings` say which drafts open a section. */
export function joinHalves(drafts: readonly Draft[], openings: ReadonlyMap<number, OutlineNode>): number[] {
  const kept: number[] = [];
  let firstIndex = -1;
  let interrupted = false;
  const cut = new CutFootnote();
  drafts.forEach((draft, index) => {
    cut.pass(draft);
    if (draft.kind === 'footnote') {
      interrupted = true;
      kept.push(index);
      return;
    }
    const first = drafts[firstIndex];
    const note = cut.takes(draft, first);
    if (note !== null) {
      append(note, draft);
      return;
    }
    const opens = openings.get(firstIndex);
    const context: JoinContext = {
      interrupted: interrupted || draft.afterPage,
      firstIsHeading: first !== undefined && opens !== undefined && isHeading(first, opens),
      secondOpens: openings.has(index),
    };
    interrupted = false;
    if (first !== undefined && mayJoin(first, draft, context)) {
      append(first, draft);
      return;
    }
    kept.push(index);
    firstIndex = index;
  });
  return kept;
}

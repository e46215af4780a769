/** Where a printed number stands among the open sections: after its sibling, first of a new level, or nowhere. */
import { isAllCapitals } from './characters.ts';
import type { Draft } from './drafts.ts';
import { looksLikeHeading } from './headings.ts';
import { followsLetter } from './openers.ts';
import type { NumberedStyle, Numbering } from './openers.ts';
import type { OutlineNode } from './outline.ts';

/** A level stands only below levels of lower rank; letters and romans may stand either way round. */
const rank: Readonly<Record<NumberedStyle | 'unnumbered', number>> = {
  part: 0,
  appendix: 0,
  chapter: 1,
  division: 2,
  letter: 3,
  roman: 3,
  article: 4,
  unnumbered: 5,
  decimal: 6,
  bracket: 12,
  point: 13,
};

const levelOf = (style: OutlineNode['style'], depth: number): number =>
  rank[style] + (style === 'decimal' ? depth - 1 : 0);
const depthOf = (node: OutlineNode): number => node.numbering?.path.length ?? 1;

/** At most so many numbers may be missing before a heading is taken for a mere sentence. */
const GAP_MAX = 3;
/** Whether a section lies so deep that no heading under "#" stands inside it. */
export const levelBelowUnnumbered = (node: OutlineNode): boolean =>
  levelOf(node.style, depthOf(node)) > rank.unnumbered;

/** Knows which sequences of romans and letters go on: a lone "I. Newton …" begins a sentence and no section. */
export class LastSeconds {
  readonly #last = new Map<NumberedStyle, number>();

  constructor(private readonly drafts: readonly Draft[]) {
    drafts.forEach(({ opener, outside }, index) => {
      if (opener?.kind !== 'numbered' || outside) return;
      for (const { style, value } of opener.readings) if (value === 2) this.#last.set(style, index);
    });
  }

  /** The readings of a draft's number, without those that would open a sequence of one sentence. */
  firmReadings(index: number): readonly Numbering[] {
    const draft = this.drafts[index];
    if (draft?.opener?.kind !== 'numbered') return [];
    if (looksLikeHeading(draft) || draft.bold) return draft.opener.readings;
    return draft.opener.readings.filter(
      ({ style, value }) =>
        value !== 1 || !['roman', 'letter'].includes(style) || (this.#last.get(style) ?? -1) > index,
    );
  }
}

interface Placed {
  readonly numbering: Numbering;
  /** How many of the stack stay open above it. */
  readonly keep: number;
  readonly gap: number;
}

/** Null where the number fits nowhere: it is part of a sentence then. */
export function place(
  draft: Draft,
  readings: readonly Numbering[],
  stack: readonly OutlineNode[],
): Placed | null {
  for (const numbering of readings) {
    const keep = siblingOf(numbering, stack, (value, next) => isNext(numbering.style, value, next));
    if (keep !== null) return { numbering, keep, gap: 0 };
  }
  for (const numbering of readings) {
    const keep = asFirst(draft, numbering, stack);
    if (keep !== null) return { numbering, keep, gap: 0 };
  }
  for (const numbering of readings) {
    const gapMax = numbering.style === 'article' ? Infinity : GAP_MAX;
    const strong = isStrong(draft, numbering);
    if (!strong) continue;
    for (let keep = stack.length - 1; keep >= 0; keep--) {
      const node = stack[keep];
      if (node === undefined || !sameSequence(node, numbering)) continue;
      const step = numbering.value - (node.numbering?.value ?? 0);
      if (step > 1 && step - 1 <= gapMax) return { numbering, keep, gap: step - 1 };
      // The same number twice, or one that steps back: printed so, and a clerk should see it.
      if (step <= 0 && isFirmly(draft, numbering)) return { numbering, keep, gap: 0 };
      break;
    }
    if (
      ['part', 'chapter', 'division', 'appendix', 'article'].includes(numbering.style) ||
      (isFirmly(draft, numbering) && numbering.value <= 30)
    ) {
      if (!stack.some((node) => sameSequence(node, numbering))) {
        return {
          numbering,
          keep: keepBelow(numbering, stack),
          gap: numbering.path.length > 1 ? 0 : numbering.value - 1,
        };
      }
    }
  }
  return null;
}

const isStrong = (draft: Draft, numbering: Numbering): boolean =>
  looksLikeHeading(draft) || draft.bold || numbering.style === 'article' || numbering.style === 'point';

/** Certain to be a heading by its looks: a sentence is neither bold at its number nor in capitals. */
const isFirmly = (draft: Draft, numbering: Numbering): boolean =>
  draft.hashes > 0 ||
  draft.bold ||
  numbering.style === 'article' ||
  (isAllCapitals(draft.text) && draft.text.length > 6);

function isNext(style: NumberedStyle, value: number, next: number): boolean {
  return style === 'point' || style === 'letter' ? followsLetter(value, next) : next === value + 1;
}

function sameSequence(node: OutlineNode, numbering: Numbering): boolean {
  if (node.style !== numbering.style || node.numbering === null) return false;
  const { path } = node.numbering;
  if (path.length !== numbering.path.length) return false;
  return path.slice(0, -1).every((component, index) => component === numbering.path[index]);
}

/** Index in the stack of an open section whose number comes just before: the new one takes its place. */
function siblingOf(
  numbering: Numbering,
  stack: readonly OutlineNode[],
  isNextValue: (value: number, next: number) => boolean,
): number | null {
  for (let keep = stack.length - 1; keep >= 0; keep--) {
    const node = stack[keep];
    if (
      node?.numbering &&
      sameSequence(node, numbering) &&
      isNextValue(node.numbering.value, numbering.value)
    )
      return keep;
  }
  return null;
}

function asFirst(draft: Draft, numbering: Numbering, stack: readonly OutlineNode[]): number | null {
  if (numbering.value !== 1) return null;
  const { style, path } = numbering;
  if (style === 'decimal' && path.length > 1) {
    const above = path.slice(0, -1);
    for (let keep = stack.length; keep > 0; keep--) {
      const node = stack[keep - 1];
      if (node?.style === 'decimal' && samePath(node.numbering?.path ?? [], above)) return keep;
    }
    // "1.1." straight under "I.": its first component is the roman's own number.
    const keep = keepBelow(numbering, stack);
    const parent = stack[keep - 1]?.numbering;
    const fits = above.length === 1 && parent?.value === above[0];
    return fits || (looksLikeHeading(draft) && parent === undefined) || isFirmly(draft, numbering)
      ? keep
      : null;
  }
  const same = stack.findLastIndex((node) => sameSequence(node, numbering));
  if (same !== -1 && style === 'decimal' && stack[same + 1]?.style !== 'unnumbered') {
    // Counting anew inside a numbered paragraph that introduces a list: "3. … nhiệm vụ trọng tâm:" and "1. …".
    const nested = stack.findIndex((node) => sameSequence(node, numbering)) !== same;
    return nested ? same : stack.length;
  }
  return keepBelow(numbering, stack);
}

const samePath = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((component, index) => component === b[index]);

function keepBelow(numbering: Numbering, stack: readonly OutlineNode[]): number {
  const level = levelOf(numbering.style, numbering.path.length);
  let keep = stack.length;
  while (keep > 0) {
    const node = stack[keep - 1];
    if (
      node === undefined ||
      levelOf(node.style, depthOf(node)) < level ||
      standsEitherWay(node, numbering, stack)
    )
      break;
    keep--;
  }
  return keep;
}

/** Letters and romans hold each other, and an article of a resolution may hold a whole plan: "Điều 1 … I. … II. …". */
function standsEitherWay(node: OutlineNode, numbering: Numbering, stack: readonly OutlineNode[]): boolean {
  const pair =
    (node.style === 'letter' && numbering.style === 'roman') ||
    (node.style === 'roman' && numbering.style === 'letter') ||
    (node.style === 'article' && ['roman', 'letter'].includes(numbering.style));
  return pair && !stack.some(({ style }) => style === numbering.style);
}

/**
 * Which numbers open a section. A printed number counts only where it fits: the next of its sequence, or the first of a
 * new level. "5.000 người" or a stray "41/" at a paragraph's start opens nothing.
 */
import { isAllCapitals, isFinished } from './characters.ts';
import type { Draft } from './drafts.ts';
import { isOffice } from './layout.ts';
import { followsLetter, rankStyles, readGenre } from './openers.ts';
import type { NumberedStyle, Numbering } from './openers.ts';

export interface OutlineNode {
  readonly style: NumberedStyle | 'unnumbered';
  readonly numbering: Numbering | null;
  readonly parent: OutlineNode | null;
  /** Index of the draft that opens it. */
  readonly draft: number;
  /** Numbers left out before this one. */
  readonly gap: number;
}

export interface Outline {
  /** By draft index: the section that the draft opens. */
  readonly openings: ReadonlyMap<number, OutlineNode>;
  /** In order of their drafts. */
  readonly nodes: readonly OutlineNode[];
}

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
/** A numbered line up to here may be a heading; a longer one is a paragraph. */
export const HEADING_CHARS_MAX = 180;

/** Looks like a heading whatever its number: "#", bold, in capitals, or short and without a full stop. */
export function looksLikeHeading(draft: Pick<Draft, 'text' | 'hashes' | 'bold'>): boolean {
  if (draft.hashes > 0) return draft.text.length <= 400;
  if (isAllCapitals(draft.text)) return draft.text.length <= 400;
  return draft.text.length <= HEADING_CHARS_MAX && !/[.;,]["”]?$/.test(draft.text);
}

export function findOutline(drafts: readonly Draft[]): Outline {
  const openings = new Map<number, OutlineNode>();
  const nodes: OutlineNode[] = [];
  let stack: OutlineNode[] = [];
  let awaitsTitle = false;
  // Articles count on through chapters and parts, up to the signature.
  let article = 0;
  let afterTail = false;

  const open = (node: OutlineNode, keep: number): void => {
    stack = [...stack.slice(0, keep), node];
    openings.set(node.draft, node);
    nodes.push(node);
  };

  drafts.forEach((draft, index) => {
    if (draft.kind === 'footnote' || draft.kind === 'cell') return;
    if (draft.outside) {
      // What follows a signature is another text: an attached regulation counts from 1 again.
      if (draft.kind === 'signature' || draft.kind === 'recipients') {
        stack = [];
        article = 0;
        afterTail = true;
      }
      return;
    }
    const titled = awaitsTitle;
    awaitsTitle = false;
    const isAttachment = afterTail && draft.kind === 'paragraph' && readGenre(draft.text)?.rest === '';
    afterTail = false;
    if (isAttachment) {
      const numbering: Numbering = {
        style: 'appendix',
        value: 1,
        printed: draft.text,
        path: [1],
        length: draft.text.length,
      };
      open({ style: 'appendix', numbering, parent: null, draft: index, gap: 0 }, 0);
      awaitsTitle = true;
      return;
    }
    if (draft.opener?.kind === 'numbered') {
      const found = place(draft, draft.opener.readings, stack);
      if (found !== null) {
        const { numbering, keep } = found;
        const isArticle = numbering.style === 'article';
        const gap = isArticle ? Math.max(0, numbering.value - article - 1) : found.gap;
        if (isArticle) article = numbering.value;
        if (numbering.style === 'appendix') article = 0;
        open({ style: numbering.style, numbering, parent: stack[keep - 1] ?? null, draft: index, gap }, keep);
        const isRank = rankStyles.includes(numbering.style);
        awaitsTitle = isRank && draft.text.length <= numbering.length;
        return;
      }
    }
    if (titled && isTitleLine(draft)) return;
    if (isUnnumberedHeading(draft)) {
      let keep = stack.length;
      while (keep > 0 && keepsNot(stack[keep - 1], draft)) keep--;
      open(
        { style: 'unnumbered', numbering: null, parent: stack[keep - 1] ?? null, draft: index, gap: 0 },
        keep,
      );
    }
  });
  return { openings, nodes };
}

/** The line below "Phần thứ nhất" or "Chương I" that names it. */
export const isTitleLine = (draft: Draft): boolean =>
  draft.kind === 'paragraph' &&
  draft.opener === null &&
  (isAllCapitals(draft.text) || draft.text.length <= 300) &&
  !/[.;:]$/.test(draft.text);

function keepsNot(node: OutlineNode | undefined, draft: Draft): boolean {
  if (node === undefined || node.style === 'unnumbered') return true;
  // An unnumbered heading in capitals or with few "#" does not stand inside a mere numbered paragraph.
  return draft.hashes > 0 ? levelOf(node.style, depthOf(node)) > rank.unnumbered : false;
}

/** A heading without a number: under "#", or a short line all bold or in capitals. */
function isUnnumberedHeading(draft: Draft): boolean {
  if (draft.kind !== 'paragraph' || draft.opener?.kind === 'addressee') return false;
  if (draft.hashes > 0) return draft.text.length <= 300;
  if (
    draft.text.length < 4 ||
    draft.text.length > 160 ||
    /[.;,:]$/.test(draft.text) ||
    !/\p{L}{2}/u.test(draft.text)
  )
    return false;
  return isAllCapitals(draft.text) && draft.opener === null && !isOffice(draft.text);
}

interface Placed {
  readonly numbering: Numbering;
  /** How many of the stack stay open above it. */
  readonly keep: number;
  readonly gap: number;
}

function place(draft: Draft, readings: readonly Numbering[], stack: readonly OutlineNode[]): Placed | null {
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

function standsEitherWay(node: OutlineNode, numbering: Numbering, stack: readonly OutlineNode[]): boolean {
  const pair =
    (node.style === 'letter' && numbering.style === 'roman') ||
    (node.style === 'roman' && numbering.style === 'letter');
  return pair && !stack.some(({ style }) => style === numbering.style);
}

/** Whether a draft that opens a section is its heading, and not a paragraph with a number. */
export function isHeading(draft: Draft, node: OutlineNode): boolean {
  if (node.style === 'unnumbered' || draft.hashes > 0) return true;
  if (!looksLikeHeading(draft)) return false;
  if (node.style === 'point')
    return draft.text.length <= 100 && !isFinished(draft.text) && !draft.text.endsWith(',');
  // "1. Tổng thu: 9.550 tỷ đồng" says something; a heading only names it.
  const mayState = ['decimal', 'bracket'].includes(node.style);
  if (mayState && /:\s+\S/.test(draft.text) && !isAllCapitals(draft.text)) return false;
  return isAllCapitals(draft.text) || !isFinished(draft.text) || draft.text.length <= 120;
}

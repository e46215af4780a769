/**
 * Which numbers open a section. A printed number counts only where it fits: the next of its sequence, or the first of a
 * new level. "5.000 người" or a stray "41/" at a paragraph's start opens nothing.
 */
import type { Draft } from './drafts.ts';
import { isHeading, isTitleLine, isUnnumberedHeading } from './headings.ts';
import { rankStyles, readGenre } from './openers.ts';
import type { NumberedStyle, Numbering } from './openers.ts';
import { levelBelowUnnumbered, LastSeconds, place } from './placement.ts';
import { findQuoted } from './quotations.ts';

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

export function findOutline(drafts: readonly Draft[]): Outline {
  const openings = new Map<number, OutlineNode>();
  const nodes: OutlineNode[] = [];
  let stack: OutlineNode[] = [];
  let awaitsTitle = false;
  // Articles count on through chapters and parts, up to the signature.
  let article = 0;
  let afterTail = false;
  const quoted = findQuoted(drafts);
  const seconds = new LastSeconds(drafts);

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
    if (quoted.has(index)) return;
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
      const found = place(draft, seconds.firmReadings(index), stack);
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
      const keep = keepAbove(draft, stack, drafts);
      open(
        { style: 'unnumbered', numbering: null, parent: stack[keep - 1] ?? null, draft: index, gap: 0 },
        keep,
      );
    }
  });
  return { openings, nodes };
}

/** How many open sections an unnumbered heading stands in. */
function keepAbove(draft: Draft, stack: readonly OutlineNode[], drafts: readonly Draft[]): number {
  const isMarked = draft.hashes > 0;
  // Of two headings in capitals the later one stands beside the earlier, whatever was numbered between.
  const sibling = stack.findIndex(
    (node) => !isMarked && node.style === 'unnumbered' && drafts[node.draft]?.hashes === 0,
  );
  if (sibling !== -1) return sibling;
  let keep = stack.length;
  for (; keep > 0; keep--) {
    const node = stack[keep - 1];
    const opener = node === undefined ? undefined : drafts[node.draft];
    if (node === undefined || opener === undefined) continue;
    if (isMarked && opener.hashes > 0) {
      if (opener.hashes < draft.hashes) break;
    } else if (node.style === 'unnumbered') continue;
    else if (isMarked ? !levelBelowUnnumbered(node) : !isMereParagraph(node, opener)) break;
  }
  return keep;
}

/** A numbered paragraph that is no heading: "3) Hỗ trợ học phí." holds no heading. */
const isMereParagraph = (node: OutlineNode, opener: Draft): boolean =>
  ['decimal', 'bracket', 'point'].includes(node.style) && !isHeading(opener, node);

/**
 * The outline with its run-in headings, and the section that each piece of the body belongs to. Pieces are drafts with
 * their final text, in reading order, footnotes left out.
 */
import type { Mark, Section } from '../contract/briefing.ts';
import { firstWords } from './characters.ts';
import type { Draft } from './drafts.ts';
import { isEnacting, isHeading, isTitleLine } from './headings.ts';
import { nameSections, numberedParent } from './naming.ts';
import { rankStyles } from './openers.ts';
import type { OutlineNode } from './outline.ts';

export interface Piece {
  readonly draft: Draft;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Depth of a list item, else 0. */
  readonly depth: number;
  /** Source offset of its first character. */
  readonly start: number;
  /** The section that its number or "#" opens. */
  readonly opens: OutlineNode | null;
}

export interface Sectioned {
  readonly sections: readonly Section[];
  /** By index of the piece: its innermost section, its nearest numbered one, and whether it is that one's heading. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly section: Section | null;
  readonly numbered: Section | null;
  readonly opensNumbered: boolean;
  readonly isHeading: boolean;
  /** The title line below "Phần thứ nhất". */
  readonly isTitle: boolean;
}

/** A run-in title up to here; longer text before a colon is a sentence. */
const RUN_IN_CHARS_MAX = 90;
const RUN_IN_BOLD_CHARS_MAX = 140;
const TITLE_CHARS_MAX = 60;

/** Title of a bold opening that ends in a colon: "**Nông nghiệp:** …" or "**Nông nghiệp**: …". */
function boldLead(piece: Piece, from = 0): string | null {
  const bold = piece.marks.find((mark) => mark.kind === 'bold' && mark.start <= from + 1 && mark.end > from);
  if (bold === undefined || bold.end - from > RUN_IN_BOLD_CHARS_MAX) return null;
  const inside = piece.text.slice(from, bold.end).trim();
  const colon = inside.indexOf(':');
  if (colon === inside.length - 1 && colon > 0) return inside.slice(0, -1).trim();
  return colon === -1 && /^\s*:/.test(piece.text.slice(bold.end)) ? inside : null;
}

/** Words before a colon, short enough for a title and not a sentence: "Lĩnh vực Tài nguyên Môi trường: …". */
function plainLead(text: string): string | null {
  const colon = text.slice(0, RUN_IN_CHARS_MAX + 1).indexOf(':');
  const lead = colon > 0 ? text.slice(0, colon).trim() : '';
  return lead !== '' && !/[.;?!]/.test(lead) && /\S/.test(text.slice(colon + 1)) ? lead : null;
}

const isRunInKind = ({ draft }: Piece): boolean => draft.kind === 'item' || draft.kind === 'paragraph';

/** Run-in titles by piece index: bold ones, and plain ones that stand in a row with bold ones. */
function findRunIns(pieces: readonly Piece[], owners: readonly (OutlineNode | null)[]): Map<number, string> {
  const titles = new Map<number, string>();
  const rows = new Map<OutlineNode | null, Set<number>>();
  pieces.forEach((piece, index) => {
    if (piece.opens !== null || !isRunInKind(piece) || piece.draft.outside) return;
    const lead = boldLead(piece);
    if (lead === null || isEnacting(lead)) return;
    titles.set(index, lead);
    if (piece.draft.kind !== 'item') return;
    const owner = owners[index] ?? null;
    const row = rows.get(owner) ?? new Set();
    rows.set(owner, row.add(piece.depth));
  });
  pieces.forEach((piece, index) => {
    if (piece.opens !== null || piece.draft.kind !== 'item' || titles.has(index)) return;
    if (rows.get(owners[index] ?? null)?.has(piece.depth) !== true) return;
    const lead = plainLead(piece.text);
    if (lead !== null) titles.set(index, lead);
  });
  return titles;
}

/** Pieces whose index is in `closing` are the document's last words and belong to no section. */
export function sectionPieces(
  pieces: readonly Piece[],
  closing: ReadonlySet<number>,
  sourceLength: number,
): Sectioned {
  const owners: (OutlineNode | null)[] = [];
  let owner: OutlineNode | null = null;
  pieces.forEach((piece, index) => {
    if (piece.opens !== null) owner = piece.opens;
    if (piece.draft.outside) owner = null;
    owners.push(piece.draft.outside || closing.has(index) ? null : owner);
  });
  const runIns = findRunIns(pieces, owners);
  const nodes: OutlineNode[] = [];
  const opened: (OutlineNode | null)[] = [];
  const innermost: (OutlineNode | null)[] = [];
  let open: { node: OutlineNode; depth: number }[] = [];
  pieces.forEach((piece, index) => {
    const node = owners[index] ?? null;
    const title = closing.has(index) ? undefined : runIns.get(index);
    let opens = piece.opens !== null && node !== null ? piece.opens : null;
    if (opens !== null || piece.draft.outside || closing.has(index)) open = [];
    if (title !== undefined && opens === null) {
      open = open.filter(({ depth }) => depth < piece.depth);
      const parent: OutlineNode | null = open[open.length - 1]?.node ?? node;
      opens = { style: 'unnumbered', numbering: null, parent, draft: index, gap: 0 };
      open.push({ node: opens, depth: piece.depth });
    }
    if (opens !== null) nodes.push(opens);
    opened.push(opens);
    innermost.push(opens ?? open[open.length - 1]?.node ?? node);
  });
  return describe(pieces, { nodes, opened, innermost, runIns, sourceLength });
}

interface Assigned {
  readonly nodes: readonly OutlineNode[];
  readonly opened: readonly (OutlineNode | null)[];
  readonly innermost: readonly (OutlineNode | null)[];
  readonly runIns: ReadonlyMap<number, string>;
  readonly sourceLength: number;
}

function describe(pieces: readonly Piece[], assigned: Assigned): Sectioned {
  const { nodes, opened, innermost, runIns } = assigned;
  const names = nameSections(nodes);
  const ends = sectionEnds(pieces, assigned);
  const sections = new Map<OutlineNode, Section>();
  const titleLines = new Set<number>();
  opened.forEach((node, index) => {
    const name = node === null ? undefined : names.get(node);
    const piece = pieces[index];
    if (node === null || name === undefined || piece === undefined) return;
    const next = pieces[index + 1];
    const isRank = rankStyles.some((style) => style === node.style);
    const own = runIns.get(index) ?? titleOf(piece, node);
    let title = own;
    if (own === '' && next !== undefined && opened[index + 1] === null && innermost[index + 1] === node) {
      title =
        isRank && isTitleLine(next.draft)
          ? withoutRefs(next)
          : firstWords(withoutRefs(next), TITLE_CHARS_MAX);
      if (isRank && isTitleLine(next.draft)) titleLines.add(index + 1);
    }
    const parent = node.parent === null ? null : (names.get(node.parent)?.id ?? null);
    sections.set(node, {
      id: name.id,
      kind: name.kind,
      number: name.number,
      label: name.label === '' ? title : name.label,
      title: title || name.label || piece.text,
      parent,
      start: piece.start,
      end: ends.get(node) ?? assigned.sourceLength,
    });
  });
  const places = pieces.map((piece, index): Place => {
    const node = innermost[index] ?? null;
    const numberedNode = node?.numbering === null ? numberedParent(node) : node;
    const opensNumbered = opened[index]?.numbering != null;
    return {
      section: node === null ? null : (sections.get(node) ?? null),
      numbered: numberedNode === null ? null : (sections.get(numberedNode) ?? null),
      opensNumbered,
      isHeading:
        titleLines.has(index) ||
        (opened[index] === piece.opens && piece.opens !== null && isHeading(piece.draft, piece.opens)),
      isTitle: titleLines.has(index),
    };
  });
  return { sections: nodes.flatMap((node) => sections.get(node) ?? []), places };
}

/** Where each section ends: at the next one that is not inside it, or where the sections are over. */
function sectionEnds(
  pieces: readonly Piece[],
  { opened, innermost, sourceLength }: Assigned,
): Map<OutlineNode, number> {
  const ends = new Map<OutlineNode, number>();
  let open: OutlineNode[] = [];
  const close = (keep: (node: OutlineNode) => boolean, at: number): void => {
    while (open.length > 0) {
      const node = open[open.length - 1];
      if (node === undefined || keep(node)) break;
      ends.set(node, at);
      open.pop();
    }
  };
  pieces.forEach((piece, index) => {
    const node = opened[index] ?? null;
    if (node !== null) {
      close((above) => above === node.parent, piece.start);
      open.push(node);
    } else if (innermost[index] === null) close(() => false, piece.start);
  });
  close(() => false, sourceLength);
  open = [];
  return ends;
}

function titleOf(piece: Piece, node: OutlineNode): string {
  const from = node.numbering?.length ?? 0;
  const lead = boldLead(piece, from);
  if (lead !== null) return lead;
  const words = withoutRefs(piece, from);
  if (isHeading(piece.draft, node)) return words.replace(/[\s.:]+$/, '');
  const short = node.style === 'point' ? null : plainLead(words);
  return short !== null && short.length <= TITLE_CHARS_MAX ? short : firstWords(words, TITLE_CHARS_MAX);
}

/** The text from an offset on, without the digits of footnote references. */
function withoutRefs({ text, marks }: Piece, from = 0): string {
  let out = '';
  let at = from;
  for (const mark of marks) {
    if (mark.kind !== 'footnote-ref' || mark.start < at) continue;
    out += text.slice(at, mark.start);
    at = mark.end;
  }
  return (out + text.slice(at)).trim();
}

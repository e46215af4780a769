/**
 * Source text → document: the whole compiler as one pure function. Nothing here knows any particular report; what is
 * known about one arrives as curation.
 */
import type {
  Block,
  CompiledDocument,
  Problem,
  Section,
  Separator,
  SourceRange,
} from '../contract/briefing.ts';
import { Addresses } from './addresses.ts';
import { findClosing } from './closing.ts';
import { applyCorrections, noCuration } from './corrections.ts';
import type { Curation } from './corrections.ts';
import { makeDrafts } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { findFurtherParagraphs, findReferences } from './footnotes.ts';
import { identify } from './identity.ts';
import { settleDrafts } from './ingredients.ts';
import type { Ingredient } from './ingredients.ts';
import { Ink } from './ink.ts';
import { joinHalves } from './joins.ts';
import { measureLayout } from './layout.ts';
import { itemDepths } from './lists.ts';
import { markSources, marksOf } from './marks.ts';
import type { MarkSources } from './marks.ts';
import { pairFootnotes } from './notes.ts';
import type { NoteBlock, RefPlace } from './notes.ts';
import { findOutline } from './outline.ts';
import { readPlainNotes } from './plain-notes.ts';
import { scan } from './scan.ts';
import { sectionPieces } from './sections.ts';
import type { Piece, Place } from './sections.ts';
import { rawText, SourceMap } from './source-map.ts';

/** Never throws, whatever the text; every character of it is in exactly one block source or separator. */
export function compile(source: string, curation: Curation = noCuration): CompiledDocument {
  const ink = new Ink(source);
  const { emphases, ...scanned } = scan(ink);
  const { lines, raised } = readPlainNotes(source, scanned.lines, scanned.raised);
  const drafts = makeDrafts(lines, measureLayout(lines));
  const references = findReferences({
    source,
    raised,
    footnotes: drafts.filter((draft) => draft.kind === 'footnote'),
  });
  const owners = claimFurtherParagraphs(drafts, findFurtherParagraphs(drafts, references));
  const { openings } = findOutline(drafts);
  const kept = joinHalves(drafts, openings);
  const ingredients = settleDrafts(
    ink,
    kept.map((index) => getAt(drafts, index)),
  );
  const separators = ink.separators();
  const reader = new Reader(source, separators, markSources(emphases, references));
  const shown = kept
    .map((index, at): Shown => ({
      index,
      ...reader.read(getAt(ingredients, at)),
      opens: openings.get(index) ?? null,
    }))
    .filter((piece) => piece.sources.length > 0);
  const body = shown.filter((piece) => piece.draft.kind !== 'footnote');
  const { blocks: bodyBlocks, sections } = bodyOf(body, source.length);
  const notes = footnotesOf(shown, owners);
  const blocks = [...bodyBlocks, ...notes.map((note) => note.block)];
  const maps = new Locator(blocks, [...body, ...notes.map((note) => note.piece)]);
  const refs = refPlaces(references, maps);
  const { footnotes, problems: noteProblems } = pairFootnotes(
    notes.filter((note) => note.isFirst).sort((a, b) => a.start - b.start),
    refs,
  );
  const document = identify(frontOf(blocks), source);
  const { corrections, problems } = applyCorrections(source, document.title, curation, (offset) =>
    maps.at(offset),
  );
  return {
    document,
    sections,
    blocks,
    footnotes: [...footnotes].sort((a, b) => a.number - b.number),
    corrections,
    separators,
    problems: inSourceOrder([...noteProblems, ...gapProblems(body, sections), ...problems]),
  };
}

/** A piece with what its block is made of. `index` is that of its draft. */
interface Shown extends Piece {
  readonly index: number;
  readonly sources: readonly SourceRange[];
  readonly marker: string | null;
  readonly map: SourceMap;
}

/** Gives drafts their text, marks and maps. */
class Reader {
  constructor(
    private readonly source: string,
    private readonly separators: readonly Separator[],
    private readonly marks: MarkSources,
  ) {}

  read({ draft, sources, marker }: Ingredient): Omit<Shown, 'index' | 'opens'> {
    const text = rawText(this.source, sources, this.separators).normalize('NFC');
    const map = new SourceMap(this.source, { sources, text }, this.separators);
    const marks = marksOf(sources, this.marks, (offset, side) => map.toBlock(offset, side));
    return { draft, sources, marker, text, map, marks, depth: 0, start: sources[0]?.start ?? 0 };
  }
}

/** Turns paragraphs that belong to a footnote into footnote drafts; gives their footnote's draft index. */
function claimFurtherParagraphs(
  drafts: Draft[],
  further: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  for (const index of further.keys()) {
    const draft = getAt(drafts, index);
    drafts[index] = { ...draft, kind: 'footnote', note: null };
  }
  return further;
}

function bodyOf(
  shown: readonly Shown[],
  sourceLength: number,
): { blocks: Block[]; sections: readonly Section[] } {
  const depths = itemDepths(shown.map((piece) => piece.draft));
  const pieces = shown.map((piece, index): Shown => ({ ...piece, depth: depths[index] ?? 0 }));
  const closing = findClosing(pieces);
  const { sections, places } = sectionPieces(pieces, closing, sourceLength);
  const addresses = new Addresses(sections.some((section) => section.number !== null));
  const blocks = pieces.map((piece, index): Block => {
    const place = getAt(places, index);
    const kind = kindOf(piece, place);
    return {
      id: `b${index + 1}`,
      kind,
      section: place.section?.id ?? null,
      address: addresses.ofBody(piece.draft, kind, place, closing.has(index)),
      text: piece.text,
      marks: piece.marks,
      item: piece.marker === null ? null : { marker: piece.marker, depth: piece.depth },
      cell: piece.draft.cell,
      sources: piece.sources,
    };
  });
  return { blocks, sections };
}

function kindOf({ draft }: Piece, place: Place): Block['kind'] {
  if (draft.kind !== 'paragraph') return draft.kind;
  return place.isHeading ? 'heading' : 'paragraph';
}

interface ShownNote extends NoteBlock {
  readonly piece: Shown;
  readonly isFirst: boolean;
}

/** Footnotes in order of their numbers, further paragraphs behind their footnote. */
function footnotesOf(shown: readonly Shown[], owners: ReadonlyMap<number, number>): ShownNote[] {
  const addresses = new Addresses(true);
  const paragraphs = new Map<number, Shown[]>();
  for (const piece of shown) {
    if (piece.draft.kind !== 'footnote') continue;
    const first = owners.get(piece.index) ?? piece.index;
    paragraphs.set(first, [...(paragraphs.get(first) ?? []), piece]);
  }
  const groups = [...paragraphs.values()].map((group) => ({
    group,
    number: group[0]?.draft.note?.value ?? 0,
  }));
  groups.sort((a, b) => a.number - b.number);
  const occurrences = new Map<number, number>();
  return groups.flatMap(({ group, number }) => {
    const occurrence = (occurrences.get(number) ?? 0) + 1;
    occurrences.set(number, occurrence);
    return group.map((piece, index): ShownNote => {
      const id = `fn${number}${occurrence === 1 ? '' : `.${occurrence}`}${index === 0 ? '' : `-${index + 1}`}`;
      const block: Block = {
        id,
        kind: 'footnote',
        section: null,
        address: addresses.ofFootnote(number, index + 1, occurrence),
        text: piece.text,
        marks: piece.marks,
        item: null,
        cell: null,
        sources: piece.sources,
      };
      return {
        number,
        block,
        piece,
        isFirst: index === 0,
        start: piece.start,
        end: piece.sources[0]?.end ?? piece.start,
      };
    });
  });
}

/** Finds the block that holds a source offset. */
class Locator {
  readonly #ranges: (SourceRange & { readonly block: Block; readonly map: SourceMap })[];

  constructor(blocks: readonly Block[], pieces: readonly Shown[]) {
    this.#ranges = blocks
      .flatMap((block, index) =>
        block.sources.map((range) => ({ ...range, block, map: getAt(pieces, index).map })),
      )
      .sort((a, b) => a.start - b.start);
  }

  at(offset: number): { block: Block; toBlock: (offset: number, side: 'start' | 'end') => number } | null {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle]?.end ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    const range = this.#ranges[low];
    if (range === undefined || range.start > offset) return null;
    return { block: range.block, toBlock: (at, side) => range.map.toBlock(at, side) };
  }
}

function refPlaces(
  references: readonly { start: number; end: number; number: number }[],
  blocks: Locator,
): RefPlace[] {
  return references.flatMap(({ start, end, number }): RefPlace[] => {
    const found = blocks.at(start);
    if (found === null) return [];
    const { block, toBlock } = found;
    const range = { block: block.id, start: toBlock(start, 'start'), end: toBlock(end, 'end') };
    return [{ number, range, start, end, inFootnote: block.kind === 'footnote' }];
  });
}

/** "Phụ lục 01" says little without the title below it. */
function firstWordsOf([first, second]: readonly Block[]): string {
  const isSplit = first?.kind === 'heading' && second?.kind === 'heading' && first.section === second.section;
  return isSplit ? `${first.text}. ${second.text}` : (first?.text ?? '');
}

/** Among so many first and last paragraphs the issuer is looked for by its whole name. */
const SPOKEN_MAX = 400;
const CLOSING_MAX = 4;

/** What precedes the body tells who writes; an attached text's own letterhead says nothing about that. */
function frontOf(blocks: readonly Block[]): Parameters<typeof identify>[0] {
  const texts = (kind: Block['kind'], among = blocks): string[] =>
    among.filter((block) => block.kind === kind).map((block) => block.text);
  const isFront = ({ kind }: Block): boolean => ['letterhead', 'title', 'addressee'].includes(kind);
  const bodyAt = blocks.findIndex((block) => !isFront(block));
  const spoken = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
    .map(({ text }) => text);
  return {
    opening: spoken.slice(0, SPOKEN_MAX),
    closing: spoken.slice(-CLOSING_MAX),
    letterhead: texts('letterhead', bodyAt === -1 ? blocks : blocks.slice(0, bodyAt)),
    title: texts('title'),
    addressee: texts('addressee'),
    signature: texts('signature'),
    first: firstWordsOf(blocks),
  };
}

function gapProblems(pieces: readonly Piece[], sections: readonly Section[]): Problem[] {
  const labels = new Map(sections.map((section) => [section.start, section.label]));
  return pieces.flatMap(({ opens, start, text }): Problem[] => {
    const label = labels.get(start);
    if (opens === null || opens.gap === 0 || label === undefined) return [];
    const message = `${label}: số thứ tự nhảy, thiếu ${opens.gap} số trước mục này. Hãy xem lại bản gốc.`;
    return [
      {
        code: 'numbering-gap',
        message,
        start,
        end: start + Math.min(text.length, opens.numbering?.length ?? 0),
      },
    ];
  });
}

function inSourceOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || 0);
}

function getAt<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}

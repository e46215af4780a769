/** The open report: finding blocks, sections, footnotes and corrections in it. Nothing here changes while it is open. */
import type {
  Block,
  BlockRange,
  BriefingDocument,
  BriefingView,
  Correction,
  Footnote,
  Section,
} from '../../src-main/contract/briefing.ts';
import { foldWords } from '../../src-main/contract/fold.ts';
import { sentences } from '../../src-main/contract/sentences.ts';
import { Positions } from '../../src-main/contract/positions.ts';
import type { DocumentRange } from './selection.ts';

export class Report {
  readonly positions: Positions;
  readonly document: BriefingDocument;
  readonly sections: readonly Section[];
  /** Sections that the outline shows: all but run-in headings. */
  readonly outline: readonly Section[];
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  readonly corrections: readonly Correction[];
  readonly correctionsByBlock: ReadonlyMap<string, readonly Correction[]>;
  readonly #sentences = new Map<string, readonly number[]>();
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #footnotes: ReadonlyMap<number, Footnote>;

  constructor(readonly view: BriefingView) {
    ({
      document: this.document,
      sections: this.sections,
      blocks: this.blocks,
      footnotes: this.footnotes,
      corrections: this.corrections,
    } = view);
    this.positions = new Positions(view.blocks);
    this.outline = view.sections.filter(({ kind }) => kind !== 'run-in');
    this.#blocks = new Map(view.blocks.map((block) => [block.id, block]));
    this.#sections = new Map(view.sections.map((section) => [section.id, section]));
    // Of footnotes that share a number the first one is meant.
    this.#footnotes = new Map([...view.footnotes].reverse().map((footnote) => [footnote.number, footnote]));
    this.correctionsByBlock = Map.groupBy(view.corrections, ({ block }) => block);
  }

  blockOf(id: string | null): Block | null {
    return (id === null ? null : this.#blocks.get(id)) ?? null;
  }

  sectionOf(id: string | null): Section | null {
    return (id === null ? null : this.#sections.get(id)) ?? null;
  }

  footnoteOf(number: number | null): Footnote | null {
    return (number === null ? null : this.#footnotes.get(number)) ?? null;
  }

  /** A name for the sentence that an offset of a block lies in: two places in one sentence have the same. */
  sentenceAt(blockId: string, offset: number): string {
    let starts = this.#sentences.get(blockId);
    if (starts === undefined) {
      starts = sentences(this.blockOf(blockId)?.text ?? '').map(({ start }) => start);
      this.#sentences.set(blockId, starts);
    }
    return `${blockId}:${starts.findLast((start) => start <= offset) ?? 0}`;
  }

  /** The place that points to a footnote's block; null for other blocks, and where nothing does. */
  refOf(blockId: string): BlockRange | null {
    return this.footnotes.find(({ block }) => block === blockId)?.ref ?? null;
  }

  /** The outline section around a block. A footnote stands where it is pointed to. */
  outlineSectionOf(blockId: string | null): Section | null {
    const block = this.blockOf(blockId);
    if (block?.kind === 'footnote') {
      const ref = this.refOf(block.id);
      return ref === null || ref.block === block.id ? null : this.outlineSectionOf(ref.block);
    }
    let section = this.sectionOf(block?.section ?? null);
    while (section?.kind === 'run-in') section = this.sectionOf(section.parent);
    return section;
  }

  /** The section and those around it, outermost first. */
  wayTo(section: Section | null): readonly Section[] {
    const way: Section[] = [];
    for (let at = section; at !== null; at = this.sectionOf(at.parent)) way.unshift(at);
    return way;
  }

  /** Its first block, or that of the first section in it. */
  firstBlockOf(section: Section): Block | null {
    const inside = new Set([section.id]);
    for (const { id, parent } of this.sections) if (parent !== null && inside.has(parent)) inside.add(id);
    return this.blocks.find((block) => block.section !== null && inside.has(block.section)) ?? null;
  }

  /** Document offset at which a section begins; -1 for none, so that it sorts first. */
  startOf(sectionId: string | null): number {
    const section = this.sectionOf(sectionId);
    const first = section === null ? null : this.firstBlockOf(section);
    return first === null ? -1 : (this.positions.toDocument(first.id, 0) ?? -1);
  }

  /** "Mục II.1.1"; the genre of the document for what stands in no section. */
  labelOf(sectionId: string | null): string {
    return this.sectionOf(sectionId)?.label ?? this.document.genre ?? '';
  }

  /** Block that a document offset lies in. */
  blockAt(documentOffset: number): string | null {
    return this.positions.toBlocks(documentOffset, documentOffset + 1)[0]?.block ?? null;
  }

  /** Address of a document range: that of the block it begins in. */
  addressOf(range: DocumentRange): string {
    return this.blockOf(this.blockAt(range.start))?.address ?? this.document.title;
  }

  /** Document range of a whole block; null for one that is not in this report. */
  rangeOf(block: Block | null): DocumentRange | null {
    const start = block === null ? null : this.positions.toDocument(block.id, 0);
    return block === null || start === null ? null : { start, end: start + block.text.length };
  }

  /** The line that names the genre ("BÁO CÁO"): it stands alone above the title. */
  isGenre(block: Block): boolean {
    return block.kind === 'title' && foldWords(block.text) === foldWords(this.document.genre ?? '');
  }

  /** HTML element of a block: heading level by depth in the outline; parts and chapters are captions (h2). */
  tagOf(block: Block): string {
    if (block.kind === 'title') return this.isGenre(block) ? 'p' : 'h1';
    const section = this.sectionOf(block.section);
    if (block.kind !== 'heading' || section === null) return 'p';
    if (section.kind === 'part' || section.kind === 'chapter') return 'h2';
    const around = this.wayTo(section).filter(({ kind }) => kind !== 'part' && kind !== 'chapter');
    return `h${Math.min(2 + around.length, 6)}`;
  }
}

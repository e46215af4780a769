/** Marks on the text: what is selected or touched, and what one does with it. */
import { quoteWithCitation } from '../../src-main/contract/citation.ts';
import type { Annotation, Colour } from '../../src-main/contract/delegate.ts';
import { messages as m } from '../../src-main/contract/messages.ts';
import type { Client } from '../../src-main/contract/methods.ts';
import { anchor, describe, type Placement } from '../../src-main/contract/selector.ts';
import { sentences } from '../../src-main/contract/sentences.ts';
import type { NotebookState } from './notebook.svelte.ts';
import type { Page } from './page.svelte.ts';
import type { Report } from './report.ts';
import { documentRange, domRange, type DocumentRange } from './selection.ts';
import type { Toaster } from './toast.svelte.ts';

/** A highlight and where it lies in this revision. */
export interface Marked {
  readonly annotation: Annotation;
  readonly placement: Placement;
}

/** While the pointer drags, the toolbar would jump about: it waits until the selection rests. */
const REST_MS = 120;

export class Marking {
  /** What is selected in the article, and where on screen. */
  selected = $state.raw<{ readonly range: DocumentRange; readonly box: DOMRect } | null>(null);
  /** The highlight that was clicked, and where. */
  touched = $state.raw<{ readonly id: string; readonly box: DOMRect } | null>(null);
  #timer = 0;

  constructor(
    private readonly client: Pick<Client<'reader'>, 'clipboard.write'>,
    private readonly report: Report,
    private readonly page: Page,
    private readonly notebook: NotebookState,
    private readonly toaster: Toaster,
  ) {}

  readonly all = $derived.by((): readonly Marked[] =>
    this.notebook.annotations.map((annotation) => ({
      annotation,
      placement: anchor(this.report.positions.text, annotation.selector),
    })),
  );

  readonly byBlock = $derived.by(() => {
    const byBlock = new Map<string, { start: number; end: number; annotation: Annotation }[]>();
    for (const { annotation, placement } of this.all) {
      if (placement.kind === 'orphan') continue;
      for (const { block, start, end } of this.report.positions.toBlocks(placement.start, placement.end)) {
        const marks = byBlock.get(block) ?? [];
        marks.push({ start, end, annotation });
        byBlock.set(block, marks);
      }
    }
    return byBlock;
  });

  /** Own marks and free notes, by the outline section they stand in. */
  readonly countBySection = $derived.by(() => {
    const sections = [
      ...this.all.map((mark) => this.sectionOf(mark)),
      ...this.notebook.notes.flatMap(({ annotation, section }) => (annotation === null ? [section] : [])),
    ];
    const counts = new Map<string, number>();
    for (const section of sections) if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1);
    return counts;
  });

  /** The outline section that a mark begins in; null for an orphan. */
  sectionOf({ placement }: Marked): string | null {
    if (placement.kind === 'orphan') return null;
    return this.report.outlineSectionOf(this.report.blockAt(placement.start))?.id ?? null;
  }

  /** Recolours the touched mark, or marks what is selected or the block the keyboard is on. Answers its id. */
  async mark(colour: Colour): Promise<string | null> {
    if (this.touched !== null) {
      const { id } = this.touched;
      this.touched = null;
      await this.notebook.recolour(id, colour);
      return id;
    }
    const range = this.selected?.range ?? this.report.rangeOf(this.report.blockOf(this.page.focusedBlock));
    if (range === null) return null;
    const id = await this.notebook.mark(describe(this.report.positions.text, range.start, range.end), colour);
    this.drop();
    return id;
  }

  /** Removes the touched mark, or the first that lies under the selection. */
  async unmark(): Promise<void> {
    const id = this.touched?.id ?? this.#markUnder(this.selected?.range ?? null);
    this.drop();
    if (id !== null) await this.remove(id);
  }

  async remove(id: string): Promise<void> {
    if (await this.notebook.unmark(id)) this.toaster.say(m.done('annotation-removed'), true);
  }

  async copy(): Promise<void> {
    const touched = this.all.find(({ annotation }) => annotation.id === this.touched?.id)?.placement;
    const range = touched !== undefined && touched.kind !== 'orphan' ? touched : this.selected?.range;
    if (range === undefined) return;
    const quote = this.report.positions.text.slice(range.start, range.end);
    const text = quoteWithCitation(this.report.document, quote, this.report.addressOf(range));
    const copied = await this.client['clipboard.write']({ text });
    this.toaster.say(copied.ok ? m.copied : m.failure(copied.error));
    this.drop();
  }

  selectionChanged(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.readSelection(), REST_MS);
  }

  /** Takes over what the browser has selected in the article. */
  readSelection(): void {
    const chosen = document.getSelection();
    const { article } = this.page;
    if (article === null || chosen === null || chosen.isCollapsed || chosen.rangeCount === 0) {
      this.selected = null;
      return;
    }
    const range = chosen.getRangeAt(0);
    const inside = article.contains(range.commonAncestorContainer);
    const found = inside ? documentRange(article, range, this.report.positions) : null;
    this.selected = found === null ? null : { range: found, box: range.getBoundingClientRect() };
    if (found !== null) this.touched = null;
  }

  drop(): void {
    document.getSelection()?.removeAllRanges();
    this.selected = null;
    this.touched = null;
  }

  /** Selects the first sentence of the block the keyboard is on, or the one after what is selected. */
  selectSentence(): void {
    const block = this.report.blockOf(this.page.focusedBlock ?? this.page.topBlock);
    const element = block === null ? null : this.page.elementOf(block.id);
    const whole = this.report.rangeOf(block);
    if (block === null || element === null || whole === null) return;
    const after = this.selected === null ? -1 : this.selected.range.end - whole.start;
    const all = sentences(block.text);
    const next = all.find(({ end }) => end > after + 1) ?? all[0];
    const range = next === undefined ? null : domRange(element, next.start, next.end);
    if (range === null) return;
    const chosen = document.getSelection();
    chosen?.removeAllRanges();
    chosen?.addRange(range);
    this.readSelection();
  }

  #markUnder(range: DocumentRange | null): string | null {
    if (range === null) return null;
    const found = this.all.find(
      ({ placement }) =>
        placement.kind !== 'orphan' && placement.start < range.end && placement.end > range.start,
    );
    return found?.annotation.id ?? null;
  }
}

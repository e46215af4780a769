/** The reader as a whole: what is open, where one is, and what each command does. */
import { tick } from 'svelte';
import type { Block, BriefingView, Correction, Footnote, Section } from '../../src-main/contract/briefing.ts';
import { quoteWithCitation } from '../../src-main/contract/citation.ts';
import {
  lineWidthsCh,
  typeSizesPx,
  type Annotation,
  type Colour,
  type Place,
  type Settings,
} from '../../src-main/contract/delegate.ts';
import type { Failure } from '../../src-main/contract/failures.ts';
import { foldWords } from '../../src-main/contract/fold.ts';
import { messages as m } from '../../src-main/contract/messages.ts';
import type { Bridge, ReaderStart } from '../../src-main/contract/methods.ts';
import { Positions } from '../../src-main/contract/positions.ts';
import { anchor, describe, type Placement } from '../../src-main/contract/selector.ts';
import { sentences } from '../../src-main/contract/sentences.ts';
import { idleStage, type StageState, type Turn } from '../../src-main/contract/stage.ts';
import { NotebookState } from './notebook.svelte.ts';
import { Page } from './page.svelte.ts';
import { Panels } from './panels.svelte.ts';
import { Search, type Choice } from './search.svelte.ts';
import { documentRange, domRange, type DocumentRange } from './selection.ts';
import type { Command } from './shortcuts.ts';
import { Trail } from './trail.svelte.ts';

export interface Toast {
  readonly text: string;
  /** Offer "Hoàn tác" beside it. */
  readonly undoable: boolean;
}

export interface Marked {
  readonly annotation: Annotation;
  readonly placement: Placement;
}

export class Reader {
  readonly view: BriefingView;
  readonly positions: Positions;
  readonly notebook: NotebookState;
  readonly search: Search;
  readonly trail = new Trail();
  readonly page = new Page();
  readonly panels: Panels;
  settings = $state.raw<Settings>() as Settings;
  stage = $state.raw<StageState>(idleStage);
  toast = $state.raw<Toast | null>(null);
  /** What is selected in the article, and where on screen. */
  selected = $state.raw<{ readonly range: DocumentRange; readonly box: DOMRect } | null>(null);
  /** The annotation that was clicked, with where. */
  touched = $state.raw<{ readonly id: string; readonly box: DOMRect } | null>(null);
  /** The note whose text field should take the keyboard once it is there. */
  noteToFocus = $state<string | null>(null);
  openFootnote = $state.raw<{
    readonly number: number;
    readonly pinned: boolean;
    readonly anchor: HTMLElement;
  } | null>(null);
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #startPlace: Place | null;
  #beforeSearch: ReturnType<Page['place']> = null;
  #toastTimer = 0;
  #selectionTimer = 0;
  #footnoteTimer = 0;

  constructor(
    private readonly bridge: Bridge<'reader'>,
    start: ReaderStart,
  ) {
    this.view = start.view;
    this.positions = new Positions(start.view.blocks);
    this.settings = start.settings;
    this.#startPlace = start.place;
    this.notebook = new NotebookState(bridge.call, start.notebook);
    this.search = new Search(bridge.call);
    this.panels = new Panels(start.settings, (part) => void this.change(part));
    this.#blocks = new Map(start.view.blocks.map((block) => [block.id, block]));
    this.#sections = new Map(start.view.sections.map((section) => [section.id, section]));
    bridge.on('stage.changed', (state) => this.#stageChanged(state));
    bridge.on('reader.flush', () => void this.#flush());
    for (const notice of start.notices) this.say(m.recovered(notice.setAside, notice.backup));
  }

  // Where one is

  readonly currentSection = $derived.by(() => this.outlineSectionOf(this.page.topBlock));

  blockOf(id: string | null): Block | null {
    return (id === null ? null : this.#blocks.get(id)) ?? null;
  }

  /** The nearest numbered section around a block: what the outline shows. A footnote stands where it is pointed to. */
  outlineSectionOf(blockId: string | null): Section | null {
    const block = this.blockOf(blockId);
    if (block?.kind === 'footnote') {
      const ref = this.view.footnotes.find((footnote) => footnote.block === block.id)?.ref ?? null;
      return ref === null ? null : this.outlineSectionOf(ref.block);
    }
    let section = block?.section == null ? undefined : this.#sections.get(block.section);
    while (section?.kind === 'run-in')
      section = section.parent === null ? undefined : this.#sections.get(section.parent);
    return section ?? null;
  }

  /** Document offset at which a section begins; -1 for none or unknown, so that it sorts first. */
  sectionStart(id: string | null): number {
    const section = id === null ? undefined : this.#sections.get(id);
    const first = section === undefined ? undefined : this.#firstInside(section.id);
    return first === undefined ? -1 : (this.positions.toDocument(first.id, 0) ?? -1);
  }

  footnoteOf(number: number): Footnote | null {
    return this.view.footnotes.find((footnote) => footnote.number === number) ?? null;
  }

  blockOfFootnote(number: number | null): string | null {
    return number === null ? null : (this.footnoteOf(number)?.block ?? null);
  }

  readonly correctionsByBlock = $derived.by(() => {
    const byBlock = new Map<string, Correction[]>();
    for (const correction of this.view.corrections) {
      byBlock.set(correction.block, [...(byBlock.get(correction.block) ?? []), correction]);
    }
    return byBlock;
  });

  /** The line that names the genre ("BÁO CÁO"): it stands alone above the title. */
  isGenre(block: Block): boolean {
    return block.kind === 'title' && foldWords(block.text) === foldWords(this.view.document.genre ?? '');
  }

  /** HTML heading level by depth in the outline; parts and chapters are centred captions. */
  headingTag(block: Block): string {
    if (block.kind === 'title') return this.isGenre(block) ? 'p' : 'h1';
    const section = block.section === null ? undefined : this.#sections.get(block.section);
    if (block.kind !== 'heading' || section === undefined) return 'p';
    if (section.kind === 'part' || section.kind === 'chapter') return 'h2';
    let depth = 3;
    for (let at = section.parent; at !== null; at = this.#sections.get(at)?.parent ?? null) {
      if (this.#sections.get(at)?.kind !== 'part') depth++;
    }
    return `h${Math.min(depth, 6)}`;
  }

  attach(scroller: HTMLElement, article: HTMLElement): void {
    this.page.attach(scroller, article);
    const place = this.#startPlace;
    if (place === null) return;
    this.page.restore(place);
    // Lines break anew when the reading font arrives; unless one has scrolled meanwhile, the place is found again.
    const at = scroller.scrollTop;
    void document.fonts.ready.then(() => {
      if (Math.abs(scroller.scrollTop - at) < 2) this.page.restore(place);
    });
  }

  // The delegate's rows on this text

  readonly marked = $derived.by((): readonly Marked[] =>
    this.notebook.annotations.map((annotation) => ({
      annotation,
      placement: anchor(this.positions.text, annotation.selector),
    })),
  );

  readonly marksByBlock = $derived.by(() => {
    const byBlock = new Map<string, { start: number; end: number; annotation: Annotation }[]>();
    for (const { annotation, placement } of this.marked) {
      if (placement.kind === 'orphan') continue;
      for (const { block, start, end } of this.positions.toBlocks(placement.start, placement.end)) {
        const marks = byBlock.get(block) ?? [];
        marks.push({ start, end, annotation });
        byBlock.set(block, marks);
      }
    }
    return byBlock;
  });

  /** Own marks and free notes by the outline section they stand in. */
  readonly ownBySection = $derived.by(() => {
    const counts = new Map<string, number>();
    const count = (section: string | null): void => {
      if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1);
    };
    for (const mark of this.marked) count(this.sectionOf(mark));
    for (const note of this.notebook.notes) if (note.annotation === null) count(note.section);
    return counts;
  });

  /** The outline section that a mark begins in; null for an orphan. */
  sectionOf({ placement }: Marked): string | null {
    return placement.kind === 'orphan'
      ? null
      : (this.outlineSectionOf(this.blockAt(placement.start))?.id ?? null);
  }

  blockAt(documentOffset: number): string | null {
    return this.positions.toBlocks(documentOffset, documentOffset + 1)[0]?.block ?? null;
  }

  /** Address of a document range: that of the block it begins in. */
  addressOf(range: DocumentRange): string {
    return this.blockOf(this.blockAt(range.start))?.address ?? this.view.document.title;
  }

  // Going places

  /** A jump: leaves a way back. */
  jump(block: string, range: { readonly start: number; readonly end: number } | null = null): void {
    const from = this.page.place();
    if (from !== null) this.trail.leave(from);
    this.openFootnote = null;
    this.page.reveal(block, range);
  }

  jumpToSection(section: Section): void {
    const first = this.#firstInside(section.id);
    if (first !== undefined) this.jump(first.id);
    this.panels.leaveDrawer();
  }

  #firstInside(section: string): Block | undefined {
    const inside = new Set([section]);
    for (const { id, parent } of this.view.sections)
      if (parent !== null && inside.has(parent)) inside.add(id);
    return this.view.blocks.find((block) => block.section !== null && inside.has(block.section));
  }

  goBack(): void {
    const from = this.page.place();
    const to = from === null ? null : this.trail.back(from);
    if (to !== null) this.page.restore(to);
  }

  goForward(): void {
    const from = this.page.place();
    const to = from === null ? null : this.trail.forward(from);
    if (to !== null) this.page.restore(to);
  }

  stepSection(by: 1 | -1): void {
    const outline = this.view.sections.filter(({ kind }) => kind !== 'run-in');
    const at = outline.findIndex(({ id }) => id === this.currentSection?.id);
    const next = outline[Math.min(Math.max(at + by, 0), outline.length - 1)];
    if (next !== undefined) this.jumpToSection(next);
  }

  // Search

  startSearch(): void {
    this.#beforeSearch ??= this.page.place();
    this.search.open = true;
    const box = document.getElementById('search-box');
    if (box instanceof HTMLInputElement) {
      box.focus();
      box.select();
    }
  }

  /** Remembers where one was reading when a search began by clicking into the box. */
  searchBegan(): void {
    this.#beforeSearch ??= this.page.place();
    this.search.open = true;
  }

  openChoice(choice: Choice): void {
    this.search.open = false;
    if (choice.kind === 'block') this.jump(choice.hit.block, choice.hit.ranges[0] ?? null);
    else this.showNote(choice.hit.note);
  }

  stepHit(by: 1 | -1): void {
    if (this.search.choices.length === 0) return this.startSearch();
    if (!this.search.open) this.search.step(by);
    if (this.search.current !== null) this.openChoice(this.search.current);
  }

  /** Ends the search; with `restore`, back to where one was reading before it. */
  endSearch(restore: boolean): void {
    const place = this.#beforeSearch;
    this.#beforeSearch = null;
    this.search.clear();
    if (restore && place !== null) this.page.restore(place);
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.id === 'search-box') focused.blur();
  }

  // Marks and notes

  async mark(colour: Colour): Promise<string | null> {
    if (this.touched !== null) {
      const { id } = this.touched;
      await this.notebook.recolour(id, colour);
      return id;
    }
    const range = this.selected?.range ?? this.#focusedRange();
    if (range === null) return null;
    const id = await this.notebook.mark(describe(this.positions.text, range.start, range.end), colour);
    this.dropSelection();
    return id;
  }

  async unmark(): Promise<void> {
    const id = this.touched?.id ?? this.#markAt(this.selected?.range ?? null);
    this.dropSelection();
    if (id !== null) await this.removeMark(id);
  }

  /** A note on what is selected or touched; otherwise on the section being read. */
  async writeNote(): Promise<void> {
    const annotation = this.touched?.id ?? (this.selected !== null ? await this.mark('yellow') : null);
    this.dropSelection();
    this.panels.showNotebook();
    if (annotation === null) {
      this.noteToFocus = 'composer';
      return;
    }
    const existing = this.notebook.notes.find((note) => note.annotation === annotation);
    this.noteToFocus = existing?.id ?? annotation;
  }

  showNote(id: string): void {
    const note = this.notebook.notes.find((candidate) => candidate.id === id);
    if (note === undefined) return;
    this.panels.showNotebook();
    this.noteToFocus = id;
    const mark = this.marked.find(({ annotation }) => annotation.id === note.annotation);
    if (mark !== undefined) this.showMark(mark);
    else if (note.section !== null) {
      const section = this.#sections.get(note.section);
      if (section !== undefined) this.jumpToSection(section);
    }
  }

  showMark({ placement }: Marked): void {
    if (placement.kind === 'orphan') return;
    const [first] = this.positions.toBlocks(placement.start, placement.end);
    if (first !== undefined) this.jump(first.block, first);
  }

  async copy(): Promise<void> {
    const marked = this.marked.find(({ annotation }) => annotation.id === this.touched?.id);
    const range =
      marked !== undefined && marked.placement.kind !== 'orphan' ? marked.placement : this.selected?.range;
    if (range === undefined) return;
    const quote = this.positions.text.slice(range.start, range.end);
    const text = quoteWithCitation(this.view.document, quote, this.addressOf(range));
    const copied = await this.bridge.call['clipboard.write']({ text });
    this.say(copied.ok ? m.copied : m.failure(copied.error));
    this.dropSelection();
  }

  async removeMark(id: string): Promise<void> {
    await this.notebook.unmark(id);
    this.say(m.done('annotation-removed'), true);
  }

  async removeNote(id: string): Promise<void> {
    await this.notebook.removeNote(id);
    this.say(m.done('note-removed'), true);
  }

  /** While the pointer still drags, the toolbar would jump about: it waits for the selection to rest. */
  selectionChanged(): void {
    clearTimeout(this.#selectionTimer);
    this.#selectionTimer = window.setTimeout(() => this.readSelection(), 120);
  }

  /** A footnote opened by the pointer stays long enough to move into it. */
  leaveFootnote(): void {
    clearTimeout(this.#footnoteTimer);
    this.#footnoteTimer = window.setTimeout(() => {
      if (this.openFootnote?.pinned === false) this.openFootnote = null;
    }, 250);
  }

  stayOnFootnote(): void {
    clearTimeout(this.#footnoteTimer);
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
    const found = article.contains(range.commonAncestorContainer)
      ? documentRange(article, range, this.positions)
      : null;
    this.selected = found === null ? null : { range: found, box: range.getBoundingClientRect() };
    if (found !== null) this.touched = null;
  }

  dropSelection(): void {
    document.getSelection()?.removeAllRanges();
    this.selected = null;
    this.touched = null;
  }

  /** Selects the first sentence of the block the keyboard is on, or the one after what is selected. */
  selectSentence(): void {
    const block = this.blockOf(this.page.focusedBlock ?? this.page.topBlock);
    const element = block === null ? null : this.page.elementOf(block.id);
    if (block === null || element === null) return;
    const from = this.selected === null ? null : this.positions.toDocument(block.id, 0);
    const after = from === null || this.selected === null ? -1 : this.selected.range.end - from;
    const all = sentences(block.text);
    const next = all.find(({ end }) => end > after + 1) ?? all[0];
    const range = next === undefined ? null : domRange(element, next.start, next.end);
    if (range === null) return;
    const chosen = document.getSelection();
    chosen?.removeAllRanges();
    chosen?.addRange(range);
    this.readSelection();
  }

  #focusedRange(): DocumentRange | null {
    const block = this.blockOf(this.page.focusedBlock);
    const start = block === null ? null : this.positions.toDocument(block.id, 0);
    return block === null || start === null ? null : { start, end: start + block.text.length };
  }

  #markAt(range: DocumentRange | null): string | null {
    const found = this.marked.find(
      ({ placement }) =>
        range !== null &&
        placement.kind !== 'orphan' &&
        placement.start < range.end &&
        placement.end > range.start,
    );
    return found?.annotation.id ?? null;
  }

  // Stage

  async present(): Promise<void> {
    const section = this.currentSection?.id ?? null;
    const shown = await this.bridge.call['stage.present']({ section, block: null });
    if (shown.ok) this.stage = shown.value;
    else this.fail(shown.error);
  }

  async turnStage(turn: Turn): Promise<void> {
    await this.bridge.call['stage.turn']({ turn });
  }

  async endStage(): Promise<void> {
    await this.bridge.call['stage.end']({});
  }

  #stageChanged(state: StageState): void {
    this.stage = state;
    if (state.ended === 'display-lost') this.say(m.stageDisplayLost);
    if (state.ended === 'failed') this.say(m.stageFailed);
  }

  sectionLabel(id: string | null): string {
    const section = id === null ? undefined : this.#sections.get(id);
    return section === undefined ? (this.view.document.genre ?? '') : section.label;
  }

  // Settings and messages

  async change(part: Partial<Settings>): Promise<void> {
    await this.page.keepPlace(async () => {
      this.settings = { ...this.settings, ...part };
      await tick();
    });
    const saved = await this.bridge.call['settings.save'](part);
    if (!saved.ok) this.fail(saved.error);
  }

  resize(by: 1 | -1 | 0): void {
    const at = typeSizesPx.indexOf(this.settings.typeSizePx);
    const next = by === 0 ? 20 : typeSizesPx[Math.min(Math.max(at + by, 0), typeSizesPx.length - 1)];
    if (next !== undefined && next !== this.settings.typeSizePx) void this.change({ typeSizePx: next });
  }

  widen(index: number): void {
    const lineWidthCh = lineWidthsCh[index];
    if (lineWidthCh !== undefined) void this.change({ lineWidthCh });
  }

  async savePlace(): Promise<void> {
    const place = this.page.place();
    if (place !== null) await this.bridge.call['place.save'](place);
  }

  say(text: string, undoable = false): void {
    this.toast = { text, undoable };
    clearTimeout(this.#toastTimer);
    this.#toastTimer = window.setTimeout(() => (this.toast = null), 8000);
  }

  fail(failure: Failure): void {
    this.say(m.failure(failure));
  }

  async undo(): Promise<void> {
    await this.notebook.undo();
    const change = this.notebook.lastStep?.change ?? null;
    this.say(change === null ? m.nothingToUndo : m.undone(change));
  }

  async redo(): Promise<void> {
    await this.notebook.redo();
    const change = this.notebook.lastStep?.change ?? null;
    this.say(change === null ? m.nothingToRedo : m.redone(change));
  }

  // Every keystroke has been handed over already, and messages arrive in order: what is left is the place.
  async #flush(): Promise<void> {
    await this.savePlace();
    await this.bridge.call['reader.flushed']({});
  }

  #escape(): void {
    if (this.panels.keysOpen || this.panels.displayOpen || this.panels.moreOpen) this.panels.closeSheets();
    else if (this.openFootnote !== null) {
      this.openFootnote.anchor.focus({ preventScroll: true });
      this.openFootnote = null;
    } else if (this.search.open || this.search.active) this.endSearch(true);
    else if (this.selected !== null || this.touched !== null) this.dropSelection();
    else if (this.panels.drawer !== null) this.panels.leaveDrawer();
    else this.toast = null;
  }

  /** Carries out a command. */
  run(command: Command): void {
    switch (command.do) {
      case 'search':
        return this.startSearch();
      case 'next-hit':
        return this.stepHit(1);
      case 'previous-hit':
        return this.stepHit(-1);
      case 'escape':
        return this.#escape();
      case 'back':
        return this.goBack();
      case 'forward':
        return this.goForward();
      case 'undo':
        return void this.undo();
      case 'redo':
        return void this.redo();
      case 'larger':
        return this.resize(1);
      case 'smaller':
        return this.resize(-1);
      case 'usual-size':
        return this.resize(0);
      case 'outline':
        return this.panels.toggleOutline();
      case 'notebook':
        return this.panels.toggleNotebook();
      case 'keys':
        return this.panels.toggleKeys();
      case 'present':
        return void this.present();
      case 'next-block':
        return this.page.step(1);
      case 'previous-block':
        return this.page.step(-1);
      case 'next-section':
        return this.stepSection(1);
      case 'previous-section':
        return this.stepSection(-1);
      case 'select-sentence':
        return this.selectSentence();
      case 'mark':
        return void this.mark(command.colour);
      case 'note':
        return void this.writeNote();
      case 'copy':
        return void this.copy();
      case 'unmark':
        return void this.unmark();
    }
  }
}

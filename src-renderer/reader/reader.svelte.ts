/** The reader as a whole: its parts, going from place to place, and what each command does. */
import { tick } from 'svelte';
import type { Section } from '../../src-main/contract/briefing.ts';
import {
  defaultSettings,
  lineWidthsCh,
  typeSizesPx,
  type Place,
  type Settings,
} from '../../src-main/contract/delegate.ts';
import type { ObservedFigure } from '../../src-main/contract/indicator.ts';
import { messages as m } from '../../src-main/contract/messages.ts';
import type { Bridge, Client, ReaderStart } from '../../src-main/contract/methods.ts';
import type { HitRange } from '../../src-main/contract/search.ts';
import { painted, putOffLayout } from './first-paint.ts';
import { ChecksBrowser } from './checks-browser.svelte.ts';
import { FigureCard } from './figure-card.svelte.ts';
import { BlockLayer, showUnlessSelecting } from './block-layer.svelte.ts';
import { askOnFigure, copyFigure, noteOnFigure } from './from-numbers.ts';
import { FootnoteCard } from './footnote-card.svelte.ts';
import { Marking, type Marked } from './marking.svelte.ts';
import { NotebookState } from './notebook.svelte.ts';
import { Numbers } from './numbers.svelte.ts';
import { Page } from './page.svelte.ts';
import { Panels } from './panels.svelte.ts';
import { Projection } from './projection.svelte.ts';
import { Report } from './report.ts';
import { Search, type Choice } from './search.svelte.ts';
import type { TextRange } from '../../src-main/contract/sentences.ts';
import { actsOnText, type Command } from './shortcuts.ts';
import { Toaster } from './toast.svelte.ts';
import { Trail, type Stop } from './trail.svelte.ts';

type Late = typeof import('./late.ts');

export class Reader {
  readonly report: Report;
  readonly toaster = new Toaster();
  readonly page = new Page();
  readonly trail = new Trail();
  readonly footnoteCard = new FootnoteCard();
  readonly figureLayer: BlockLayer<ObservedFigure>;
  readonly hitLayer: BlockLayer<HitRange>;
  readonly figureCard: FigureCard;
  readonly checks: ChecksBrowser;
  readonly notebook: NotebookState;
  readonly marking: Marking;
  readonly search: Search;
  readonly panels: Panels;
  readonly projection: Projection;
  readonly numbers: Numbers;
  /** The views over the numbers; null until they have been loaded, behind the first paint. */
  late = $state.raw<Late | null>(null);
  /** For what no part of the reader owns: the clipboard, files. */
  readonly call: Client<'reader'>;
  settings = $state.raw<Settings>(defaultSettings);
  /** The note, mark or question whose text field should take the keyboard once it is there; 'composer' and 'question' are the free ones. */
  noteToFocus = $state<string | null>(null);
  readonly #startPlace: Place | null;
  #beforeSearch: Place | null = null;

  constructor(
    private readonly bridge: Bridge<'reader'>,
    start: ReaderStart,
  ) {
    this.report = new Report(start.view);
    this.settings = start.settings;
    this.#startPlace = start.place;
    this.notebook = new NotebookState(bridge.call, start.notebook);
    this.marking = new Marking(bridge.call, this.report, this.page, this.notebook, this.toaster);
    this.hitLayer = new BlockLayer(this.report.blocks);
    this.search = new Search(bridge.call, (byBlock) => void this.hitLayer.show(byBlock, this.page.topBlock));
    this.panels = new Panels(start.settings, (part) => void this.change(part));
    this.projection = new Projection(bridge, this.toaster);
    this.numbers = new Numbers(bridge.call);
    this.checks = new ChecksBrowser(this.numbers);
    this.figureLayer = new BlockLayer(this.report.blocks);
    this.figureCard = new FigureCard(this.report, this.page, this.numbers);
    this.call = bridge.call;
    bridge.on('reader.flush', () => void this.#flush());
    for (const { setAside, backup } of start.notices) this.toaster.insist(m.recovered(setAside, backup));
  }

  readonly currentSection = $derived.by(() => this.report.outlineSectionOf(this.page.topBlock));

  /** The page is on screen: goes to where one was reading, and lays out the rest once that has been painted. */
  async attach(scroller: HTMLElement, article: HTMLElement): Promise<void> {
    const place = this.#startPlace;
    const layOutAll = putOffLayout(article, place === null ? null : document.getElementById(place.block));
    this.page.attach(scroller, article);
    if (place !== null) this.page.restore(place);
    await painted();
    await this.page.keepPlace(layOutAll);
    void import('./late.ts').then((late) => (this.late = late));
    void this.loadNumbers();
    if (place === null) return;
    // Lines break anew when the reading font arrives; unless one has scrolled meanwhile, the place is found again.
    const at = scroller.scrollTop;
    await document.fonts.ready;
    if (Math.abs(scroller.scrollTop - at) < 2) this.page.restore(place);
  }

  /** Asks for the report's numbers, and shows its figures in the text once they are there. */
  async loadNumbers(): Promise<void> {
    await this.numbers.load();
    await showUnlessSelecting(this.figureLayer, this.numbers.figuresByBlock, this.page.topBlock);
  }

  // Going places

  /** A jump: leaves a way back. */
  jump(block: string, range: TextRange | null = null): void {
    this.#leave();
    this.panels.view = 'report';
    this.#closeCards();
    this.page.reveal(block, range);
  }

  /** A jump out of a view over the numbers: the keyboard goes along, and back leads into the view again. */
  async jumpTo(block: string, range: TextRange | null): Promise<void> {
    this.jump(block, range);
    await tick();
    this.page.take(block);
  }

  #closeCards(): void {
    this.footnoteCard.close();
    this.figureCard.close();
  }

  /** Opens “Số liệu” at an indicator. */
  showIndicator(id: string): void {
    this.numbers.chosen = id;
    this.panels.view = 'figures';
  }

  jumpToSection(section: Section): void {
    const first = this.report.firstBlockOf(section);
    if (first !== null) this.jump(first.id);
    this.panels.leaveDrawer();
  }

  goBack(): void {
    this.#go((from) => this.trail.back(from));
  }

  goForward(): void {
    this.#go((from) => this.trail.forward(from));
  }

  #here(): Stop | null {
    const place = this.page.place();
    return place === null ? null : { place, view: this.panels.view };
  }

  #leave(): void {
    const from = this.#here();
    if (from !== null) this.trail.leave(from);
  }

  #go(way: (from: Stop) => Stop | null): void {
    const from = this.#here();
    const to = from === null ? null : way(from);
    this.#closeCards();
    if (to === null) return;
    this.panels.view = to.view;
    this.page.restore(to.place);
  }

  stepSection(by: 1 | -1): void {
    const { outline } = this.report;
    const at = outline.findIndex(({ id }) => id === this.currentSection?.id);
    const next = outline[Math.min(Math.max(at + by, 0), outline.length - 1)];
    if (next !== undefined) this.jumpToSection(next);
  }

  // Search

  startSearch(): void {
    const box = document.getElementById('search-box');
    if (!(box instanceof HTMLInputElement)) return;
    box.focus();
    box.select();
    this.searchBegan();
  }

  /** Remembers where one was reading when a search begins. */
  searchBegan(): void {
    this.#beforeSearch ??= this.page.place();
    this.#closeCards();
    this.search.open = true;
  }

  openChoice(choice: Choice): void {
    this.search.open = false;
    this.search.markNow();
    if (choice.kind === 'block') {
      const { block, ranges } = choice.hit;
      this.hitLayer.showNow(block, ranges);
      this.jump(block, ranges[0] ?? null);
    } else if (choice.kind === 'note') this.showNote(choice.hit.note);
    else this.showQuestion(choice.hit.question);
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

  // Notes

  /** A note on what is selected or touched; otherwise on the section being read. */
  async writeNote(): Promise<void> {
    const { touched, selected } = this.marking;
    const annotation = touched?.id ?? (selected === null ? null : await this.marking.mark('yellow'));
    this.marking.drop();
    this.panels.showNotebook();
    const existing = this.notebook.notes.find((note) => note.annotation === annotation);
    this.noteToFocus = annotation === null ? 'composer' : (existing?.id ?? annotation);
  }

  /** Puts a quote on the clipboard and says so. */
  async copy(text: string): Promise<void> {
    const copied = await this.bridge.call['clipboard.write']({ text });
    this.toaster.say(copied.ok ? m.copied : m.failure(copied.error));
  }

  showCheck(id: string): void {
    this.checks.reveal(id);
    this.panels.view = 'checks';
  }

  async removeNote(id: string): Promise<void> {
    if (await this.notebook.removeNote(id)) this.toaster.say(m.done('note-removed'), true);
  }

  showNote(id: string): void {
    const note = this.notebook.notes.find((candidate) => candidate.id === id);
    if (note === undefined) return;
    const mark = this.marking.all.find(({ annotation }) => annotation.id === note.annotation);
    const section = this.report.sectionOf(note.section);
    if (mark !== undefined) this.showMark(mark);
    else if (section !== null) this.jumpToSection(section);
    this.panels.showNotebook();
    this.noteToFocus = id;
  }

  /** A question on what is selected, quoting it; otherwise the keyboard goes to the field for a new one. */
  writeQuestion(): void {
    const range = this.marking.selected?.range ?? null;
    this.marking.drop();
    if (range === null) {
      this.panels.showNotebook('questions');
      this.noteToFocus = 'question';
      return;
    }
    const quote = this.report.positions.text.slice(range.start, range.end);
    this.draftQuestion(
      m.questionOnQuote(quote.replace(/\s+/gu, ' ').trim(), this.report.addressOf(range)),
      this.report.outlineSectionOf(this.report.blockAt(range.start))?.id ?? null,
    );
  }

  /** Makes a question of this text and opens it in the notebook, to be gone on with. */
  draftQuestion(text: string, section: string | null): void {
    const id = crypto.randomUUID();
    void this.notebook.ask(id, { section, annotation: null }, { addressee: '', status: 'draft', text });
    // From a view over the numbers, back leads into it again.
    if (this.panels.view !== 'report') this.#leave();
    this.panels.view = 'report';
    this.panels.showNotebook('questions');
    this.noteToFocus = id;
  }

  async removeQuestion(id: string): Promise<void> {
    if (await this.notebook.removeQuestion(id)) this.toaster.say(m.done('question-removed'), true);
  }

  showQuestion(id: string): void {
    const question = this.notebook.questions.find((candidate) => candidate.id === id);
    if (question === undefined) return;
    const section = this.report.sectionOf(question.section);
    if (section !== null) this.jumpToSection(section);
    this.panels.showNotebook('questions');
    this.noteToFocus = id;
  }

  showMark({ placement }: Marked): void {
    if (placement.kind === 'orphan') return;
    const [first] = this.report.positions.toBlocks(placement.start, placement.end);
    if (first !== undefined) this.jump(first.block, first);
  }

  async undo(): Promise<void> {
    const change = await this.notebook.undo();
    if (change !== 'failed') this.toaster.say(change === null ? m.nothingToUndo : m.undone(change));
  }

  async redo(): Promise<void> {
    const change = await this.notebook.redo();
    if (change !== 'failed') this.toaster.say(change === null ? m.nothingToRedo : m.redone(change));
  }

  // Settings

  async change(part: Partial<Settings>): Promise<void> {
    await this.page.keepPlace(async () => {
      this.settings = { ...this.settings, ...part };
      await tick();
    });
    const saved = await this.bridge.call['settings.save'](part);
    if (!saved.ok) this.toaster.say(m.failure(saved.error));
  }

  /** One size larger or smaller; 0 is the usual size. */
  resize(by: 1 | -1 | 0): void {
    const at = typeSizesPx.indexOf(this.settings.typeSizePx);
    const next =
      by === 0
        ? defaultSettings.typeSizePx
        : typeSizesPx[Math.min(Math.max(at + by, 0), typeSizesPx.length - 1)];
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

  // Every keystroke has been handed over already, and messages arrive in order: what is left is the place.
  async #flush(): Promise<void> {
    await this.savePlace();
    await this.bridge.call['reader.flushed']({});
  }

  // Commands

  /** Escape closes one thing at a time, the topmost first. */
  #escape(): void {
    if (this.panels.sheet !== null) this.panels.sheet = null;
    else if (this.panels.view !== 'report') void this.panels.leaveView();
    else if (this.figureCard.open !== null) this.figureCard.dismiss();
    else if (this.footnoteCard.open !== null) this.footnoteCard.dismiss();
    else if (this.search.open || this.search.active) this.endSearch(true);
    else if (this.marking.selected !== null || this.marking.touched !== null) this.marking.drop();
    else if (this.panels.drawer !== null) this.panels.leaveDrawer();
    else this.toaster.dismiss();
  }

  /** With a card open, what one does with a quote is done with its figure. False: the command is none of that. */
  #actOnFigure(figure: ObservedFigure, command: Command): boolean {
    if (command.do === 'copy') void copyFigure(this, figure);
    else if (command.do === 'note') void noteOnFigure(this, figure);
    else if (command.do === 'question') askOnFigure(this, figure);
    else return false;
    if (command.do !== 'copy') this.figureCard.close();
    return true;
  }

  run(command: Command): void {
    // Under a view over the numbers nobody sees what a key does to the text.
    if (this.panels.view !== 'report' && actsOnText(command)) return;
    if (this.figureCard.open !== null && this.#actOnFigure(this.figureCard.open, command)) return;
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
      case 'figures':
        return this.panels.toggleView('figures');
      case 'keys':
        return this.panels.toggleSheet('keys');
      case 'present':
        return void this.projection.present({
          kind: 'section',
          section: this.currentSection?.id ?? null,
          block: null,
        });
      case 'next-block':
        return this.page.step(1);
      case 'previous-block':
        return this.page.step(-1);
      case 'next-section':
        return this.stepSection(1);
      case 'previous-section':
        return this.stepSection(-1);
      case 'select-sentence':
        return this.marking.selectSentence();
      case 'mark':
        return void this.marking.mark(command.colour);
      case 'note':
        return void this.writeNote();
      case 'question':
        return this.writeQuestion();
      case 'next-figure':
        return this.figureCard.step(1);
      case 'previous-figure':
        return this.figureCard.step(-1);
      case 'checks':
        return this.panels.toggleView('checks');
      case 'copy':
        return void this.marking.copy();
      case 'unmark':
        return void this.marking.unmark();
    }
  }
}

/** What the room sees: the content that was sent, divided into pages, and which of them is up. */
import type { Bridge } from '../../src-main/contract/methods.ts';
import type { StageContent, Turn } from '../../src-main/contract/stage.ts';
import { pageOfBlock, planPages, type Fits, type StagePage } from './paging.ts';

export class StageState {
  content = $state.raw<StageContent | null>(null);
  pages = $state.raw<readonly StagePage[]>([]);
  index = $state(0);
  black = $state(false);
  #wantedBlock: string | null = null;
  #fits: Fits | null = null;

  constructor(private readonly bridge: Bridge<'stage'>) {
    bridge.on('stage.show', ({ content, block }) => {
      this.content = content;
      this.black = false;
      this.#wantedBlock = block;
      this.plan();
    });
    bridge.on('stage.turn', ({ turn }) => this.turn(turn));
  }

  readonly blocks = $derived(this.content?.kind === 'section' ? this.content.blocks : []);
  readonly page = $derived(this.pages[this.index] ?? []);

  /** The window can measure text now; also called when its size or fonts change. Null: no text is up. */
  measureWith(fits: Fits | null): void {
    this.#fits = fits;
    this.plan();
  }

  /** Divides the content anew and stays at the words that are up. */
  plan(): void {
    if (this.content !== null && this.content.kind !== 'section') return this.#showOnePage();
    if (this.#fits === null) return;
    if (this.content === null) return this.#report();
    const first = this.page[0];
    const { blocks } = this.content;
    const wanted = this.#wantedBlock === null ? -1 : blocks.findIndex(({ id }) => id === this.#wantedBlock);
    const starting = this.#wantedBlock !== null || this.pages.length === 0;
    this.pages = planPages(blocks, this.#fits);
    const kept = this.pages.findIndex((page) =>
      page.some((unit) => unit.block === first?.block && unit.end > first.start),
    );
    this.index = wanted !== -1 ? pageOfBlock(this.pages, wanted) : starting ? 0 : Math.max(0, kept);
    this.#wantedBlock = null;
    this.#report();
  }

  /** What is no running text has one page. */
  #showOnePage(): void {
    this.pages = [];
    this.index = 0;
    this.#wantedBlock = null;
    this.#report();
  }

  turn(turn: Turn): void {
    const last = Math.max(0, this.pages.length - 1);
    if (turn === 'black') this.black = !this.black;
    else {
      this.black = false;
      if (turn === 'next') this.index = Math.min(this.index + 1, last);
      if (turn === 'previous') this.index = Math.max(this.index - 1, 0);
      if (turn === 'first') this.index = 0;
      if (turn === 'last') this.index = last;
    }
    this.#report();
  }

  #report(): void {
    void this.bridge.call['stage.ready']({
      page: this.index + 1,
      pages: Math.max(1, this.pages.length),
      black: this.black,
    });
  }
}

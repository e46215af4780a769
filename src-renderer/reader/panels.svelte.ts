/** Which panels are open. In a wide window they stand beside the page and are remembered; else they slide over it. */
import { tick } from 'svelte';
import type { Settings } from '../../src-main/contract/delegate.ts';

/** CSS px from which both panels fit beside the page, and from which the outline alone does. */
const BOTH_FIT_PX = 1180;
const OUTLINE_FITS_PX = 900;
/** CSS px from which all buttons fit into the top bar, and from which those do that a session needs. */
const ALL_BUTTONS_FIT_PX = 1366;
const BUTTONS_FIT_PX = 860;

export type SheetName = 'display' | 'guide' | 'keys' | 'more';
export type Drawer = 'outline' | 'notebook';
/** What fills the window: the report, or one of the views over its numbers. */
export type ViewName = 'report' | 'figures' | 'checks';
export type NotebookTab = 'notes' | 'questions' | 'footnotes' | 'corrections';

export class Panels {
  drawer = $state<Drawer | null>(null);
  tab = $state<NotebookTab>('notes');
  view = $state<ViewName>('report');
  /** The sheet that lies over the page; 'more' holds the buttons that the top bar has no room for. */
  sheet = $state<SheetName | null>(null);
  #beforeView: HTMLElement | null = null;
  #widthPx = $state(window.innerWidth);
  #outlineOpen = $state(true);
  #notebookOpen = $state(true);

  constructor(
    settings: Pick<Settings, 'outlineOpen' | 'notebookOpen'>,
    private readonly save: (part: Partial<Settings>) => void,
  ) {
    this.#outlineOpen = settings.outlineOpen;
    this.#notebookOpen = settings.notebookOpen;
    window.addEventListener('resize', () => (this.#widthPx = window.innerWidth));
  }

  readonly compact = $derived(this.#widthPx < BUTTONS_FIT_PX);
  readonly roomy = $derived(this.#widthPx >= ALL_BUTTONS_FIT_PX);
  readonly outlineFits = $derived(this.#widthPx >= OUTLINE_FITS_PX);
  readonly notebookFits = $derived(this.#widthPx >= BOTH_FIT_PX);
  readonly outline = $derived(this.outlineFits ? this.#outlineOpen : this.drawer === 'outline');
  readonly notebook = $derived(this.notebookFits ? this.#notebookOpen : this.drawer === 'notebook');

  toggleOutline(): void {
    if (this.#uncover(this.outline)) return;
    if (!this.outlineFits) this.drawer = this.drawer === 'outline' ? null : 'outline';
    else {
      this.#outlineOpen = !this.#outlineOpen;
      this.save({ outlineOpen: this.#outlineOpen });
    }
  }

  toggleNotebook(): void {
    if (this.#uncover(this.notebook)) return;
    if (this.notebook) this.#hideNotebook();
    else this.showNotebook();
  }

  /** A panel cannot be seen under a view over the numbers: asked for, it comes out. True: that was all there is to do. */
  #uncover(isOpen: boolean): boolean {
    const isCovered = this.view !== 'report';
    this.view = 'report';
    return isCovered && isOpen;
  }

  showNotebook(tab: NotebookTab = 'notes'): void {
    this.tab = tab;
    if (!this.notebookFits) this.drawer = 'notebook';
    else if (!this.#notebookOpen) {
      this.#notebookOpen = true;
      this.save({ notebookOpen: true });
    }
  }

  #hideNotebook(): void {
    if (!this.notebookFits) this.drawer = null;
    else {
      this.#notebookOpen = false;
      this.save({ notebookOpen: false });
    }
  }

  leaveDrawer(): void {
    this.drawer = null;
  }

  toggleView(name: ViewName): void {
    if (this.view === name) return void this.leaveView();
    const focused = document.activeElement;
    if (this.view === 'report') this.#beforeView = focused instanceof HTMLElement ? focused : null;
    this.view = name;
  }

  /** Back to the report, with the keyboard where it was. */
  async leaveView(): Promise<void> {
    const before = this.#beforeView;
    this.#beforeView = null;
    this.view = 'report';
    await tick();
    if (before?.isConnected === true) before.focus({ preventScroll: true });
  }

  toggleSheet(name: SheetName): void {
    this.sheet = this.sheet === name ? null : name;
  }
}

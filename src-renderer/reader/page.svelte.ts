/** The scrolled document: where one is, and going elsewhere. */
import type { Place } from '../../src-main/contract/delegate.ts';
import { blockElements, domRange } from './selection.ts';

/** Space kept above a block that was jumped to, in CSS px. */
const ABOVE_PX = 24;

export class Page {
  /** Block at the top edge of the view; the outline follows it. */
  topBlock = $state<string | null>(null);
  /** Block that the keyboard is on (J, K). */
  focusedBlock = $state<string | null>(null);
  #scroller: HTMLElement | null = null;
  #article: HTMLElement | null = null;
  #blocks: readonly HTMLElement[] = [];

  get article(): HTMLElement | null {
    return this.#article;
  }

  attach(scroller: HTMLElement, article: HTMLElement): void {
    this.#scroller = scroller;
    this.#article = article;
    this.#blocks = blockElements(article);
    this.follow();
  }

  /** The place being read. Null before the page is shown. */
  place(): Place | null {
    const block = this.#blockAtTop();
    if (block === null || this.#scroller === null) return null;
    return {
      block: block.id,
      offsetPx: this.#scroller.getBoundingClientRect().top - block.getBoundingClientRect().top,
    };
  }

  /** Goes to a place without motion. False: the document has no such block. */
  restore({ block, offsetPx }: Place): boolean {
    const element = this.elementOf(block);
    if (element === null || this.#scroller === null) return false;
    const top = element.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
    this.#scroller.scrollTop += top + offsetPx;
    return true;
  }

  /** Brings a block, or a range of its text, to where it can be read, and lets it be seen for a moment. */
  reveal(block: string, range: { readonly start: number; readonly end: number } | null = null): void {
    const element = this.elementOf(block);
    if (element === null || this.#scroller === null) return;
    const target = range === null ? null : domRange(element, range.start, range.end);
    const box = (target ?? element).getBoundingClientRect();
    const view = this.#scroller.getBoundingClientRect();
    const above = range === null ? ABOVE_PX : view.height / 3;
    this.#scroller.scrollTop += box.top - view.top - above;
    element.classList.remove('arrived');
    // Reading a layout property between the two restarts the animation.
    element.getBoundingClientRect();
    element.classList.add('arrived');
    this.follow();
  }

  /** Puts the keyboard on the next or previous block. */
  step(by: 1 | -1): void {
    const from = this.focusedBlock === null ? this.#blockAtTop() : this.elementOf(this.focusedBlock);
    const at = from === null ? -1 : this.#blocks.indexOf(from);
    const next = this.focusedBlock === null ? at : at + by;
    this.focus(this.#blocks[Math.min(Math.max(next, 0), this.#blocks.length - 1)] ?? null);
  }

  focus(element: HTMLElement | null): void {
    if (element === null || this.#scroller === null) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    this.focusedBlock = element.id;
    const box = element.getBoundingClientRect();
    const view = this.#scroller.getBoundingClientRect();
    if (box.top < view.top + ABOVE_PX) this.#scroller.scrollTop += box.top - view.top - ABOVE_PX;
    else if (box.bottom > view.bottom - ABOVE_PX) {
      this.#scroller.scrollTop += Math.min(
        box.bottom - view.bottom + ABOVE_PX,
        box.top - view.top - ABOVE_PX,
      );
    }
  }

  /** Puts the keyboard on a block without scrolling. */
  take(block: string): void {
    const element = this.elementOf(block);
    if (element === null) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    this.focusedBlock = block;
  }

  /** Where the view begins on screen, in CSS px. */
  get topPx(): number {
    return this.#scroller?.getBoundingClientRect().top ?? 0;
  }

  /** Boxes of a range of a block's text on screen, one a line. */
  boxesOf(block: string, range: { readonly start: number; readonly end: number }): readonly DOMRect[] {
    const element = this.elementOf(block);
    const found = element === null ? null : domRange(element, range.start, range.end);
    return found === null ? [] : [...found.getClientRects()].filter(({ width }) => width > 0);
  }

  /** Scrolls only if the range cannot be seen with some room around it. */
  keepInSight(block: string, range: { readonly start: number; readonly end: number }): void {
    const [box] = this.boxesOf(block, range);
    if (this.#scroller === null || box === undefined) return;
    const view = this.#scroller.getBoundingClientRect();
    if (box.top >= view.top + ABOVE_PX && box.bottom <= view.bottom - ABOVE_PX) return;
    this.#scroller.scrollTop += box.top - view.top - view.height / 3;
    this.follow();
  }

  elementOf(block: string): HTMLElement | null {
    const element = document.getElementById(block);
    return element !== null && this.#article?.contains(element) === true ? element : null;
  }

  /** Call after scrolling. */
  follow(): void {
    this.topBlock = this.#blockAtTop()?.id ?? null;
  }

  /** Keeps the line being read where it is while `change` alters sizes. */
  async keepPlace(change: () => void | Promise<void>): Promise<void> {
    const place = this.place();
    const height = place === null ? 1 : (this.elementOf(place.block)?.offsetHeight ?? 1);
    await change();
    if (place === null) return;
    const now = this.elementOf(place.block)?.offsetHeight ?? height;
    this.restore({ block: place.block, offsetPx: (place.offsetPx / Math.max(1, height)) * now });
  }

  // Blocks follow each other down the page, so the one at the edge is found by halving.
  #blockAtTop(): HTMLElement | null {
    if (this.#scroller === null) return null;
    const edge = this.#scroller.getBoundingClientRect().top + ABOVE_PX + 8;
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.getBoundingClientRect().top ?? Infinity) <= edge) low = middle;
      else high = middle - 1;
    }
    return this.#blocks[low] ?? null;
  }
}

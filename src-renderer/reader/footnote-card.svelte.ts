/** The footnote that is open beside its reference: by the pointer for as long as it rests there, by a click until closed. */

/** Long enough to move from the reference into the card. */
const LEAVE_MS = 250;

export interface OpenFootnote {
  readonly number: number;
  readonly pinned: boolean;
  readonly anchor: HTMLElement;
}

export class FootnoteCard {
  open = $state.raw<OpenFootnote | null>(null);
  /** Where its reference is on screen. */
  box = $state.raw(new DOMRect());
  #timer = 0;

  /** A card that was pinned gives way only to a click. */
  show(number: number, anchor: HTMLElement, pinned: boolean): void {
    clearTimeout(this.#timer);
    if (!pinned && this.open?.pinned === true) return;
    this.box = anchor.getBoundingClientRect();
    this.open = { number, pinned, anchor };
  }

  leave(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.closeUnpinned(), LEAVE_MS);
  }

  stay(): void {
    clearTimeout(this.#timer);
  }

  /** The page scrolled: the card goes along with its reference, and goes away with it unless it is pinned. */
  follow(view: DOMRect): void {
    if (this.open === null) return;
    this.box = this.open.anchor.getBoundingClientRect();
    if (this.box.bottom < view.top || this.box.top > view.bottom) this.closeUnpinned();
  }

  closeUnpinned(): void {
    if (this.open?.pinned === false) this.close();
  }

  close(): void {
    this.open = null;
  }

  /** Closes and gives the keyboard back to the reference. */
  dismiss(): void {
    const anchor = this.open?.anchor;
    this.close();
    anchor?.focus({ preventScroll: true });
    // The focus that came back must not open it again.
    this.close();
  }
}

/** The one short message at the bottom of the window. */

const SHOWN_MS = 8000;

export interface Toast {
  readonly text: string;
  /** Offer "Hoàn tác" beside it. */
  readonly undoable: boolean;
}

export class Toaster {
  current = $state.raw<Toast | null>(null);
  #timer = 0;

  /** Stays until it is closed: for what one must not miss. */
  insist(text: string): void {
    clearTimeout(this.#timer);
    this.current = { text, undoable: false };
  }

  say(text: string, undoable = false): void {
    clearTimeout(this.#timer);
    this.current = { text, undoable };
    this.#timer = window.setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  dismiss(): void {
    this.current = null;
  }
}

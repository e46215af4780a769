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

  say(text: string, undoable = false): void {
    this.current = { text, undoable };
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  dismiss(): void {
    this.current = null;
  }
}

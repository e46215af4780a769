/** The way one came: back and forward through every jump, like a browser's. */
import type { Place } from '../../src-main/contract/delegate.ts';
import type { ViewName } from './panels.svelte.ts';

/** Where one was: the place in the report, and what lay over it. */
export interface Stop {
  readonly place: Place;
  readonly view: ViewName;
}

const STEPS_MAX = 100;

export class Trail {
  #behind = $state.raw<readonly Stop[]>([]);
  #ahead = $state.raw<readonly Stop[]>([]);
  readonly canGoBack = $derived(this.#behind.length > 0);
  readonly canGoForward = $derived(this.#ahead.length > 0);

  /** Before a jump: remembers the place it leaves. The way forward is forgotten. */
  leave(from: Stop): void {
    this.#behind = [...this.#behind, from].slice(-STEPS_MAX);
    this.#ahead = [];
  }

  /** Where back leads; null at the start. `from` becomes the way forward. */
  back(from: Stop): Stop | null {
    const to = this.#behind.at(-1) ?? null;
    if (to === null) return null;
    this.#behind = this.#behind.slice(0, -1);
    this.#ahead = [...this.#ahead, from];
    return to;
  }

  forward(from: Stop): Stop | null {
    const to = this.#ahead.at(-1) ?? null;
    if (to === null) return null;
    this.#ahead = this.#ahead.slice(0, -1);
    this.#behind = [...this.#behind, from];
    return to;
  }
}

/** Leaving the stage takes Escape twice, or held: one stray press in front of the room changes nothing. */

const TWICE_WITHIN_MS = 1500;
const HELD_MS = 600;

export interface EscapeKey {
  readonly type: string;
  readonly code: string;
  readonly isAutoRepeat: boolean;
  readonly atMs: number;
}

export class EscapeTwice {
  #pressedAtMs: number | null = null;

  /** True when this key completes the wish to leave. Any other key pressed in between starts anew. */
  press({ type, code, isAutoRepeat, atMs }: EscapeKey): boolean {
    if (type !== 'keyDown') return false;
    if (code !== 'Escape') {
      this.#pressedAtMs = null;
      return false;
    }
    const sinceMs = this.#pressedAtMs === null ? null : atMs - this.#pressedAtMs;
    if (isAutoRepeat) return sinceMs !== null && sinceMs >= HELD_MS;
    const leave = sinceMs !== null && sinceMs <= TWICE_WITHIN_MS;
    this.#pressedAtMs = leave ? null : atMs;
    return leave;
  }
}

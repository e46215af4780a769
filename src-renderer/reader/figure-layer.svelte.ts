/**
 * The figures that the text shows, block by block. They come after the first paint, a few blocks at a time while the
 * page is idle: a block is drawn anew only when its own figures arrive, and blocks without figures never are.
 */
import { flushSync } from 'svelte';
import type { ObservedFigure } from '../../src-main/contract/indicator.ts';

/** An idle moment must have at least this much left for one more block. */
const BLOCK_NEEDS_MS = 3;
/** A page that is never idle gets a block in this time all the same. */
const PATIENCE_MS = 500;

const none: readonly ObservedFigure[] = [];

class Cell {
  figures = $state.raw<readonly ObservedFigure[]>([]);
}

export class FigureLayer {
  readonly #cells: ReadonlyMap<string, Cell>;
  #pointerIsDown = false;

  // Made beforehand: a state that is made while it is read is not followed.
  constructor(blocks: readonly { readonly id: string }[]) {
    this.#cells = new Map(blocks.map(({ id }) => [id, new Cell()]));
  }

  /** Figures to show in a block; empty until they have come. */
  of(block: string): readonly ObservedFigure[] {
    return this.#cells.get(block)?.figures ?? none;
  }

  /** Shows the figures, first those of blocks from `from` on, which is where one reads. Resolves when all are shown. */
  async fill(byBlock: ReadonlyMap<string, readonly ObservedFigure[]>, from: string | null): Promise<void> {
    const down = (): void => void (this.#pointerIsDown = true);
    const up = (): void => void (this.#pointerIsDown = false);
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    const blocks = [...byBlock.keys()];
    const at = Math.max(0, blocks.indexOf(from ?? ''));
    const queue = [...blocks.slice(at), ...blocks.slice(0, at)];
    while (queue.length > 0) await this.#fillSome(queue, byBlock);
    window.removeEventListener('pointerdown', down, true);
    window.removeEventListener('pointerup', up, true);
  }

  #fillSome(queue: string[], byBlock: ReadonlyMap<string, readonly ObservedFigure[]>): Promise<void> {
    return new Promise((resolve) => {
      requestIdleCallback(
        (deadline) => {
          let shown = 0;
          // Drawn anew, a block would lose the selection that is being made or kept in it.
          while (
            !this.#isSelecting() &&
            queue.length > 0 &&
            (shown === 0 || deadline.timeRemaining() > BLOCK_NEEDS_MS)
          ) {
            const block = queue.shift() ?? '';
            const cell = this.#cells.get(block);
            // One block a flush, so that the time left can be known between two.
            if (cell !== undefined) flushSync(() => (cell.figures = byBlock.get(block) ?? none));
            shown++;
          }
          resolve();
        },
        { timeout: PATIENCE_MS },
      );
    });
  }

  #isSelecting(): boolean {
    return this.#pointerIsDown || document.getSelection()?.isCollapsed === false;
  }
}

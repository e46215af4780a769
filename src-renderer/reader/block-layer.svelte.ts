/**
 * What lies over the text block by block: figures, hits of a search. A few blocks are drawn at a time while the page is
 * idle, first those where one reads: a hundred blocks at once would hold up typing and scrolling.
 */
import { flushSync } from 'svelte';
import type { TextRange } from '../../src-main/contract/sentences.ts';

/** An idle moment must have at least this much left for one more block. */
const BLOCK_NEEDS_MS = 3;
/** A page that is never idle gets a block in this time all the same. */
const PATIENCE_MS = 500;

const nothing: readonly never[] = [];

class Cell<Item> {
  items = $state.raw<readonly Item[]>([]);
}

export class BlockLayer<Item extends TextRange> {
  readonly #cells: ReadonlyMap<string, Cell<Item>>;
  /** Grows with every `show`: an earlier one that is still drawing gives up. */
  #turn = 0;

  // Cells are made beforehand: a state that is made while it is read is not followed.
  constructor(blocks: readonly { readonly id: string }[]) {
    this.#cells = new Map(blocks.map(({ id }) => [id, new Cell<Item>()]));
  }

  /** Items to show in a block; none until its turn has come. */
  of(block: string): readonly Item[] {
    return this.#cells.get(block)?.items ?? nothing;
  }

  /** Shows these items and no others, blocks from `from` on first. Draws while `mayDraw` says so; resolves at the end. */
  async show(
    byBlock: ReadonlyMap<string, readonly Item[]>,
    from: string | null,
    mayDraw: () => boolean = () => true,
  ): Promise<void> {
    const turn = ++this.#turn;
    const blocks = [...this.#cells.keys()];
    const at = Math.max(0, blocks.indexOf(from ?? ''));
    const queue = [...blocks.slice(at), ...blocks.slice(0, at)].filter(
      (block) => !isSame(this.of(block), byBlock.get(block) ?? nothing),
    );
    while (queue.length > 0) {
      const deadline = await idle();
      if (turn !== this.#turn) return;
      for (let drawn = 0; queue.length > 0 && mayDraw(); drawn++) {
        if (drawn > 0 && deadline.timeRemaining() <= BLOCK_NEEDS_MS) break;
        const block = queue.shift() ?? '';
        // One block a flush, so that the time left can be known between two.
        flushSync(() => this.#set(block, byBlock.get(block) ?? nothing));
      }
    }
  }

  /** Shows one block's items at once. */
  showNow(block: string, items: readonly Item[]): void {
    if (!isSame(this.of(block), items)) this.#set(block, items);
  }

  #set(block: string, items: readonly Item[]): void {
    const cell = this.#cells.get(block);
    if (cell !== undefined) cell.items = items;
  }
}

const idle = (): Promise<IdleDeadline> =>
  new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: PATIENCE_MS });
  });

/** Nothing needs to be drawn anew for the same ranges. */
const isSame = (a: readonly TextRange[], b: readonly TextRange[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(({ start, end }, index) => b[index]?.start === start && b[index].end === end));

/** Figures wait while one selects: drawn anew, a block would lose the selection that is being made or kept in it. */
export async function showUnlessSelecting<Item extends TextRange>(
  layer: BlockLayer<Item>,
  byBlock: ReadonlyMap<string, readonly Item[]>,
  from: string | null,
): Promise<void> {
  let pointerIsDown = false;
  const down = (): void => void (pointerIsDown = true);
  const up = (): void => void (pointerIsDown = false);
  window.addEventListener('pointerdown', down, true);
  window.addEventListener('pointerup', up, true);
  const isSelecting = (): boolean => pointerIsDown || document.getSelection()?.isCollapsed === false;
  await layer.show(byBlock, from, () => !isSelecting());
  window.removeEventListener('pointerdown', down, true);
  window.removeEventListener('pointerup', up, true);
}

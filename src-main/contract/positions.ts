/**
 * The document as one text, for selectors: all blocks in reading order (footnotes last) joined by "\n". A document
 * offset counts UTF-16 units in that text, so a selection may span blocks and still be one range.
 */
import type { Block, BlockRange } from './briefing.ts';

type PositionedBlock = Pick<Block, 'id' | 'text'>;

export class Positions {
  readonly text: string;
  readonly #starts = new Map<string, number>();

  constructor(private readonly blocks: readonly PositionedBlock[]) {
    let at = 0;
    for (const block of blocks) {
      this.#starts.set(block.id, at);
      at += block.text.length + 1;
    }
    this.text = blocks.map((block) => block.text).join('\n');
  }

  /** Document offset of an offset in a block; null for a block that this document does not have. */
  toDocument(block: string, offset: number): number | null {
    const start = this.#starts.get(block);
    return start === undefined ? null : start + offset;
  }

  /** The parts of a document range, one a block that it touches; empty parts are left out. */
  toBlocks(start: number, end: number): readonly BlockRange[] {
    const ranges: BlockRange[] = [];
    for (let index = this.#indexAt(start); index < this.blocks.length; index++) {
      const block = this.blocks[index];
      if (block === undefined) break;
      const from = this.#starts.get(block.id) ?? 0;
      if (from >= end) break;
      const range = {
        block: block.id,
        start: Math.max(0, start - from),
        end: Math.min(block.text.length, end - from),
      };
      if (range.start < range.end) ranges.push(range);
    }
    return ranges;
  }

  /** Index of the block that holds the document offset (the last one that starts at or before it). */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const block = this.blocks[middle];
      if (block !== undefined && (this.#starts.get(block.id) ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

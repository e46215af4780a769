/** Draws units of text into an element. The page and the twin it is measured in are drawn by this one function. */
import { segments } from '../../src-main/contract/segments.ts';
import type { StageBlock } from '../../src-main/contract/stage.ts';
import type { Unit } from './paging.ts';

/** Sizes of the text at 1080p, in px: the usual one, down to the smallest that the last row can read. */
export const sizes = [46, 42, 38, 34, 31, 28] as const;
export const usualSize = sizes[0];
export const smallestSize = 28;

export function draw(
  element: HTMLElement,
  blocks: readonly StageBlock[],
  units: readonly Unit[],
  size: number,
): void {
  element.style.setProperty('--size', String(size));
  const paragraphs: HTMLElement[] = [];
  let last: number | null = null;
  for (const unit of units) {
    const block = blocks[unit.block];
    if (block === undefined) continue;
    if (unit.block !== last) {
      const paragraph = document.createElement(unit.heading ? 'h2' : 'p');
      paragraph.dataset['address'] = block.address;
      paragraphs.push(paragraph);
      last = unit.block;
    }
    paragraphs.at(-1)?.append(...pieces(block, unit));
  }
  element.replaceChildren(...paragraphs);
}

function pieces(block: StageBlock, { start, end }: Unit): readonly Node[] {
  const text = block.text.slice(start, end);
  const bold = block.bold.map((mark) => ({ start: mark.start - start, end: mark.end - start, value: true }));
  return segments(text, bold).map((piece) => {
    if (piece.values.length === 0) return document.createTextNode(piece.text);
    const strong = document.createElement('strong');
    strong.textContent = piece.text;
    return strong;
  });
}

/** The largest size at which the units fit into `heightPx` of the twin; null if none does. */
export function fittingSize(
  twin: HTMLElement,
  heightPx: number,
  blocks: readonly StageBlock[],
  units: readonly Unit[],
): number | null {
  for (const size of sizes) {
    draw(twin, blocks, units, size);
    if (twin.scrollHeight <= heightPx) return size;
  }
  return null;
}

/** Dividing a section into pages that the room can read, without cutting a sentence. Pure: measuring is passed in. */
import { sentences } from '../../src-main/contract/sentences.ts';
import type { StageBlock } from '../../src-main/contract/stage.ts';

/** A sentence (or a heading, whole) of one block; UTF-16 range in the block's text. */
export interface Unit {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
}

export type StagePage = readonly Unit[];

/** True if the units fit on one page. `smallest`: at the smallest size that the last row can still read. */
export type Fits = (units: readonly Unit[], smallest: boolean) => boolean;

export function unitsOf(blocks: readonly StageBlock[]): readonly Unit[] {
  return blocks.flatMap(({ text, heading }, block): readonly Unit[] =>
    heading
      ? [{ block, start: 0, end: text.length, heading }]
      : sentences(text).map(({ start, end }) => ({ block, start, end, heading })),
  );
}

/**
 * Fills pages in order with as many whole sentences as fit at the usual size. A sentence that needs a page of its own
 * gets one, at a smaller size if it must; one that no page can hold is divided behind a semicolon, comma or word. A
 * heading never ends a page while words of its section follow.
 */
export function planPages(blocks: readonly StageBlock[], fits: Fits): readonly StagePage[] {
  const units = unitsOf(blocks).flatMap((unit) => divide(unit, blocks[unit.block]?.text ?? '', fits));
  const pages: StagePage[] = [];
  let page: Unit[] = [];
  for (const unit of units) {
    if (page.length > 0 && !fits([...page, unit], false)) {
      const carried: Unit[] = [];
      while (page.length > 1 && page.at(-1)?.heading === true) carried.unshift(page.pop() as Unit);
      // A page of headings alone stays: there is nothing to keep them with.
      pages.push(page);
      page = [...carried, unit];
    } else page.push(unit);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

/** The unit itself where a page can hold it; otherwise its longest leading parts that a page can hold. */
function divide(unit: Unit, text: string, fits: Fits): readonly Unit[] {
  if (fits([unit], true)) return [unit];
  const parts: Unit[] = [];
  let start = unit.start;
  while (start < unit.end) {
    const rest = { ...unit, start };
    if (fits([rest], true)) return [...parts, rest];
    let low = start + 1;
    let high = unit.end;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fits([{ ...rest, end: middle }], true)) low = middle;
      else high = middle - 1;
    }
    const end = cutBefore(text, start, low);
    parts.push({ ...rest, end });
    start = end;
  }
  return parts;
}

function cutBefore(text: string, start: number, limit: number): number {
  for (const mark of ['; ', ', ', ' ']) {
    const at = text.lastIndexOf(mark, limit - mark.length);
    if (at > start + (limit - start) / 3) return at + mark.length;
  }
  return Math.max(start + 1, limit);
}

/** Index of the page that shows a block first; 0 if none does. */
export function pageOfBlock(pages: readonly StagePage[], block: number): number {
  return Math.max(
    0,
    pages.findIndex((page) => page.some((unit) => unit.block === block)),
  );
}

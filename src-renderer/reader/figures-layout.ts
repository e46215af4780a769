/** Which rows of a long table are in sight. Heights are fixed by kind, so a place is found by halving. */
import type { TableItem } from './figures-rows.ts';

/** CSS px; the stylesheet of the table says the same. */
export const rowHeightsPx: Readonly<Record<TableItem['kind'], number>> = { group: 40, row: 66 };

export interface PlacedItem {
  readonly item: TableItem;
  readonly index: number;
  readonly topPx: number;
}

export class RowLayout {
  readonly #tops: Float64Array;

  constructor(private readonly items: readonly TableItem[]) {
    this.#tops = new Float64Array(items.length + 1);
    for (const [index, { kind }] of items.entries())
      this.#tops[index + 1] = (this.#tops[index] ?? 0) + rowHeightsPx[kind];
  }

  get heightPx(): number {
    return this.#tops[this.items.length] ?? 0;
  }

  boxOf(index: number): { readonly top: number; readonly bottom: number } {
    return { top: this.#tops[index] ?? 0, bottom: this.#tops[index + 1] ?? 0 };
  }

  /** The items that any part of lies between two heights, in order. */
  between(topPx: number, bottomPx: number): readonly PlacedItem[] {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tops[middle + 1] ?? 0) <= topPx) low = middle + 1;
      else high = middle;
    }
    const found: PlacedItem[] = [];
    for (let index = low; index < this.items.length; index++) {
      const [item, top] = [this.items[index], this.#tops[index] ?? 0];
      if (item === undefined || top >= bottomPx) break;
      found.push({ item, index, topPx: top });
    }
    return found;
  }
}

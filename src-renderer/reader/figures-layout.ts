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
  /** Made once: a row that stays in sight stays the same object, and nothing of it is drawn again. */
  readonly #placed: readonly PlacedItem[];
  readonly heightPx: number;

  constructor(items: readonly TableItem[]) {
    let topPx = 0;
    this.#placed = items.map((item, index) => {
      const placed = { item, index, topPx };
      topPx += rowHeightsPx[item.kind];
      return placed;
    });
    this.heightPx = topPx;
  }

  /** Zero for what is not there. */
  boxOf(index: number): { readonly top: number; readonly bottom: number } {
    const placed = this.#placed[index];
    return placed === undefined
      ? { top: 0, bottom: 0 }
      : { top: placed.topPx, bottom: placed.topPx + rowHeightsPx[placed.item.kind] };
  }

  /** The items that any part of lies between two heights, in order. */
  between(topPx: number, bottomPx: number): readonly PlacedItem[] {
    const from = this.#firstWhere((index) => this.boxOf(index).bottom > topPx);
    const to = this.#firstWhere((index) => this.boxOf(index).top >= bottomPx);
    return this.#placed.slice(from, to);
  }

  /** Index of the first item that holds, where all behind it do as well; the length for none. */
  #firstWhere(holds: (index: number) => boolean): number {
    let low = 0;
    let high = this.#placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

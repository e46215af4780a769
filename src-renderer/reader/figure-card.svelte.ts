/** The figure that is open beside its place in the text, until it is closed or scrolled away. */
import type { ObservedFigure } from '../../src-main/contract/indicator.ts';
import type { Numbers } from './numbers.svelte.ts';
import type { Page } from './page.svelte.ts';
import type { Report } from './report.ts';

export class FigureCard {
  open = $state.raw<ObservedFigure | null>(null);
  /** Where it is on screen. */
  box = $state.raw(new DOMRect());
  #before: HTMLElement | null = null;

  constructor(
    private readonly report: Report,
    private readonly page: Page,
    private readonly numbers: Numbers,
  ) {}

  /** A footnote's figures stand in the list of figures where the source has it, on the page behind all others. */
  readonly #inReadingOrder = $derived.by(() => {
    const order = new Map(this.report.blocks.map(({ id }, index) => [id, index]));
    const placeOf = ({ block }: ObservedFigure): number => order.get(block) ?? -1;
    const figures = [...this.numbers.figures].sort((a, b) => placeOf(a) - placeOf(b) || a.start - b.start);
    return { figures, order };
  });

  /** Opens beside the line of the figure that lies at `nearY`, where it goes over several. */
  show(figure: ObservedFigure, nearY: number | null = null): void {
    const focused = document.activeElement;
    if (this.open === null) this.#before = focused instanceof HTMLElement ? focused : null;
    this.box = this.#boxOf(figure, nearY) ?? new DOMRect();
    this.open = figure;
  }

  /** Goes to the next or previous figure: from the open one, else from the block the keyboard is on or one reads. */
  step(by: 1 | -1): void {
    const next = this.#next(by);
    if (next === null) return;
    this.page.keepInSight(next.block, next);
    this.show(next);
  }

  /** The page scrolled: the card goes along with its figure, and goes away with it. */
  follow(view: DOMRect): void {
    if (this.open === null) return;
    const box = this.#boxOf(this.open, this.box.top);
    if (box === null || box.bottom < view.top || box.top > view.bottom) this.dismiss();
    else this.box = box;
  }

  close(): void {
    this.open = null;
    this.#before = null;
  }

  /** Closes and gives the keyboard back: to what had it, or to the block of the figure. */
  dismiss(): void {
    const figure = this.open;
    const before = this.#before;
    this.close();
    if (figure === null) return;
    const isUsable = before !== null && before !== document.body && before.isConnected;
    if (isUsable) before.focus({ preventScroll: true });
    else this.page.take(figure.block);
  }

  #next(by: 1 | -1): ObservedFigure | null {
    const { figures, order } = this.#inReadingOrder;
    if (this.open !== null) {
      const at = figures.findIndex(({ id }) => id === this.open?.id);
      return figures[at + by] ?? null;
    }
    const from = this.page.focusedBlock ?? this.page.topBlock;
    const start = order.get(from ?? '') ?? 0;
    const isAhead = ({ block }: ObservedFigure): boolean => (order.get(block) ?? -1) >= start;
    if (by === -1) return figures.findLast((figure) => (order.get(figure.block) ?? Infinity) < start) ?? null;
    // Of a long block that one is in the middle of, the first figure that can be seen.
    const top = this.page.focusedBlock === null ? this.page.topPx : -Infinity;
    return (
      figures.find((figure) => isAhead(figure) && (this.#boxOf(figure, null)?.bottom ?? top) > top) ?? null
    );
  }

  #boxOf({ block, start, end }: ObservedFigure, nearY: number | null): DOMRect | null {
    const boxes = this.page.boxesOf(block, { start, end });
    if (nearY === null) return boxes[0] ?? null;
    const distance = (box: DOMRect): number => Math.abs((box.top + box.bottom) / 2 - nearY);
    return [...boxes].sort((a, b) => distance(a) - distance(b))[0] ?? null;
  }
}

/**
 * A Svelte action: puts a fixed element under a box on screen, or above it where there is no room, inside the window and
 * not over its top bar. `--room` is how high it may be at most.
 */

const GAP_PX = 8;

function place(element: HTMLElement, box: DOMRect): void {
  const ceiling = (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0) + GAP_PX;
  element.style.setProperty('--room', `${window.innerHeight - ceiling - GAP_PX}px`);
  const { width, height } = element.getBoundingClientRect();
  const below = box.bottom + GAP_PX;
  const above = box.top - GAP_PX - height;
  const fitsBelow = below + height <= window.innerHeight - GAP_PX;
  const top = fitsBelow || above < ceiling ? Math.min(below, window.innerHeight - height - GAP_PX) : above;
  const left = Math.min(
    Math.max(box.left + box.width / 2 - width / 2, GAP_PX),
    window.innerWidth - width - GAP_PX,
  );
  element.style.top = `${Math.max(ceiling, top)}px`;
  element.style.left = `${Math.max(GAP_PX, left)}px`;
}

export function beside(element: HTMLElement, box: DOMRect): { update: (box: DOMRect) => void } {
  place(element, box);
  return { update: (next) => place(element, next) };
}

/** The same, above by preference: a toolbar must not lie over the words that follow a selection. */
export function above(element: HTMLElement, box: DOMRect): { update: (box: DOMRect) => void } {
  const put = (at: DOMRect): void => {
    const { height } = element.getBoundingClientRect();
    if (at.top - GAP_PX - height < GAP_PX) return place(element, at);
    place(element, at);
    element.style.top = `${at.top - GAP_PX - height}px`;
  };
  put(box);
  return { update: put };
}

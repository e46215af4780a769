/**
 * The first screen before the rest: blocks far from where one reads are in the page from the start, but their lines
 * are broken only after the first paint. Two thirds of a report's layout then delay nobody.
 */

/** Children of the article laid out at once, from a little above the place being read: more than a tall screen holds. */
const ABOVE = 2;
const BELOW = 16;

/** Puts off the layout of what is far from `around` (from the top where it is null). Returns the way to end that. */
export function putOffLayout(article: Element, around: Element | null): () => void {
  const children = [...article.children];
  const at = Math.max(
    0,
    children.findIndex((child) => around !== null && child.contains(around)),
  );
  const far = children.filter((_child, index) => index < at - ABOVE || index > at + BELOW);
  for (const child of far) child.classList.add('far');
  return () => {
    for (const child of far) child.classList.remove('far');
  };
}

/** Resolves when the next frame has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

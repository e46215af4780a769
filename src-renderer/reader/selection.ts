/** From what is selected on screen to a range of the document's text, and back. */
import type { Positions } from '../../src-main/contract/positions.ts';

export interface DocumentRange {
  readonly start: number;
  readonly end: number;
}

/** Elements of the article that are blocks, in reading order. */
export function blockElements(article: Element): readonly HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>('[data-address]')];
}

/** UTF-16 offset of a point within an element's text: 0 before it, its length behind it. */
function offsetWithin(element: Element, node: Node, offset: number): number {
  const point = document.createRange();
  point.setStart(node, offset);
  const whole = document.createRange();
  whole.selectNodeContents(element);
  if (point.compareBoundaryPoints(Range.START_TO_START, whole) <= 0) return 0;
  const before = document.createRange();
  before.setStart(element, 0);
  if (whole.comparePoint(node, offset) > 0) before.setEnd(element, element.childNodes.length);
  else before.setEnd(node, offset);
  return before.toString().length;
}

/** The document range of a DOM range inside the article, without white space at its ends; null if nothing is left. */
export function documentRange(article: Element, range: Range, positions: Positions): DocumentRange | null {
  const touched = blockElements(article).filter((element) => range.intersectsNode(element));
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  let start = positions.toDocument(first.id, offsetWithin(first, range.startContainer, range.startOffset));
  let end = positions.toDocument(last.id, offsetWithin(last, range.endContainer, range.endOffset));
  if (start === null || end === null) return null;
  while (start < end && /\s/u.test(positions.text[start] ?? '')) start++;
  while (end > start && /\s/u.test(positions.text[end - 1] ?? '')) end--;
  return start < end ? { start, end } : null;
}

/** A DOM range over a range of one block's text; null if the element holds less text than that. */
export function domRange(element: Element, start: number, end: number): Range | null {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!begun && start <= at + length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return null;
}

/** Lines before their words are read: what kind each is, how deep its heading, and where its content starts. */
import type { HtmlTable } from './html-tables.ts';
import type { Ink } from './ink.ts';
import type { Line } from './lines.ts';
import { isGridRule } from './tables.ts';

export interface Raw {
  readonly line: Line;
  /** `html` stands for all lines of a table written in HTML. */
  readonly kind: 'text' | 'table' | 'html' | 'blank' | 'page';
  readonly hashes: number;
  readonly contentStart: number;
  readonly html?: HtmlTable;
}

const prefix = /^[^\S\r\n]*(?:>[^\S\r\n]?)*[^\S\r\n]*/;
const hashes = /^#{1,6}(?=[\s\p{L}\p{N}*_"“])[^\S\r\n]*/u;
// A rule drawn with signs, under a letterhead or between pages.
const rule = /^[-=_*~–—+•·]{3,}(?:[oO0]{1,3}[-=_*~–—+•·]{2,})?$/u;
// Some tools turn every numbered paragraph into a list item: "- 1. Vị trí …", "- a) Sở …", "- -Như trên".
const doubledMarker = /^[-*+]\s+(?=(?:\d{1,2}[.)]|[a-zđ]\)|[-+•][\p{L}\s])\s*\S)/u;

/** Sets rules and prefixes as markup. */
export function readRaw(ink: Ink, line: Line): Raw {
  const text = ink.source.slice(line.start, line.end);
  if (ink.visible(line.start, line.end).trim() === '') {
    const isPage = line.endsPage || pageComment.test(text);
    return { line, kind: isPage ? 'page' : 'blank', hashes: 0, contentStart: line.end };
  }
  if (text.length <= 400 && rule.test(text.replace(/[\s\\]+/g, '')) && !isGridRule(text)) {
    markWords(ink, line.start, line.end);
    return { line, kind: 'page', hashes: 0, contentStart: line.end };
  }
  const before = prefix.exec(text)?.[0] ?? '';
  const heading = hashes.exec(text.slice(before.length, before.length + 40))?.[0] ?? '';
  const afterHeading = before.length + heading.length;
  const doubled = doubledMarker.exec(text.slice(afterHeading, afterHeading + 40))?.[0] ?? '';
  const contentStart = line.start + afterHeading + doubled.length;
  if (before.includes('>') || heading !== '' || doubled !== '') markWords(ink, line.start, contentStart);
  if (heading !== '') {
    const closing = /[^\S\r\n]#+[^\S\r\n]*$/.exec(text.slice(-40));
    if (closing !== null) markWords(ink, line.end - closing[0].length, line.end);
  }
  return { line, kind: 'text', hashes: heading.trim().length, contentStart };
}

const pageComment = /<!--[^>]{0,40}\b(?:page|trang)\b/iu;

/** Comments are nobody's text, wherever they stand and however many lines they take. */
export function hideComments(ink: Ink): void {
  const { source } = ink;
  for (let at = source.indexOf('<!--'); at !== -1;) {
    const end = source.indexOf('-->', at + 4);
    if (end === -1) return;
    markWords(ink, at, end + 3);
    at = source.indexOf('<!--', end + 3);
  }
}

/** Sets everything but white space and controls as markup. */
export function markWords(ink: Ink, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    if (ink.isText(at) && !/\s/.test(ink.source[at] ?? '')) ink.set(at, at + 1, 'markup');
  }
}

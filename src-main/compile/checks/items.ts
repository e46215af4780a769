/** A stretch of text as a list of things. */
import { bracketAround } from './scene.ts';
import type { Passage } from './scene.ts';
import type { Stretch } from './parts.ts';

export interface Items {
  readonly items: readonly Stretch[];
  /** What stands between them. Commas may also stand inside an item. */
  readonly separator: ';' | ',' | 'number';
  /** Each is a short name that begins like the others, or with a capital: commas part them and nothing else. */
  readonly areNames: boolean;
  /** "…", "v.v.": there are more. */
  readonly isOpen: boolean;
}

const LIST_MAX = 4000;
const ITEMS_MAX = 80;

/** Null where fewer than two things are listed. */
export function itemsOf(passage: Passage, start: number, end: number): Items | null {
  const stop = Math.min(end, start + LIST_MAX);
  const text = passage.text.slice(start, stop);
  if (end > stop) return null;
  const isOpen = /…|\.{3}|v\.v|vân vân|,\.{2}/.test(text) || /^\s*như\s/.test(text.toLowerCase());
  const numbered = numberedItems(text, start);
  if (numbered.length >= 2) return { items: numbered, separator: 'number', areNames: false, isOpen };
  const semicolons = split(passage, start, stop, /;/g);
  // One thing a sentence, too: a footnote may end each with a full stop. But prose is no list.
  if (semicolons.length >= 2)
    return { items: closed(passage, semicolons), separator: ';', areNames: false, isOpen };
  if (/[.?!]\s+\p{Lu}/u.test(text.trimEnd().slice(0, -1))) return null;
  const commas = split(passage, start, stop, /,(?=\s)|\svà(?=\s)/g);
  if (commas.length < 2) return null;
  return { items: commas, separator: ',', areNames: areNames(passage, commas), isOpen };
}

/** "(1) … (2) …", "(i) … (ii) …", "thứ nhất …, thứ hai …" counting up from one. */
function numberedItems(text: string, offset: number): Stretch[] {
  const marks = Array.from(text.matchAll(/\((\d{1,2})\)\s/g));
  if (marks.some((mark, index) => Number(mark[1]) !== index + 1)) return [];
  return marks.slice(0, ITEMS_MAX).map((mark, index) => {
    const start = mark.index + mark[0].length;
    return trimmed(text, start, marks[index + 1]?.index ?? text.length, offset);
  });
}

/** Pieces between separators that stand in no bracket of their own. */
function split(passage: Passage, start: number, end: number, separator: RegExp): Stretch[] {
  const text = passage.text.slice(start, end);
  const level = bracketAround(passage, start)?.open ?? -1;
  const pieces: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    if ((bracketAround(passage, start + match.index)?.open ?? -1) !== level) continue;
    if (isInQuotes(text, match.index)) continue;
    pieces.push(trimmed(text, from, match.index, start));
    from = match.index + match[0].length;
    if (pieces.length > ITEMS_MAX) return [];
  }
  pieces.push(trimmed(text, from, text.length, start));
  return pieces.filter((piece) => piece.end > piece.start);
}

const isInQuotes = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 120), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
};

/** What follows the last item in its sentence and begins a new one ("và 03 Đề án khác") is no part of it. */
function closed(passage: Passage, items: readonly Stretch[]): Stretch[] {
  return items.map(({ start, end }, index) => {
    if (index < items.length - 1) return { start, end };
    const further = /\svà\s+\d/.exec(passage.text.slice(start, end));
    return { start, end: further === null ? end : start + further.index };
  });
}

function trimmed(text: string, start: number, end: number, offset: number): Stretch {
  const piece = text.slice(start, end);
  const lead = /^[\s:,;.+-]*(?:và\s+)?/u.exec(piece)?.[0].length ?? 0;
  const body = piece.slice(lead).replace(/[\s,;.]+$/u, '');
  return { start: offset + start + lead, end: offset + start + lead + body.length };
}

function areNames(passage: Passage, items: readonly Stretch[]): boolean {
  const texts = items.map(({ start, end }) => passage.text.slice(start, end));
  const words = texts.map((text) => text.split(/\s+/));
  if (words.some((each) => each.length > 7)) return false;
  const heads = new Set(words.map(([head]) => head?.toLowerCase()));
  return (
    (heads.size === 1 && words.every((each) => each.length > 1)) ||
    texts.every((text) => /^\p{Lu}/u.test(text))
  );
}

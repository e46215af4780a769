/** The words around a place in a text, short enough to be read beside others. Pure. */
import { sentences } from './sentences.ts';

export interface ExcerptRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of an excerpt; offsets count in the whole text. */
export interface ExcerptPiece extends ExcerptRange {
  readonly text: string;
  /** It is one of the places asked for. */
  readonly marked: boolean;
  /** Words were left out before it: of its own sentence, or between it and the piece before. */
  readonly cut: boolean;
}

export interface Excerpt {
  readonly pieces: readonly ExcerptPiece[];
  /** Words of the last sentence were left out behind the last piece. */
  readonly cut: boolean;
}

/** UTF-16 units kept on each side of a place, less where its sentence begins or ends. */
const AROUND_CHARS = 96;
/** Gaps shorter than this are not worth a cut. */
const GAP_CHARS = 32;
/** A clause that is longer is no quote any more. */
export const CLAUSE_CHARS_MAX = 240;

/** The places with the words around them, each within its own sentence. Overlapping and empty places are harmless. */
export function excerpt(text: string, places: readonly ExcerptRange[], around = AROUND_CHARS): Excerpt {
  const ordered = places
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const all = sentences(text);
  const windows: { start: number; end: number; cut: boolean }[] = [];
  let cutAtEnd = false;
  for (const place of ordered) {
    const start = wordFrom(text, Math.max(startOf(all, place.start), place.start - around), place.start);
    const end = wordUpTo(text, Math.min(endOf(all, place.end, text), place.end + around), place.end);
    const last = windows.at(-1);
    if (end >= (last?.end ?? 0)) cutAtEnd = text.slice(end, endOf(all, place.end, text)).trim() !== '';
    if (last !== undefined && start <= last.end + GAP_CHARS) last.end = Math.max(last.end, end);
    else windows.push({ start, end, cut: last !== undefined || start > startOf(all, place.start) });
  }
  const pieces: ExcerptPiece[] = [];
  for (const window of windows) {
    let at = window.start;
    let { cut } = window;
    const push = (to: number, marked: boolean): void => {
      if (to <= at) return;
      pieces.push({ start: at, end: to, text: text.slice(at, to), marked, cut });
      cut = false;
      at = to;
    };
    for (const place of ordered) {
      if (place.end <= at || place.start >= window.end) continue;
      push(place.start, false);
      push(place.end, true);
    }
    push(window.end, false);
  }
  return { pieces, cut: cutAtEnd };
}

/** The same as one line: "…tổ chức 71 phiên họp, 126 cuộc họp…". */
export function excerptText(text: string, places: readonly ExcerptRange[], around = AROUND_CHARS): string {
  const { pieces, cut } = excerpt(text, places, around);
  const words = pieces.map((piece) => (piece.cut ? `… ${piece.text}` : piece.text)).join('');
  return `${words}${cut ? '…' : ''}`.replace(/\s+/gu, ' ').replace(/ …/gu, '…').replace(/^… /u, '…').trim();
}

/**
 * The clause around a range: up to the nearest semicolon, colon, bracket or sentence end on each side, without white
 * space and commas at its ends. The range itself where the clause would be too long for a quote.
 */
export function clauseAround(text: string, { start, end }: ExcerptRange): ExcerptRange {
  const from = Math.max(0, start - CLAUSE_CHARS_MAX);
  let clauseStart = start;
  while (clauseStart > from && !opensClause(text, clauseStart)) clauseStart--;
  let clauseEnd = end;
  const to = Math.min(text.length, end + CLAUSE_CHARS_MAX);
  while (clauseEnd < to && !closesClause(text, clauseEnd)) clauseEnd++;
  while (clauseStart < start && /[\s,]/u.test(text[clauseStart] ?? '')) clauseStart++;
  while (clauseEnd > end && /[\s,]/u.test(text[clauseEnd - 1] ?? '')) clauseEnd--;
  return clauseEnd - clauseStart > CLAUSE_CHARS_MAX ? { start, end } : { start: clauseStart, end: clauseEnd };
}

/** A clause begins at `at`: what stands before it ends one. */
function opensClause(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (/[;:()\n]/u.test(before)) return true;
  // "1.358" is one number; "đạt. Năm" are two sentences.
  return /[.!?]/u.test(before) && /\s/u.test(text[at] ?? ' ');
}

function closesClause(text: string, at: number): boolean {
  const here = text[at] ?? '';
  if (/[;:)\n]/u.test(here)) return true;
  return /[.!?]/u.test(here) && /\s/u.test(text[at + 1] ?? ' ');
}

function startOf(all: readonly ExcerptRange[], at: number): number {
  return all.findLast(({ start }) => start <= at)?.start ?? 0;
}

function endOf(all: readonly ExcerptRange[], at: number, text: string): number {
  return all.find(({ end }) => end >= at)?.end ?? text.length;
}

/** The first word that begins at or behind `at`, but not behind `limit`. */
function wordFrom(text: string, at: number, limit: number): number {
  if (at === 0 || /\s/u.test(text[at - 1] ?? '')) return at;
  for (let next = at; next < limit; next++) if (/\s/u.test(text[next] ?? '')) return next + 1;
  return at === limit ? limit : at;
}

/** The end of the last word that ends at or before `at`, but not before `limit`. */
function wordUpTo(text: string, at: number, limit: number): number {
  if (at >= text.length || /\s/u.test(text[at] ?? '')) return at;
  for (let next = at; next > limit; next--) if (/\s/u.test(text[next] ?? '')) return next;
  return limit;
}

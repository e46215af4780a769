/** Emphasis and references, read in the source, as marks over a block's text. */
import type { Mark, SourceRange } from '../contract/briefing.ts';
import type { Reference } from './footnotes.ts';
import type { Emphasis } from './markup.ts';

/** What a document's marks are made of: ordered source ranges that do not overlap within one list. */
export interface MarkSources {
  readonly bold: readonly SourceRange[];
  readonly italic: readonly SourceRange[];
  readonly references: readonly Reference[];
}

export function markSources(emphases: readonly Emphasis[], references: readonly Reference[]): MarkSources {
  const ofKind = (kind: Emphasis['kind']): SourceRange[] =>
    disjoint(emphases.filter((emphasis) => emphasis.kind === kind));
  return { bold: ofKind('bold'), italic: ofKind('italic'), references };
}

/** Overlapping ranges become one; in order. */
function disjoint(ranges: readonly SourceRange[]): SourceRange[] {
  const merged: SourceRange[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

type ToBlock = (offset: number, side: 'start' | 'end') => number;

/** Marks of one block, in order; `toBlock` maps its source offsets to its text. */
export function marksOf(sources: readonly SourceRange[], from: MarkSources, toBlock: ToBlock): Mark[] {
  const marks: Mark[] = [];
  for (const kind of ['bold', 'italic'] as const) {
    let last: Mark | undefined;
    for (const part of within(sources, from[kind])) {
      const start = toBlock(part.start, 'start');
      const end = toBlock(part.end, 'end');
      if (start >= end) continue;
      // Pieces that only markup or a line end parts are one mark.
      if (last !== undefined && start <= last.end + 1) {
        marks.pop();
        last = { kind, start: last.start, end, footnote: null };
      } else last = { kind, start, end, footnote: null };
      marks.push(last);
    }
  }
  for (const reference of within(sources, from.references)) {
    const start = toBlock(reference.start, 'start');
    const end = toBlock(reference.end, 'end');
    if (start < end) marks.push({ kind: 'footnote-ref', start, end, footnote: reference.range.number });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The parts of `ranges` that lie in the sources, each with the range it comes from. */
function within<R extends SourceRange>(
  sources: readonly SourceRange[],
  ranges: readonly R[],
): (SourceRange & { range: R })[] {
  const parts: (SourceRange & { range: R })[] = [];
  for (const source of sources) {
    for (let index = firstEndingAfter(ranges, source.start); index < ranges.length; index++) {
      const range = ranges[index];
      if (range === undefined || range.start >= source.end) break;
      parts.push({ start: Math.max(range.start, source.start), end: Math.min(range.end, source.end), range });
    }
  }
  return parts;
}

function firstEndingAfter(ranges: readonly SourceRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

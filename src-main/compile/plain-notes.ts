/**
 * Footnotes whose marks are no superscripts: "1 Gồm các …" at the foot of a page, "(1) Theo …", "[1] Trong đó …". A line
 * is one only where the text above points to it with the same number, so that no list turns into footnotes.
 */
import { isExponent } from './footnotes.ts';
import type { Raised } from './markup.ts';
import type { ScannedLine, TextLine } from './scan.ts';

type Form = 'bare' | 'round' | 'square';

/** A place that may point to a footnote. Offsets are UTF-16 units of the source, of the digits alone. */
interface Pointer {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly form: Form | 'raised';
}

interface Candidate {
  readonly index: number;
  readonly form: Form;
  readonly mark: Raised;
}

export interface PlainNotes {
  readonly lines: readonly ScannedLine[];
  /** All raised digits, with those that the plain notes are pointed to by, in source order. */
  readonly raised: readonly Raised[];
}

const openings: readonly (readonly [Form, RegExp])[] = [
  ['bare', /^(\d{1,3})\s+(?=["“(]?\p{Lu})/u],
  ['round', /^\((\d{1,3})\)\s*(?=["“]?[\p{L}\d])/u],
  ['square', /^\[(\d{1,3})\]\s*(?=["“(]?[\p{L}\d])/u],
];

export function readPlainNotes(
  source: string,
  lines: readonly ScannedLine[],
  raised: readonly Raised[],
): PlainNotes {
  const groups = groupsOf(source, lines);
  if (groups.length === 0) return { lines, raised };
  const pointers = pointersOf(source, raised, lines);
  const notes = new Map<number, Candidate>();
  const found: Raised[] = [];
  let from = 0;
  for (const group of groups) {
    const below = from;
    const pairs = group.map((candidate) => ({ candidate, pointer: pointerTo(candidate, pointers, below) }));
    if (pairs.some(({ pointer }) => pointer === null)) continue;
    for (const { candidate, pointer } of pairs) {
      if (pointer === null) continue;
      notes.set(candidate.index, candidate);
      if (pointer.form !== 'raised') found.push({ ...pointer, explicit: true, definition: false });
    }
    from = group.at(-1)?.mark.end ?? from;
  }
  return {
    lines: lines.map((line, index): ScannedLine => {
      const note = notes.get(index);
      return line.kind === 'text' && note !== undefined ? { ...line, note: note.mark, opener: null } : line;
    }),
    raised: [...raised, ...found].sort((a, b) => a.start - b.start),
  };
}

/** Candidates that follow one another with nothing but their own further lines between them, numbers counting up. */
function groupsOf(source: string, lines: readonly ScannedLine[]): Candidate[][] {
  const groups: Candidate[][] = [];
  let group: Candidate[] = [];
  let others = 0;
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  lines.forEach((line, index) => {
    if (line.kind === 'page' || line.kind === 'table') close();
    if (line.kind !== 'text') return;
    const candidate = candidateOf(source, line, index);
    if (candidate === null) {
      if (++others > 3 || line.note !== null) close();
      return;
    }
    const last = group.at(-1);
    if (last !== undefined && (last.form !== candidate.form || last.mark.value + 1 !== candidate.mark.value))
      close();
    others = 0;
    group.push(candidate);
  });
  close();
  return groups;
}

function candidateOf(source: string, line: TextLine, index: number): Candidate | null {
  if (line.note !== null || line.hashes > 0 || line.bold || line.isContents) return null;
  for (const [form, pattern] of openings) {
    const digits = pattern.exec(line.text)?.[1];
    if (digits === undefined) continue;
    const start = source.indexOf(digits, line.start);
    if (start === -1 || start >= line.end || Number(digits) < 1) return null;
    // Brackets go with the digits that they hold.
    const outer = form === 'bare' ? 0 : 1;
    const isHeld = outer === 0 || /[[(]/.test(source[start - 1] ?? '');
    if (!isHeld) return null;
    const escape = source[start + digits.length] === '\\' ? 1 : 0;
    const mark: Raised = {
      start: start - outer,
      end: start + digits.length + (outer === 0 ? 0 : outer + escape),
      value: Number(digits),
      explicit: false,
      definition: false,
    };
    return { index, form, mark };
  }
  return null;
}

// "so với cùng kỳ(1).", "đạt 99,7% (2)", "kiểm tra[3]": after the word, and nothing of the sentence right behind it.
const held = /(?<=[\p{L}\p{M}\d%)”"*][ ]?)\\?([([])(\d{1,3})\\?[)\]](?=[\s.,;:)”"*]|$)/gu;
// "chưa bền vững1;": a superscript that recognition flattened, behind a word in small letters and no unit.
const bare = /(?<=[\p{Ll}\p{M}]{2})(?<!(?:^|[^\p{L}\p{M}])[kcdmh]m)(\d{1,2})(?=[\s.,;:)”"]|$)/gmu;

/** By the number that they point to, in source order. */
type Pointers = ReadonlyMap<number, readonly Pointer[]>;

function pointersOf(source: string, raised: readonly Raised[], lines: readonly ScannedLine[]): Pointers {
  const opened = new Set(
    lines.flatMap((line) => (line.kind === 'text' && line.note ? [line.note.start] : [])),
  );
  const pointers: Pointer[] = raised
    .filter((digits) => !opened.has(digits.start) && !isExponent(source, digits))
    .map(({ start, end, value }) => ({ start, end, value, form: 'raised' }));
  for (const match of source.matchAll(held)) {
    const start = match.index + match[0].indexOf(match[2] ?? '');
    const end = start + (match[2]?.length ?? 0);
    pointers.push({ start, end, value: Number(match[2]), form: match[1] === '[' ? 'square' : 'round' });
  }
  for (const match of source.matchAll(bare)) {
    const end = match.index + match[0].length;
    pointers.push({ start: match.index, end, value: Number(match[1]), form: 'bare' });
  }
  const byValue = new Map<number, Pointer[]>();
  for (const pointer of pointers.sort((a, b) => a.start - b.start)) {
    const same = byValue.get(pointer.value);
    if (same === undefined) byValue.set(pointer.value, [pointer]);
    else same.push(pointer);
  }
  return byValue;
}

/** The last place above a candidate that points to it, below the footnotes of the page before. */
function pointerTo({ mark, form }: Candidate, pointers: Pointers, from: number): Pointer | null {
  const same = pointers.get(mark.value) ?? [];
  for (let at = lastBefore(same, mark.start); at >= 0; at--) {
    const pointer = same[at];
    if (pointer === undefined || pointer.start < from) break;
    if (pointer.form === form || pointer.form === 'raised') return pointer;
  }
  return null;
}

function lastBefore(pointers: readonly Pointer[], offset: number): number {
  let low = 0;
  let high = pointers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pointers[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

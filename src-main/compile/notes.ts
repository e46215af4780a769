/** Pairs footnotes with the places that point to them, and says what does not pair. */
import type { Block, BlockRange, Footnote, Problem } from '../contract/briefing.ts';

export interface NoteBlock {
  readonly number: number;
  readonly block: Block;
  /** Source offset of the footnote's own text. */
  readonly start: number;
  readonly end: number;
}

export interface RefPlace {
  readonly number: number;
  readonly range: BlockRange;
  readonly start: number;
  readonly end: number;
  /** Stands inside a footnote's own text. */
  readonly inFootnote: boolean;
}

export interface Paired {
  readonly footnotes: readonly Footnote[];
  readonly problems: readonly Problem[];
}

/** `notes` and `refs` in source order. A number that several pages use is paired page by page. */
export function pairFootnotes(notes: readonly NoteBlock[], refs: readonly RefPlace[]): Paired {
  const problems: Problem[] = [];
  const add = (
    code: Problem['code'],
    { start, end }: { start: number; end: number },
    message: string,
  ): void => {
    problems.push({ code, message, start, end });
  };
  const refsOf = byNumber(refs);
  const notesOf = byNumber(notes);
  const pairs = new Map<NoteBlock, RefPlace>();
  const used = new Set<RefPlace>();
  const pair = (note: NoteBlock, ref: RefPlace): void => {
    pairs.set(note, ref);
    used.add(ref);
  };
  for (const [number, group] of notesOf) {
    const inText = (refsOf.get(number) ?? []).filter((ref) => !ref.inFootnote);
    let next = 0;
    group.forEach((note, index) => {
      const isLast = index === group.length - 1;
      const ref = inText[next];
      if (ref === undefined || (!isLast && ref.start > note.start)) return;
      pair(note, ref);
      // What else points to this number above the footnote repeats the reference; below it, the next one is meant.
      do next++;
      while (!isLast && (inText[next]?.start ?? Infinity) < note.start);
    });
    // Numbers that begin again on each page are in order as long as each is pointed to.
    if (group.some((note) => !pairs.has(note)))
      for (const note of group.slice(1))
        add(
          'footnote-repeated',
          note,
          `Chú thích ${number} có hơn một lần. Hãy xem lại số thứ tự của chú thích.`,
        );
    const lone = group[0];
    if (lone === undefined || inText.length > 0) continue;
    // Another footnote's text may be what points to it, never its own.
    const other = refsOf.get(number)?.find((ref) => ref.range.block !== lone.block.id);
    if (other !== undefined) pair(lone, other);
  }
  for (const note of notes) {
    if (!pairs.has(note)) {
      add(
        'footnote-without-ref',
        note,
        `Chú thích ${note.number} không có chỗ dẫn trong bài. Hãy tìm chỗ cần ghi số ${note.number}.`,
      );
    }
  }
  for (const ref of refs) {
    if (used.has(ref)) continue;
    if (notesOf.has(ref.number)) {
      add(
        'ref-repeated',
        ref,
        `Số chú thích ${ref.number} được dẫn thêm một lần nữa. Hãy xem lại: có thể là số thừa hoặc số khác.`,
      );
    } else {
      add(
        'ref-without-footnote',
        ref,
        `Có số dẫn chú thích ${ref.number} nhưng không có chú thích nào mang số này. Hãy xem lại bản gốc.`,
      );
    }
  }
  const footnotes = notes.map((note) => ({
    number: note.number,
    block: note.block.id,
    ref: pairs.get(note)?.range ?? null,
  }));
  return { footnotes, problems };
}

function byNumber<T extends { readonly number: number }>(things: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.number);
    if (group === undefined) groups.set(thing.number, [thing]);
    else group.push(thing);
  }
  return groups;
}

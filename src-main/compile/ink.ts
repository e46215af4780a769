/**
 * What every character of the source is: text that a reader sees, or a separator with a kind and a meaning. One code a
 * UTF-16 unit, so that the tiling law (nothing lost, nothing told twice) holds by construction and not by care.
 */
import { separatorKinds } from '../contract/briefing.ts';
import type { Separator, SeparatorKind, SourceRange } from '../contract/briefing.ts';

const TEXT = 0;
const STANDS_FOR_SPACE = 0x40;

const kindCode = Object.fromEntries(separatorKinds.map((kind, index) => [kind, index + 1])) as Record<
  SeparatorKind,
  number
>;

/** All offsets are UTF-16 units of the source. Everything is text until it is set otherwise. */
export class Ink {
  readonly #codes: Uint8Array;

  constructor(readonly source: string) {
    this.#codes = new Uint8Array(source.length);
  }

  isText(at: number): boolean {
    return this.#codes[at] === TEXT;
  }

  /** Whether the character is a separator that stands for a space. */
  isSpacing(at: number): boolean {
    return ((this.#codes[at] ?? 0) & STANDS_FOR_SPACE) !== 0;
  }

  set(start: number, end: number, kind: SeparatorKind, as: '' | ' ' = ''): void {
    this.#codes.fill(kindCode[kind] | (as === ' ' ? STANDS_FOR_SPACE : 0), start, end);
  }

  /** Takes back what a separator stood for; its kind stays. */
  silence(at: number): void {
    const code = this.#codes[at];
    if (code !== undefined) this.#codes[at] = code & ~STANDS_FOR_SPACE;
  }

  restore(start: number, end: number): void {
    this.#codes.fill(TEXT, start, end);
  }

  /** The text characters of a range, white space and all. */
  visible(start: number, end: number): string {
    let text = '';
    for (const run of this.textRuns(start, end)) text += this.source.slice(run.start, run.end);
    return text;
  }

  /** Maximal runs of text within a range. */
  textRuns(start: number, end: number): SourceRange[] {
    const runs: SourceRange[] = [];
    let from = -1;
    for (let at = start; at < end; at++) {
      if (this.#codes[at] === TEXT) {
        if (from === -1) from = at;
      } else if (from !== -1) {
        runs.push({ start: from, end: at });
        from = -1;
      }
    }
    if (from !== -1) runs.push({ start: from, end });
    return runs;
  }

  /** Maximal runs of one kind and one meaning, in source order. */
  separators(): Separator[] {
    const found: Separator[] = [];
    const codes = this.#codes;
    for (let start = 0; start < codes.length;) {
      const code = codes[start] ?? TEXT;
      let end = start + 1;
      while (end < codes.length && codes[end] === code) end++;
      const kind = separatorKinds[(code & ~STANDS_FOR_SPACE) - 1];
      if (kind !== undefined) found.push({ start, end, kind, as: code & STANDS_FOR_SPACE ? ' ' : '' });
      start = end;
    }
    return found;
  }
}

/**
 * Offsets in a block's text and offsets in the source, both ways. Exact for every letter with its marks, also where the
 * source is decomposed (NFD) and the block is not.
 */
import type { Block, BlockRange, CompiledDocument, Separator, SourceRange } from '../contract/briefing.ts';

type MappedBlock = Pick<Block, 'sources' | 'text'>;

/**
 * What stands between two sources of one block: the separators that directly follow the first. Whatever comes later in
 * the gap (footnotes at a page's foot and their own separators) stands for nothing.
 */
export function gapText(separators: readonly Separator[], from: number, to: number): string {
  let text = '';
  let at = from;
  for (let index = firstAt(separators, from); at < to; index++) {
    const separator = separators[index];
    if (separator?.start !== at) break;
    text += separator.as;
    at = separator.end;
  }
  return text;
}

/** Index of the first separator that starts at or after the offset. */
function firstAt(separators: readonly Separator[], offset: number): number {
  let low = 0;
  let high = separators.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((separators[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sources and what stands between them, before normalisation. The block's text is this in NFC. */
export function rawText(
  source: string,
  sources: readonly SourceRange[],
  separators: readonly Separator[],
): string {
  let text = '';
  sources.forEach((range, index) => {
    const previous = sources[index - 1];
    if (previous !== undefined) text += gapText(separators, previous.end, range.start);
    text += source.slice(range.start, range.end);
  });
  return text;
}

// Letters with their marks, and Hangul syllables, compose only among themselves.
const cluster = /[\u1100-\u11ff\uac00-\ud7a3\ua960-\ua97f\ud7b0-\ud7ff]+\p{M}*|\P{M}\p{M}*|\p{M}+/gu;

/** Where a piece of the raw text starts in the raw text and in the source. */
interface Piece extends SourceRange {
  readonly raw: number;
}

export class SourceMap {
  readonly #pieces: Piece[] = [];
  /** Starts of clusters in the raw and in the NFC text; empty where the two texts are the same. */
  readonly #rawStarts: number[] = [];
  readonly #textStarts: number[] = [];
  readonly #rawLength: number;
  readonly #textLength: number;

  constructor(source: string, block: MappedBlock, separators: readonly Separator[]) {
    let raw = 0;
    block.sources.forEach((range, index) => {
      const previous = block.sources[index - 1];
      if (previous !== undefined) raw += gapText(separators, previous.end, range.start).length;
      this.#pieces.push({ start: range.start, end: range.end, raw });
      raw += range.end - range.start;
    });
    this.#rawLength = raw;
    this.#textLength = block.text.length;
    const whole = rawText(source, block.sources, separators);
    if (whole !== block.text) this.#alignClusters(whole, block.text);
  }

  #alignClusters(raw: string, text: string): void {
    let at = 0;
    for (const match of raw.matchAll(cluster)) {
      this.#rawStarts.push(match.index);
      this.#textStarts.push(at);
      at += match[0].normalize('NFC').length;
    }
    // Text that composes across what we take for a cluster: one cluster, never a wrong place inside it.
    if (at !== text.length) {
      this.#rawStarts.splice(0, Infinity, 0);
      this.#textStarts.splice(0, Infinity, 0);
    }
  }

  /** The source ranges of a block range, one a piece of source that it touches; whole letters. */
  toSource(start: number, end: number): SourceRange[] {
    const from = this.#cross(this.#textStarts, this.#rawStarts, start, this.#rawLength, false);
    const to = this.#cross(this.#textStarts, this.#rawStarts, end, this.#rawLength, true);
    const ranges: SourceRange[] = [];
    for (let index = Math.max(0, this.#lastPiece('raw', from)); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index];
      if (piece === undefined || piece.raw >= to) break;
      const first = Math.max(from, piece.raw);
      const last = Math.min(to, piece.raw + piece.end - piece.start);
      if (first < last)
        ranges.push({ start: piece.start + first - piece.raw, end: piece.start + last - piece.raw });
    }
    return ranges;
  }

  /** Block offset of a source offset; between two sources a start goes to the next one, an end to the one before. */
  toBlock(offset: number, side: 'start' | 'end'): number {
    const index = this.#lastPiece('start', offset);
    const piece = this.#pieces[index];
    let raw = piece === undefined ? 0 : piece.raw + Math.min(offset, piece.end) - piece.start;
    const next = this.#pieces[index + 1];
    if (side === 'start' && next !== undefined && (piece === undefined || offset >= piece.end))
      raw = next.raw;
    return this.#cross(this.#rawStarts, this.#textStarts, raw, this.#textLength, side === 'end');
  }

  /** Index of the last piece that starts at or before an offset of the source or of the raw text; -1 for none. */
  #lastPiece(space: 'start' | 'raw', offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.[space] ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** An offset of one text in the other: the start, or `up` the end, of the letter it falls in. */
  #cross(
    from: readonly number[],
    to: readonly number[],
    offset: number,
    length: number,
    up: boolean,
  ): number {
    if (from.length === 0) return Math.min(offset, length);
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((from[middle] ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    const inside = offset - (from[index] ?? 0);
    if (inside === 0) return to[index] ?? 0;
    const sizeFrom = (from[index + 1] ?? Infinity) - (from[index] ?? 0);
    const next = to[index + 1] ?? length;
    if (sizeFrom === next - (to[index] ?? 0)) return (to[index] ?? 0) + inside;
    return up ? next : (to[index] ?? 0);
  }
}

/** Where ranges of a document's blocks lie in the source; the map of a block is made when first asked for. */
export class SourcePlaces {
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #maps = new Map<string, SourceMap>();

  constructor(
    private readonly document: Pick<CompiledDocument, 'blocks' | 'separators'>,
    private readonly source: string,
  ) {
    this.#blocks = new Map(document.blocks.map((block) => [block.id, block]));
  }

  blockOf(id: string): Block {
    const block = this.#blocks.get(id);
    if (block === undefined) throw new Error(`no block ${id}`);
    return block;
  }

  /** The parts of the range between page breaks and markup, in order. */
  rangesOf({ block: id, start, end }: BlockRange): readonly SourceRange[] {
    let map = this.#maps.get(id);
    if (map === undefined) {
      map = new SourceMap(this.source, this.blockOf(id), this.document.separators);
      this.#maps.set(id, map);
    }
    return map.toSource(start, end);
  }

  /** From the first to the last character of the range, with whatever a page break put between. */
  of(range: BlockRange): SourceRange {
    const ranges = this.rangesOf(range);
    const at = this.blockOf(range.block).sources[0]?.start ?? 0;
    return { start: ranges[0]?.start ?? at, end: ranges.at(-1)?.end ?? at };
  }
}

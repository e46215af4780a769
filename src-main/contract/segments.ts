/** Cutting a block's text where its marks, highlights and hits begin and end, so that overlaps render flat. */

export interface Layer<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export interface Segment<T> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Values of all layers that cover this piece, in the order given. */
  readonly values: readonly T[];
}

/**
 * Pieces of `text` between consecutive layer borders. The pieces joined are `text`; a layer outside it is clipped.
 * O((n + m) log m) for m layers that rarely overlap.
 */
export function segments<T>(text: string, layers: readonly Layer<T>[]): readonly Segment<T>[] {
  const clipped = layers
    .map(({ start, end, value }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), value }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...clipped.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces: Segment<T>[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index] ?? 0;
    const end = cuts[index + 1] ?? 0;
    const values = clipped
      .filter((layer) => layer.start <= start && layer.end >= end)
      .map((layer) => layer.value);
    pieces.push({ start, end, text: text.slice(start, end), values });
  }
  return pieces;
}

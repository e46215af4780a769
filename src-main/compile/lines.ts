/** Physical lines of a source, whatever system wrote their ends. */

/** `[start, end)` is the line without its end, `[end, next)` the line end. Offsets are UTF-16 units of the source. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Ends in a form feed: the next line is on another page. */
  readonly endsPage: boolean;
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of source.matchAll(lineEnd)) {
    const next = match.index + match[0].length;
    lines.push({ start, end: match.index, next, endsPage: match[0] === '\f' });
    start = next;
  }
  if (start < source.length) lines.push({ start, end: source.length, next: source.length, endsPage: false });
  return lines;
}

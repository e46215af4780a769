/** Fixes the white space of one block: which of it is text, which surplus, and what a line end or page break stands for. */
import { isWhite } from './characters.ts';
import type { Span } from './drafts.ts';
import type { Ink } from './ink.ts';

/**
 * Between two visible characters at most one space remains: a space as printed, or a separator that stands for one.
 * White space at either end of the block is `blank`. No space stands where the break itself cut a number or a name
 * ("2021-" | "2026", "15/" | "NQ-HĐND") or before closing punctuation.
 */
export function settleSpaces(ink: Ink, spans: readonly Span[]): void {
  const { source } = ink;
  let gap: number[] = [];
  let crossed: Break | null = null;
  let seen = '';
  for (const [index, span] of spans.entries()) {
    const previous = spans[index - 1];
    if (previous !== undefined) {
      // What directly follows the line or the half stands for the break; what comes later stands for nothing.
      for (let at = previous.end; at < span.start && (isWhite(source[at] ?? '') || ink.isSpacing(at)); at++)
        gap.push(at);
      crossed = crossed === 'join' ? 'join' : span.before;
    }
    for (let at = span.start; at < span.end; at++) {
      const character = source[at] ?? '';
      if (ink.isText(at) ? isWhite(character) : ink.isSpacing(at)) gap.push(at);
      else if (ink.isText(at)) {
        if (gap.length > 0) closeGap(ink, gap, seen === '' ? 'edge' : crossed, seen, character);
        seen = (gap.length > 0 ? ' ' : seen.slice(-1)) + character;
        gap = [];
        crossed = null;
      }
    }
  }
  if (gap.length > 0) closeGap(ink, gap, 'edge', '', '');
}

type Break = 'line-break' | 'join';

/** `seen` are the two characters before the gap, `after` is the one that follows. */
function closeGap(
  ink: Ink,
  gap: readonly number[],
  crossed: Break | 'edge' | null,
  seen: string,
  after: string,
): void {
  const { source } = ink;
  const first = gap[0] ?? 0;
  const firstIsWhite = isWhite(source[first] ?? '');
  // Only the first run stands for the space; a later one, behind markup, would double it.
  let run = 0;
  while (gap[run] === first + run && isWhite(source[first + run] ?? '') === firstIsWhite) run++;
  const kind = crossed === 'edge' ? 'blank' : (crossed ?? 'space');
  const as = crossed === 'edge' || (crossed !== null && joinsTightly(seen, after)) ? '' : ' ';
  const keepsPrinted = crossed === null && firstIsWhite && source[first] !== '\t' && ink.isText(first);
  gap.forEach((at, index) => {
    if (keepsPrinted && index === 0) return;
    const meaning = !keepsPrinted && index < run ? as : '';
    // A separator that is markup ("<br>", "&nbsp;") keeps its kind; white space takes the one given.
    if (isWhite(source[at] ?? '')) ink.set(at, at + 1, kind, meaning);
    else if (meaning === '') ink.silence(at);
  });
}

/** "2021-" | "2026" and "15/" | "NQ-HĐND" are one word; closing punctuation follows without a space. */
function joinsTightly(seen: string, after: string): boolean {
  return /[^\s][-‑/]$/.test(seen) || /^[,.;:!?)%”’\]]/.test(after);
}

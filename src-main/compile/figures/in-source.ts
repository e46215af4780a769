/**
 * Numbers by their place in the source text, and those that are no block's text: the marks that open footnotes, the
 * numbers of pages and lists. Together they hold every digit of the source once.
 */
import type { Block, BlockRange, CompiledDocument, Separator } from '../../contract/briefing.ts';
import type { NonFigureClass, Numeral } from '../../contract/figure.ts';
import { SourcePlaces } from '../source-map.ts';
import { findFigures } from './find-figures.ts';

/**
 * `start` and `end` are UTF-16 offsets of the source as stored; `address` is that of the block, or of the footnote that
 * a mark opens. `inBlock` is null for what is no block's text.
 */
export type SourceNumeral = Numeral & {
  readonly address: string | null;
  readonly inBlock: BlockRange | null;
};

export const findFiguresInSource = (document: CompiledDocument, source: string): SourceNumeral[] =>
  placeInSource(findFigures(document), document, source);

/** In source order. A number that a page break divides starts in one part and ends in the other. */
export function placeInSource(
  numerals: readonly Numeral[],
  document: CompiledDocument,
  source: string,
): SourceNumeral[] {
  const places = new SourcePlaces(document, source);
  const inBlocks = numerals.map((numeral): Placed => {
    const { block, start, end } = numeral;
    const ranges = places.rangesOf({ block, start, end });
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first === undefined || last === undefined)
      throw new Error(`a number outside the source, in ${block}`);
    const at = { start: first.start, end: last.end, firstEnd: first.end };
    return { ...numeral, ...at, address: places.blockOf(block).address, inBlock: { block, start, end } };
  });
  const notes = document.blocks.filter((block) => block.kind === 'footnote').sort(bySource);
  let next = 0;
  const outside = document.separators.flatMap((separator) => {
    while (next < notes.length && (notes[next]?.sources[0]?.start ?? 0) < separator.end) next++;
    const opened = separator.kind === 'footnote-mark' ? notes[next]?.address : undefined;
    return numeralsOfSeparator(separator, source, opened ?? null);
  });
  return apart([...inBlocks, ...outside].sort((a, b) => a.start - b.start));
}

type Placed = SourceNumeral & { readonly firstEnd: number };

/**
 * Ranges that never overlap. Where a page break divides a number, the numbers of the page's foot lie in between: that
 * of the page itself goes, and of a number with footnotes inside it only the first part is given.
 */
function apart(ordered: readonly Placed[]): SourceNumeral[] {
  const kept: Placed[] = [];
  for (const numeral of ordered) {
    const last = kept.at(-1);
    if (last !== undefined && numeral.start < last.end) {
      if (numeral.inBlock === null) continue;
      kept[kept.length - 1] = { ...last, end: last.firstEnd };
    }
    kept.push(numeral);
  }
  return kept.map(({ firstEnd: _, ...numeral }) => numeral);
}

const bySource = (a: Block, b: Block): number => (a.sources[0]?.start ?? 0) - (b.sources[0]?.start ?? 0);

const classes: Readonly<Partial<Record<Separator['kind'], NonFigureClass>>> = {
  'footnote-mark': 'footnote_mark',
};

function numeralsOfSeparator(separator: Separator, source: string, address: string | null): Placed[] {
  const text = source.slice(separator.start, separator.end);
  return Array.from(text.matchAll(/\p{N}+/gu), (match): Placed => ({
    kind: 'non-figure',
    class: classes[separator.kind] ?? 'section',
    block: '',
    text: match[0],
    start: separator.start + match.index,
    end: separator.start + match.index + match[0].length,
    address,
    inBlock: null,
    firstEnd: separator.start + match.index + match[0].length,
  }));
}

/**
 * Numbers by their place in the source text, and those that are no block's text: the marks that open footnotes, the
 * numbers of pages and lists. Together they hold every digit of the source once.
 */
import type { Block, BlockRange, CompiledDocument, Separator } from '../../contract/briefing.ts';
import type { NonFigureClass, Numeral } from '../../contract/figure.ts';
import { SourceMap } from '../source-map.ts';
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
  const blocks = new Map(document.blocks.map((block) => [block.id, block]));
  const maps = new Map<string, SourceMap>();
  const mapOf = (block: Block): SourceMap => {
    const known = maps.get(block.id) ?? new SourceMap(source, block, document.separators);
    maps.set(block.id, known);
    return known;
  };
  const inBlocks = numerals.flatMap((numeral): SourceNumeral[] => {
    const block = blocks.get(numeral.block);
    if (block === undefined) return [];
    const ranges = mapOf(block).toSource(numeral.start, numeral.end);
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { start, end } = numeral;
    const inBlock = { block: block.id, start, end };
    return [{ ...numeral, start: first.start, end: last.end, address: block.address, inBlock }];
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

/** Without what lies inside another's range: the number of a page whose break divides a number of the text. */
function apart(ordered: readonly SourceNumeral[]): SourceNumeral[] {
  let end = 0;
  return ordered.filter((numeral) => {
    if (numeral.start < end) return false;
    end = numeral.end;
    return true;
  });
}

const bySource = (a: Block, b: Block): number => (a.sources[0]?.start ?? 0) - (b.sources[0]?.start ?? 0);

const classes: Readonly<Partial<Record<Separator['kind'], NonFigureClass>>> = {
  'footnote-mark': 'footnote_mark',
};

function numeralsOfSeparator(separator: Separator, source: string, address: string | null): SourceNumeral[] {
  const text = source.slice(separator.start, separator.end);
  return Array.from(text.matchAll(/\p{N}+/gu), (match): SourceNumeral => ({
    kind: 'non-figure',
    class: classes[separator.kind] ?? 'section',
    block: '',
    text: match[0],
    start: separator.start + match.index,
    end: separator.start + match.index + match[0].length,
    address,
    inBlock: null,
  }));
}

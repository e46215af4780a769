/**
 * Numbers by their place in the source text, and those that are no block's text: the marks that open footnotes, the
 * numbers of pages and lists. Together they hold every digit of the source once.
 */
import type { Block, CompiledDocument, Separator } from '../../contract/briefing.ts';
import type { NonFigureClass, Numeral } from '../../contract/figure.ts';
import { SourceMap } from '../source-map.ts';
import { findFigures } from './find-figures.ts';

/** `start` and `end` are UTF-16 offsets of the source as stored; `address` is that of the block, null outside all. */
export type SourceNumeral = Numeral & { readonly address: string | null };

/** In source order. A number that a page break divides starts in one part and ends in the other. */
export function findFiguresInSource(document: CompiledDocument, source: string): SourceNumeral[] {
  const blocks = new Map(document.blocks.map((block) => [block.id, block]));
  const maps = new Map<string, SourceMap>();
  const mapOf = (block: Block): SourceMap => {
    const known = maps.get(block.id) ?? new SourceMap(source, block, document.separators);
    maps.set(block.id, known);
    return known;
  };
  const inBlocks = findFigures(document).flatMap((numeral): SourceNumeral[] => {
    const block = blocks.get(numeral.block);
    if (block === undefined) return [];
    const ranges = mapOf(block).toSource(numeral.start, numeral.end);
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ ...numeral, start: first.start, end: last.end, address: block.address }];
  });
  const outside = document.separators.flatMap((separator) => numeralsOfSeparator(separator, source));
  return [...inBlocks, ...outside].sort((a, b) => a.start - b.start);
}

const classes: Readonly<Partial<Record<Separator['kind'], NonFigureClass>>> = {
  'footnote-mark': 'footnote_mark',
};

function numeralsOfSeparator(separator: Separator, source: string): SourceNumeral[] {
  const text = source.slice(separator.start, separator.end);
  return Array.from(text.matchAll(/\p{N}+/gu), (match): SourceNumeral => ({
    kind: 'non-figure',
    class: classes[separator.kind] ?? 'section',
    block: '',
    text: match[0],
    start: separator.start + match.index,
    end: separator.start + match.index + match[0].length,
    address: null,
  }));
}

/** What the stage shows of a section, of indicators or of a check: public words and figures only. */
import type { Block, BriefingDocument, BriefingView, Section } from './briefing.ts';
import type { Check } from './check.ts';
import { placesOfCheck } from './check-places.ts';
import { excerpt } from './excerpt.ts';
import type { Indicator, ObservedFigure } from './indicator.ts';
import { messages as m } from './messages.ts';
import { seriesOf, shareUnit } from './series.ts';
import type { ChartContent, CheckContent, SectionContent, StageBlock } from './stage.ts';

const shown: ReadonlySet<Block['kind']> = new Set([
  'heading',
  'paragraph',
  'item',
  'cell',
  'title',
  'addressee',
]);

/** A number left blank in the source stays visibly blank: "…/BC-UBND". */
export const printedNumber = (number: string): string => (number.startsWith('/') ? `…${number}` : number);

/** "Báo cáo của Ủy ban nhân dân thành phố, số 12/BC-UBND": what the room reads under the text. */
export function sourceLine(document: BriefingDocument): string {
  const genre = document.genre ?? 'Tài liệu';
  const issuer = document.issuer === null ? '' : ` của ${document.issuer}`;
  const number = document.number === null ? '' : `, số ${printedNumber(document.number)}`;
  return `${genre}${issuer}${number}`;
}

/** All sections inside `section`, itself included, in document order. */
export function sectionsWithin(sections: readonly Section[], section: string): readonly Section[] {
  const inside = new Set([section]);
  return sections.filter(({ id, parent }) => {
    if (id !== section && !(parent !== null && inside.has(parent))) return false;
    inside.add(id);
    return true;
  });
}

/**
 * What the stage shows for a section: its own blocks and those of the sections in it, without footnotes. Null
 * section: what stands before the first one. Null where the document has no such section.
 */
export function sectionContent(view: BriefingView, section: string | null): SectionContent | null {
  const { document, sections, blocks } = view;
  const found = section === null ? null : sections.find(({ id }) => id === section);
  if (found === undefined) return null;
  const inside =
    found === null
      ? new Set([null])
      : new Set(sectionsWithin(sections, found.id).map(({ id }): string | null => id));
  return {
    kind: 'section',
    source: sourceLine(document),
    label: found?.label ?? document.genre ?? '',
    title: found?.title ?? document.title,
    // The section's own heading is the page's title already.
    blocks: blocks
      .filter(({ section: of, kind }) => inside.has(of) && shown.has(kind))
      .filter(({ section: of, kind }) => kind !== 'heading' || of !== found?.id)
      .map(stageBlock),
  };
}

/** An indicator with the figures that observe it, in reading order. */
export interface ObservedIndicator {
  readonly indicator: Indicator;
  readonly figures: readonly ObservedFigure[];
}

/** The chart of one indicator, or of several in one unit; null for none, and where the units differ. */
export function chartContent(
  { document, blocks }: BriefingView,
  observed: readonly ObservedIndicator[],
): ChartContent | null {
  const all = observed.map((each) => ({ ...each, series: seriesOf(each.figures) }));
  const [first] = all;
  if (first === undefined || !all.every(({ series }) => shareUnit(series, first.series))) return null;
  const used = new Set(all.flatMap(({ figures }) => figures.map(({ block }) => block)));
  const addresses = blocks.filter(({ id }) => used.has(id)).map(({ address }) => address);
  const { unit } = first.series;
  return {
    kind: 'chart',
    source: sourceLine(document),
    label:
      all.length === 1
        ? [first.indicator.detail, unit].filter((part) => part !== null).join(' · ')
        : (unit ?? ''),
    title: all.map(({ indicator }) => indicator.name).join('; '),
    address: m.places(addresses),
    unit,
    series: all.map(({ indicator, series }) => ({
      name: [indicator.name, indicator.detail].filter((part) => part !== null).join(', '),
      points: series.points.map((point) => ({ ...point })),
    })),
  };
}

/** A check: its sentence, and the words around each of its numbers with where they stand. */
export function checkContent({ document, blocks }: BriefingView, check: Check): CheckContent {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  return {
    kind: 'check',
    source: sourceLine(document),
    label: `${m.checks} · ${m.checkKindName(check.kind)}`,
    title: m.verdictName(check.verdict),
    sentence: check.sentence,
    quotes: placesOfCheck(check, (id) => byId.get(id) ?? null).map(({ address, text, operands }) => {
      const { pieces, cut } = excerpt(text, operands);
      return {
        address,
        pieces: pieces.map((piece) => ({ text: piece.text, marked: piece.marked, cut: piece.cut })),
        cut,
      };
    }),
  };
}

function stageBlock({ id, address, kind, text, marks }: Block): StageBlock {
  return {
    id,
    address,
    heading: kind === 'heading',
    text,
    bold: marks.filter((mark) => mark.kind === 'bold').map(({ start, end }) => ({ start, end })),
  };
}

/** The public words of one section as the stage shows them. */
import type { Block, BriefingDocument, BriefingView, Section } from './briefing.ts';
import type { StageBlock, StageContent } from './stage.ts';

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
export function stageContent(view: BriefingView, section: string | null): StageContent | null {
  const { document, sections, blocks } = view;
  const found = section === null ? null : sections.find(({ id }) => id === section);
  if (found === undefined) return null;
  const inside =
    found === null
      ? new Set([null])
      : new Set(sectionsWithin(sections, found.id).map(({ id }): string | null => id));
  return {
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

function stageBlock({ id, address, kind, text, marks }: Block): StageBlock {
  return {
    id,
    address,
    heading: kind === 'heading',
    text,
    bold: marks.filter((mark) => mark.kind === 'bold').map(({ start, end }) => ({ start, end })),
  };
}

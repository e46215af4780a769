/** What a delegate does from a figure or a check: note it, ask about it, copy it with its citation, show it to the room. */
import type { BlockRange } from '../../src-main/contract/briefing.ts';
import type { Check } from '../../src-main/contract/check.ts';
import { placesOfCheck, type CheckPlace } from '../../src-main/contract/check-places.ts';
import { quoteWithCitation } from '../../src-main/contract/citation.ts';
import { clauseAround, excerptText } from '../../src-main/contract/excerpt.ts';
import type { ObservedFigure } from '../../src-main/contract/indicator.ts';
import { messages as m } from '../../src-main/contract/messages.ts';
import { seriesOf } from '../../src-main/contract/series.ts';
import { describe } from '../../src-main/contract/selector.ts';
import type { Reader } from './reader.svelte.ts';

/** Where a check's operands stand in the report. */
export const placesOf = ({ report }: Pick<Reader, 'report'>, check: Check): readonly CheckPlace[] =>
  placesOfCheck(check, (id) => report.blockOf(id));

/** The clause that a figure stands in, as one line. */
export function quoteOf({ report }: Pick<Reader, 'report'>, { block, start, end }: BlockRange): string {
  const text = report.blockOf(block)?.text ?? '';
  const clause = clauseAround(text, { start, end });
  return text.slice(clause.start, clause.end).replace(/\s+/gu, ' ').trim();
}

const addressOf = ({ report }: Reader, block: string): string => report.blockOf(block)?.address ?? '';

export function askOnFigure(reader: Reader, figure: ObservedFigure): void {
  const text = m.questionOnQuote(quoteOf(reader, figure), addressOf(reader, figure.block));
  reader.draftQuestion(text, reader.report.outlineSectionOf(figure.block)?.id ?? null);
}

export function noteOnFigure(reader: Reader, figure: ObservedFigure): Promise<void> {
  return noteOn(reader, figure, null);
}

export function copyFigure(reader: Reader, figure: ObservedFigure): Promise<void> {
  const { document } = reader.report;
  return reader.copy(quoteWithCitation(document, quoteOf(reader, figure), addressOf(reader, figure.block)));
}

/** The room sees the series that the figure is part of; where it stands alone, the place it stands in. */
export function presentFigure(reader: Reader, { block, indicator }: ObservedFigure): Promise<void> {
  const { report, projection, numbers } = reader;
  const series = seriesOf(numbers.figuresByIndicator.get(indicator) ?? []);
  if (series.points.length > 1) return projection.present({ kind: 'chart', indicators: [indicator] });
  // Of a footnote, which the stage does not show, the place that points to it.
  const found = report.blockOf(block);
  const shown = found?.kind === 'footnote' ? (report.refOf(block)?.block ?? block) : block;
  const section = report.blockOf(shown)?.section ?? null;
  return projection.present({ kind: 'section', section, block: shown });
}

/** A question that quotes every place of the check and writes out its arithmetic, to be gone on with. */
export function askOnCheck(reader: Reader, check: Check): void {
  const places = placesOf(reader, check).map(({ address, text, operands }) =>
    m.placeSays(address, excerptText(text, operands)),
  );
  const first = check.operands[0]?.block ?? null;
  reader.draftQuestion(
    m.questionOnCheck(places, check.sentence),
    reader.report.outlineSectionOf(first)?.id ?? null,
  );
}

/** A note on the number that the check is about, with its sentence to begin with. */
export async function noteOnCheck(reader: Reader, check: Check): Promise<void> {
  const about = statedOf(check);
  if (about !== null) await noteOn(reader, about, check.sentence);
}

export function copyCheck(reader: Reader, check: Check): Promise<void> {
  const { document } = reader.report;
  const places = placesOf(reader, check).map(({ address, text, operands }) =>
    quoteWithCitation(document, excerptText(text, operands), address),
  );
  return reader.copy([check.sentence, ...places].join('\n'));
}

export const presentCheck = ({ projection }: Reader, { id }: Check): Promise<void> =>
  projection.present({ kind: 'check', check: id });

/** The operand that the check is about: the number that the text states, else the first one. */
export function statedOf({ operands }: Check): BlockRange | null {
  return operands.find(({ role }) => role === 'stated') ?? operands[0] ?? null;
}

/** Marks the clause, unless a mark is there already, and puts the keyboard into its note. */
async function noteOn(reader: Reader, about: BlockRange, begin: string | null): Promise<void> {
  const { report, marking, notebook, panels } = reader;
  const clause = clauseAround(report.blockOf(about.block)?.text ?? '', about);
  const start = report.positions.toDocument(about.block, clause.start);
  if (start === null) return;
  const end = start + clause.end - clause.start;
  const existing = marking.all.find(
    ({ placement }) => placement.kind !== 'orphan' && placement.start <= start && placement.end >= end,
  );
  const id =
    existing?.annotation.id ?? (await notebook.mark(describe(report.positions.text, start, end), 'yellow'));
  if (id === null) return;
  const note = notebook.notes.find(({ annotation }) => annotation === id);
  if (note === undefined && begin !== null) {
    const section = report.outlineSectionOf(about.block)?.id ?? null;
    await notebook.write(crypto.randomUUID(), { section, annotation: id }, `${begin}\n`);
  }
  if (panels.view !== 'report') reader.jump(about.block, clause);
  panels.showNotebook();
  reader.noteToFocus = note?.id ?? id;
}

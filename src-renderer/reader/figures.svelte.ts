/** The view “Số liệu”: what is searched, filtered, chosen and compared in it. Lives on while the report is read. */
import { cite, quoteWithCitation } from '../../src-main/contract/citation.ts';
import { figuresMessages as f } from '../../src-main/contract/figures-messages.ts';
import type { ObservedFigure } from '../../src-main/contract/indicator.ts';
import { messages as m } from '../../src-main/contract/messages.ts';
import { describe } from '../../src-main/contract/selector.ts';
import { sentences } from '../../src-main/contract/sentences.ts';
import { COMPARED_MAX, shareUnit } from '../../src-main/contract/series.ts';
import { figuresTsv } from './figures-tsv.ts';
import {
  columnYears,
  filtered,
  flags,
  grouped,
  noFilters,
  rowsOf,
  sorted,
  type FigureRow,
  type Filters,
  type Flag,
  type Grouping,
  type Sort,
  type SortKey,
} from './figures-rows.ts';
import type { Reader } from './reader.svelte.ts';

/** As many characters as `clipboard.write` takes. */
const CLIPBOARD_CHARS_MAX = 4_000_000;

/** A sentence of the document that states figures of an indicator. */
export interface SourceSentence {
  readonly block: string;
  readonly address: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Ranges of the figures in `text`. */
  readonly figures: readonly { readonly start: number; readonly end: number }[];
}

export class Figures {
  filters = $state.raw<Filters>(noFilters);
  grouping = $state<Grouping>('domain');
  sort = $state.raw<Sort>({ by: 'document', descending: false });
  /** Ids of the indicators that share a chart. */
  compared = $state.raw<readonly string[]>([]);
  asTable = $state(false);
  /** Columns for single years; the view sets it by its width. */
  yearsMax = $state(3);
  /** The chosen indicator's detail lies over the table, or the filters do, where they have no room beside it. */
  drawer = $state<'filters' | 'detail' | null>(null);
  busy = $state(false);

  constructor(readonly reader: Reader) {}

  readonly all = $derived.by((): readonly FigureRow[] => {
    const { numbers, report } = this.reader;
    const sections = new Map<string, ReturnType<typeof report.outlineSectionOf>>();
    return rowsOf({
      indicators: numbers.indicators,
      figuresByIndicator: numbers.figuresByIndicator,
      checksByFigure: numbers.checksByFigure,
      sectionOf: (block) => {
        const known = sections.get(block);
        if (known !== undefined) return known;
        const section = report.outlineSectionOf(block);
        sections.set(block, section);
        return section;
      },
    });
  });
  readonly facets = $derived(filtered(this.all, this.filters));
  readonly years = $derived(columnYears(this.all, this.yearsMax));
  readonly rows = $derived(sorted(this.facets.rows, this.sort, this.years));
  readonly items = $derived(grouped(this.rows, this.grouping));
  readonly #byId = $derived(new Map(this.all.map((row) => [row.indicator.id, row])));
  readonly filtersInUse = $derived(
    [this.filters.domain, this.filters.unit, this.filters.period].filter((each) => each !== null).length +
      this.filters.flags.length,
  );

  readonly chosen = $derived.by(() => this.#byId.get(this.reader.numbers.chosen ?? '') ?? null);
  readonly comparedRows = $derived(
    this.compared.map((id) => this.#byId.get(id)).filter((row) => row !== undefined),
  );

  choose(id: string | null): void {
    this.reader.numbers.chosen = id;
  }

  // Filters and order

  filter(part: Partial<Filters>): void {
    this.filters = { ...this.filters, ...part };
  }

  toggleFlag(flag: Flag): void {
    const { flags: before } = this.filters;
    this.filter({ flags: flags.filter((each) => before.includes(each) !== (each === flag)) });
  }

  clearFilters(): void {
    this.filters = noFilters;
  }

  /** First ascending (years: the largest first), then the other way, then the document's order again. */
  sortBy(by: SortKey): void {
    const first = by.startsWith('year-') || by === 'other';
    if (this.sort.by !== by) this.sort = { by, descending: first };
    else if (this.sort.descending === first) this.sort = { by, descending: !first };
    else this.sort = { by: 'document', descending: false };
  }

  // Comparing

  /** Why a row cannot join the comparison; null where it can, or is in it. */
  comparisonRefused(row: FigureRow): string | null {
    const [first] = this.comparedRows;
    if (first === undefined || this.compared.includes(row.indicator.id)) return null;
    if (this.compared.length >= COMPARED_MAX) return f.comparedMax(COMPARED_MAX);
    return shareUnit(first.series, row.series) ? null : f.otherUnit(first.series.unit);
  }

  toggleCompared(row: FigureRow): void {
    const { id } = row.indicator;
    if (this.compared.includes(id)) {
      this.compared = this.compared.filter((each) => each !== id);
      return;
    }
    const refused = this.comparisonRefused(row);
    if (refused !== null) return this.reader.toaster.say(refused);
    this.compared = [...this.compared, id];
  }

  endComparison(): void {
    this.compared = [];
  }

  // From an indicator to its text

  /** The sentences that state a row's figures, in reading order; each once. */
  sourcesOf(row: FigureRow): readonly SourceSentence[] {
    const found = new Map<string, SourceSentence & { figures: { start: number; end: number }[] }>();
    for (const figure of row.figures) {
      const range = this.#sentenceAround(figure);
      const block = this.reader.report.blockOf(figure.block);
      if (range === null || block === null) continue;
      const key = `${figure.block} ${range.start}`;
      const source = found.get(key) ?? {
        ...range,
        block: block.id,
        address: block.address,
        text: block.text.slice(range.start, range.end),
        figures: [],
      };
      source.figures.push({ start: figure.start - range.start, end: figure.end - range.start });
      found.set(key, source);
    }
    return [...found.values()];
  }

  #sentenceAround({ block: id, start, end }: ObservedFigure): { start: number; end: number } | null {
    const block = this.reader.report.blockOf(id);
    if (block === null) return null;
    const around = sentences(block.text).find((sentence) => sentence.start <= start && sentence.end > start);
    // A sentence that ends at an abbreviation's full stop must not cut the figure itself.
    return around === undefined ? { start, end } : { start: around.start, end: Math.max(around.end, end) };
  }

  addressesOf(row: FigureRow): readonly string[] {
    const blocks = [...new Set(row.figures.map(({ block }) => block))];
    return blocks.map((id) => this.reader.report.blockOf(id)?.address ?? '').filter((each) => each !== '');
  }

  seeInText(row: FigureRow): void {
    const [figure] = row.figures;
    if (figure !== undefined) this.reader.jump(figure.block, figure);
  }

  // What one does with an indicator

  /** Marks its first sentence, unless it is marked already, and opens the note to that mark. */
  async note(row: FigureRow): Promise<void> {
    const [source] = this.sourcesOf(row);
    if (source === undefined) return;
    const { report, notebook, marking, panels } = this.reader;
    const at = report.positions.toDocument(source.block, source.start);
    if (at === null) return;
    const end = at + source.text.trimEnd().length;
    const before = marking.all.find(
      ({ placement }) => placement.kind !== 'orphan' && placement.start === at && placement.end === end,
    );
    const id =
      before?.annotation.id ?? (await notebook.mark(describe(report.positions.text, at, end), 'yellow'));
    if (id === null) return;
    this.reader.jump(source.block, source);
    panels.showNotebook();
    const existing = notebook.notes.find((note) => note.annotation === id);
    this.reader.noteToFocus = existing?.id ?? id;
  }

  /** A question draft that quotes its first sentence. */
  ask(row: FigureRow): void {
    const [source] = this.sourcesOf(row);
    if (source === undefined) return;
    const quote = source.text.replace(/\s+/gu, ' ').trim();
    this.reader.draftQuestion(m.questionOnQuote(quote, source.address), row.section?.id ?? null);
  }

  /** Name, values and the sentence they come from, with its citation. */
  async copy(row: FigureRow): Promise<void> {
    const { document } = this.reader.report;
    const [source] = this.sourcesOf(row);
    const name = [row.indicator.name, row.indicator.detail].filter((part) => part !== null).join(', ');
    const values = row.series.points.map(({ label, shown }) => `${label}: ${shown}`).join('; ');
    const unit = row.series.unit === null ? '' : ` (${row.series.unit})`;
    const quote =
      source === undefined
        ? cite(document, this.addressesOf(row)[0] ?? '')
        : quoteWithCitation(document, source.text, source.address);
    await this.#write(`${name}${unit}: ${values}\n${quote}`, m.copied);
  }

  async copyTable(): Promise<void> {
    const text = figuresTsv(this.rows, this.years, (row) => this.addressesOf(row));
    if (text.length > CLIPBOARD_CHARS_MAX) this.reader.toaster.say(f.tableTooLarge);
    else await this.#write(text, f.copiedTable(this.rows.length));
  }

  async #write(text: string, done: string): Promise<void> {
    const written = await this.reader.call['clipboard.write']({ text });
    this.reader.toaster.say(written.ok ? done : m.failure(written.error));
  }

  /** Projects one indicator, or those compared. */
  async project(indicators: readonly string[]): Promise<void> {
    await this.reader.projection.present({ kind: 'chart', indicators: [...indicators] });
  }

  // Files

  async exportXlsx(): Promise<void> {
    await this.#save(() =>
      this.reader.call['figure.export']({ indicators: this.rows.map(({ indicator }) => indicator.id) }),
    );
  }

  async saveChart(save: Parameters<Reader['call']['chart.save']>[0]): Promise<void> {
    await this.#save(() => this.reader.call['chart.save'](save));
  }

  async #save(ask: () => ReturnType<Reader['call']['figure.export']>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const saved = await ask();
    this.busy = false;
    if (!saved.ok) this.reader.toaster.say(m.failure(saved.error));
    else if (saved.value.file !== null) this.reader.toaster.say(f.saved(saved.value.file));
  }
}

const known = new WeakMap<Reader, Figures>();

/** The one of this window: filters and choice are as they were left. */
export function figuresOf(reader: Reader): Figures {
  const before = known.get(reader);
  if (before !== undefined) return before;
  const figures = new Figures(reader);
  known.set(reader, figures);
  return figures;
}

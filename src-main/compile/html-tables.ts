/** Tables written in HTML, as several recognition tools do: where their cells stand, spans counted. */

/** Offsets are UTF-16 units of the source. */
export interface HtmlCell {
  readonly start: number;
  readonly end: number;
  /** Counts from 1. */
  readonly column: number;
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[];
  readonly isHeader: boolean;
}

export interface HtmlTable {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly HtmlRow[];
}

const tag = /<(\/?)(table|thead|tbody|tfoot|tr|td|th)\b([^<>]{0,400})>/gi;
const SPAN_MAX = 100;

/** Whole tables only; what a table inside a cell says is that cell's text. */
export function findHtmlTables(source: string): HtmlTable[] {
  const tables: HtmlTable[] = [];
  if (!/<table\b/i.test(source)) return tables;
  let reader: TableReader | null = null;
  let depth = 0;
  for (const match of source.matchAll(tag)) {
    const closes = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    const end = match.index + match[0].length;
    if (name === 'table') {
      depth = closes ? Math.max(0, depth - 1) : depth + 1;
      if (!closes && depth === 1) reader = new TableReader(match.index);
      if (closes && depth === 0 && reader !== null) {
        tables.push(reader.finish(match.index, end));
        reader = null;
      }
    } else if (reader !== null && depth === 1) reader.take(name, closes, match[3] ?? '', match.index, end);
  }
  return tables;
}

class TableReader {
  readonly #rows: { cells: HtmlCell[]; isHeader: boolean }[] = [];
  /** By column: rows that a cell from above still covers. */
  #covered: number[] = [];
  #inHead = false;
  #column = 1;
  #open: { start: number; column: number } | null = null;

  constructor(private readonly start: number) {}

  take(name: string, closes: boolean, attributes: string, at: number, end: number): void {
    if (name === 'thead') this.#inHead = !closes;
    if (name !== 'td' && name !== 'th') {
      this.#close(at);
      if (name === 'tr' && !closes) this.#openRow();
      return;
    }
    this.#close(at);
    if (closes) return;
    const row = this.#rows.at(-1) ?? this.#openRow();
    if (name === 'th' && this.#rows.length === 1) row.isHeader = true;
    for (let rows = this.#covered[this.#column] ?? 0; rows > 0; rows = this.#covered[this.#column] ?? 0)
      this.#covered[this.#column++] = rows - 1;
    this.#open = { start: end, column: this.#column };
    const rows = spanOf(attributes, 'rowspan') - 1;
    for (let left = spanOf(attributes, 'colspan'); left > 0; left--) this.#covered[this.#column++] = rows;
  }

  finish(at: number, end: number): HtmlTable {
    this.#close(at);
    return { start: this.start, end, rows: this.#rows };
  }

  #openRow(): { cells: HtmlCell[]; isHeader: boolean } {
    // Columns behind the last cell of the row above that a cell still covers.
    for (let column = this.#column; column < this.#covered.length; column++)
      this.#covered[column] = Math.max(0, (this.#covered[column] ?? 0) - 1);
    const row = { cells: [], isHeader: this.#inHead };
    this.#rows.push(row);
    this.#column = 1;
    return row;
  }

  #close(at: number): void {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.#rows.at(-1)?.cells.push({ start: open.start, end: at, column: open.column });
  }
}

function spanOf(attributes: string, name: 'rowspan' | 'colspan'): number {
  const digits = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, 'i').exec(attributes)?.[1];
  return Math.min(SPAN_MAX, Math.max(1, Number(digits ?? 1)));
}

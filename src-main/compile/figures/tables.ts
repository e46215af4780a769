/**
 * Numbers in tables: a cell that holds a bare number gets its unit from the row's unit column, the row's or column's
 * heading in brackets, or the line above the table ("Đơn vị: tỷ đồng"); its period and status from the headings.
 */
import type { Block } from '../../contract/briefing.ts';
import type { FigureClass, FigureStatus } from '../../contract/figure.ts';
import { multiply, negate, powerOfTen } from './decimal.ts';
import { readAmount } from './amounts.ts';
import type { Amount } from './amounts.ts';
import { isPlanAbbreviation, plans } from './contexts.ts';
import { phrases } from './phrases.ts';
import { isFigure, Reading } from './reading.ts';
import type { FoundFigure, FoundNonFigure, Span } from './reading.ts';
import { tokenise } from './tokens.ts';

export interface Piece {
  readonly block: Block;
  readonly reading: Reading;
}

/** Settles the numbers of all cells, in place; the readings hold what the grammar found in each cell alone. */
export function settleTables(pieces: readonly Piece[]): void {
  const tables = new Map<number, { cells: Piece[]; unit: Unit | null }>();
  let above: Piece[] = [];
  for (const piece of pieces) {
    const { cell } = piece.block;
    if (cell === null) {
      above = [piece, ...above].slice(0, CAPTION_BLOCKS);
      continue;
    }
    const table = tables.get(cell.table);
    if (table !== undefined) table.cells.push(piece);
    else tables.set(cell.table, { cells: [piece], unit: captionIn(above) });
  }
  for (const { cells, unit } of tables.values()) new Table(cells, unit).settle();
}

/** How far above its table the line with the unit may stand, in blocks. */
const CAPTION_BLOCKS = 3;

function captionIn(above: readonly Piece[]): Unit | null {
  for (const piece of above) {
    const unit = captionOf(piece);
    if (unit !== null) return unit;
  }
  return null;
}

type Unit = Pick<Amount, 'unit' | 'kind' | 'scale'>;

const unitHeads = phrases('đơn vị tính|đơn vị|đvt|đv tính|đvt :|đơn vị tính :|đơn vị :');
const ordinalHeads = phrases('stt|tt|số tt|số thứ tự|no');
const estimates = phrases('ước|ước th|ước thực hiện');
const rises = phrases('tăng|giảm|tăng trưởng|tốc độ tăng');

function captionOf({ reading }: Piece): Unit | null {
  for (let at = 0; at < Math.min(reading.tokens.length, 40); at++) {
    const head = reading.at(unitHeads, at);
    if (head === null || !reading.is(at + head.length - (reading.is(at + head.length, ':') ? 0 : 1), ':'))
      continue;
    const start = at + head.length + (reading.is(at + head.length, ':') ? 1 : 0);
    const unit = unitIn(reading.slice(start, Math.min(start + 6, reading.tokens.length)));
    if (unit !== null) return unit;
  }
  return null;
}

/** The unit that a text says: read as if the number 1 stood before it. */
function unitIn(text: string): Unit | null {
  const whole = `1 ${text}`;
  const amount = readAmount(readingOf(whole), 0);
  return amount?.unit == null ? null : amount;
}

const readingOf = (text: string): Reading =>
  new Reading(text, tokenise(text), false, { kind: 'cell', opens: null });

/** The unit in a heading's last bracket: "Diện tích (ha)", "Dự toán 2023 (tỷ đồng)"; "%" alone counts anywhere. */
function unitOfHeading(text: string): Unit | null {
  const bracket = /\(([^()]{1,24})\)\s*$/.exec(text.slice(-80))?.[1];
  const unit =
    bracket === undefined ? null : unitIn(bracket.replace(/^(?:đvt|đơn vị(?: tính)?)\s*:\s*/i, ''));
  if (unit !== null && (unit.kind !== 'thing' || bracket !== undefined)) return unit;
  return /%/.test(text.slice(0, 200)) ? unitIn('%') : null;
}

class Table {
  readonly #header = new Map<number, Piece>();
  readonly #rows = new Map<number, Piece[]>();
  readonly #unitColumn: number | null;

  constructor(
    cells: readonly Piece[],
    private readonly caption: Unit | null,
  ) {
    for (const piece of cells) {
      const place = piece.block.cell;
      if (place === null) continue;
      if (place.row === 0) this.#header.set(place.column, piece);
      const row = this.#rows.get(place.row);
      if (row === undefined) this.#rows.set(place.row, [piece]);
      else row.push(piece);
    }
    this.#unitColumn =
      [...this.#header].find(([, head]) => head.reading.at(unitHeads, 0) !== null)?.[0] ?? null;
  }

  settle(): void {
    for (const [row, cells] of this.#rows) {
      if (row > 0) for (const piece of cells) this.#settleCell(piece, cells);
    }
  }

  #settleCell({ block, reading }: Piece, row: readonly Piece[]): void {
    const column = block.cell?.column ?? 0;
    const bare = bareNumber(reading);
    if (bare === null) return;
    const head = this.#header.get(column);
    if (isOrdinal(head, column, reading)) {
      reading.found.splice(0, Infinity, { class: 'section', from: 0, to: reading.tokens.length, span: null });
      return;
    }
    const label = row.find(
      (piece) => bareNumber(piece.reading) === null && piece.block.cell?.column !== this.#unitColumn,
    );
    const figure = this.#figure(bare, reading, { head, label, row });
    if (figure !== null) reading.found.splice(0, Infinity, figure);
  }

  #figure(bare: Bare, reading: Reading, headings: Headings): FoundFigure | null {
    const { head, label, row } = headings;
    const value = reading.number(bare.at);
    if (value === null) return null;
    const own = reading.is(bare.at + 1, '%') ? unitIn('%') : null;
    const ofColumn = head === undefined ? null : unitOfHeading(head.block.text);
    const unitCell = row.find((piece) => piece.block.cell?.column === this.#unitColumn);
    const ofRow = unitCell === undefined ? null : unitIn(unitCell.block.text);
    const ofLabel = label === undefined ? null : unitOfHeading(label.block.text);
    const percentFirst = ofColumn?.kind === 'percent' ? ofColumn : null;
    const unit = own ?? percentFirst ?? ofRow ?? ofLabel ?? ofColumn ?? this.caption;
    const scale = unit?.scale ?? 0;
    const scaled = multiply(value, powerOfTen(scale));
    const kind = classOf(unit, head?.reading, value.decimals);
    const spans = [...datesOf(head?.reading), ...datesOf(label?.reading)];
    return {
      class: bare.sign === null ? kind : kind === 'percent' || kind === 'growth' ? 'growth' : 'difference',
      from: 0,
      to: reading.tokens.length,
      value: bare.sign === -1 ? negate(scaled) : scaled,
      of: null,
      high: null,
      unit: unit?.unit ?? null,
      unitKind: unit === null || unit.kind === 'thing' ? null : unit.kind,
      scale,
      step: powerOfTen(scale - value.decimals),
      approx: null,
      fromPlan: false,
      period: periodOf(spans[0] ?? null),
      status: statusOf(head?.reading),
    };
  }
}

interface Headings {
  readonly head: Piece | undefined;
  readonly label: Piece | undefined;
  readonly row: readonly Piece[];
}
interface Bare {
  readonly at: number;
  readonly sign: 1 | -1 | null;
}

/** A cell of one number, perhaps with a sign and "%". */
function bareNumber(reading: Reading): Bare | null {
  const isSigned = reading.is(0, '-', '+') && reading.isGlued(1);
  const at = isSigned ? 1 : 0;
  const end = at + 1 + (reading.is(at + 1, '%') ? 1 : 0);
  if (!reading.isNumber(at) || reading.tokens.length !== end) return null;
  return { at, sign: isSigned ? (reading.is(0, '-') ? -1 : 1) : null };
}

function isOrdinal(head: Piece | undefined, column: number, reading: Reading): boolean {
  if (head !== undefined && head.block.text.trim() !== '') return head.reading.at(ordinalHeads, 0) !== null;
  const text = reading.tokens[0]?.text ?? '';
  return column === 1 && /^\d{1,2}(?:\.\d{1,2})*$/.test(text) && head !== undefined;
}

function classOf(unit: Unit | null, head: Reading | undefined, decimals: number): FigureClass {
  if (unit === null || unit.kind === 'thing') return unit === null && decimals > 0 ? 'level' : 'count';
  if (unit.kind !== 'percent') return unit.kind === 'point' ? 'difference' : 'level';
  if (head === undefined) return 'percent';
  if (has(head, rises)) return 'growth';
  const isOfPlan = head.tokens.some(
    (token, at) => head.at(plans, at) !== null || isPlanAbbreviation(token.text),
  );
  return isOfPlan ? 'completion' : 'percent';
}

const has = (reading: Reading, table: ReturnType<typeof phrases>): boolean =>
  reading.tokens.some((_, at) => reading.at(table, at) !== null);

function statusOf(head: Reading | undefined): FigureStatus {
  if (head === undefined) return 'actual';
  if (has(head, estimates)) return 'estimate';
  const isPlan = head.at(plans, 0) !== null || isPlanAbbreviation(head.tokens[0]?.text ?? '');
  return isPlan && !head.tokens.some((token) => token.key === '/' || token.key === '%') ? 'plan' : 'actual';
}

const datesOf = (reading: Reading | undefined): Span[] =>
  (reading?.found ?? []).flatMap((found) => (isFigure(found) ? [] : spanOf(found)));
const spanOf = ({ span }: FoundNonFigure): Span[] =>
  span === null || span.start.startsWith('-') ? [] : [span];

const periodOf = (span: Span | null): string | null =>
  span === null ? null : span.start === span.end ? span.start : `${span.start}/${span.end}`;

/**
 * Numbers in tables: a cell that holds a bare number gets its unit from the row's unit column, the row's or column's
 * heading in brackets, or the line above the table ("Đơn vị: tỷ đồng"); its period and status from the headings.
 */
import type { Block } from '../../contract/briefing.ts';
import type { FigureClass } from '../../contract/figure.ts';
import { multiply, negate, powerOfTen } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { periodText } from './document-time.ts';
import {
  isGrowthLabel,
  percent,
  readHeading,
  spanOfHeading,
  unitOfCaption,
  unitOfCell,
  unitOfHeading,
} from './headings.ts';
import type { Heading, TableUnit } from './headings.ts';
import { isFigure } from './reading.ts';
import type { FoundFigure, Reading, Span } from './reading.ts';

export interface Piece {
  readonly block: Block;
  readonly reading: Reading;
}

/** How far above its table the line with the unit may stand, in blocks. */
const CAPTION_BLOCKS = 3;

/** Settles the numbers of all cells, in place; the readings hold what the grammar found in each cell alone. */
export function settleTables(pieces: readonly Piece[]): void {
  const tables = new Map<number, { cells: Piece[]; unit: TableUnit | null }>();
  let above: Piece[] = [];
  for (const piece of pieces) {
    const { cell } = piece.block;
    if (cell === null) {
      above = [piece, ...above].slice(0, CAPTION_BLOCKS);
      continue;
    }
    // What stands above one table says nothing of the next.
    const caption = above;
    above = [];
    const table = tables.get(cell.table);
    if (table !== undefined) table.cells.push(piece);
    else tables.set(cell.table, { cells: [piece], unit: captionIn(caption) });
  }
  for (const { cells, unit } of tables.values()) settleTable(cells, unit);
}

function captionIn(above: readonly Piece[]): TableUnit | null {
  for (const { reading } of above) {
    const unit = unitOfCaption(reading);
    if (unit !== null) return unit;
  }
  return null;
}

function settleTable(cells: readonly Piece[], caption: TableUnit | null): void {
  const columns = new Map<number, Heading>();
  const rows = new Map<number, Piece[]>();
  for (const piece of cells) {
    const { row, column } = piece.block.cell ?? { row: 0, column: 0 };
    if (row === 0) columns.set(column, readHeading(piece.reading));
    else if (rows.get(row)?.push(piece) === undefined) rows.set(row, [piece]);
  }
  for (const row of rows.values()) {
    if (!isSecondHeading(row)) break;
    for (const { block, reading } of row) {
      const column = block.cell?.column ?? 0;
      if (reading.tokens.length > 0)
        columns.set(column, joinedHeading(columns.get(column), readHeading(reading)));
    }
  }
  for (const row of rows.values()) {
    const label = labelOf(row, columns);
    for (const piece of row) {
      const column = piece.block.cell?.column ?? 0;
      settleCell(piece.reading, { column, head: columns.get(column) ?? null, label, caption });
    }
  }
}

/** A row under the headings that goes on with them: nothing in its first cell, words in others, no number. */
function isSecondHeading(row: readonly Piece[]): boolean {
  const isFirstEmpty = row.some(
    ({ block, reading }) => block.cell?.column === 1 && reading.tokens.length === 0,
  );
  const hasNumber = row.some(({ reading }) => bareNumber(reading) !== null);
  const words = row.filter(({ reading }) => reading.isWord(0) || reading.is(0, '%', '('));
  return (
    (isFirstEmpty || row.every(({ block }) => block.cell?.column !== 1)) && !hasNumber && words.length >= 2
  );
}

/** "So sánh" above "Tương đối (%)". */
function joinedHeading(above: Heading | undefined, below: Heading): Heading {
  if (above === undefined) return below;
  return {
    unit: below.unit ?? above.unit,
    span: below.span ?? above.span,
    status: below.status === 'actual' ? above.status : below.status,
    isChange: below.isChange || above.isChange,
    isOfPlan: below.isOfPlan || above.isOfPlan,
    isDifference: below.isDifference || above.isDifference,
    isMoney: below.isMoney || above.isMoney,
    isRank: below.isRank || above.isRank,
    isOrdinal: below.isOrdinal || above.isOrdinal,
    isUnitColumn: below.isUnitColumn || above.isUnitColumn,
    isEmpty: false,
  };
}

/** What a row says of its numbers: the unit of its unit column, else of its first words. */
interface Label {
  readonly unit: TableUnit | null;
  readonly span: Span | null;
  /** "Tốc độ tăng trưởng" */
  readonly isGrowth: boolean;
}

function labelOf(row: readonly Piece[], columns: ReadonlyMap<number, Heading>): Label {
  const isUnit = ({ block }: Piece): boolean => columns.get(block.cell?.column ?? 0)?.isUnitColumn === true;
  const unit = row.find(isUnit);
  const words = row.find(
    (piece) => piece.reading.isWord(0) && !/^[IVXLC]+$|^\p{L}$/u.test(piece.reading.text) && !isUnit(piece),
  );
  return {
    unit:
      (unit === undefined ? null : unitOfCell(unit.block.text.slice(0, 60))) ??
      (words === undefined ? null : unitOfHeading(words.reading)),
    span: words === undefined ? null : spanOfHeading(words.reading),
    isGrowth: words !== undefined && isGrowthLabel(words.reading),
  };
}

interface Headings {
  readonly column: number;
  readonly head: Heading | null;
  readonly label: Label;
  readonly caption: TableUnit | null;
}

function settleCell(reading: Reading, headings: Headings): void {
  const { head, label } = headings;
  const bare = bareNumber(reading);
  const value = bare === null ? null : reading.number(bare.at);
  const when = { period: periodOf(head?.span ?? label.span), status: head?.status ?? 'actual' } as const;
  if (bare === null || value === null) {
    if (reading.found.some((found) => !isFigure(found) && found.class === 'date')) return;
    for (const [index, found] of reading.found.entries()) {
      if (isFigure(found)) reading.found[index] = { ...withHeadingUnit(reading, found, headings), ...when };
    }
    return;
  }
  // Brackets around a number are no part of it, its sign is.
  const isBracketed = reading.is(0, '(');
  const whole = { from: isBracketed ? 1 : 0, to: reading.tokens.length - (isBracketed ? 1 : 0) };
  if (isOrdinal(reading, headings))
    reading.found.splice(0, Infinity, { class: 'section', ...whole, span: null });
  else reading.found.splice(0, Infinity, { ...figureOf(reading, bare, value, headings), ...whole, ...when });
}

/** A range or ratio that fills its cell without a unit ("8,0-8,5", "85/110") takes that of the headings. */
function withHeadingUnit(reading: Reading, found: FoundFigure, headings: Headings): FoundFigure {
  const isWhole = reading.found.length === 1 && found.from === 0 && found.to === reading.tokens.length;
  const unit =
    isWhole && found.unit === null && found.scale === 0 ? unitFor(reading, found.to, headings) : null;
  if (unit === null) return found;
  const factor = powerOfTen(unit.scale);
  const scaled = (value: Decimal | null): Decimal | null => (value === null ? null : multiply(value, factor));
  return {
    ...found,
    class: found.of === null ? classOf(unit, headings, 0, false) : found.class,
    value: multiply(found.value, factor),
    of: scaled(found.of),
    high: scaled(found.high),
    step: multiply(found.step, factor),
    scale: unit.scale,
    unit: unit.unit,
    unitKind: unit.kind === 'thing' ? null : unit.kind,
  };
}

/** Of a number behind which a token stands: its own "%", else its column's, its row's, the line's above the table. */
function unitFor(reading: Reading, after: number, { head, label, caption }: Headings): TableUnit | null {
  if (reading.is(after, '%')) return percent;
  const ofColumn = head?.unit ?? null;
  if (head?.isRank === true && ofColumn === null) return null;
  if (head?.isMoney === true && label.unit?.kind !== 'money') return ofColumn ?? caption ?? label.unit;
  // A column of percentages stands beside columns of the row's unit.
  return ofColumn?.kind === 'percent' ? ofColumn : (label.unit ?? ofColumn ?? caption);
}

type CellFigure = Omit<FoundFigure, 'from' | 'to' | 'period' | 'status'>;

function figureOf(reading: Reading, bare: Bare, value: Decimal, headings: Headings): CellFigure {
  const unit = unitFor(reading, bare.at + 1, headings);
  const scale = unit?.scale ?? 0;
  const scaled = multiply(value, powerOfTen(scale));
  return {
    class: classOf(unit, headings, value.decimals, bare.sign !== null),
    value: bare.sign === -1 ? negate(scaled) : scaled,
    of: null,
    high: null,
    unit: unit?.unit ?? null,
    unitKind: unit === null || unit.kind === 'thing' ? null : unit.kind,
    scale,
    step: powerOfTen(scale - value.decimals),
    approx: null,
    fromPlan: false,
  };
}

function classOf(
  unit: TableUnit | null,
  { head, label }: Headings,
  decimals: number,
  isSigned: boolean,
): FigureClass {
  if (unit?.kind === 'percent') {
    if (isSigned || head?.isChange === true) return 'growth';
    if (label.isGrowth && head?.isOfPlan !== true) return 'growth';
    return head?.isOfPlan === true ? 'completion' : 'percent';
  }
  if (head?.isRank === true && unit === null && decimals === 0) return 'rank';
  if (isSigned || unit?.kind === 'point' || head?.isDifference === true) return 'difference';
  if (unit === null) return decimals > 0 ? 'level' : 'count';
  return unit.kind === 'thing' ? 'count' : 'level';
}

interface Bare {
  readonly at: number;
  readonly sign: 1 | -1 | null;
}

/** A cell of one number, perhaps with a sign and "%", or in brackets. */
function bareNumber(reading: Reading): Bare | null {
  const isSigned = reading.is(0, '-', '+');
  const at = isSigned || reading.is(0, '(') ? 1 : 0;
  const isClosed = reading.is(0, '(');
  const end = at + 1 + (reading.is(at + 1, '%') || isClosed ? 1 : 0);
  if (!reading.isNumber(at) || reading.tokens.length !== end) return null;
  if (isClosed && !reading.is(end - 1, ')')) return null;
  return { at, sign: isSigned ? (reading.is(0, '-') ? -1 : 1) : null };
}

/** The row's own number: under "STT", or in a first column without a heading. */
function isOrdinal(reading: Reading, { column, head }: Headings): boolean {
  if (head?.isEmpty === false) return head.isOrdinal;
  return column === 1 && /^\d{1,2}(?:\.\d{1,2})*$/.test(reading.tokens[0]?.text ?? '');
}

const periodOf = (span: Span | null): string | null => (span === null ? null : periodText(span));

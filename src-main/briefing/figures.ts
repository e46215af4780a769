/** Reads a briefing's figures, indicators and checks, page by page: a page takes a few milliseconds however long the list. */
import type { SourceRange } from '../contract/briefing.ts';
import type { Check, Operand } from '../contract/check.ts';
import type { Figure, FigureClass, NonFigureClass } from '../contract/figure.ts';
import type { Indicator, ObservedFigure } from '../contract/indicator.ts';
import type { ListPage } from '../contract/methods.ts';
import type { Briefing } from './open.ts';

const FIGURES_A_PAGE = 1000;
const INDICATORS_A_PAGE = 2000;
const CHECKS_A_PAGE = 500;

const FIGURE_COLUMNS = `numeral.position, numeral.figure AS id, class, block, text_start AS start, text_end AS end, text,
    value, of, high AS "to", unit, scale, step, approximation AS approx, observation.period, observation.status,
    from_plan AS fromPlan, indicator`;
const FIGURES = `SELECT ${FIGURE_COLUMNS}
  FROM numeral JOIN observation ON observation.figure = numeral.figure
  WHERE numeral.position > ? ORDER BY numeral.position LIMIT ${FIGURES_A_PAGE}`;
const FIGURES_OF_INDICATOR = `SELECT ${FIGURE_COLUMNS}
  FROM observation JOIN numeral ON numeral.figure = observation.figure
  WHERE observation.indicator = ? ORDER BY numeral.position`;
const INDICATOR = 'SELECT position, id, name, detail, domain, unit, curated FROM indicator WHERE id = ?';
const INDICATORS = `SELECT position, id, name, detail, domain, unit, curated
  FROM indicator WHERE position > ? ORDER BY position LIMIT ${INDICATORS_A_PAGE}`;
const CHECKS = `SELECT position, id, kind, verdict, computed, stated, sentence, reason, possibility, curated
  FROM relation WHERE position > ? ORDER BY position LIMIT ${CHECKS_A_PAGE}`;
const CHECK = `SELECT position, id, kind, verdict, computed, stated, sentence, reason, possibility, curated
  FROM relation WHERE id = ?`;
const OPERANDS = `SELECT operand.relation, role, figure, block, text_start AS start, text_end AS end, text, value
  FROM relation JOIN operand ON operand.relation = relation.id
  WHERE relation.position > ? AND relation.position <= ? ORDER BY relation.position, operand.position`;

const NUMERALS = `SELECT source_start AS start, source_end AS end, numeral.text, class, value, of, high AS "to",
    numeral.unit, approximation AS approx, coalesce(observation.period, numeral.period) AS period,
    coalesce(observation.status, numeral.status) AS status, indicator.name AS indicator, address
  FROM numeral
    LEFT JOIN observation ON observation.figure = numeral.figure
    LEFT JOIN indicator ON indicator.id = observation.indicator
  ORDER BY numeral.position`;

/** A number of the source, figure or not, as `kyhop figures` tells it. */
export interface NumeralRow
  extends SourceRange, Pick<Figure, 'text' | 'of' | 'to' | 'unit' | 'approx' | 'period'> {
  readonly class: FigureClass | NonFigureClass;
  /** Null for a number that states no quantity, as all below but the address are. */
  readonly value: string | null;
  readonly status: Figure['status'] | null;
  /** Name of its indicator. */
  readonly indicator: string | null;
  /** Of its block, or of the footnote that a mark opens. */
  readonly address: string | null;
}

/** Every number of the source in its order, row by row. */
export const eachNumeral = ({ db }: Briefing): Iterable<NumeralRow> =>
  db.prepare<[], NumeralRow>(NUMERALS).iterate();

const CHECKS_IN_SOURCE = `SELECT relation.id, relation.kind, verdict, computed, stated, sentence, reason, possibility,
    role, figure, source_start AS start, source_end AS end, operand.text, value, address
  FROM relation JOIN operand ON operand.relation = relation.id JOIN block ON block.id = operand.block
  ORDER BY relation.position, operand.position`;

/** A check as `kyhop checks` tells it: operands by their source ranges. */
export interface CheckInSource extends Omit<Check, 'operands' | 'curated'> {
  readonly operands: readonly OperandInSource[];
}
export type OperandInSource = Omit<Operand, 'block'> & { readonly address: string };

/** Every check in its order, one by one. */
export function* eachCheck({ db }: Briefing): Iterable<CheckInSource> {
  let check: (CheckInSource & { operands: OperandInSource[] }) | null = null;
  const rows = db.prepare<[], Omit<CheckInSource, 'operands'> & OperandInSource>(CHECKS_IN_SOURCE);
  for (const { role, figure, start, end, text, value, address, ...rest } of rows.iterate()) {
    if (check?.id !== rest.id) {
      if (check !== null) yield check;
      check = { ...rest, operands: [] };
    }
    check.operands.push({ role, figure, start, end, text, value, address });
  }
  if (check !== null) yield check;
}

interface Positioned {
  readonly position: number;
}
type FigureRow = Omit<ObservedFigure, 'kind' | 'fromPlan'> & Positioned & { readonly fromPlan: 0 | 1 };
type IndicatorRow = Omit<Indicator, 'curated'> & Positioned & { readonly curated: 0 | 1 };
type CheckRow = Omit<Check, 'curated' | 'operands'> & Positioned & { readonly curated: 0 | 1 };
type OperandRow = Operand & { readonly relation: string };

/** Figures behind position `from`, in the order of the source. */
export function listFigures({ db }: Briefing, from: number): ListPage<ObservedFigure> {
  const rows = db.prepare<[number], FigureRow>(FIGURES).all(from);
  return page(rows, FIGURES_A_PAGE, figureOf);
}

/** The figures that observe an indicator, in the order of the source. */
export const figuresOfIndicator = ({ db }: Briefing, indicator: string): readonly ObservedFigure[] =>
  db.prepare<[string], FigureRow>(FIGURES_OF_INDICATOR).all(indicator).map(figureOf);

export function findIndicator({ db }: Briefing, id: string): Indicator | null {
  const row = db.prepare<[string], IndicatorRow>(INDICATOR).get(id);
  return row === undefined ? null : indicatorOf(row);
}

const figureOf = ({ position: _, fromPlan, ...row }: FigureRow): ObservedFigure => ({
  kind: 'figure',
  ...row,
  fromPlan: fromPlan === 1,
});
const indicatorOf = ({ position: _, curated, ...row }: IndicatorRow): Indicator => ({
  ...row,
  curated: curated === 1,
});

export function listIndicators({ db }: Briefing, from: number): ListPage<Indicator> {
  const rows = db.prepare<[number], IndicatorRow>(INDICATORS).all(from);
  return page(rows, INDICATORS_A_PAGE, indicatorOf);
}

export function findCheck({ db }: Briefing, id: string): Check | null {
  const row = db.prepare<[string], CheckRow>(CHECK).get(id);
  if (row === undefined) return null;
  const { position, curated, ...rest } = row;
  const operands = db
    .prepare<[number, number], OperandRow>(OPERANDS)
    .all(position - 1, position)
    .map(({ relation: _, ...operand }) => operand);
  return { ...rest, operands, curated: curated === 1 };
}

export function listChecks({ db }: Briefing, from: number): ListPage<Check> {
  const rows = db.prepare<[number], CheckRow>(CHECKS).all(from);
  const operands = new Map<string, Operand[]>(rows.map(({ id }) => [id, []]));
  const last = rows.at(-1)?.position ?? from;
  for (const { relation, ...operand } of db.prepare<[number, number], OperandRow>(OPERANDS).all(from, last))
    operands.get(relation)?.push(operand);
  return page(rows, CHECKS_A_PAGE, ({ position: _, curated, ...row }) => ({
    ...row,
    operands: operands.get(row.id) ?? [],
    curated: curated === 1,
  }));
}

/** A full page may be the last one all the same: the next is then empty. */
function page<Row extends Positioned, Item>(
  rows: readonly Row[],
  size: number,
  itemOf: (row: Row) => Item,
): ListPage<Item> {
  const last = rows.at(-1);
  return { items: rows.map(itemOf), next: last === undefined || rows.length < size ? null : last.position };
}

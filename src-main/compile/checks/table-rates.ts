/**
 * A column of percentages against two other columns: actual of plan, one year of another, a part of its whole. Which two
 * it is of, and whether it prints "112" or "12" for a growth, the rows tell: most of them agree with one reading.
 */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { agrees } from './families.ts';
import { possibilityOf } from './possibility.ts';
import { order, rational } from './rational.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import type { Row, Table } from './tables.ts';
import { isSameUnit } from './units.ts';
import { reasons } from './wording.ts';

/** Amounts of the nearest columns are tried, on the first rows. */
const COLUMNS_TRIED = 6;
const ROWS_TRIED = 12;

interface Reading {
  readonly formula: 'share' | 'growth';
  readonly current: number;
  readonly base: number;
}

/** Rows whose numbers no percentage of one another means anything for. */
const rated = /tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tốc độ|mức giảm|chỉ số|hệ số|‰/;
/** Levels at current prices, growth at constant ones. */
const priced =
  /grdp|gdp|giá trị|tổng sản phẩm|giá hiện hành|giá so sánh|doanh thu|bán lẻ|vốn đầu tư|tăng thêm/;

export function tableRates(table: Table): Finding[] {
  const columns = new Set(table.rows.flatMap(({ rates }) => [...rates.keys()]));
  return [...columns].flatMap((column) => ratesOf(table, column));
}

function ratesOf({ heads, rows }: Table, column: number): Finding[] {
  const filled = rows.filter(({ rates }) => rates.has(column));
  const tried = filled.slice(0, ROWS_TRIED);
  const amounts = [...new Set(tried.flatMap((row) => [...row.amounts.keys()]))]
    .sort((a, b) => Math.abs(a - column) - Math.abs(b - column) || a - b)
    .slice(0, COLUMNS_TRIED);
  const words = heads.get(column) ?? '';
  let best: { reading: Reading; agreeing: number } | null = null;
  for (const reading of readingsOf(amounts)) {
    const agreeing = tried.filter((row) => {
      const found = findingOf(row, column, reading, words);
      return found !== null && agrees(found);
    }).length;
    if (agreeing > (best?.agreeing ?? 0)) best = { reading, agreeing };
  }
  if (best === null) return [];
  const { reading } = best;
  const found = filled.flatMap((row) => findingOf(row, column, reading, words) ?? []);
  const agreeing = found.filter(agrees).length;
  const others = found.length - agreeing;
  // One row alone may agree by chance, unless plan and actual are named; it vouches only for what one misread digit explains.
  const isCertain = agreeing >= 2 && agreeing > others;
  const isNamed = found.every((each) => 'relation' in each && each.relation.kind === 'completion');
  if (!isCertain && !isNamed) return [];
  return found.filter(
    (finding) =>
      isCertain ||
      agrees(finding) ||
      (agreeing === 1 && others === 1 && 'relation' in finding && possibilityOf(finding.relation) !== null),
  );
}

/** A decrease printed without its sign contradicts nothing but the sign. */
function isUnsigned(rate: IdentifiedFigure, first: IdentifiedFigure, second: IdentifiedFigure): boolean {
  return !rate.value.startsWith('-') && order(rational(first.value), rational(second.value)) < 0;
}

function readingsOf(columns: readonly number[]): Reading[] {
  return columns.flatMap((current) =>
    columns.flatMap((base): Reading[] =>
      current === base
        ? []
        : [
            { formula: 'share', current, base },
            { formula: 'growth', current, base },
          ],
    ),
  );
}

function findingOf(
  row: Row,
  column: number,
  { formula, current, base }: Reading,
  head: string,
): Finding | null {
  const [rate, first, second] = [row.rates.get(column), row.amounts.get(current), row.amounts.get(base)];
  if (rate === undefined || first === undefined || second === undefined || !isSameUnit(first, second))
    return null;
  const isOfPlan = second.status === 'plan' && first.status !== 'plan';
  // A column headed by another time is of no plan, whatever its numbers allow.
  if (isOfPlan && (rate.class === 'growth' || /cùng kỳ|năm trước|năm ngoái/.test(head))) return null;
  return {
    relation: {
      kind: kindOf(rate, formula, isOfPlan),
      formula,
      stated: termOf(rate, 'stated'),
      others: [
        termOf(first, formula === 'growth' || isOfPlan ? 'current' : 'part'),
        termOf(second, isOfPlan ? 'plan' : formula === 'growth' ? 'base' : 'whole'),
      ],
      doubt: !isOfPlan && priced.test(`${row.label} ${head}`) ? reasons.prices : null,
      silent: rated.test(row.label) || (formula === 'growth' && isUnsigned(rate, first, second)),
    },
  };
}

const kindOf = (
  { class: kind }: IdentifiedFigure,
  formula: Reading['formula'],
  isOfPlan: boolean,
): 'completion' | 'growth' | 'ratio' =>
  isOfPlan || kind === 'completion' ? 'completion' : formula === 'growth' ? 'growth' : 'ratio';

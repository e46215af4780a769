/** Rows and columns of a table against its totals, and its columns of percentages. Units are those of the column, so numbers are added as they stand. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount } from './comparisons.ts';
import { agrees } from './families.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import type { Passage, Scene } from './scene.ts';
import { tableRates } from './table-rates.ts';

const total =
  /^\s*(?:[ivx\d]+[.)]?\s+)?(?:tổng cộng|tổng số|tổng|cộng|(?=toàn ))\s*(?:toàn (?:tỉnh|huyện|thành phố|xã|thị xã|ngành|trường|quốc))?\s*(?:\([^)]*\)|[:.])*\s*$/;
/** A total of something named, perhaps of the rows above, perhaps an indicator like them. */
const namedTotal = /^\s*(?:[ivx\d]+[.)]?\s+)?(?:tổng|cộng)(?=\s)/;
/** Columns that no one adds up. */
const unsummed =
  /tỷ lệ|tỉ lệ|%|bình quân|trung bình|tăng|giảm|so với|so sánh|năng suất|đơn giá|mật độ|xếp|stt|tốc độ|hệ số|điểm|chỉ số|cơ cấu/;
/** Columns whose numbers name the row. */
const labelling = /^\s*(?:năm|tháng|quý|thời gian|thời kỳ|giai đoạn|mã|mã số|tt|stt|số tt)\s*$/;
const ROWS_MAX = 400;
const COLUMNS_MAX = 40;

export interface Table {
  readonly heads: ReadonlyMap<number, string>;
  /** Rows below the header, in order: label and amounts by column. */
  readonly rows: readonly Row[];
}
export interface Row {
  readonly label: string;
  readonly ordinal: string;
  readonly amounts: ReadonlyMap<number, IdentifiedFigure>;
  /** Percentages by column. */
  readonly rates: ReadonlyMap<number, IdentifiedFigure>;
}

export function findInTables({ passages }: Scene): Finding[] {
  return tablesOf(passages).flatMap((table) => [
    ...columnSums(table),
    ...rowSums(table),
    ...tableRates(table),
  ]);
}

function tablesOf(passages: readonly Passage[]): Table[] {
  const tables = new Map<number, Map<number, Passage[]>>();
  for (const passage of passages) {
    const { cell } = passage.block;
    if (cell === null || cell.row > ROWS_MAX || cell.column > COLUMNS_MAX) continue;
    const rows = tables.get(cell.table) ?? new Map<number, Passage[]>();
    tables.set(cell.table, rows);
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [passage]);
    else row.push(passage);
  }
  return [...tables.values()].map((rows) => {
    const heads = new Map((rows.get(0) ?? []).map(({ block, lower }) => [block.cell?.column ?? 0, lower]));
    const below = [...rows].filter(([row]) => row > 0).sort(([a], [b]) => a - b);
    return { heads, rows: below.map(([, cells]) => rowOf(cells, heads)) };
  });
}

function rowOf(cells: readonly Passage[], heads: ReadonlyMap<number, string>): Row {
  const amounts = new Map<number, IdentifiedFigure>();
  const rates = new Map<number, IdentifiedFigure>();
  let label = '';
  let ordinal = '';
  for (const { block, lower, figures } of cells) {
    if (labelling.test(heads.get(block.cell?.column ?? 0) ?? '')) {
      ordinal ||= lower.trim();
      continue;
    }
    const column = block.cell?.column ?? 0;
    const [figure] = figures;
    if (figure !== undefined && figures.length === 1 && isBare(lower)) {
      if (isAmount(figure)) amounts.set(column, figure);
      else if (figure.unit === '%' && figure.to === null) rates.set(column, figure);
    } else if (/\p{L}{2}/u.test(lower)) label ||= lower;
    else ordinal ||= lower.trim();
  }
  return { label, ordinal, amounts, rates };
}

/** A cell of one number. */
const isBare = (text: string): boolean => /^\s*[-+−]?\d[\d.,\s]*%?\s*$/.test(text);

/** Each total row against the rows above it, up to the total before; a first row of totals against those below. */
function columnSums({ heads, rows }: Table): Finding[] {
  const certain = rows.flatMap((row, index) => (total.test(row.label) ? [index] : []));
  const isCertain = certain.length > 0;
  const totals = isCertain
    ? certain
    : rows.flatMap((row, index) => (isEdge(rows, index) && namedTotal.test(row.label) ? [index] : []));
  // Rows in units of their own are not one column of parts.
  const hasUnits = [...heads.values()].some((head) => /đơn vị tính|đvt/.test(head));
  const columns = new Set(rows.flatMap(({ amounts }) => [...amounts.keys()]));
  return totals.flatMap((at, which) => {
    const isFirst = at === 0 && totals.length === 1;
    const parts = isFirst ? rows.slice(1) : rows.slice((totals[which - 1] ?? -1) + 1, at);
    const isNested = hasLevels(parts) || hasUnits;
    const sums = [...columns].flatMap((column): Finding[] => {
      if (unsummed.test(heads.get(column) ?? '')) return [];
      const stated = rows[at]?.amounts.get(column);
      const figures = parts.flatMap(({ amounts }) => amounts.get(column) ?? []);
      if (stated === undefined || figures.length < 2) return [];
      const top = topLevel(parts).flatMap(({ amounts }) => amounts.get(column) ?? []);
      const whole = sum(stated, figures, isNested);
      return agrees(whole) || top.length < 2 || top.length === figures.length
        ? [whole]
        : [sum(stated, top, isNested)];
    });
    // Where one column adds up, the row is the total of them all.
    return isCertain || sums.some(agrees) ? sums : sums.filter(agrees);
  });
}

const isEdge = (rows: readonly Row[], index: number): boolean => index === 0 || index === rows.length - 1;

/** "I", "II" over "1", "2"; "Trong đó: …"; "- …": some rows are parts of others. */
function hasLevels(rows: readonly Row[]): boolean {
  if (rows.some(({ label }) => /^\s*(?:trong đó|[-+*•]|bao gồm|gồm)/.test(label))) return true;
  const kinds = new Set(
    rows.map(({ ordinal, label }) =>
      kindOf(ordinal || (/^\s*([ivx]+|\d+(?:\.\d+)*|[a-z])[.)]\s/.exec(label)?.[1] ?? '')),
    ),
  );
  return kinds.size > 1;
}
const kindOf = (ordinal: string): string =>
  ordinal === ''
    ? ''
    : /^[ivx]+$/.test(ordinal)
      ? 'roman'
      : /^\d+\.\d/.test(ordinal)
        ? 'nested'
        : /^\d/.test(ordinal)
          ? 'number'
          : 'letter';

function topLevel(rows: readonly Row[]): Row[] {
  const kind = kindOf(rows[0]?.ordinal ?? '');
  return rows.filter(
    ({ ordinal, label }) => kindOf(ordinal) === kind && !/^\s*(?:trong đó|[-+*•])/.test(label),
  );
}

/** A column of totals against the columns beside it, where most rows agree. */
function rowSums({ heads, rows }: Table): Finding[] {
  return [...heads].flatMap(([column, head]) => {
    if (!total.test(head)) return [];
    const sides = [
      [...heads.keys()].filter((other) => other < column),
      [...heads.keys()].filter((other) => other > column),
    ];
    const attempts = sides.map((side) =>
      rows.flatMap(({ amounts }): Finding[] => {
        const stated = amounts.get(column);
        const parts = side.flatMap((other) =>
          unsummed.test(heads.get(other) ?? '') ? [] : (amounts.get(other) ?? []),
        );
        return stated === undefined || parts.length < 2 ? [] : [sum(stated, parts, false)];
      }),
    );
    const best = attempts.find((sums) => sums.filter(agrees).length * 2 > sums.length);
    return best ?? [];
  });
}

function sum(stated: IdentifiedFigure, parts: readonly IdentifiedFigure[], silent: boolean): Finding {
  return {
    relation: {
      kind: 'sum',
      formula: 'sum',
      stated: termOf(stated, 'stated'),
      others: parts.map((part) => termOf(part, 'part')),
      silent,
    },
  };
}

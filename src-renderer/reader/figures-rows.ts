/** The table of indicators as data: a row each, which rows are left by the filters, their order and groups. Pure. */
import type { Section } from '../../src-main/contract/briefing.ts';
import { verdicts, type Check, type Verdict } from '../../src-main/contract/check.ts';
import { compareDecimals } from '../../src-main/contract/decimal-text.ts';
import { figuresMessages as f } from '../../src-main/contract/figures-messages.ts';
import { foldWords } from '../../src-main/contract/fold.ts';
import { groupBy } from '../../src-main/contract/group-by.ts';
import {
  domains,
  type Domain,
  type Indicator,
  type ObservedFigure,
} from '../../src-main/contract/indicator.ts';
import { yearOfPeriod } from '../../src-main/contract/period-label.ts';
import { seriesOf, type Series, type SeriesPoint } from '../../src-main/contract/series.ts';

export interface FigureRow {
  readonly indicator: Indicator;
  readonly figures: readonly ObservedFigure[];
  readonly series: Series;
  /** Outline section of its first figure; null for what stands in none. */
  readonly section: Section | null;
  readonly checks: readonly Check[];
  /** How many checks have each verdict, what needs a look first. */
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[];
  /** "2023" for a year, 'span' for several years, 'none' where the document does not say. */
  readonly periods: ReadonlySet<string>;
  /** Has two years or parts of years, or more, that can be compared. */
  readonly isSeries: boolean;
  /** Place in the document's order. */
  readonly index: number;
}

export interface RowSource {
  readonly indicators: readonly Indicator[];
  readonly figuresByIndicator: ReadonlyMap<string, readonly ObservedFigure[]>;
  readonly checksByFigure: ReadonlyMap<string, readonly Check[]>;
  readonly sectionOf: (block: string) => Section | null;
}

export function rowsOf({
  indicators,
  figuresByIndicator,
  checksByFigure,
  sectionOf,
}: RowSource): FigureRow[] {
  return indicators.map((indicator, index) => {
    const figures = figuresByIndicator.get(indicator.id) ?? [];
    const checks = [...new Set(figures.flatMap(({ id }) => checksByFigure.get(id) ?? []))];
    const found = seriesOf(figures);
    const series = { ...found, unit: found.unit ?? indicator.unit };
    const first = figures[0];
    const section = first === undefined ? null : sectionOf(first.block);
    return {
      indicator,
      figures,
      series,
      section,
      checks,
      verdicts: verdicts
        .map((verdict) => ({ verdict, count: checks.filter((check) => check.verdict === verdict).length }))
        .filter(({ count }) => count > 0),
      periods: new Set(series.points.map(({ period }) => periodKey(period))),
      isSeries:
        new Set(series.points.map(({ period }) => period).filter((period) => yearOfPeriod(period) !== null))
          .size > 1,
      index,
    };
  });
}

const words = new WeakMap<FigureRow, string>();

/** What a search looks through, folded when first searched. */
function wordsOf(row: FigureRow): string {
  const known = words.get(row);
  if (known !== undefined) return known;
  const { indicator, series, section } = row;
  const parts = [
    indicator.name,
    indicator.detail,
    series.unit,
    section?.label,
    indicator.domain === null ? null : f.domainName(indicator.domain),
    ...series.points.map(({ shown }) => shown),
  ];
  const folded = foldWords(parts.filter((part) => part !== null && part !== undefined).join(' '));
  words.set(row, folded);
  return folded;
}

export const periodKey = (period: string | null): string =>
  period === null ? 'none' : String(yearOfPeriod(period) ?? 'span');

// Filters

export const flags = ['series', 'check', 'mismatch'] as const;
export type Flag = (typeof flags)[number];
const hasFlag: Readonly<Record<Flag, (row: FigureRow) => boolean>> = {
  series: ({ isSeries }) => isSeries,
  check: ({ checks }) => checks.length > 0,
  mismatch: ({ checks }) => checks.some(({ verdict }) => verdict === 'mismatch'),
};

export interface Filters {
  readonly query: string;
  /** 'none': those without a domain. */
  readonly domain: Domain | 'none' | null;
  /** In lower case; "" for none. */
  readonly unit: string | null;
  readonly period: string | null;
  readonly flags: readonly Flag[];
}
export const noFilters: Filters = { query: '', domain: null, unit: null, period: null, flags: [] };

const unitKey = ({ series }: FigureRow): string => (series.unit ?? '').toLowerCase();
const domainKey = ({ indicator }: FigureRow): Domain | 'none' => indicator.domain ?? 'none';

const tests = {
  domain: (row, { domain }) => domain === null || domainKey(row) === domain,
  unit: (row, { unit }) => unit === null || unitKey(row) === unit,
  period: (row, { period }) => period === null || row.periods.has(period),
  flags: (row, { flags: wanted }) => wanted.every((flag) => hasFlag[flag](row)),
} as const satisfies Record<string, (row: FigureRow, filters: Filters) => boolean>;
const testNames = ['domain', 'unit', 'period', 'flags'] as const;

export interface Facets {
  readonly rows: readonly FigureRow[];
  /** How many rows each choice would leave, all other filters kept. Choices that leave none are absent. */
  readonly domains: ReadonlyMap<Domain | 'none', number>;
  readonly inAnyDomain: number;
  readonly units: readonly { readonly key: string; readonly name: string | null; readonly count: number }[];
  readonly periods: readonly { readonly key: string; readonly count: number }[];
  readonly flags: Readonly<Record<Flag, number>>;
}

export function filtered(all: readonly FigureRow[], filters: Filters): Facets {
  const asked = foldWords(filters.query.normalize('NFC'))
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = all.filter((row) => asked.every((word) => wordsOf(row).includes(word)));
  const but = (left: (typeof testNames)[number] | null): FigureRow[] =>
    found.filter((row) => testNames.every((name) => name === left || tests[name](row, filters)));
  const anyDomain = but('domain');
  const left = but(null);
  return {
    rows: left,
    domains: counts(anyDomain.map(domainKey)),
    inAnyDomain: anyDomain.length,
    units: unitsOf(but('unit'), filters.unit),
    periods: [...counts(but('period').flatMap(({ periods }) => [...periods]))]
      .map(([key, count]) => ({ key, count }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    flags: flagCounts(left),
  };
}

const flagCounts = (rows: readonly FigureRow[]): Record<Flag, number> => ({
  series: rows.filter(hasFlag.series).length,
  check: rows.filter(hasFlag.check).length,
  mismatch: rows.filter(hasFlag.mismatch).length,
});

function counts<Key>(keys: readonly Key[]): Map<Key, number> {
  const found = new Map<Key, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

/** Frequent units first; the chosen one is always among them. */
function unitsOf(rows: readonly FigureRow[], chosen: string | null): Facets['units'] {
  const names = new Map<string, string | null>(rows.map((row) => [unitKey(row), row.series.unit]));
  const found = [...counts(rows.map(unitKey))].map(([key, count]) => ({
    key,
    name: names.get(key) ?? null,
    count,
  }));
  if (chosen !== null && !names.has(chosen)) found.push({ key: chosen, name: chosen, count: 0 });
  return found.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

// Order and groups

export type SortKey = 'document' | 'name' | 'unit' | 'checks' | 'other' | `year-${number}`;
export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

const collator = new Intl.Collator('vi');

export function sorted(
  rows: readonly FigureRow[],
  { by, descending }: Sort,
  years: readonly number[],
): FigureRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => order(a, b, by, sign, years) || a.index - b.index);
}

function order(a: FigureRow, b: FigureRow, by: SortKey, sign: number, years: readonly number[]): number {
  if (by === 'document') return sign * (a.index - b.index);
  if (by === 'name') return sign * collator.compare(a.indicator.name, b.indicator.name);
  if (by === 'unit') return sign * collator.compare(unitKey(a), unitKey(b));
  if (by === 'checks') return sign * (urgency(a) - urgency(b) || b.checks.length - a.checks.length);
  // What has no value there comes last, whichever way; amounts are compared within their unit only.
  const [x, y] = [cellOf(a, by, years)?.point, cellOf(b, by, years)?.point];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  return collator.compare(unitKey(a), unitKey(b)) || sign * compareDecimals(x.value, y.value);
}

const urgency = (row: FigureRow): number => {
  const worst = row.verdicts[0]?.verdict;
  return worst === undefined ? verdicts.length : verdicts.indexOf(worst);
};

export interface Cell {
  readonly point: SeriesPoint;
  /** Further points that belong into the same cell. */
  readonly more: number;
}

/** What a year's column, or the one for other periods, shows of a row; null for nothing. */
export function cellOf(row: FigureRow, column: SortKey, years: readonly number[]): Cell | null {
  const year = column.startsWith('year-') ? Number(column.slice(5)) : null;
  const { points } = row.series;
  const here = points.filter(({ period }) => {
    const own = yearOfPeriod(period);
    return year === null ? own === null || !years.includes(own) : own === year;
  });
  // The whole year says more than a part of it; what was done more than what is planned.
  const whole = here.filter(({ period }) => year === null || period === String(year));
  const candidates = whole.length > 0 ? whole : here;
  const point = candidates.find(({ status }) => status !== 'plan') ?? candidates[0];
  return point === undefined ? null : { point, more: here.length - 1 };
}

/** The years that get a column: those with most values, at most `countMax`, in order. */
export function columnYears(rows: readonly FigureRow[], countMax: number): readonly number[] {
  const used = counts(
    rows.flatMap(({ series }) => [
      ...new Set(series.points.map(({ period }) => yearOfPeriod(period)).filter((year) => year !== null)),
    ]),
  );
  return [...used]
    .sort(([a, m], [b, n]) => n - m || b - a)
    .slice(0, countMax)
    .map(([year]) => year)
    .sort((a, b) => a - b);
}

export const groupings = ['domain', 'section', 'unit', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export type TableItem =
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly count: number }
  | { readonly kind: 'row'; readonly row: FigureRow };

/** Rows under the headings of their groups. Rows keep their order within a group. */
export function grouped(rows: readonly FigureRow[], grouping: Grouping): readonly TableItem[] {
  const items = (members: readonly FigureRow[]): TableItem[] => members.map((row) => ({ kind: 'row', row }));
  if (grouping === 'none') return items(rows);
  const groups = [...groupBy(rows, (row) => groupOf(row, grouping).key).values()];
  return groups
    .map((members) => ({ members, group: groupOf(members[0] as FigureRow, grouping) }))
    .sort((a, b) => a.group.position - b.group.position || collator.compare(a.group.name, b.group.name))
    .flatMap(({ members, group: { key, name } }): TableItem[] => [
      { kind: 'group', key, name, count: members.length },
      ...items(members),
    ]);
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly position: number;
}

function groupOf(row: FigureRow, grouping: Exclude<Grouping, 'none'>): Group {
  const { domain } = row.indicator;
  if (grouping === 'domain' && domain !== null)
    return { key: domain, name: f.domainName(domain), position: domains.indexOf(domain) };
  if (grouping === 'unit') {
    return { key: `unit ${unitKey(row)}`, name: row.series.unit ?? f.noUnit, position: 0 };
  }
  // Without a domain the outline says where it belongs.
  const { section } = row;
  return section === null
    ? { key: 'section', name: f.restOfDocument, position: 1e12 }
    : {
        key: `section ${section.id}`,
        name: `${section.label}. ${section.title}`,
        position: domains.length + section.start,
      };
}

/** "10 tháng 2023", "ước", "2023 (ước)": what has to be said beside a value in a year's column; null for nothing. */
export function cellNote({ point }: Cell, column: SortKey): string | null {
  const isWholeYear = column === `year-${point.period ?? ''}`;
  if (!isWholeYear) return point.label;
  return point.status === 'actual' ? null : point.status === 'estimate' ? f.estimate : f.plan;
}

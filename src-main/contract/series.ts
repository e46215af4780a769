/** From an indicator's observations to the points of its chart and the cells of its row. Pure; windows and main share it. */
import { dividedByPower, printDecimal } from './decimal-text.ts';
import type { Figure, FigureStatus } from './figure.ts';
import { groupBy } from './group-by.ts';
import { messages as m } from './messages.ts';
import { comparePeriods, isPartOfYear, printPeriod, yearOfPeriod } from './period-label.ts';

export interface SeriesPoint {
  /** What stands under the bar: "2022", "2023 (ước)", "10 tháng 2023". */
  readonly label: string;
  readonly period: string | null;
  /** Exact decimal in the series' unit: "88910" where that is "tỷ đồng". Low end of a range, numerator of a ratio. */
  readonly value: string;
  /** The value as a delegate reads it: "88.910", "> 359", "897/921", "10–15". */
  readonly shown: string;
  /** The word that makes it approximate; null for none. */
  readonly approx: string | null;
  readonly status: FigureStatus;
  /** Covers a part of its year only. */
  readonly partial: boolean;
  /** Ids of the figures that state it, in reading order: one, or more where the document repeats it. */
  readonly figures: readonly string[];
}

export interface Series {
  /** Unit of all points, scale word included: "tỷ đồng"; null where the document names none. */
  readonly unit: string | null;
  /** What a point's value is counted in, as a power of ten: "1000000000" for "tỷ đồng". */
  readonly power: string;
  /** By period; what has none comes last. */
  readonly points: readonly SeriesPoint[];
  /** Ids of figures in another unit, which no axis can share with the others. */
  readonly apart: readonly string[];
}

export type SeriesFigure = Pick<
  Figure,
  'class' | 'text' | 'value' | 'of' | 'to' | 'unit' | 'scale' | 'approx' | 'period' | 'status'
> & { readonly id: string };

/** Scale words of money and amounts, the largest first, as a power of ten. */
const scaleWords: readonly (readonly [power: string, word: string, written: RegExp])[] = [
  ['1000000000', 'tỷ', /(?<!\p{L})t[ỷỉ](?!\p{L})/iu],
  ['1000000', 'triệu', /(?<!\p{L})triệu(?!\p{L})/iu],
  ['10000', 'vạn', /(?<!\p{L})vạn(?!\p{L})/iu],
  ['1000', 'nghìn', /(?<!\p{L})(?:nghìn|ngàn)(?!\p{L})/iu],
];

/**
 * Points of an indicator in one unit. They are scaled by the largest scale word that the document prints for them:
 * "1.514 tỷ 310 triệu đồng" and "1.274 tỷ đồng" are 1514.31 and 1274 "tỷ đồng".
 */
export function seriesOf(figures: readonly SeriesFigure[]): Series {
  const unit = commonUnit(figures);
  const isMember = (figure: SeriesFigure): boolean => unitKey(figure) === unit?.toLowerCase();
  const members = figures.filter(isMember);
  const [power, word] = largestScale(members);
  const points = merged(members.map((figure) => pointOf(figure, power))).sort(
    (a, b) => comparePeriods(a.period, b.period) || statusOrder(a) - statusOrder(b),
  );
  return {
    unit: word === null ? unit : [word, unit].filter((part) => part !== null).join(' '),
    power,
    points,
    apart: figures.filter((figure) => !isMember(figure)).map(({ id }) => id),
  };
}

/** "Thông báo" and "thông báo" are one unit. */
const unitKey = ({ unit }: SeriesFigure): string | undefined => unit?.toLowerCase();

/** The unit that most of the figures have, as first printed; of two as frequent the one that comes first. */
function commonUnit(figures: readonly SeriesFigure[]): string | null {
  const members = [...groupBy(figures, unitKey).values()];
  const most = Math.max(0, ...members.map(({ length }) => length));
  return members.find(({ length }) => length === most)?.[0]?.unit ?? null;
}

function largestScale(figures: readonly SeriesFigure[]): readonly [power: string, word: string | null] {
  const scaled = figures.filter(({ scale }) => scale !== '1');
  for (const [power, word, written] of scaleWords) {
    if (scaled.some(({ text }) => written.test(text))) return [power, word];
  }
  return ['1', null];
}

function pointOf(figure: SeriesFigure, power: string): SeriesPoint {
  const { period, status, approx } = figure;
  return {
    label: m.pointLabel(period === null ? null : printPeriod(period), status),
    period,
    value: dividedByPower(figure.value, power),
    shown: shownValue(figure, power),
    approx,
    status,
    partial: isPartOfYear(period),
    figures: [figure.id],
  };
}

const signs: Readonly<Record<string, string>> = {
  trên: '> ',
  hơn: '> ',
  quá: '> ',
  'ít nhất': '≥ ',
  'tối thiểu': '≥ ',
  dưới: '< ',
  gần: '< ',
  'tối đa': '≤ ',
  'không quá': '≤ ',
};

/** A figure's value in units of `power`: "> 359", "897/921", "10–15". */
export function shownValue(
  { value, of, to, approx, status }: Pick<Figure, 'value' | 'of' | 'to' | 'approx' | 'status'>,
  power = '1',
): string {
  const print = (decimal: string): string => printDecimal(dividedByPower(decimal, power));
  const whole = of === null ? '' : `/${print(of)}`;
  const high = to === null ? '' : `–${print(to)}`;
  return `${approximation(approx, status)}${print(value)}${whole}${high}`;
}

function approximation(approx: string | null, status: FigureStatus): string {
  if (approx === null) return '';
  // Its own word, "ước", stands beside the period.
  if (status === 'estimate' && approx.startsWith('ước')) return '';
  return signs[approx] ?? '≈ ';
}

const statusOrder = ({ status }: SeriesPoint): number => ['actual', 'estimate', 'plan'].indexOf(status);

/** One point for each value that a period has: a repetition is one point, a contradiction stays two. */
function merged(points: readonly SeriesPoint[]): SeriesPoint[] {
  const found = new Map<string, SeriesPoint>();
  const alone: SeriesPoint[] = [];
  for (const point of points) {
    if (point.period === null) {
      alone.push(point);
      continue;
    }
    const key = `${point.period} ${point.status} ${normal(point)}`;
    const before = found.get(key);
    found.set(
      key,
      before === undefined ? point : { ...before, figures: [...before.figures, ...point.figures] },
    );
  }
  return [...found.values(), ...alone];
}

/** "3.0" and "3" are one value; "897/921" and "897" are not. */
const normal = ({ value, shown }: SeriesPoint): string =>
  `${value.includes('.') ? value.replace(/\.?0+$/u, '') : value} ${/[/–]/u.exec(shown) === null ? '' : shown}`;

export interface Plotted {
  /** Points that can be compared as bars. */
  readonly drawn: readonly SeriesPoint[];
  /** Where years are drawn: a total of several years, and what has no period. As a bar it would mislead. */
  readonly beside: readonly SeriesPoint[];
}

/** Which of the points stand on one axis. */
export function plotted(points: readonly SeriesPoint[]): Plotted {
  const drawn = points.filter(({ period }) => yearOfPeriod(period) !== null);
  if (drawn.length === 0) return { drawn: points, beside: [] };
  return { drawn, beside: points.filter(({ period }) => yearOfPeriod(period) === null) };
}

/** More indicators on one chart can nobody tell apart. */
export const COMPARED_MAX = 4;

/** Whether two series can share an axis. */
export const shareUnit = (a: Series, b: Series): boolean =>
  (a.unit ?? '').toLowerCase() === (b.unit ?? '').toLowerCase();

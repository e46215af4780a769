/**
 * Where everything of a bar chart lies. Pure: points and a size in, rectangles and labels out; the SVG on screen, the
 * saved picture and the stage draw the same model. Axes start at zero, always. Bars stand upright where all labels
 * have room; otherwise they lie, each with its label before it.
 */
import { scaleBand, scaleLinear } from 'd3-scale';
import { printDecimal } from '../../src-main/contract/decimal-text.ts';
import { comparePeriods, printPeriod } from '../../src-main/contract/period-label.ts';
import { plotted, type SeriesPoint } from '../../src-main/contract/series.ts';

/** More bars than this can nobody tell apart: the latest are drawn. */
const BARS_MAX = 60;

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

export interface ChartSize {
  readonly widthPx: number;
  /** Of upright bars; lying ones take what they need. */
  readonly heightPx: number;
  /** Size of value labels; the others are a little smaller. */
  readonly fontPx: number;
  /** Without an axis: a glance, beside words that say the rest. */
  readonly compact: boolean;
  /** How many lying bars have room; null for as many as there are. */
  readonly rowsMax: number | null;
}

/** Solid: actual, and the latest. Soft: actual, before. Hatched: estimate. Hollow: plan. */
export type BarFill = 'solid' | 'soft' | 'hatched' | 'hollow';

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: BarFill;
  /** Index of its series. */
  readonly series: number;
}

export type Anchor = 'start' | 'middle' | 'end';
export interface ChartText {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly anchor: Anchor;
  readonly sizePx: number;
  readonly role: 'value' | 'period' | 'tick';
}

export interface ChartLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The axis that values are measured from. */
  readonly isZero: boolean;
}

export interface ChartModel {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lies: boolean;
  readonly lines: readonly ChartLine[];
  readonly bars: readonly Bar[];
  readonly texts: readonly ChartText[];
  /** Points that are not drawn because there are too many. */
  readonly omitted: number;
}

interface Category {
  readonly label: string;
  readonly bars: readonly { readonly series: number; readonly point: SeriesPoint; readonly fill: BarFill }[];
}

/** Width of a letter or digit of the interface's typeface, in its size; on the wide side. */
const LETTER_EM = 0.6;
const widthOf = (text: string, sizePx: number): number => text.length * sizePx * LETTER_EM;

export function chartModel(series: readonly ChartSeries[], size: ChartSize): ChartModel {
  const all = categoriesOf(series.map(({ name, points }) => ({ name, points: plotted(points).drawn })));
  const some = latest(all, BARS_MAX);
  const lies = !standsUpright(some, size);
  const categories = lies ? latest(some, size.rowsMax ?? BARS_MAX) : some;
  const drawn = lies ? lying(categories, size) : upright(categories, size);
  return { ...drawn, lies, omitted: all.length - categories.length };
}

/** The last categories that have at most so many bars together; at least one. */
function latest(categories: readonly Category[], barsMax: number): readonly Category[] {
  let bars = 0;
  const from = categories.findLastIndex((category) => (bars += category.bars.length) > barsMax);
  return categories.slice(Math.min(from + 1, categories.length - 1));
}

/** One category a point; where several series are compared, one a period. */
function categoriesOf(series: readonly ChartSeries[]): readonly Category[] {
  const [only] = series;
  if (only !== undefined && series.length === 1) {
    return only.points.map((point) => ({
      label: point.label,
      bars: [{ series: 0, point, fill: fillOf(point, point === only.points.at(-1)) }],
    }));
  }
  const byPeriod = new Map<string | null, { series: number; point: SeriesPoint; fill: BarFill }[]>();
  for (const [index, { points }] of series.entries()) {
    for (const point of points) {
      const bars = byPeriod.get(point.period) ?? [];
      bars.push({ series: index, point, fill: fillOf(point, true) });
      byPeriod.set(point.period, bars);
    }
  }
  return [...byPeriod]
    .sort(([a], [b]) => comparePeriods(a, b))
    .map(([period, bars]) => {
      const labels = new Set(bars.map(({ point }) => point.label));
      const [label = ''] = labels;
      return { label: labels.size === 1 || period === null ? label : printPeriod(period), bars };
    });
}

const fillOf = ({ status }: SeriesPoint, isLatest: boolean): BarFill =>
  status === 'estimate' ? 'hatched' : status === 'plan' ? 'hollow' : isLatest ? 'solid' : 'soft';

function domainOf(categories: readonly Category[]): [number, number] {
  // A bar's length may be a binary float; what its label says may not.
  const values = categories.flatMap(({ bars }) => bars.map(({ point }) => Number(point.value)));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : [low, high];
}

function tickLabels(ticks: readonly number[]): readonly string[] {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const places = Math.min(Math.max(0, -Math.floor(Math.log10(step))), 12);
  return ticks.map((tick) => printDecimal(tick.toFixed(places)).replace(/^−(?=0(?:,0+)?$)/u, ''));
}

// Upright

const smaller = (fontPx: number): number => Math.round(fontPx * 0.92);
const axisWidth = (labels: readonly string[], { fontPx, compact }: ChartSize): number =>
  compact ? 0 : Math.max(0, ...labels.map((label) => widthOf(label, smaller(fontPx)))) + fontPx * 0.7;

function standsUpright(categories: readonly Category[], size: ChartSize): boolean {
  const ticks = tickLabels(scaleLinear().domain(domainOf(categories)).nice(3).ticks(3));
  const step = (size.widthPx - axisWidth(ticks, size)) / Math.max(1, categories.length);
  return categories.every(({ label, bars }) => {
    const slot = (step * 0.8) / bars.length;
    return (
      widthOf(label, smaller(size.fontPx)) <= step - 2 &&
      bars.every(({ point }) => widthOf(point.shown, size.fontPx) <= (bars.length === 1 ? step : slot) - 2)
    );
  });
}

function upright(categories: readonly Category[], size: ChartSize): Omit<ChartModel, 'lies' | 'omitted'> {
  const { widthPx, heightPx, fontPx, compact } = size;
  const small = smaller(fontPx);
  const scale = scaleLinear().domain(domainOf(categories)).nice(3);
  const ticks = scale.ticks(3);
  const labels = tickLabels(ticks);
  const left = axisWidth(labels, size);
  const [low = 0] = scale.domain();
  scale.range([heightPx - small * 1.9 - (low < 0 ? fontPx * 1.3 : 0), fontPx * 1.5]);
  const band = scaleBand<number>()
    .domain(categories.keys())
    .range([left, widthPx])
    .paddingInner(0.3)
    .paddingOuter(0.2);
  const widest = Math.min(band.bandwidth(), fontPx * 7);
  const bars: Bar[] = [];
  const texts: ChartText[] = [];
  const zero = scale(0);
  for (const [index, category] of categories.entries()) {
    const middle = (band(index) ?? 0) + band.bandwidth() / 2;
    const slots = category.bars.length;
    const whole = slots === 1 ? widest : band.bandwidth();
    for (const [slot, { point, series, fill }] of category.bars.entries()) {
      const value = Number(point.value);
      const end = scale(value);
      const width = whole / slots - (slots === 1 ? 0 : fontPx * 0.15);
      const x = middle - whole / 2 + (slot * whole) / slots;
      bars.push({ x, y: Math.min(zero, end), width, height: Math.abs(end - zero), fill, series });
      const y = value < 0 ? end + fontPx * 1.15 : end - fontPx * 0.5;
      texts.push({
        x: x + width / 2,
        y,
        text: point.shown,
        anchor: 'middle',
        sizePx: fontPx,
        role: 'value',
      });
    }
    const y = heightPx - small * 0.5;
    texts.push({ x: middle, y, text: category.label, anchor: 'middle', sizePx: small, role: 'period' });
  }
  const drawn = compact ? [0] : ticks;
  const lines = drawn.map((tick) => {
    const y = scale(tick);
    return { x1: left, y1: y, x2: widthPx, y2: y, isZero: tick === 0 };
  });
  if (!compact) {
    for (const [index, tick] of ticks.entries())
      texts.push({
        x: left - fontPx * 0.5,
        y: scale(tick) + small * 0.35,
        text: labels[index] ?? '',
        anchor: 'end',
        sizePx: small,
        role: 'tick',
      });
  }
  return { widthPx, heightPx, lines, bars, texts };
}

// Lying

function lying(categories: readonly Category[], size: ChartSize): Omit<ChartModel, 'lies' | 'omitted'> {
  const { widthPx, fontPx } = size;
  const small = smaller(fontPx);
  const row = fontPx * 1.75;
  const gap = fontPx * 0.55;
  const labelWidth = Math.min(
    Math.max(...categories.map(({ label }) => widthOf(label, small)), 0) + fontPx * 0.7,
    widthPx * 0.45,
  );
  const valueWidth = Math.max(
    ...categories.flatMap(({ bars }) => bars.map(({ point }) => widthOf(point.shown, fontPx))),
    0,
  );
  const [low, high] = domainOf(categories);
  const before = low < 0 ? valueWidth + fontPx * 0.5 : 0;
  const scale = scaleLinear()
    .domain([low, high])
    .range([labelWidth + before, Math.max(labelWidth + before + 8, widthPx - valueWidth - fontPx * 0.5)]);
  const zero = scale(0);
  const bars: Bar[] = [];
  const texts: ChartText[] = [];
  let y = gap / 2;
  for (const { label, bars: members } of categories) {
    const height = row * members.length;
    texts.push({
      x: labelWidth - fontPx * 0.5,
      y: y + height / 2 + small * 0.36,
      text: fitted(label, labelWidth - fontPx * 0.5, small),
      anchor: 'end',
      sizePx: small,
      role: 'period',
    });
    for (const { point, series, fill } of members) {
      const value = Number(point.value);
      const end = scale(value);
      bars.push({
        x: Math.min(zero, end),
        y: y + row * 0.1,
        width: Math.abs(end - zero),
        height: row * 0.8,
        fill,
        series,
      });
      texts.push({
        x: value < 0 ? end - fontPx * 0.4 : end + fontPx * 0.4,
        y: y + row / 2 + fontPx * 0.36,
        text: point.shown,
        anchor: value < 0 ? 'end' : 'start',
        sizePx: fontPx,
        role: 'value',
      });
      y += row;
    }
    y += gap;
  }
  const heightPx = Math.ceil(y);
  return {
    widthPx,
    heightPx,
    lines: [{ x1: zero, y1: 0, x2: zero, y2: heightPx, isZero: true }],
    bars,
    texts,
  };
}

function fitted(text: string, widthPx: number, sizePx: number): string {
  const letters = Math.floor(widthPx / (sizePx * LETTER_EM));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}

/** Which figures are observations of one indicator: those that the prose goes on with, and those of one full name. */
import type { Domain, IdentifiedFigure, Indicator, Observation } from '../../contract/indicator.ts';

export interface NamedFigure {
  readonly figure: IdentifiedFigure;
  readonly name: string;
  readonly domain: Domain | null;
  /** The figure whose series the prose goes on with; null for none. */
  readonly goesOn: string | null;
  /** Section, or row of a table: a name of few words means the same thing only within one. */
  readonly place: string;
}

/** Indicators under way. Ids are given at the end, in the order of the first observations. */
export interface Series {
  readonly name: string;
  readonly detail: string | null;
  readonly domain: Domain | null;
  /** As curated; null to derive it from the figures. */
  readonly unit: string | null;
  readonly curated: boolean;
  readonly figures: IdentifiedFigure[];
  readonly places: Set<string>;
  /** By period and status. */
  readonly values: Map<string, string>;
}

/** A name of so many words means the same thing wherever in the document it stands. */
const FULL_NAME = 5;

const family = (figure: IdentifiedFigure): string =>
  `${figure.class}|${figure.class === 'rank' ? '' : (figure.unit ?? '').toLowerCase()}|${figure.fromPlan}`;
const when = (figure: IdentifiedFigure): string => `${figure.period}|${figure.status}`;

/** Adds figures one by one, in document order. */
export class SeriesBook {
  readonly #ofFigure = new Map<string, Series>();
  readonly #byName = new Map<string, Series[]>();

  add(named: NamedFigure): Series {
    const series = this.#continued(named) ?? this.#alike(named) ?? this.#begin(named);
    series.figures.push(named.figure);
    series.values.set(when(named.figure), named.figure.value);
    series.places.add(named.place);
    this.#ofFigure.set(named.figure.id, series);
    return series;
  }

  #continued({ figure, goesOn }: NamedFigure): Series | null {
    const series = goesOn === null ? undefined : this.#ofFigure.get(goesOn);
    const first = series?.figures[0];
    return series !== undefined && first !== undefined && family(first) === family(figure) ? series : null;
  }

  /** The same name for another time, or the same number again; a name of few words only in the same place. */
  #alike({ figure, name, place }: NamedFigure): Series | null {
    const isFull = name.split(' ').length >= FULL_NAME;
    const series = (this.#byName.get(keyOf(name, figure)) ?? []).findLast(
      ({ places }) => isFull || places.has(place),
    );
    if (series === undefined) return null;
    const rival = series.values.get(when(figure));
    return rival === undefined || rival === figure.value ? series : null;
  }

  #begin({ figure, name, domain }: NamedFigure): Series {
    const series: Series = {
      name,
      detail: null,
      domain,
      unit: null,
      curated: false,
      figures: [],
      places: new Set(),
      values: new Map(),
    };
    const key = keyOf(name, figure);
    const known = this.#byName.get(key);
    if (known === undefined) this.#byName.set(key, [series]);
    else known.splice(0, known.length >= RIVALS_MAX ? 1 : 0, series);
    return series;
  }
}

/** Series of one name that are kept apart; more than that is no document but a test of patience. */
const RIVALS_MAX = 8;

const keyOf = (name: string, figure: IdentifiedFigure): string => `${name.toLowerCase()}|${family(figure)}`;

export function indicatorOf(series: Series, id: string): Indicator {
  const { name, detail, domain, curated } = series;
  return { id, name, detail, domain, unit: series.unit ?? sharedUnit(series.figures), curated };
}

export const observationOf = (figure: IdentifiedFigure, indicator: string): Observation => ({
  indicator,
  figure: figure.id,
  period: figure.period,
  status: figure.status,
});

const scaleNames: Readonly<Record<string, string>> = {
  '1000': 'nghìn',
  '10000': 'vạn',
  '1000000': 'triệu',
  '1000000000': 'tỷ',
  '1000000000000': 'nghìn tỷ',
};

/** With its scale word where all print the same one: "tỷ đồng"; "1.514 tỷ 310 triệu đồng" has two and shows none. */
function sharedUnit(figures: readonly IdentifiedFigure[]): string | null {
  const unit = figures[0]?.unit ?? null;
  if (unit === null) return null;
  const scales = new Set(figures.map(printedScale));
  const [scale] = scales;
  const word = scales.size === 1 && scale !== undefined ? scaleNames[scale] : undefined;
  return word === undefined ? unit : `${word} ${unit}`;
}

const printedScale = ({ text, scale }: IdentifiedFigure): string =>
  (text.match(/\d[\d.,]*/g) ?? []).length > 1 && !text.includes('/') ? '1' : scale;

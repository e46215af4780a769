/** Curated indicators at their places in a document; entries that no longer fit are named, never dropped in silence. */
import type { Block } from '../../contract/briefing.ts';
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import type { IndicatorEntry } from './entries.ts';
import type { Series } from './series.ts';

type FigureEntry = IndicatorEntry['figures'][number];

export interface Curated {
  /** Each curated figure, with the period and status of the curation, and its series. */
  readonly places: ReadonlyMap<string, { readonly figure: IdentifiedFigure; readonly series: Series }>;
  readonly lost: readonly string[];
}

export function placeEntries(
  blocks: readonly Block[],
  figures: readonly IdentifiedFigure[],
  entries: readonly IndicatorEntry[],
): Curated {
  if (entries.length === 0) return { places: new Map(), lost: [] };
  const places = new Places(blocks, figures);
  const placed = new Map<string, { figure: IdentifiedFigure; series: Series }>();
  const lost: string[] = [];
  for (const entry of entries) {
    const series = seriesOf(entry);
    for (const wanted of entry.figures) {
      const found = places.find(wanted);
      const isTaken = typeof found !== 'string' && placed.has(found.id);
      if (typeof found === 'string' || isTaken) {
        lost.push(
          lostEntry(entry, wanted, typeof found === 'string' ? found : 'số này đã thuộc một chỉ tiêu khác'),
        );
        continue;
      }
      const { period = found.period, status = found.status } = wanted;
      const figure = { ...found, period, status };
      series.figures.push(figure);
      placed.set(found.id, { figure, series });
    }
  }
  return { places: placed, lost };
}

const seriesOf = ({ name, detail, domain, unit }: IndicatorEntry): Series => ({
  name: name.normalize('NFC'),
  detail: detail?.normalize('NFC') ?? null,
  domain,
  unit: unit?.normalize('NFC') ?? null,
  curated: true,
  figures: [],
  places: new Set(),
  values: new Map(),
});

/** No block holds it, so that no quote runs across two. */
const BETWEEN = '\u0000';

class Places {
  readonly #text: string;
  readonly #figures: readonly { readonly at: number; readonly figure: IdentifiedFigure }[];

  constructor(blocks: readonly Block[], figures: readonly IdentifiedFigure[]) {
    const offsets = new Map<string, number>();
    let length = 0;
    for (const { id, text } of blocks) {
      offsets.set(id, length);
      length += text.length + BETWEEN.length;
    }
    this.#text = blocks.map(({ text }) => text).join(BETWEEN);
    this.#figures = figures
      .map((figure) => ({ at: (offsets.get(figure.block) ?? 0) + figure.start, figure }))
      .sort((a, b) => a.at - b.at);
  }

  /** The figure, or in Vietnamese why there is none. */
  find({ quote, text }: FigureEntry): IdentifiedFigure | string {
    const words = quote.normalize('NFC');
    const at = this.#text.indexOf(words);
    if (at === -1) return 'văn bản này không có câu trích đó';
    if (this.#text.includes(words, at + 1)) return 'câu trích này có ở nhiều chỗ';
    const inside = this.#between(at, at + words.length).filter(
      (figure) => figure.text === text.normalize('NFC'),
    );
    const [figure] = inside;
    if (figure === undefined) return 'câu trích không có số liệu đó';
    return inside.length > 1 ? 'số liệu đó có nhiều lần trong câu trích' : figure;
  }

  #between(start: number, end: number): IdentifiedFigure[] {
    let low = 0;
    let high = this.#figures.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#figures[middle]?.at ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found: IdentifiedFigure[] = [];
    for (let index = low; (this.#figures[index]?.at ?? Infinity) < end; index++) {
      const place = this.#figures[index];
      if (place !== undefined && place.at + place.figure.text.length <= end) found.push(place.figure);
    }
    return found;
  }
}

const lostEntry = ({ name }: IndicatorEntry, { quote, text }: FigureEntry, why: string): string =>
  `Không đặt được số liệu “${text}” của chỉ tiêu “${name}” (${why}): “${quote}”. Hãy sửa câu trích trong tệp chỉ tiêu hoặc bỏ mục này.`;

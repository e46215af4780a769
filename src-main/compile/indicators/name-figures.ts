/**
 * Names every figure: by the curation where there is one, otherwise from its sentence. A footnote goes on with the
 * sentence that points to it, a list with the line that announces it, a table's cell is named by its row and column.
 */
import type { Block, CompiledDocument, Section } from '../../contract/briefing.ts';
import type { Domain, IdentifiedFigure, Indicator, Observation } from '../../contract/indicator.ts';
import { tokenise } from '../figures/tokens.ts';
import type { Token } from '../figures/tokens.ts';
import { placeEntries } from './curated.ts';
import { Discourse, phraseSaid } from './discourse.ts';
import type { Said } from './discourse.ts';
import { domainOf, Domains } from './domains.ts';
import type { IndicatorEntry } from './entries.ts';
import { sentenceCased, startsWith, titled } from './phrase.ts';
import { indicatorOf, observationOf, SeriesBook } from './series.ts';
import type { NamedFigure, Series } from './series.ts';
import { suffixOf } from './suffixes.ts';
import { TableNames } from './table-names.ts';
import { measures } from './words.ts';

export interface Named {
  readonly indicators: readonly Indicator[];
  /** One a figure, in the order of the figures. */
  readonly observations: readonly Observation[];
  /** Curated entries whose quote no longer occurs, each named in Vietnamese. */
  readonly lost: readonly string[];
}

/** Never throws; time linear in the text. `figures` in the order of the blocks, and in each by place. */
export function nameFigures(
  document: CompiledDocument,
  figures: readonly IdentifiedFigure[],
  entries: readonly IndicatorEntry[],
): Named {
  const curated = placeEntries(document.blocks, figures, entries);
  const book = new SeriesBook();
  const named = new Map(new Namer(document, figures).names().map((each) => [each.figure.id, each]));
  const ids = new Map<Series, string>();
  const observations = figures.flatMap((figure): Observation[] => {
    const own = curated.places.get(figure.id);
    const name = named.get(figure.id);
    const series = own?.series ?? (name === undefined ? undefined : book.add(name));
    if (series === undefined) return [];
    const id = ids.get(series) ?? `i${ids.size + 1}`;
    ids.set(series, id);
    return [observationOf(own?.figure ?? name?.figure ?? figure, id)];
  });
  return {
    indicators: toldApart(
      Array.from(ids, ([series, id]) => ({ indicator: indicatorOf(series, id), series })),
      document.sections,
    ),
    observations,
    lost: curated.lost,
  };
}

interface Told {
  readonly indicator: Indicator;
  readonly series: Series;
}

const DETAIL_MAX = 60;

/** Indicators of one name that are not one series say in which section they stand, where that tells them apart. */
function toldApart(all: readonly Told[], sections: readonly Section[]): Indicator[] {
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  const titleOf = ({ places }: Series): string | null => {
    const [place] = places;
    // As printed: names of places keep their capitals.
    const title = (titles.get(place ?? '') ?? '').trim();
    return title === '' || title.length > DETAIL_MAX ? null : title;
  };
  const alike = new Map<string, Set<string | null>>();
  for (const { indicator, series } of all) {
    const places = alike.get(indicator.name) ?? new Set();
    alike.set(indicator.name, places.add(titleOf(series)));
  }
  return all.map(({ indicator, series }) => {
    const isAlone = (alike.get(indicator.name)?.size ?? 0) < 2;
    return indicator.curated || isAlone ? indicator : { ...indicator, detail: titleOf(series) };
  });
}

class Namer {
  readonly #document: CompiledDocument;
  readonly #figures = new Map<string, IdentifiedFigure[]>();
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #domains: Domains;
  readonly #tables: TableNames;
  /** Footnotes by the block that points to them, and what was said there by the footnote's block. */
  readonly #pointers = new Map<string, { note: string; at: number }[]>();
  readonly #pointed = new Map<string, { said: Said | null; section: string | null }>();
  /** Lines that announce lists, by the depth of the list. */
  #announced: { section: string | null; depth: number; said: Said }[] = [];

  constructor(document: CompiledDocument, figures: readonly IdentifiedFigure[]) {
    this.#document = document;
    for (const figure of figures) push(this.#figures, figure.block, figure);
    this.#sections = new Map(document.sections.map((section) => [section.id, section]));
    this.#domains = new Domains(document.sections);
    this.#tables = new TableNames(document.blocks);
    for (const { block: note, ref } of document.footnotes) {
      if (ref !== null) push(this.#pointers, ref.block, { note, at: ref.start });
    }
  }

  names(): NamedFigure[] {
    return this.#document.blocks.flatMap((block) => this.#namesIn(block));
  }

  #namesIn(block: Block): NamedFigure[] {
    const figures = this.#figures.get(block.id) ?? [];
    const pointers = [...(this.#pointers.get(block.id) ?? [])].sort((a, b) => a.at - b.at);
    const announces = /:\s*$/.test(block.text);
    if (figures.length + pointers.length === 0 && !announces) {
      this.#forget(block);
      return [];
    }
    const tokens = tokenise(
      block.text,
      block.marks.filter(({ kind }) => kind === 'footnote-ref').sort(byStart),
    );
    const pointed = this.#pointed.get(block.id);
    const context = pointed?.said ?? this.#contextOf(block);
    const section = pointed?.section ?? block.section;
    const discourse = new Discourse(tokens, context);
    const place = new TokenFinder(tokens);
    let next = 0;
    const point = (before: number): void => {
      for (let each = pointers[next]; each !== undefined && each.at < before; each = pointers[++next]) {
        this.#pointed.set(each.note, { said: discourse.at(place.of(each.at)), section: block.section });
      }
    };
    const named = figures.map((figure, index): NamedFigure => {
      point(figure.start);
      const from = place.of(figure.start);
      const to = place.of(figure.end);
      const limit = place.of(figures[index + 1]?.start ?? Infinity);
      const said = discourse.say(figure, from, Math.max(to, from), limit);
      const core = this.#tables.of(block) ?? (said.core || fallback(context, section, this.#sections));
      return {
        figure: said.period === null ? figure : { ...figure, period: said.period },
        name: nameOf(core, suffixOf(figure, core, tokens, to)),
        domain: domainFor(this.#domains.of(section), core),
        goesOn: block.cell === null ? said.goesOn : null,
        place: block.cell === null ? (section ?? '') : `${block.cell.table}.${block.cell.row}`,
      };
    });
    point(Infinity);
    this.#forget(block);
    if (announces) this.#announce(block, discourse.at(tokens.length));
    return named;
  }

  /** What the block's place says: the line that announces its list, else the heading it stands under. */
  #contextOf(block: Block): Said | null {
    const depth = block.item?.depth ?? -1;
    const line = block.item === null ? undefined : this.#announced.findLast((each) => each.depth < depth);
    return line?.section === block.section ? line.said : null;
  }

  #announce(block: Block, said: Said | null): void {
    const isNamed = said !== null && (said.figure !== null || startsWith(tokenise(said.core), measures));
    if (isNamed) this.#announced.push({ section: block.section, depth: block.item?.depth ?? -1, said });
  }

  /** A list ends with the first block that is no part of it. */
  #forget(block: Block): void {
    const depth = block.item?.depth ?? -1;
    this.#announced = this.#announced.filter((each) => each.depth < depth);
  }
}

const procedural = new Set<Domain | null>(['legislation', 'organisation', 'coordination', 'oversight', null]);

/** The section's field; where that is how government works, the field that the name itself speaks for. */
function domainFor(section: Domain | null, core: string): Domain | null {
  const own = procedural.has(section) ? domainOf(core) : null;
  return own === null || procedural.has(own) ? (section ?? own) : own;
}

const byStart = (a: { start: number }, b: { start: number }): number => a.start - b.start;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Index of the first token at or behind an offset; offsets are asked for in any order. */
class TokenFinder {
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  of(offset: number): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where no clause says what a number is: the heading over it. */
function fallback(
  context: Said | null,
  section: string | null,
  sections: ReadonlyMap<string, Section>,
): string {
  if (context !== null && context.core !== '') return context.core;
  const title = section === null ? undefined : sections.get(section)?.title;
  return phraseSaid(tokenise(sentenceCased((title ?? '').slice(0, 200))), 0)?.core ?? '';
}

const NAME_MAX = 100;

function nameOf(core: string, suffix: string): string {
  const title = titled(core, NAME_MAX - suffix.length) || 'Số liệu';
  return title + suffix;
}

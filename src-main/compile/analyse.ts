/** Document → its numbers, named and checked: what a reader of figures wants to know beyond the text. Pure. */
import type { CompiledDocument } from '../contract/briefing.ts';
import type { Check } from '../contract/check.ts';
import type { NonFigure } from '../contract/figure.ts';
import type { IdentifiedFigure, Indicator, Observation } from '../contract/indicator.ts';
import { checkFigures } from './checks/check-figures.ts';
import { curatedFor, noCuration } from './corrections.ts';
import type { Curation } from './corrections.ts';
import { findFigures } from './figures/find-figures.ts';
import { nameFigures } from './indicators/name-figures.ts';

export interface Analysis {
  /** In the order of the blocks, and in each by place: every digit of the blocks once. */
  readonly numerals: readonly (IdentifiedFigure | NonFigure)[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly checks: readonly Check[];
  /** Curated entries that no longer fit the document, each named in Vietnamese: an error where we ship the curation. */
  readonly lost: readonly string[];
}

/** Never throws, whatever the document says. */
export function analyse(document: CompiledDocument, curation: Curation = noCuration): Analysis {
  let count = 0;
  const numerals = findFigures(document).map((numeral): IdentifiedFigure | NonFigure =>
    numeral.kind === 'figure' ? { ...numeral, id: `f${++count}` } : numeral,
  );
  const figures = numerals.filter((numeral) => numeral.kind === 'figure');
  const curated = curatedFor(curation, document.document.title);
  const named = nameFigures(
    document,
    figures,
    curated.flatMap(({ indicators }) => indicators ?? []),
  );
  const checked = checkFigures(
    document,
    numerals,
    named,
    curated.flatMap(({ checks }) => checks ?? []),
  );
  const { indicators, observations } = named;
  return {
    numerals,
    indicators,
    observations,
    checks: checked.checks,
    lost: [...named.lost, ...checked.lost],
  };
}

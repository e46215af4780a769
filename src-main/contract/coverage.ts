/** How many of a document's figures a check has looked at. What could not be decided is never counted as looked at. */
import type { Check } from './check.ts';

export interface Coverage {
  /** Figures that at least one decided check uses. */
  readonly covered: number;
  /** Figures that only undetermined checks use. */
  readonly undetermined: number;
  /** Figures that no check uses. */
  readonly unchecked: number;
}

export function coverageOf(figures: readonly { readonly id: string }[], checks: readonly Check[]): Coverage {
  const decided = new Set<string>();
  const touched = new Set<string>();
  for (const { verdict, operands } of checks) {
    for (const { figure } of operands) {
      if (figure === null) continue;
      touched.add(figure);
      if (verdict !== 'undetermined') decided.add(figure);
    }
  }
  const covered = figures.filter(({ id }) => decided.has(id)).length;
  const used = figures.filter(({ id }) => touched.has(id)).length;
  return { covered, undetermined: used - covered, unchecked: figures.length - used };
}

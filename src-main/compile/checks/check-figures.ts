/** Finds the relations that the prose states between its figures, and judges each. */
import type { CompiledDocument } from '../../contract/briefing.ts';
import type { Check } from '../../contract/check.ts';
import type { NonFigure } from '../../contract/figure.ts';
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import type { Named } from '../indicators/name-figures.ts';
import { findChanges } from './changes.ts';
import { findCompletions } from './completions.ts';
import { overlay } from './curated.ts';
import type { CheckEntry } from './entries.ts';
import { explain } from './explain.ts';
import type { Explained } from './explain.ts';
import { believeFamilies } from './families.ts';
import { findFootnotes } from './footnotes.ts';
import { findImplied } from './implied.ts';
import { findLists } from './lists.ts';
import { findPeriods } from './periods.ts';
import { findRepetitions } from './repetitions.ts';
import { findInTables } from './tables.ts';
import { placeOf } from './places.ts';
import { findRatios } from './ratios.ts';
import type { Finding } from './relation.ts';
import { sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { findShortfalls } from './shortfalls.ts';
import { findSums } from './sums.ts';

export interface Checked {
  readonly checks: readonly Check[];
  /** Curated entries that find no place, each named in Vietnamese. */
  readonly lost: readonly string[];
}

const finders: readonly ((scene: Scene) => Finding[])[] = [
  findSums,
  findRatios,
  findChanges,
  ({ passages }) => passages.flatMap(findShortfalls),
  findCompletions,
  findLists,
  findImplied,
  findFootnotes,
  findPeriods,
  findInTables,
  findRepetitions,
];

/** `numerals` in the order of the blocks, and in each by place. */
export function checkFigures(
  document: CompiledDocument,
  numerals: readonly (IdentifiedFigure | NonFigure)[],
  named: Named,
  entries: readonly CheckEntry[],
): Checked {
  const scene = sceneOf(document, numerals, named);
  const found = believeFamilies(finders.flatMap((find) => find(scene)));
  const explained = found.flatMap((finding) => explain(finding) ?? []);
  const order = new Map(document.blocks.map(({ id }, index) => [id, index]));
  const { checks, lost } = overlay(scene, settle(explained), entries);
  return {
    checks: [...checks]
      .sort((a, b) => byPlace(a, b, order))
      .map((check, index): Check => ({ id: `c${index + 1}`, ...check })),
    lost,
  };
}

/** Of what is found twice, the better finding: one that agrees, else one that could be decided. */
function settle(found: readonly Explained[]): Explained[] {
  const byStated = new Map<string, Explained[]>();
  const kept: Explained[] = [];
  // What the text divides by is known: a whole number that would do as well says nothing more.
  const divided = new Set(
    found.flatMap(({ kind, verdict, operands }) =>
      kind === 'ratio' && verdict !== 'undetermined' && verdict !== 'mismatch' ? [placeOf(operands[0])] : [],
    ),
  );
  for (const check of found) {
    if (check.kind === 'implied_integer' && divided.has(placeOf(check.operands[0]))) continue;
    const key = `${check.kind} ${placeOf(check.operands[0])}`;
    const same = byStated.get(key);
    if (same === undefined) byStated.set(key, [check]);
    else same.push(check);
  }
  for (const same of byStated.values()) {
    const decided = same.filter(({ verdict }) => verdict !== 'undetermined');
    const seen = new Set<string>();
    for (const check of decided.length > 0 ? decided : same.slice(0, 1)) {
      const key = check.operands.map(({ block, start }) => `${block}:${start}`).join(' ');
      if (!seen.has(key)) kept.push(check);
      seen.add(key);
    }
  }
  return kept;
}

function byPlace(a: Explained, b: Explained, order: ReadonlyMap<string, number>): number {
  const [first, second] = [a.operands[0], b.operands[0]];
  const blocks = (order.get(first?.block ?? '') ?? 0) - (order.get(second?.block ?? '') ?? 0);
  return blocks || (first?.start ?? 0) - (second?.start ?? 0);
}

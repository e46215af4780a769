/**
 * The checks against their answer keys. `npx vitest run tests/unit/compile/checks/evaluation.test.ts` prints a line a kind;
 * with CHECKS_SHOW=1 also what was missed in the report and in the texts that may be tuned on.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCuration } from '../../../../src-main/compile/read-curation.ts';
import { readKeys } from './key.ts';
import type { KeyText } from './key.ts';
import { scoreOf, scoreTable } from './score.ts';

const folder = 'tests/fixtures/checks';
const keysEndingIn = (ending: string): KeyText[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .flatMap((name) => readKeys(`${folder}/${name}`));

const report = scoreOf(keysEndingIn('report.key.txt'), readCuration('resources'));
const tuned = scoreOf(keysEndingIn('.tuned.txt'));
const aside = scoreOf(keysEndingIn('.aside.txt'));

const recallOf = ({ kinds }: ReturnType<typeof scoreOf>): number => {
  const tallies = [...kinds.values()];
  const sum = (field: 'right' | 'expected'): number => tallies.reduce((all, tally) => all + tally[field], 0);
  return sum('right') / sum('expected');
};

describe('checks against the answer keys', () => {
  it('print their score', () => {
    console.log(
      `\n${scoreTable('the report', report)}\n${scoreTable('tuned on', tuned)}\n${scoreTable('kept aside', aside)}`,
    );
    if (process.env['CHECKS_SHOW'] !== undefined) console.log([...report.misses, ...tuned.misses].join('\n'));
    expect(report.kinds.size).toBeGreaterThan(0);
  });

  it('find every relation of the report with its verdict, and accuse nothing else', () => {
    expect(report.misses).toEqual([]);
  });

  it('accuse nothing falsely in other texts', () => {
    expect(tuned.falseMismatches).toEqual([]);
    // Only the number: what stands aside stays unread.
    expect(aside.falseMismatches.length).toBe(0);
  });

  it('find the relations of other texts', () => {
    expect(recallOf(tuned)).toBeGreaterThanOrEqual(0.98);
    expect(recallOf(aside)).toBeGreaterThanOrEqual(0.75);
  });
});

/** The answer keys hold together: every quote is in its text, every figure works out, every verdict follows from it. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intervalOf, recompute, verdictOf, written } from './key-arithmetic.ts';
import { keyKinds, readKeys } from './key.ts';
import type { KeyCheck, KeyText } from './key.ts';

const FOLDER = 'tests/fixtures/checks';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const keys = new Map(files.map((name) => [name, readKeys(`${FOLDER}/${name}`)]));
const decimal = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** One line a disagreement, so that a failure shows all of them. */
function disagreements(check: KeyCheck): string[] {
  const wrong: string[] = [];
  const computed = recompute(check);
  const [first = ''] = check.operands;
  const stated = intervalOf(first);
  if (computed !== null && check.stated !== null && check.verdict !== 'undetermined') {
    if (decimal(check.stated).replace('-', '') !== written(stated.value))
      wrong.push(`stated ${written(stated.value)}`);
    const verdict = verdictOf(stated, computed);
    if (check.verdict !== 'approximate' && verdict !== check.verdict) wrong.push(`verdict ${verdict}`);
    if (check.computed === null) wrong.push('computed missing');
  }
  if (computed !== null && check.computed !== null && decimal(check.computed) !== written(computed.value))
    wrong.push(`computed ${written(computed.value)}`);
  return wrong.map((what) => `line ${check.line}, ${check.kind} ${check.operands.join('; ')}: ${what}`);
}

/** The part that comes nearest, "10/17": a match where it gives the percentage, a mismatch where no whole number does. */
function impliedVerdict(check: KeyCheck): string {
  const [part = '', whole = ''] = (check.computed ?? '').split('/');
  const stated = intervalOf(check.operands[0] ?? '');
  const given = (by: number): string => {
    const value = { num: 100n * (BigInt(part) + BigInt(by)), den: BigInt(whole) };
    return verdictOf(stated, { ...stated, value, low: value, high: value });
  };
  const nearest = given(0);
  if (nearest === 'mismatch' && (given(-1) !== nearest || given(1) !== nearest)) return 'not the nearest';
  return nearest;
}

describe.each([...keys])('%s', (_, texts: readonly KeyText[]) => {
  it('names each text once and expects something of it', () => {
    expect(new Set(texts.map((text) => text.name)).size).toBe(texts.length);
    expect(texts.filter((text) => text.checks.length === 0 && !text.none).map((text) => text.name)).toEqual(
      [],
    );
  });

  it('says none exactly where no mismatch is expected', () => {
    const wrong = texts.filter(
      (text) => text.none === text.checks.some((check) => check.verdict === 'mismatch'),
    );
    expect(wrong.map((text) => text.name)).toEqual([]);
  });

  it('works out', () => {
    expect(texts.flatMap((text) => text.checks.flatMap(disagreements))).toEqual([]);
  });

  it('implies the whole numbers that it names', () => {
    const implied = texts
      .flatMap((text) => text.checks)
      .filter((check) => check.kind === 'implied_integer' && check.verdict !== 'undetermined');
    expect(implied.map((check) => [check.line, impliedVerdict(check)])).toEqual(
      implied.map((check) => [check.line, check.verdict]),
    );
  });
});

describe('the texts of other reports', () => {
  const checksOf = (half: string): KeyCheck[] =>
    [...keys]
      .filter(([name]) => name.endsWith(`.${half}.txt`))
      .flatMap(([, texts]) => texts.flatMap((text) => text.checks));

  it.each(['tuned', 'aside'])('have every kind agreeing and disagreeing in the half "%s"', (half) => {
    const checks = checksOf(half);
    for (const kind of keyKinds) {
      const verdicts = checks.filter((check) => check.kind === kind).map((check) => check.verdict);
      expect(verdicts, kind).toContain('match');
      expect(verdicts, kind).toContain('mismatch');
      // A footnote either has its mark or not.
      if (kind !== 'footnote') expect(verdicts, kind).toContain('undetermined');
    }
  });
});

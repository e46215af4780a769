/** Relations printed alike in one block: where most of them agree, the text means them all to, and one that does not is a finding. */
import { judge } from './judge.ts';
import { possibilityOf } from './possibility.ts';
import type { Finding } from './relation.ts';

/** Lifts the doubt from relations whose kin agree. */
export function believeFamilies(findings: readonly Finding[]): Finding[] {
  const kin = new Map<string, { agreeing: number; others: number }>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key === null || !('relation' in finding)) continue;
    const counts = kin.get(key) ?? { agreeing: 0, others: 0 };
    if (agrees(finding)) counts.agreeing++;
    else counts.others++;
    kin.set(key, counts);
  }
  return findings.map((finding) => {
    const counts = kin.get(keyOf(finding) ?? '');
    if (counts === undefined || !('relation' in finding)) return finding;
    // One that agrees may do so by chance, and vouches only for what one misread digit explains.
    const isBelieved =
      counts.agreeing >= Math.max(2, counts.others) ||
      (counts.agreeing === 1 && counts.others <= 1 && possibilityOf(finding.relation) !== null);
    if (!isBelieved) return finding;
    return { relation: { ...finding.relation, doubt: null, silent: false } };
  });
}

function keyOf(finding: Finding): string | null {
  if (!('relation' in finding)) return null;
  const { family, stated } = finding.relation;
  return family === undefined || family === null ? null : `${stated.block} ${family}`;
}

/** Rounded, the numbers are the same. */
export function agrees(finding: Finding): boolean {
  if (!('relation' in finding)) return false;
  const { formula, stated, others } = finding.relation;
  const amounts = others.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const verdict = stated.amount === null ? null : judge(formula, stated.amount, amounts)?.verdict;
  return verdict === 'match' || verdict === 'approximate';
}

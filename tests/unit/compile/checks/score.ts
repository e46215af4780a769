/** Scores the checks of a text against its answer key, as tests/fixtures/checks/README.md says. */
import { analyse } from '../../../../src-main/compile/analyse.ts';
import { compile } from '../../../../src-main/compile/compile.ts';
import type { Curation } from '../../../../src-main/compile/corrections.ts';
import { SourcePlaces } from '../../../../src-main/compile/source-map.ts';
import type { CheckKind, Verdict } from '../../../../src-main/contract/check.ts';
import type { KeyCheck, KeyPlace, KeyText } from './key.ts';

export interface FoundCheck {
  readonly kind: CheckKind;
  readonly verdict: Verdict;
  readonly sentence: string;
  /** In the source, the stating one first. */
  readonly places: readonly KeyPlace[];
}

export function checksIn(source: string, curation: Curation = []): FoundCheck[] {
  const document = compile(source, curation);
  const places = new SourcePlaces(document, source);
  return analyse(document, curation).checks.map(({ kind, verdict, sentence, operands }) => ({
    kind,
    verdict,
    sentence,
    places: operands.map((operand) => places.of(operand)),
  }));
}

const overlaps = (a: KeyPlace | undefined, b: KeyPlace | undefined): boolean =>
  a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;

/** Both of what neither side states: two dates, two marks. */
const unordered: readonly CheckKind[] = ['period', 'footnote', 'repetition'];

function isSamePlace(expected: KeyCheck, found: FoundCheck): boolean {
  if (expected.kind !== found.kind) return false;
  if (!unordered.includes(found.kind)) return overlaps(expected.places[0], found.places[0]);
  // A note's mark stands before its text and belongs to no block: the text is its place.
  const reach = found.kind === 'footnote' ? 3 : 0;
  return expected.places.some(({ start, end }) =>
    found.places.some((other) => overlaps({ start, end: end + reach }, other)),
  );
}

/** The same parts, base or plan: a place of the key for each of the operands found. */
const hasSameOperands = (expected: KeyCheck, found: FoundCheck): boolean =>
  expected.places.every((place) => found.places.some((other) => overlaps(place, other)));

export interface Tally {
  expected: number;
  /** Found with the right verdict. */
  right: number;
  /** Of those, with all operands. */
  whole: number;
  /** Decided findings of this kind. */
  decided: number;
  /** Of those, what the key says too, also where it calls it optional or doubtful. */
  agreed: number;
  falseMismatches: number;
}

export interface Score {
  readonly kinds: ReadonlyMap<CheckKind, Tally>;
  /** Text, key line or sentence: what was missed, judged otherwise, or falsely accused. */
  readonly misses: readonly string[];
  readonly falseMismatches: readonly string[];
}

export function scoreOf(texts: readonly KeyText[], curation: Curation = []): Score {
  const kinds = new Map<CheckKind, Tally>();
  const misses: string[] = [];
  const falseMismatches: string[] = [];
  const tallyOf = (kind: CheckKind): Tally => {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const tally = { expected: 0, right: 0, whole: 0, decided: 0, agreed: 0, falseMismatches: 0 };
    kinds.set(kind, tally);
    return tally;
  };
  for (const { name, text, checks } of texts) {
    const found = checksIn(text, curation);
    for (const expected of checks) {
      const same = found.filter((check) => isSamePlace(expected, check));
      const right = same.filter(({ verdict }) => verdict === expected.verdict);
      if (expected.verdict === 'undetermined') {
        const wrong = same.find((check) => check.verdict === 'match' && hasSameOperands(expected, check));
        if (wrong !== undefined && !expected.doubtful)
          misses.push(`${name}: ${expected.line} should be undetermined: ${wrong.sentence}`);
        continue;
      }
      if (expected.doubtful || expected.optional) continue;
      const tally = tallyOf(expected.kind);
      tally.expected++;
      if (right.length > 0) tally.right++;
      if (right.some((check) => hasSameOperands(expected, check))) tally.whole++;
      else {
        const instead = same.map(({ verdict, sentence }) => `${verdict} ${sentence}`).join(' / ');
        const what = `${expected.kind} ${expected.verdict} ${expected.operands.join('; ')}`;
        misses.push(`${name}: ${right.length > 0 ? 'other operands' : 'missed'} ${what} :: ${instead}`);
      }
    }
    for (const check of found) {
      if (check.verdict === 'undetermined') continue;
      const tally = tallyOf(check.kind);
      tally.decided++;
      const agrees = checks.some(
        (expected) => expected.verdict === check.verdict && isSamePlace(expected, check),
      );
      if (agrees) tally.agreed++;
      else misses.push(`${name}: extra ${check.verdict} ${check.kind} ${check.sentence}`);
      if (check.verdict === 'mismatch' && !agrees) {
        tally.falseMismatches++;
        falseMismatches.push(`${name}: ${check.kind} ${check.sentence}`);
      }
    }
  }
  return { kinds, misses, falseMismatches };
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;

/** A line a kind: recall (verdict, and all operands) and precision of what was decided. */
export function scoreTable(title: string, { kinds }: Score): string {
  const all = { expected: 0, right: 0, whole: 0, decided: 0, agreed: 0, falseMismatches: 0 };
  for (const tally of kinds.values()) {
    for (const field of ['expected', 'right', 'whole', 'decided', 'agreed', 'falseMismatches'] as const)
      all[field] += tally[field];
  }
  const rows = [...kinds, ['all', all] as const].map(([kind, tally]) =>
    [
      kind.padEnd(16),
      `recall ${tally.right}/${tally.expected} ${percent(tally.right, tally.expected)}`.padEnd(22),
      `with all operands ${percent(tally.whole, tally.expected)}`.padEnd(26),
      `agreed ${tally.agreed}/${tally.decided} ${percent(tally.agreed, tally.decided)}`.padEnd(22),
      `false mismatches ${tally.falseMismatches}`,
    ].join(' '),
  );
  return `${title}\n${rows.join('\n')}`;
}

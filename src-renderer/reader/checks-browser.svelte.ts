/** Going through the checks: which are listed, and which one is looked at. It is kept while one looks into the report. */
import {
  checkKinds,
  verdicts,
  type Check,
  type CheckKind,
  type Verdict,
} from '../../src-main/contract/check.ts';
import type { Numbers } from './numbers.svelte.ts';

export interface Counted<Name> {
  readonly name: Name;
  readonly count: number;
}

export class ChecksBrowser {
  /** Null: all of them. */
  verdict = $state<Verdict | null>(null);
  kind = $state<CheckKind | null>(null);
  chosenId = $state<string | null>(null);
  /** In a narrow window there is room for the list, or for the check that was chosen in it. */
  looking = $state(false);

  constructor(private readonly numbers: Numbers) {}

  /** What should be seen first stands first; within a verdict in reading order. */
  readonly #ordered = $derived.by(() => {
    const byVerdict = Map.groupBy(this.numbers.checks, ({ verdict }) => verdict);
    return verdicts.flatMap((verdict) => byVerdict.get(verdict) ?? []);
  });
  readonly listed = $derived(
    this.#ordered.filter(
      ({ verdict, kind }) =>
        (this.verdict === null || verdict === this.verdict) && (this.kind === null || kind === this.kind),
    ),
  );
  readonly chosen = $derived(this.listed.find(({ id }) => id === this.chosenId) ?? null);
  /** How many there would be of each verdict, among those of the chosen kind; and of each kind likewise. */
  readonly verdictCounts = $derived(
    count(
      verdicts,
      this.#ordered.filter(({ kind }) => this.kind === null || kind === this.kind),
      ({ verdict }) => verdict,
    ),
  );
  readonly kindCounts = $derived(
    count(
      checkKinds,
      this.#ordered.filter(({ verdict }) => this.verdict === null || verdict === this.verdict),
      ({ kind }) => kind,
    ).filter(({ name, count: number }) => number > 0 || name === this.kind),
  );

  /** Chooses a check, and lists it if the filters do not. */
  reveal(id: string): void {
    if (!this.listed.some((check) => check.id === id)) {
      this.verdict = null;
      this.kind = null;
    }
    this.chosenId = id;
  }

  /** Chooses the next or previous one in the list; the first where none is chosen. */
  step(by: number): void {
    const at = this.listed.findIndex(({ id }) => id === this.chosenId);
    const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), this.listed.length - 1);
    this.chosenId = this.listed[next]?.id ?? null;
  }

  /** Other checks with an operand in one of these sentences. */
  besides(check: Check, sentenceOf: (block: string, offset: number) => string): readonly Check[] {
    const sentences = new Set(check.operands.map(({ block, start }) => sentenceOf(block, start)));
    return this.#ordered.filter(
      (other) =>
        other.id !== check.id &&
        other.operands.some(({ block, start }) => sentences.has(sentenceOf(block, start))),
    );
  }
}

function count<Name>(
  names: readonly Name[],
  checks: readonly Check[],
  nameOf: (check: Check) => Name,
): readonly Counted<Name>[] {
  const byName = Map.groupBy(checks, nameOf);
  return names.map((name) => ({ name, count: byName.get(name)?.length ?? 0 }));
}

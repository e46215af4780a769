/** The report's figures, indicators and checks. They come after the first paint: reading waits for none of them. */
import type { Check } from '../../src-main/contract/check.ts';
import { coverageOf } from '../../src-main/contract/coverage.ts';
import type { Failure } from '../../src-main/contract/failures.ts';
import type { Indicator, ObservedFigure } from '../../src-main/contract/indicator.ts';
import type { Client, ListPage } from '../../src-main/contract/methods.ts';
import type { Result } from '../../src-main/contract/result.ts';

export class Numbers {
  figures = $state.raw<readonly ObservedFigure[]>([]);
  indicators = $state.raw<readonly Indicator[]>([]);
  checks = $state.raw<readonly Check[]>([]);
  /** All of it is here. */
  ready = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Id of the indicator that “Số liệu” shows in detail. */
  chosen = $state<string | null>(null);

  constructor(
    private readonly client: Pick<Client<'reader'>, 'figure.list' | 'indicator.list' | 'check.list'>,
  ) {}

  readonly figuresByBlock = $derived(Map.groupBy(this.figures, ({ block }) => block));
  readonly figuresById = $derived(new Map(this.figures.map((figure) => [figure.id, figure])));
  readonly indicatorsById = $derived(new Map(this.indicators.map((indicator) => [indicator.id, indicator])));
  /** The observations of each indicator, in reading order. */
  readonly figuresByIndicator = $derived(Map.groupBy(this.figures, ({ indicator }) => indicator));
  readonly checksByFigure = $derived.by(() => {
    const found = new Map<string, Check[]>();
    for (const check of this.checks) {
      for (const id of new Set(check.operands.map(({ figure }) => figure))) {
        if (id === null) continue;
        const checks = found.get(id);
        if (checks === undefined) found.set(id, [check]);
        else checks.push(check);
      }
    }
    return found;
  });
  readonly mismatches = $derived(this.checks.filter(({ verdict }) => verdict === 'mismatch').length);
  readonly coverage = $derived(coverageOf(this.figures, this.checks));

  /** Asks for all lists; safe to call again after a failure. */
  async load(): Promise<void> {
    this.failure = null;
    const figures = await this.#all((from) => this.client['figure.list']({ from }));
    const indicators = await this.#all((from) => this.client['indicator.list']({ from }));
    const checks = await this.#all((from) => this.client['check.list']({ from }));
    if (figures === null || indicators === null || checks === null) return;
    this.figures = figures;
    this.indicators = indicators;
    this.checks = checks;
    this.ready = true;
  }

  async #all<Item>(list: (from: number) => Promise<Result<ListPage<Item>>>): Promise<Item[] | null> {
    const items: Item[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page: Result<ListPage<Item>> = await list(from);
      if (!page.ok) {
        this.failure = page.error;
        return null;
      }
      items.push(...page.value.items);
      from = page.value.next;
    }
    return items;
  }
}

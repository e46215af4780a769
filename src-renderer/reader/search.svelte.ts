/** Search as one types: the latest question's answer, the chosen hit, and the way back to where one was reading. */
import type { Failure } from '../../src-main/contract/failures.ts';
import type { Client } from '../../src-main/contract/methods.ts';
import {
  QUERY_CHARS_MAX,
  type BlockHit,
  type HitRange,
  type NoteHit,
  type QuestionHit,
  type SearchAnswer,
} from '../../src-main/contract/search.ts';

export type Choice =
  | { readonly kind: 'block'; readonly hit: BlockHit }
  | { readonly kind: 'note'; readonly hit: NoteHit }
  | { readonly kind: 'question'; readonly hit: QuestionHit };

/** Marks in the text wait until one pauses: they would flicker with every letter. */
const MARK_AFTER_MS = 150;

export class Search {
  query = $state('');
  answer = $state.raw<SearchAnswer | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Index into `choices`. */
  index = $state(0);
  /** The list of results is open under the box. */
  open = $state(false);
  #asked = 0;
  #timer = 0;

  /** `mark` shows the ranges in the text, by block id, instead of those before. */
  constructor(
    private readonly client: Pick<Client<'reader'>, 'search.find'>,
    private readonly mark: (byBlock: ReadonlyMap<string, readonly HitRange[]>) => void,
  ) {}

  /** Report first, then footnotes, then own notes and questions: the order of the list and of next and previous. */
  readonly choices = $derived.by((): readonly Choice[] => {
    const blocks = (this.answer?.hits ?? []).map((hit): Choice => ({ kind: 'block', hit }));
    const isFootnote = (choice: Choice): boolean => choice.kind === 'block' && choice.hit.kind === 'footnote';
    return [
      ...blocks.filter((choice) => !isFootnote(choice)),
      ...blocks.filter(isFootnote),
      ...(this.answer?.notes ?? []).map((hit): Choice => ({ kind: 'note', hit })),
      ...(this.answer?.questions ?? []).map((hit): Choice => ({ kind: 'question', hit })),
    ];
  });
  readonly current = $derived(this.choices[this.index] ?? null);
  readonly active = $derived(this.query.trim() !== '');
  /** Nothing answers for sure: only blocks with some of the words, or with them by chance. */
  readonly weak = $derived(
    (this.answer?.hits.length ?? 0) > 0 && (this.answer?.hits.every(({ weak }) => weak) ?? false),
  );

  /** Asks again; an answer overtaken by a newer question is dropped. */
  async ask(query: string): Promise<void> {
    this.query = query;
    this.open = true;
    const turn = ++this.#asked;
    clearTimeout(this.#timer);
    if (query.trim() === '') {
      this.answer = null;
      this.markNow();
      this.index = 0;
      return;
    }
    const found = await this.client['search.find']({ query: query.slice(0, QUERY_CHARS_MAX) });
    if (turn !== this.#asked) return;
    this.failure = found.ok ? null : found.error;
    if (!found.ok) return;
    this.answer = found.value;
    this.index = 0;
    this.#timer = window.setTimeout(() => this.markNow(), MARK_AFTER_MS);
  }

  /** Marks the hits in the text without waiting for a pause: one of them is being opened. */
  markNow(): void {
    clearTimeout(this.#timer);
    this.mark(new Map((this.answer?.hits ?? []).map(({ block, ranges }) => [block, ranges])));
  }

  /** Moves to the next or previous choice, around the ends. */
  step(by: 1 | -1): void {
    const { length } = this.choices;
    if (length > 0) this.index = (this.index + by + length) % length;
  }

  clear(): void {
    this.#asked++;
    this.query = '';
    this.answer = null;
    this.markNow();
    this.index = 0;
    this.open = false;
  }
}

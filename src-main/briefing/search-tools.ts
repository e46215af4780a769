/** What search knows about a document beside its text; read when first needed, then kept. */
import { AmountFinder } from './amounts.ts';
import { Lexicon } from './lexicon.ts';
import type { ReadableDb } from './open.ts';
import { Vocabulary } from './vocabulary.ts';

export class SearchTools {
  #vocabulary: Vocabulary | null = null;
  #lexicon: Lexicon | null = null;
  #amounts: AmountFinder | null = null;

  constructor(private readonly db: ReadableDb) {}

  /** Reads each part, a few milliseconds each, so that the first search need not; pauses between them. */
  *load(): Generator<void, void> {
    this.#vocabulary ??= new Vocabulary(this.db);
    yield;
    this.#lexicon ??= new Lexicon(this.db);
    yield;
    this.#amounts ??= new AmountFinder(this.db);
  }

  get vocabulary(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(this.db);
    return this.#vocabulary;
  }

  get lexicon(): Lexicon {
    this.#lexicon ??= new Lexicon(this.db);
    return this.#lexicon;
  }

  get amounts(): AmountFinder {
    this.#amounts ??= new AmountFinder(this.db);
    return this.#amounts;
  }
}

/** Tables of phrases, and what matches them: the longest phrase that starts at, or ends before, a token. */
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: { readonly of: T } | null;
}

export interface Match<T> {
  readonly value: T;
  /** Tokens that the phrase takes. */
  readonly length: number;
}

/** Takes time by the longest phrase of the table, whatever the text. */
export class PhraseTable<T> {
  readonly #forward: Node<T> = { next: new Map(), value: null };
  readonly #backward: Node<T> = { next: new Map(), value: null };

  /** Phrases that mean the same stand in one row, separated by "|". */
  constructor(rows: readonly (readonly [phrases: string, value: T])[]) {
    for (const [phrases, value] of rows) {
      for (const phrase of phrases.split('|')) {
        const keys = tokenise(phrase).map((token) => token.key);
        insert(this.#forward, keys, value);
        insert(this.#backward, keys.toReversed(), value);
      }
    }
  }

  at(tokens: readonly Token[], start: number): Match<T> | null {
    return longest(this.#forward, tokens, start, 1);
  }

  /** The phrase whose last token is the one before `end`. */
  before(tokens: readonly Token[], end: number): Match<T> | null {
    return longest(this.#backward, tokens, end - 1, -1);
  }
}

/** A table whose phrases are all alike. */
export const phrases = (list: string): PhraseTable<true> => new PhraseTable([[list, true]]);

function insert<T>(root: Node<T>, keys: readonly string[], value: T): void {
  let node = root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) node.next.set(key, (next = { next: new Map(), value: null }));
    node = next;
  }
  node.value = { of: value };
}

function longest<T>(root: Node<T>, tokens: readonly Token[], start: number, step: 1 | -1): Match<T> | null {
  let node: Node<T> | undefined = root;
  let found: Match<T> | null = null;
  for (let length = 1; ; length++) {
    node = node.next.get(tokens[start + (length - 1) * step]?.key ?? '');
    if (node === undefined) return found;
    if (node.value !== null) found = { value: node.value.of, length };
  }
}

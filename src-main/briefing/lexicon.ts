/** What words stand for: the document's own abbreviations, the curated ones, and words of nearly the same meaning. */
import { agreement, agreements } from '../contract/word-forms.ts';
import type { WordForm } from '../contract/word-forms.ts';
import { formsOf } from '../contract/words.ts';
import type { ReadableDb } from './open.ts';

const ABBREVIATIONS = `SELECT short, long FROM abbreviation ORDER BY position`;
const SYNONYMS = `SELECT concept, words FROM synonym ORDER BY concept, position`;

export type MeaningKind = 'abbreviation' | 'synonym';

/** What a run of words may stand for. */
export interface Meaning {
  readonly kind: MeaningKind;
  readonly words: readonly WordForm[];
  /** As a person writes it. */
  readonly text: string;
}

interface Expression {
  readonly text: string;
  readonly words: readonly WordForm[];
  readonly key: string;
  /** Its short or long forms. */
  readonly forms: Expression[];
  /** Concepts that it is a word for. */
  readonly concepts: number[];
}

/** "CA" and "TU" are words as well ("cá", "từ"): they are abbreviations in capitals only. */
const alsoSyllable = /^[a-z]{0,2}[aeiouy][a-z]?$/u;

export class Lexicon {
  readonly #byText = new Map<string, Expression>();
  readonly #byKey = new Map<string, Expression[]>();
  readonly #concepts = new Map<number, Expression[]>();
  readonly #meanings = new Map<Expression, readonly Meaning[]>();
  /** Longest run of words that stands for something. */
  readonly longest: number;

  constructor(db: ReadableDb) {
    for (const { short, long } of db.prepare<[], { short: string; long: string }>(ABBREVIATIONS).all()) {
      const [from, to] = [this.#expression(short), this.#expression(long)];
      from.forms.push(to);
      to.forms.push(from);
    }
    for (const { concept, words } of db.prepare<[], { concept: number; words: string }>(SYNONYMS).all()) {
      const member = this.#expression(words);
      member.concepts.push(concept);
      const group = this.#concepts.get(concept);
      if (group === undefined) this.#concepts.set(concept, [member]);
      else group.push(member);
    }
    let longest = 1;
    for (const { words } of this.#byText.values()) longest = Math.max(longest, words.length);
    this.longest = longest;
  }

  /** Meanings of typed words; `raw` is how they were typed. Wrong accents mean something else. */
  meaningsOf(words: readonly WordForm[], raw: string): readonly Meaning[] {
    const expressions = this.#byKey.get(keyOf(words));
    if (expressions === undefined) return [];
    return expressions
      .filter((known) => {
        if (alsoSyllable.test(known.key) && isCapital(known.text)) return raw === known.text;
        return words.every((word, at) => {
          const own = known.words[at];
          return own !== undefined && agreement(word, own) >= agreements.leftOut;
        });
      })
      .flatMap((known) => this.#meaningsOf(known));
  }

  /** Worked out when first asked for: most are never. */
  #meaningsOf(known: Expression): readonly Meaning[] {
    const before = this.#meanings.get(known);
    if (before !== undefined) return before;
    const seen = new Set([known.key]);
    const meanings: Meaning[] = [];
    const add = (kind: MeaningKind, to: Expression): void => {
      if (seen.has(to.key) || to.words.length === 0 || (alsoSyllable.test(to.key) && isCapital(to.text)))
        return;
      seen.add(to.key);
      for (const words of [to.words, ...inTwo(to)]) meanings.push({ kind, words, text: to.text });
    };
    for (const form of known.forms) add('abbreviation', form);
    // "sổ đỏ" finds "GCNQSDĐ", and "GCNQSDĐ" finds "sổ đỏ".
    for (const own of [known, ...known.forms])
      for (const concept of own.concepts)
        for (const member of this.#concepts.get(concept) ?? [])
          for (const to of [member, ...member.forms]) if (!isTooShort(known, to)) add('synonym', to);
    this.#meanings.set(known, meanings);
    return meanings;
  }

  #expression(text: string): Expression {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const words = formsOf(text);
    const made = { text, words, key: keyOf(words), forms: [], concepts: [] };
    this.#byText.set(text, made);
    const same = this.#byKey.get(made.key);
    if (same === undefined) this.#byKey.set(made.key, [made]);
    else same.push(made);
    return made;
  }
}

/** "kiện" for "khiếu kiện" would find "điều kiện": one syllable is no word for a longer one. */
const isTooShort = (from: Expression, to: Expression): boolean =>
  to.words.length === 1 && from.words.length > 1 && !isCapital(to.text);

/** "XD CB": a space got into an abbreviation. */
function inTwo({ text, words }: Pick<Expression, 'text' | 'words'>): readonly (readonly WordForm[])[] {
  const [word] = words;
  if (word === undefined || words.length > 1 || word.folded.length < 4 || text !== text.toUpperCase())
    return [];
  return Array.from({ length: word.folded.length - 3 }, (_, at) =>
    [word.letters.slice(0, at + 2), word.letters.slice(at + 2)].flatMap((part) => formsOf(part)),
  );
}

const isCapital = (text: string): boolean => text !== text.toLowerCase();

const keyOf = (words: readonly WordForm[]): string => words.map(({ folded }) => folded).join(' ');

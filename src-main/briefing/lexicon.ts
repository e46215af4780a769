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
}

interface Entry {
  readonly typed: Expression;
  readonly meanings: Meaning[];
}

/** "CA" and "TU" are words as well ("cá", "từ"): they are abbreviations in capitals only. */
const alsoSyllable = /^[a-z]{0,2}[aeiouy][a-z]?$/u;

export class Lexicon {
  readonly #entries = new Map<string, Entry[]>();
  /** Longest run of words that stands for something. */
  readonly longest: number;

  constructor(db: ReadableDb) {
    const pairs = db
      .prepare<[], { short: string; long: string }>(ABBREVIATIONS)
      .all()
      .map(({ short, long }) => [expression(short), expression(long)] as const);
    for (const [short, long] of pairs) {
      this.#add(short, long, 'abbreviation');
      this.#add(long, short, 'abbreviation');
    }
    const groups = new Map<number, Expression[]>();
    for (const { concept, words } of db.prepare<[], { concept: number; words: string }>(SYNONYMS).all()) {
      const group = groups.get(concept);
      if (group === undefined) groups.set(concept, [expression(words)]);
      else group.push(expression(words));
    }
    const otherForms = new Map<string, Expression[]>();
    for (const [short, long] of pairs) {
      otherForms.set(short.key, [...(otherForms.get(short.key) ?? []), long]);
      otherForms.set(long.key, [...(otherForms.get(long.key) ?? []), short]);
    }
    for (const group of groups.values()) {
      // "sổ đỏ" finds "GCNQSDĐ", and "GCNQSDĐ" finds "sổ đỏ".
      const whole = group.flatMap((member) => [member, ...(otherForms.get(member.key) ?? [])]);
      for (const from of whole)
        for (const to of whole) if (from.key !== to.key) this.#add(from, to, 'synonym');
    }
    this.longest = Math.max(
      1,
      ...[...this.#entries.values()].map(([entry]) => entry?.typed.words.length ?? 1),
    );
  }

  /** Meanings of typed words; `raw` is how they were typed. Wrong accents mean something else. */
  meaningsOf(words: readonly WordForm[], raw: string): readonly Meaning[] {
    const entries = this.#entries.get(keyOf(words));
    if (entries === undefined) return [];
    return entries
      .filter(({ typed }) => {
        if (alsoSyllable.test(typed.key) && isCapital(typed.text)) return raw === typed.text;
        return words.every((word, at) => {
          const known = typed.words[at];
          return known !== undefined && agreement(word, known) >= agreements.leftOut;
        });
      })
      .flatMap(({ meanings }) => meanings);
  }

  #add(from: Expression, to: Expression, kind: MeaningKind): void {
    if (from.words.length === 0 || to.words.length === 0 || from.key === to.key) return;
    if (alsoSyllable.test(to.key) && isCapital(to.text)) return;
    const entries = this.#entries.get(from.key) ?? [];
    if (entries.length === 0) this.#entries.set(from.key, entries);
    let entry = entries.find(({ typed }) => typed.text.toLowerCase() === from.text.toLowerCase());
    if (entry === undefined) {
      entry = { typed: from, meanings: [] };
      entries.push(entry);
    }
    const key = to.text.toLowerCase();
    if (entry.meanings.some(({ text }) => text.toLowerCase() === key)) return;
    entry.meanings.push({ kind, words: to.words, text: to.text });
    for (const words of inTwo(to)) entry.meanings.push({ kind, words, text: to.text });
  }
}

/** "XD CB": a space got into an abbreviation. */
function inTwo({ text, words }: Expression): readonly (readonly WordForm[])[] {
  const [word] = words;
  if (word === undefined || words.length > 1 || word.folded.length < 4 || text !== text.toUpperCase())
    return [];
  return Array.from({ length: word.folded.length - 3 }, (_, at) =>
    [word.letters.slice(0, at + 2), word.letters.slice(at + 2)].flatMap((part) => formsOf(part)),
  );
}

const isCapital = (text: string): boolean => text !== text.toLowerCase();

function expression(text: string): Expression {
  const words = formsOf(text);
  return { text, words, key: keyOf(words) };
}

const keyOf = (words: readonly WordForm[]): string => words.map(({ folded }) => folded).join(' ');

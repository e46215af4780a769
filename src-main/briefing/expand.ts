/** Everything that a query's words may stand for in the text, each with how far it is from what was typed. */
import { decodeKeys } from '../contract/key-residue.ts';
import { readNumberWords } from '../contract/number-words.ts';
import type { HitRange } from '../contract/search.ts';
import { wordForm } from '../contract/word-forms.ts';
import type { WordForm } from '../contract/word-forms.ts';
import { numberForm, otherReading } from '../contract/words.ts';
import type { AmountFinder } from './amounts.ts';
import { findAmounts } from './amounts.ts';
import type { Lexicon } from './lexicon.ts';
import type { Query, Term } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

export type AlternativeKind =
  'typed' | 'unfinished' | 'keys' | 'spelling' | 'number' | 'amount' | 'range' | 'abbreviation' | 'synonym';

export interface Alternative {
  readonly kind: AlternativeKind;
  /** Terms that it stands for, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Words that must follow each other in the text; none for amounts. */
  readonly words: readonly WordForm[];
  /** The last word may go on. */
  readonly isBeginning: boolean;
  /** At most 1; less the farther it is from what was typed. */
  readonly quality: number;
  /** How sure it is that this was meant, at most 1. */
  readonly trust: number;
  /** For the reader: what it stands for; null where that is what was typed. */
  readonly meant: string | null;
  /** The accents must be these: it is an abbreviation or another expression, not something typed in a hurry. */
  readonly isExact: boolean;
  /** Counts only where all around it is as typed. */
  readonly needsPhrase: boolean;
  /** What was typed in place of its one word; null where nothing was mistyped. */
  readonly misspelt: WordForm | null;
  /** Places of figures by block id. */
  readonly places: ReadonlyMap<string, readonly HitRange[]> | null;
  /** Blocks' positions of those places. */
  readonly positions: readonly number[];
}

const qualities = {
  unfinished: 0.97,
  keys: 0.96,
  number: 0.97,
  abbreviation: 0.95,
  split: 0.85,
  oneEdit: 0.72,
  twoEdits: 0.55,
  synonym: 0.6,
  unfinishedNumber: 0.8,
  inPhrase: 0.55,
} as const;

const trusts: Readonly<Record<AlternativeKind, number>> = {
  typed: 1,
  unfinished: 1,
  keys: 1,
  spelling: 0.8,
  number: 1,
  amount: 1,
  range: 1,
  abbreviation: 1,
  synonym: 0.92,
};

const LONG_WORD = 8;
const FUZZY_MIN = 3;
const NEIGHBOURS_MAX = 80;
const letters = /^[a-z]+$/u;
const digits = /^\d/u;

export interface Expanding {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly amounts: AmountFinder;
}

const alternative = (
  kind: AlternativeKind,
  from: number,
  to: number,
  words: readonly WordForm[],
  quality: number,
  more: Partial<Alternative> = {},
): Alternative => ({
  kind,
  from,
  to,
  words,
  quality,
  trust: trusts[kind],
  isBeginning: false,
  meant: null,
  isExact: false,
  needsPhrase: false,
  misspelt: null,
  places: null,
  positions: [],
  ...more,
});

export function expand(query: Query, by: Expanding): Alternative[] {
  const all: Alternative[] = [];
  const leavesKeys = query.terms.some((term) => keysMeant(term, by.vocabulary, false) !== null);
  query.terms.forEach((term, at) => {
    all.push(...typedForms(term, at));
    if (!term.isQuoted) all.push(...guesses(term, at, by.vocabulary, leavesKeys));
  });
  all.push(
    ...joined(query, by.vocabulary),
    ...meanings(query, by),
    ...numbers(query),
    ...dates(query),
    ...amounts(query, by),
  );
  return all;
}

/** As typed, finished or not. */
function typedForms(term: Term, at: number): Alternative[] {
  const { words, isPrefix, raw } = term;
  const typed = alternative('typed', at, at + 1, words, 1);
  const last = words.at(-1);
  // A letter that is not needed would only be found everywhere.
  const isOneLetter = term.isOptional && last?.folded.length === 1;
  if (!isPrefix || last === undefined || last.folded === '%' || isOneLetter) return [typed];
  if (!digits.test(last.folded)) return [typed, unfinishedWord(words, last, at)];
  // An unfinished number: its separators are not yet where they will be.
  const typedDigits = (/[\d.,]+$/u.exec(raw)?.[0] ?? last.folded)
    .replace(/[.,]/gu, '')
    .replace(/^0+(?=\d)/u, '');
  const quality = typedDigits.length >= 4 || words.length > 1 ? qualities.unfinishedNumber : 0.5;
  const form = { folded: typedDigits, letters: typedDigits, tone: 0 };
  const trust = quality > 0.5 ? 0.92 : 0.5;
  const unfinished = [...words.slice(0, -1), form];
  return [typed, alternative('unfinished', at, at + 1, unfinished, quality, { isBeginning: true, trust })];
}

/** Two letters may become nearly anything. */
function unfinishedWord(words: readonly WordForm[], last: WordForm, at: number): Alternative {
  const trust = last.folded.length > 2 || words.length > 1 ? 1 : at > 0 ? 0.95 : 0.85;
  return alternative('unfinished', at, at + 1, words, qualities.unfinished, { isBeginning: true, trust });
}

/** What the word may have meant, where the document does not have it. */
function guesses(term: Term, at: number, vocabulary: Vocabulary, leavesKeys: boolean): Alternative[] {
  const [word, ...rest] = term.words;
  if (word === undefined || rest.length > 0) return [];
  const found: Alternative[] = [];
  const keys = keysMeant(term, vocabulary, leavesKeys);
  if (keys !== null) {
    const form = wordForm(keys);
    const more = { meant: keys, isBeginning: false };
    found.push(alternative('keys', at, at + 1, [form], qualities.keys, more));
    if (term.isPrefix)
      found.push(
        alternative('keys', at, at + 1, [form], qualities.keys * 0.98, { ...more, isBeginning: true }),
      );
  }
  if (vocabulary.has(word.folded) || (term.isPrefix && vocabulary.begins(word.folded))) return found;
  found.push(...splits(word, at, vocabulary));
  if (keys === null && letters.test(word.folded)) found.push(...spellings(word, at, vocabulary));
  return found;
}

function keysMeant({ words, raw }: Term, vocabulary: Vocabulary, isWelcome: boolean): string | null {
  const [word, ...rest] = words;
  if (word === undefined || rest.length > 0 || !/^[a-z0-9]+$/iu.test(raw)) return null;
  if (!isWelcome && vocabulary.has(word.folded)) return null;
  const meant = decodeKeys(raw);
  if (meant === null) return null;
  const { folded } = wordForm(meant);
  return vocabulary.has(folded) || vocabulary.begins(folded) ? meant : null;
}

/** A space was forgotten: "giảiphóng", "covid19". */
function splits(word: WordForm, at: number, vocabulary: Vocabulary): Alternative[] {
  const found: Alternative[] = [];
  if (word.letters.length !== word.folded.length) return found;
  for (let cut = 2; cut <= word.folded.length - 1; cut++) {
    const head = word.folded.slice(0, cut);
    const tail = word.folded.slice(cut);
    const isNumber = digits.test(tail) && /^\d+$/u.test(tail);
    if (!vocabulary.has(head) || (!isNumber && (tail.length < 2 || !vocabulary.has(tail)))) continue;
    // The tone belongs to one of the two, and none knows to which.
    const words = isNumber ? [plain(head), numberForm(tail)] : [plain(head), plain(tail)];
    const meant = words.map(({ folded }) => vocabulary.printed(folded) ?? folded).join(' ');
    found.push(alternative('spelling', at, at + 1, words, qualities.split, { meant }));
  }
  return found;
}

const plain = (folded: string): WordForm => ({ folded, letters: folded, tone: 0 });

function spellings(word: WordForm, at: number, vocabulary: Vocabulary): Alternative[] {
  if (word.folded.length < FUZZY_MIN) return [];
  const edits = word.folded.length >= LONG_WORD ? 2 : 1;
  const near = vocabulary.near(word.folded, edits);
  return near.slice(0, NEIGHBOURS_MAX).map((folded) => {
    const isClose = edits === 1 || Math.abs(folded.length - word.folded.length) < 2;
    const sameStart = folded.startsWith(word.folded.charAt(0)) ? 0.03 : 0;
    const long = word.folded.length >= 6 ? 0.05 : 0;
    const quality = (isClose ? qualities.oneEdit : qualities.twoEdits) + sameStart + long;
    return alternative('spelling', at, at + 1, [plain(folded)], quality, {
      meant: vocabulary.printed(folded) ?? folded,
      misspelt: word,
      trust: isClose ? trustIn(word.folded.length) : 0.75,
    });
  });
}

/** The shorter the word, the more others are one edit away. */
const trustIn = (length: number): number => (length >= 6 ? 0.9 : length === 5 ? 0.8 : 0.74);

/** A space too much: "sea ga mes". */
function joined({ terms }: Query, vocabulary: Vocabulary): Alternative[] {
  const found: Alternative[] = [];
  for (let at = 0; at + 1 < terms.length; at++) {
    const first = terms[at]?.words ?? [];
    const second = terms[at + 1]?.words ?? [];
    if (first.length !== 1 || second.length !== 1 || terms[at]?.isQuoted || terms[at + 1]?.isQuoted) continue;
    const whole = `${first[0]?.folded ?? ''}${second[0]?.folded ?? ''}`;
    if (letters.test(whole) && vocabulary.has(whole))
      found.push(
        alternative('spelling', at, at + 2, [plain(whole)], qualities.split, {
          meant: vocabulary.printed(whole) ?? whole,
        }),
      );
  }
  return found;
}

/** Abbreviations and synonyms of every run of words. */
function meanings({ terms, text }: Query, { lexicon }: Expanding): Alternative[] {
  const found: Alternative[] = [];
  for (let from = 0; from < terms.length; from++) {
    const words: WordForm[] = [];
    for (let to = from + 1; to <= terms.length && words.length < lexicon.longest; to++) {
      const term = terms[to - 1];
      if (term === undefined || (term.isQuoted && to - from > 1)) break;
      words.push(...term.words);
      const raw = to - from === 1 ? term.raw : text;
      for (const { kind, words: meant, text: shown } of lexicon.meaningsOf(words, raw))
        found.push(alternative(kind, from, to, meant, qualities[kind], { meant: shown, isExact: true }));
      if (term.isQuoted) break;
    }
  }
  return found;
}

/** Other ways to write the same number: "88,910", "112 288", "bảy mươi mốt". */
function numbers({ terms }: Query): Alternative[] {
  const found: Alternative[] = [];
  terms.forEach(({ words, isQuoted }, at) => {
    words.forEach((word, nth) => {
      const other = isQuoted ? null : otherReading(word.folded);
      if (other === null) return;
      const form = { folded: other, letters: other, tone: 0 };
      const changed = words.map((own, index) => (index === nth ? form : own));
      found.push(alternative('number', at, at + 1, changed, qualities.number));
    });
    const grouped = groupedAt(terms, at);
    if (grouped !== null)
      found.push(alternative('number', at, grouped.to, [numberForm(grouped.digits)], qualities.number));
    for (let to = Math.min(terms.length, at + 7); to > at + 1; to--) {
      const value = readNumberWords(terms.slice(at, to).map((term) => term.words[0]?.folded ?? ''));
      if (value === null) continue;
      const meant = String(value);
      found.push(alternative('number', at, to, [numberForm(meant)], qualities.number, { meant }));
      break;
    }
  });
  return found;
}

/** "ngày 5 tháng 7 năm 2021" is 05/7/2021, and the other way round. */
function dates({ terms }: Query): Alternative[] {
  const found: Alternative[] = [];
  const folded = terms.map(({ words }) => words.map((word) => word.folded).join(' '));
  const whole = (words: readonly string[]): WordForm[] =>
    words.map((word) => (digits.test(word) ? numberForm(word) : plain(word)));
  folded.forEach((word, at) => {
    const [day, month, year] = [word, folded[at + 2] ?? '', folded[at + 4] ?? ''];
    const isNumber = [day, month, year].map((part) => /^\d+$/u.test(part));
    if (isNumber[0] && folded[at + 1] === 'thang' && isNumber[1]) {
      if (folded[at + 3] === 'nam' && isNumber[2])
        found.push(alternative('number', at, at + 5, whole([day, month, year]), qualities.number));
      else found.push(alternative('number', at, at + 3, whole([day, month]), qualities.number));
    }
    if (isNumber[0] && folded[at + 1] === 'nam' && isNumber[1] && month.length === 4)
      found.push(alternative('number', at, at + 3, whole([day, month]), qualities.number));
    const numbers = word.split(' ');
    if (!/^\d{1,2}(?: \d{1,2})? \d{4}$/u.test(word) || !/[/.-]/u.test(terms[at]?.raw ?? '')) return;
    const names = numbers.length === 3 ? ['thang', 'nam'] : ['nam'];
    const written = numbers.flatMap((part, nth) => [part, ...(names[nth] === undefined ? [] : [names[nth]])]);
    found.push(alternative('number', at, at + 1, whole(written), qualities.number));
  });
  return found;
}

function groupedAt(
  terms: readonly Term[],
  at: number,
): { readonly digits: string; readonly to: number } | null {
  let all = terms[at]?.raw ?? '';
  if (!/^[1-9]\d{0,2}$/u.test(all)) return null;
  let to = at + 1;
  for (; /^\d{3}$/u.test(terms[to]?.raw ?? ''); to++) all += terms[to]?.raw ?? '';
  return to === at + 1 ? null : { digits: all, to };
}

function amounts(query: Query, by: Expanding): Alternative[] {
  return findAmounts(query, by.amounts.units).flatMap((amount): Alternative[] => {
    const found = by.amounts.placesOf(amount);
    if (found.length === 0) return [];
    const places = new Map<string, HitRange[]>();
    for (const { block, start, end } of found) {
      const inBlock = places.get(block);
      if (inBlock === undefined) places.set(block, [{ start, end }]);
      else inBlock.push({ start, end });
    }
    const positions = [...new Set(found.map(({ position }) => position))];
    const kind = amount.isRange ? 'range' : 'amount';
    return [alternative(kind, amount.from, amount.to, [], amount.isRange ? 1 : 0.96, { places, positions })];
  });
}

/**
 * One more word may be wrong though the document has it ("gai phong mat bang"): its neighbours, which count only where
 * all around them is as typed.
 */
export function expandInPhrase({ terms }: Query, vocabulary: Vocabulary): Alternative[] {
  return terms.flatMap((term, at): Alternative[] => {
    const [word, ...rest] = term.words;
    const isCandidate =
      word !== undefined && rest.length === 0 && !term.isQuoted && letters.test(word.folded);
    if (!isCandidate || word.folded.length < 2) return [];
    if (!vocabulary.has(word.folded) && !(term.isPrefix && vocabulary.begins(word.folded))) return [];
    return vocabulary
      .near(word.folded, 1)
      .filter((folded) => folded.length > 1)
      .map((folded) =>
        alternative('spelling', at, at + 1, [plain(folded)], qualities.inPhrase, {
          meant: vocabulary.printed(folded) ?? folded,
          needsPhrase: true,
          trust: 0.72,
          misspelt: word,
        }),
      );
  });
}

/** A search query as words: what was typed, cut like the texts are cut, harmless whatever it was. */
import { QUERY_CHARS_MAX } from '../contract/search.ts';
import { isPlain } from '../contract/word-forms.ts';
import type { WordForm } from '../contract/word-forms.ts';
import { eachWord } from '../contract/words.ts';

/** One word as typed, or what was typed as one: "897/921", "97,3 %" and a quoted phrase are words that must follow each other. */
export interface Term {
  readonly words: readonly WordForm[];
  /** As typed, NFC. */
  readonly raw: string;
  /** What stands between the term before and this one, trimmed. */
  readonly separator: string;
  /** The last word may be the beginning of a longer one: the user may still be typing. */
  readonly isPrefix: boolean;
  readonly isQuoted: boolean;
  /** Asks or joins rather than names ("bao nhiêu", "của"): welcome, but not needed. */
  readonly isOptional: boolean;
}

export interface Query {
  readonly terms: readonly Term[];
  /** NFC, without what no reader sees, white space as single spaces. */
  readonly text: string;
  /** Some word has accents: then the others may be meant as they stand. */
  readonly isAccented: boolean;
}

/** More words than that are no search but a pasted page. */
const WORDS_MAX = 40;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;
const white = /[\s\u00a0\u202f]+/gu;
const quotes = /["“”„«»]/u;
/** What holds two words together when nothing else stands between them. */
const glue = /^[/:.,_+-]?$/u;
const dashes = /[‐‑‒–—−]/gu;
const number = /^\d/u;

interface TypedWord {
  readonly form: WordForm;
  readonly start: number;
  readonly end: number;
}

export function parseQuery(typed: string): Query {
  const text = typed
    .slice(0, QUERY_CHARS_MAX)
    .replace(white, ' ')
    .replace(invisible, '')
    .replace(dashes, '-')
    .normalize('NFC')
    .trim();
  const terms: Term[] = [];
  let count = 0;
  let at = 0;
  text.split(quotes).forEach((piece, index) => {
    const room = WORDS_MAX - count;
    const words = wordsOf(piece).slice(0, Math.max(0, room));
    count += words.length;
    const isQuoted = index % 2 === 1;
    const made = isQuoted ? [quoted(piece, words)].flat() : plainTerms(piece, words);
    terms.push(...made);
    at += piece.length + 1;
  });
  const last = terms.at(-1);
  const endsOpen = text !== '' && !/[\s"“”„«»%]$/u.test(typed.slice(0, QUERY_CHARS_MAX));
  if (last !== undefined && at > 0 && endsOpen) terms[terms.length - 1] = { ...last, isPrefix: true };
  return {
    terms: withOptional(terms),
    text: text.toLowerCase(),
    isAccented: terms.some(({ words }) => words.some((word) => !isPlain(word))),
  };
}

function wordsOf(piece: string): TypedWord[] {
  const words: TypedWord[] = [];
  eachWord(piece, (form, start, end) => words.push({ form, start, end }));
  return words;
}

const quoted = (piece: string, words: readonly TypedWord[]): Term[] =>
  words.length === 0 ? [] : [termOf(piece, words, true)];

function plainTerms(piece: string, words: readonly TypedWord[]): Term[] {
  const terms: Term[] = [];
  let held: TypedWord[] = [];
  for (const word of words) {
    const before = held.at(-1);
    if (before !== undefined && !isGlued(piece, before, word)) {
      terms.push(termOf(piece, held, false));
      held = [];
    }
    held.push(word);
  }
  if (held.length > 0) terms.push(termOf(piece, held, false));
  return terms;
}

function isGlued(piece: string, before: TypedWord, word: TypedWord): boolean {
  const between = piece.slice(before.end, word.start);
  if (word.form.folded === '%') return between.trim() === '' && number.test(before.form.folded);
  if (!glue.test(between)) return false;
  // "thu,chi" are two words; a comma or a dot between numbers has been read with them.
  return between !== ',' || number.test(before.form.folded);
}

const termOf = (piece: string, words: readonly TypedWord[], isQuoted: boolean): Term => ({
  words: words.map(({ form }) => form),
  raw: piece.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0),
  separator: (/[^\p{L}\p{N}%]*$/u.exec(piece.slice(0, words[0]?.start ?? 0))?.[0] ?? '').trim(),
  isPrefix: false,
  isQuoted,
  isOptional: false,
});

/** Folded; those of one word only as written here, for they are other words without accents. */
const questionPhrases = [
  'bao nhieu',
  'la bao nhieu',
  'la gi',
  'nhu the nao',
  'the nao',
  'o dau',
  'khi nao',
  'ra sao',
];
const questionWords = new Set(['mấy', 'nào', 'gì', 'đâu', 'nhiêu']);
const sections = new Set(['mục', 'phần', 'đoạn', 'muc', 'phan', 'doan']);
/** Words that only join others; a text may have them or not. */
const joining = new Set([
  'và',
  'của',
  'các',
  'những',
  'cho',
  'với',
  'về',
  'là',
  'thì',
  'được',
  'bị',
  'do',
  'cua',
  'cac',
]);

function withOptional(terms: readonly Term[]): Term[] {
  const asks = new Set<number>();
  for (const phrase of questionPhrases) {
    const parts = phrase.split(' ');
    for (let at = 0; at + parts.length <= terms.length; at++)
      if (parts.every((part, offset) => terms[at + offset]?.words[0]?.folded === part))
        parts.forEach((_, offset) => asks.add(at + offset));
  }
  terms.forEach(({ raw }, at) => {
    if (questionWords.has(raw.toLowerCase())) asks.add(at);
  });
  // "số cuộc họp" asks for their number; "số 5" names one.
  if (terms.length > 1 && terms[0]?.raw.toLowerCase() === 'số' && !/^\d/u.test(terms[1]?.raw ?? ''))
    asks.add(0);
  // "mục ngân sách", "phần quốc phòng": where they are numbered they are places (places.ts).
  if (terms.length > 2 && sections.has(terms[0]?.raw.toLowerCase() ?? '')) asks.add(0);
  if (terms.length > 2)
    terms.forEach(({ raw }, at) => {
      if (at > 0 && at < terms.length - 1 && joining.has(raw.toLowerCase())) asks.add(at);
    });
  // One letter is the beginning of nearly anything.
  const last = terms.at(-1);
  if (terms.length > 2 && last?.isPrefix === true && /^\p{L}$/u.test(last.raw)) asks.add(terms.length - 1);
  if (asks.size === 0 || asks.size === terms.length) return [...terms];
  return terms.map((term, at) => (asks.has(at) && !term.isQuoted ? { ...term, isOptional: true } : term));
}

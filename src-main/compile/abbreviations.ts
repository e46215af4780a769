/** Abbreviations that a document defines itself: "Ủy ban nhân dân (UBND)", "GPMB (giải phóng mặt bằng)". */
import type { Abbreviation } from './lexicon.ts';

const LETTERS_MAX = 12;
/** Words that an abbreviation may pass over. */
const passedOver = new Set(['và', 'của', 'về', 'các', 'cho', 'trong', 'theo', 'với', '&', '-', '–']);
const inBrackets =
  /\(\s*(?:(?:sau đây\s+)?(?:gọi|viết)\s+(?:chung\s+)?tắt\s+là\s*:?\s*)?["“]?(\p{Lu}[\p{L}\d&-]{1,15})["”]?\s*\)/gu;
const brackets =
  /(?:^|[\s("“])(\p{Lu}[\p{Lu}\d&-]{1,11})\s*\(\s*(?:là\s+|viết tắt của\s+)?(\p{L}[^()]{3,120})\)/gu;
const wordInText = /[\p{L}\p{M}\d]+|[&–-]/gu;
/** As far as a long form may reach before its bracket. */
const LONG_CHARS = 160;

/** In the order of the text; the same pair once. Linear in the text's length. */
export function findAbbreviations(texts: Iterable<string>): Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  const take = (short: string, long: string | null): void => {
    if (long === null) return;
    const key = `${short}\n${long.toLowerCase()}`;
    if (!found.has(key)) found.set(key, { short, long });
  };
  for (const text of texts) {
    if (!text.includes('(')) continue;
    for (const match of text.matchAll(inBrackets)) {
      const before = text.slice(Math.max(0, match.index - LONG_CHARS), match.index);
      take(match[1] ?? '', longBefore(before, match[1] ?? ''));
    }
    for (const match of text.matchAll(brackets)) {
      const [, short = '', long = ''] = match;
      take(short, longBefore(long, short) === long.trim() ? long.trim() : null);
    }
  }
  return [...found.values()];
}

/** The words at the end of `before` whose initials are the short form's letters; null where they are not. */
function longBefore(before: string, short: string): string | null {
  const initials = Array.from(short.replace(/[^\p{L}]/gu, '').toLowerCase());
  if (initials.length < 2 || initials.length > LETTERS_MAX) return null;
  const words = [...before.matchAll(wordInText)];
  if (before.length - lastEnd(words) > 3) return null;
  let at = words.length - 1;
  for (let letter = initials.length - 1; letter >= 0; at--) {
    const word = words[at]?.[0].toLowerCase();
    if (word === undefined) return null;
    if (initialOf(word) === initials[letter]) letter--;
    else if (!passedOver.has(word)) return null;
  }
  const first = words[at + 1];
  return first === undefined ? null : before.slice(first.index, lastEnd(words));
}

function lastEnd(words: readonly RegExpMatchArray[]): number {
  const last = words.at(-1);
  return last === undefined ? 0 : (last.index ?? 0) + last[0].length;
}

/** "Ủ" abbreviates to "U", "đ" stays. */
const initialOf = (word: string): string =>
  (word[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/**
 * A block's text in tokens: numbers with their separators, words, raised digits, single marks of punctuation. Read once,
 * in linear time; rules look at tokens only.
 */
import type { BlockRange } from '../../contract/briefing.ts';

export type TokenKind = 'number' | 'word' | 'raised' | 'mark';

/** Offsets are UTF-16 units of the block's text. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** What tables match: lower case, one spelling of words that have two. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space (or a footnote reference) stands before it. */
  readonly spaced: boolean;
}

// Marks stay on words: folding would make "đạt" of "đất", "tấn" of "tân" and "lần" of "lân".
const spellings: Readonly<Record<string, string>> = {
  tỉ: 'tỷ',
  quí: 'quý',
  kì: 'kỳ',
  hoá: 'hóa',
  thuỷ: 'thủy',
  uỷ: 'ủy',
  luỹ: 'lũy',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‐': '-',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '⁄': '/',
};

// "5 000", and groups that a hard or thin space joins.
const lexeme =
  /\d{1,3}(?: 000)+(?![\d.,]\d|\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\P{N}\d]+|\S/gu;

/** `holes` are ranges that belong to something else (footnote references), in order; no token touches them. */
export function tokenise(text: string, holes: readonly Omit<BlockRange, 'block'>[] = []): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const hole of [...holes, { start: text.length, end: text.length }]) {
    if (from < hole.start) readPiece(text.slice(from, hole.start), from, tokens);
    from = Math.max(from, hole.end);
  }
  return tokens;
}

function readPiece(piece: string, offset: number, tokens: Token[]): void {
  for (const match of piece.matchAll(lexeme)) {
    const [text] = match;
    if (/^\d/.test(text)) {
      for (const { part, at } of numbersIn(text)) push(part, offset + match.index + at, tokens);
    } else push(text, offset + match.index, tokens);
  }
}

function push(text: string, start: number, tokens: Token[]): void {
  const previous = tokens.at(-1);
  const lower = text.toLowerCase();
  tokens.push({
    kind: kindOf(text),
    text,
    key: spellings[lower] ?? lower,
    start,
    end: start + text.length,
    spaced: previous === undefined || previous.end < start,
  });
}

function kindOf(text: string): TokenKind {
  if (/^\d/.test(text)) return 'number';
  if (/^[\p{L}\p{M}]/u.test(text)) return 'word';
  return /^\p{N}/u.test(text) ? 'raised' : 'mark';
}

// One number in either notation, a dotted date or a section's number: all else with commas is a list ("2020,2021,2022").
const oneNumber =
  /^(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)+)$/;

function numbersIn(text: string): { part: string; at: number }[] {
  if (oneNumber.test(text) && !/^(?:19|20)\d\d,(?:19|20)\d\d$/.test(text)) return [{ part: text, at: 0 }];
  const marks: { part: string; at: number }[] = [];
  for (const match of text.matchAll(/[^,]+|,/g)) marks.push({ part: match[0], at: match.index });
  return marks;
}

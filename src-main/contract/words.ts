/**
 * Cuts a text into the words that search knows: index, query and highlighting must agree on them to the character.
 * Words of letters (and digits behind them: "QL5", "m²"), numbers in their canonical form, and the percent sign.
 */
import { wordForm } from './word-forms.ts';
import type { WordForm } from './word-forms.ts';

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const PERCENT = 3;
/** Kinds of the characters up to here are looked up, those beyond are asked for one by one. */
const TABLE_SIZE = 0x3000;
const letter = /[\p{L}\p{M}\p{N}]/u;

const kinds = new Uint8Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) {
  if (code >= 0x30 && code <= 0x39) kinds[code] = DIGIT;
  else if (code === 0x25 || code === 0x2030) kinds[code] = PERCENT;
  else if (letter.test(String.fromCharCode(code))) kinds[code] = LETTER;
}

/** A lone surrogate is no letter; one of a pair is what the pair is. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < TABLE_SIZE) return kinds[code] ?? OTHER;
  if (code < 0xd800 || code > 0xdfff) return letter.test(text.charAt(at)) ? LETTER : OTHER;
  const pairAt = code >= 0xdc00 ? at - 1 : at;
  const point = text.codePointAt(pairAt) ?? 0;
  return point > 0xffff && letter.test(String.fromCodePoint(point)) ? LETTER : OTHER;
}

const isSeparator = (code: number): boolean => code === 0x2e || code === 0x2c;

/** A text uses few different words: each is formed once. Bounded, because hostile text uses more. */
let known = new Map<string, WordForm>();
const KNOWN_MAX = 60_000;

function formOf(raw: string): WordForm {
  const before = known.get(raw);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known = new Map();
  const form = wordForm(raw);
  known.set(raw, form);
  return form;
}

/** Calls back for every word in order, with its UTF-16 range. Linear in the text's length. */
export function eachWord(text: string, visit: (form: WordForm, start: number, end: number) => void): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const kind = kindAt(text, at);
    if (kind === OTHER) {
      at++;
      continue;
    }
    const start = at++;
    if (kind === LETTER) {
      for (; at < length; at++) {
        const next = kindAt(text, at);
        if (next !== LETTER && next !== DIGIT) break;
      }
      const form = formOf(text.slice(start, at));
      if (form.folded !== '') visit(form, start, at);
    } else if (kind === DIGIT) {
      while (at < length) {
        if (kindAt(text, at) === DIGIT) at++;
        else if (isSeparator(text.charCodeAt(at)) && at + 1 < length && kindAt(text, at + 1) === DIGIT)
          at += 2;
        else break;
      }
      visit(numberForm(text.slice(start, at)), start, at);
    } else visit(formOf(text.charAt(start)), start, at);
  }
}

export function numberForm(raw: string): WordForm {
  const canonical = canonicalNumber(raw);
  return { folded: canonical, letters: canonical, tone: 0 };
}

/** Words of a short text. */
export function formsOf(text: string): WordForm[] {
  const forms: WordForm[] = [];
  eachWord(text, (form) => forms.push(form));
  return forms;
}

const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/u;
const groupedWithDecimals = /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$|^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/u;
const decimal = /^(\d+)[.,](\d+)$/u;

/**
 * Digits with separators as one way of writing: "88.910" → "88910", "97,3" and "97.3" → "97.3", "08" → "8". A comma before
 * exactly three digits is a decimal mark here ("274,842" → "274.842"); `otherReading` gives what it may mean besides.
 * What is no number ("05.7.2021") stays as it is.
 */
export function canonicalNumber(raw: string): string {
  if (/^\d+$/u.test(raw)) return withoutZeros(raw);
  const commas = raw.split(',').length - 1;
  if (grouped.test(raw) && commas !== 1) return raw.replace(/[.,]/gu, '');
  const both = groupedWithDecimals.exec(raw);
  if (both !== null) {
    const whole = (both[1] ?? both[3] ?? '').replace(/[.,]/gu, '');
    return withDecimals(whole, both[2] ?? both[4] ?? '');
  }
  const parts = decimal.exec(raw);
  if (parts === null) return raw;
  return withDecimals(withoutZeros(parts[1] ?? ''), parts[2] ?? '');
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/u, '');

/** Three decimals are kept whole: they may be a group of thousands. */
function withDecimals(whole: string, decimals: string): string {
  const kept = decimals.length === 3 ? decimals : decimals.replace(/0+$/u, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}

/** What a canonical number means where the other separator groups thousands: "88910" ↔ "88.910"; null for nothing else. */
export function otherReading(canonical: string): string | null {
  if (/^[1-9]\d{3,5}$/u.test(canonical)) return `${canonical.slice(0, -3)}.${canonical.slice(-3)}`;
  if (/^[1-9]\d{0,2}\.\d{3}$/u.test(canonical)) return canonical.replace('.', '');
  return null;
}

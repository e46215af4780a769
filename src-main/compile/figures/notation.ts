/**
 * What a printed number is worth. Vietnamese: "." groups thousands, "," is the decimal mark. A document that uses the
 * English separators throughout is read by them; a number that can be read in one way only is read that way anywhere.
 */
import { decimalOf } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { Token } from './tokens.ts';

/** Nothing that a report states is longer; beyond it arithmetic would cost more than the text is worth. */
const DIGITS_MAX = 48;

const vietnamese = /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+)(?:,(\d+))?$/;
const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
// "1.234": thousands in Vietnamese, a decimal in English; "0.125" is a decimal in both.
const onlyEnglish =
  /^(?:\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+)$/;
const onlyVietnamese =
  /^(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}|\d+,\d{4,}|0,\d+)$/;

/** Null for what is no single number ("3.5.2025", "192.168.1.1"). */
export function readNumber(text: string, isEnglish: boolean): Decimal | null {
  if (text.length > DIGITS_MAX) return null;
  const read = (isEnglish || onlyEnglish.test(text)) && !onlyVietnamese.test(text) ? english : vietnamese;
  const match = read.exec(text) ?? vietnamese.exec(text) ?? english.exec(text);
  if (match === null) return null;
  return decimalOf((match[1] ?? '').replace(/\D/g, ''), match[2]);
}

/** Whether the texts of a document use English separators throughout. */
export function usesEnglishSeparators(blocks: readonly (readonly Token[])[]): boolean {
  let seen = false;
  for (const tokens of blocks) {
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'number') continue;
      if (onlyVietnamese.test(token.text)) return false;
      // "1.1" may number a section, "4.0" a revolution: a decimal counts where something is measured.
      const isMeasured = tokens[index + 1]?.key === '%' || /,\d{3}(?:,|\.)/.test(token.text);
      if (isMeasured && onlyEnglish.test(token.text)) seen = true;
    }
  }
  return seen;
}

/** Digits only: what can be a day, a year, an ordinal. */
export function plainInteger(token: Token | undefined): number | null {
  return token?.kind === 'number' && /^\d{1,9}$/.test(token.text) ? Number(token.text) : null;
}

/** Classes of characters that more than one step asks about. */

/** Never meant for a reader: control characters but tab and line ends, soft hyphens, zero width, lone surrogates. */
export const controls = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The first character, whole; '' of an empty text. */
export function firstCharacter(text: string): string {
  const codePoint = text.codePointAt(0);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

const whiteSpace = /\s/;
export const isWhite = (character: string): boolean => whiteSpace.test(character);

export const isLower = (character: string): boolean =>
  character.toLowerCase() === character && character.toUpperCase() !== character;
export const isUpper = (character: string): boolean =>
  character.toUpperCase() === character && character.toLowerCase() !== character;

/** Has letters, and none of them is small. */
export const isAllCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Value of a superscript digit, or -1. */
export const superscriptDigit = (character: string): number => superscripts.indexOf(character);

/** White space runs become one space; ends are trimmed. */
export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

const closers = /[\s"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹*]+$/;
/** Ends like a sentence, a clause of a list or a line that introduces one; references and closing quotes do not count. */
export function isFinished(text: string): boolean {
  const tail = text.slice(-24);
  return /[.!?:;…]$/.test(tail.replace(closers, '')) || /[.!?:;…]$/.test(tail.trimEnd());
}

/** At most `charsMax` characters, cut at a clause or a word, with "…" where something was left out. */
export function firstWords(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text.replace(/[\s.,:;]+$/, '');
  const head = text.slice(0, charsMax + 1);
  const clause = Math.max(
    head.lastIndexOf(', '),
    head.lastIndexOf('; '),
    head.lastIndexOf(': '),
    head.lastIndexOf('. '),
  );
  const cut = clause >= charsMax / 2 ? clause : Math.max(head.lastIndexOf(' '), 0) || charsMax;
  return `${head.slice(0, cut).replace(/[\s.,:;(\ud800-\udbff-]+$/, '')}…`;
}

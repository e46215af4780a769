/** FTS5 expressions. Every word is quoted, so no syntax of the user's reaches the index. */

/** Words that must follow each other; with `isBeginning` the last may go on. */
export const phraseOf = (words: readonly string[], isBeginning = false): string =>
  `"${words.join(' ').replaceAll('"', '')}"${isBeginning ? ' *' : ''}`;

/** All of the words, anywhere. */
export const matchAll = (words: readonly string[]): string =>
  words.map((word) => phraseOf([word])).join(' AND ');

/** Words that make a number approximate: "trên", "gần", "khoảng", "ước đạt", "không quá". */
import { approximations, changes } from './contexts.ts';
import type { Reading } from './reading.ts';

/** The word that makes the number at a token approximate; null for none. */
export function approximationOf(reading: Reading, at: number): string | null {
  const match = reading.before(approximations, at);
  // The "hơn" of "cao hơn 3%" compares.
  const isCompared = reading.before(changes, at)?.value?.kind === 'comparison';
  if (match !== null && !isCompared) {
    const words = Array.from({ length: match.length }, (_, index) => reading.key(at - match.length + index));
    const isEstimated = words[0] === 'ước';
    const word = words.findLast(
      (key) => !['đạt', 'tính', 'hiện', 'là', 'được', 'tăng', 'giảm'].includes(key),
    );
    return isEstimated && (word === undefined || word === 'thực') ? 'ước' : phraseOf(word ?? '', words);
  }
  return null;
}

const wholePhrases = [
  'không quá',
  'tối thiểu',
  'tối đa',
  'ít nhất',
  'không dưới',
  'không ít hơn',
  'không vượt quá',
  'không thấp hơn',
  'không nhỏ hơn',
  'không cao hơn',
  'không lớn hơn',
  'chưa đến',
  'chưa tới',
  'chưa đầy',
  'trên dưới',
  'xấp xỉ',
];
const phraseOf = (word: string, words: readonly string[]): string => {
  const joined = words.join(' ');
  return wholePhrases.find((phrase) => joined.endsWith(phrase)) ?? word;
};

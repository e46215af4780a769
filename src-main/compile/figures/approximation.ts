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
  return isEstimatedFor(reading, at) ? 'ước' : null;
}

const ESTIMATE_REACH = 12;
const betweenEstimate = 'cả năm tháng quý ngày đến hết thực hiện đạt là được : thu chi trong'.split(' ');

/** "Ước năm 2023 đạt 5 tỷ đồng", "ước thực hiện 6 tháng: 5 tỷ đồng": nothing but a time and a verb between. */
function isEstimatedFor(reading: Reading, at: number): boolean {
  for (let index = at - 1; index > at - ESTIMATE_REACH && index >= 0; index--) {
    if (reading.is(index, 'ước')) return true;
    if (!reading.isDated(index) && !reading.is(index, ...betweenEstimate)) return false;
  }
  return false;
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

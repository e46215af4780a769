/** Numbers in words, as people say them: "bảy mươi mốt" → 71. For queries: what a document writes is read by the compiler. */

const digits: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  bẩy: 7,
  tam: 8,
  chin: 9,
};

/** Value of folded number words, "mot tram hai muoi" → 120; at least two words, since one alone is an ordinary word. Null for none. */
export function readNumberWords(words: readonly string[]): number | null {
  if (words.length < 2) return null;
  let value = 0;
  let last: number | null = null;
  let step = 1000;
  for (const word of words) {
    const digit = digits[word];
    if (word === 'tram' && last !== null && step > 100) {
      value += last * 100;
      step = 100;
      last = null;
    } else if (word === 'muoi' && step > 10) {
      value += (last ?? 1) * 10;
      step = 10;
      last = null;
    } else if ((word === 'linh' || word === 'le') && step === 100 && last === null) step = 10;
    else if (digit !== undefined && last === null && step > 1) last = digit;
    else return null;
  }
  // Bare digits one after the other ("hai ba") are no number.
  return step === 1000 ? null : value + (last ?? 0);
}

/** Numbers spelled out behind their digits, as contracts and decisions do: "02 (hai) bộ", "05 (năm) triệu đồng". */
import type { Reading } from './reading.ts';

const numberWords = new Set(
  'không một hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi mốt trăm nghìn ngàn linh lẻ vạn triệu tỷ chẵn đồng rưỡi'.split(
    ' ',
  ),
);
export const isNumberWord = (key: string): boolean => numberWords.has(key);

const WORDS_MAX = 24;

/** The token behind "(hai)", or the same token where nothing is spelled out. */
export function afterSpelledNumber(reading: Reading, at: number): number {
  if (!reading.is(at, '(') || !isNumberWord(reading.key(at + 1))) return at;
  for (let index = at + 1; index < at + WORDS_MAX; index++) {
    if (reading.is(index, ')')) return index + 1;
    if (!isNumberWord(reading.key(index)) && !reading.is(index, ',')) return at;
  }
  return at;
}

/** "19 dự án có vướng mắc (năm 2021: 08 dự án, năm 2022: 04 dự án, năm 2023: 07 dự án)". */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount } from './comparisons.ts';
import { partition, totalOf } from './parts.ts';
import { isSameUnit } from './units.ts';
import type { Finding } from './relation.ts';
import { bracketAround, figureIndexAt, sentenceAround, wordsBefore, wordsBetween } from './scene.ts';
import type { Bracket, Passage } from './scene.ts';

/** Characters between a total and the bracket that divides it. */
const TOTAL_REACH = 140;
const comparing =
  /tăng|giảm|vượt|so với|cùng kỳ|kế hoạch|dự toán|bình quân|tỷ lệ|tỉ lệ|gấp|mỗi|tương đương|đạt|bằng/;

export function bracketedSums(passage: Passage): Finding[] {
  return passage.brackets.flatMap((bracket) => {
    const stretch = { start: bracket.open + 1, end: bracket.close };
    const first = passage.figures[figureIndexAt(passage, bracket.open)];
    const total = totalBefore(passage, bracket);
    if (total === null || first === undefined) return [];
    const lead = wordsBetween(passage, stretch.start, first.start);
    if (comparing.test(lead)) return [];
    return (
      partition(
        passage,
        totalOf(total),
        stretch,
        /trong đó|(?:^|\s)có\s*:?\s*$/.test(lead) ? 'among' : 'made-of',
      ) ?? []
    );
  });
}

function totalBefore(passage: Passage, bracket: Bracket): IdentifiedFigure | null {
  const index = figureIndexAt(passage, bracket.open);
  const first = passage.figures[index];
  if (first === undefined || first.start >= bracket.close) return null;
  const sentence = sentenceAround(passage, bracket.open);
  const outer = bracketAround(passage, bracket.open);
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const total = passage.figures[back];
    if (total === undefined || total.start < sentence.start || bracket.open - total.end > TOTAL_REACH)
      return null;
    if (wordsBetween(passage, total.end, bracket.open).includes(';')) return null;
    if (bracketAround(passage, total.start)?.open !== outer?.open) continue;
    if (!isAmount(total) || /kế hoạch|dự toán|so với/.test(wordsBefore(passage, total.start, 20)))
      return null;
    return isSameUnit(total, first) || total.class === 'count' ? total : null;
  }
  return null;
}

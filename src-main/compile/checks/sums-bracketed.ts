/** "19 dự án có vướng mắc (năm 2021: 08 dự án, năm 2022: 04 dự án, năm 2023: 07 dự án)". */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount } from './comparisons.ts';
import { partition } from './parts.ts';
import { isSameUnit } from './ratios.ts';
import type { Finding } from './relation.ts';
import { bracketAround, figureIndexAt, sentenceAround, wordsBetween } from './scene.ts';
import type { Bracket, Passage } from './scene.ts';

/** Characters between a total and the bracket that divides it. */
const TOTAL_REACH = 140;

export function bracketedSums(passage: Passage): Finding[] {
  return passage.brackets.flatMap((bracket) => {
    const total = totalBefore(passage, bracket);
    return total === null ? [] : partition(passage, total, { start: bracket.open + 1, end: bracket.close });
  });
}

function totalBefore(passage: Passage, bracket: Bracket): IdentifiedFigure | null {
  const index = figureIndexAt(passage, bracket.open);
  const first = passage.figures[index];
  if (first === undefined || first.start >= bracket.close) return null;
  const sentence = sentenceAround(passage, bracket.open);
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const total = passage.figures[back];
    if (total === undefined || total.start < sentence.start || bracket.open - total.end > TOTAL_REACH)
      return null;
    if (/[;]/.test(wordsBetween(passage, total.end, bracket.open))) return null;
    const around = bracketAround(passage, total.start);
    const outer = bracketAround(passage, bracket.open);
    if (around?.open !== outer?.open) continue;
    if (isAmount(total) && isSameUnit(total, first)) return total;
    if (isAmount(total)) return null;
  }
  return null;
}

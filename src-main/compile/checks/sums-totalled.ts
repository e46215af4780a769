/** Parts that come before their total: "đất ở 1.205,4 ha, đất nông nghiệp 9.812,6 ha, tổng cộng 11.018 ha". */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount } from './comparisons.ts';
import { judge } from './judge.ts';
import { finding, totalOf } from './parts.ts';
import { isSameUnit } from './units.ts';
import { termOf } from './relation.ts';
import type { Finding, Term } from './relation.ts';
import { bracketAround, figureIndexAt, sentenceAround, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage } from './scene.ts';

const PARTS_MAX = 12;
const totalling =
  /(?:tổng cộng|cộng chung|cộng lại|cộng|[,;]\s*tổng số|nâng tổng số[\p{L}\s]{0,40}lên)(?:\s+(?:là|có|được|đạt|cả|số|trên|gần|hơn|khoảng))*[\s:]*$/u;
const totalOfThese =
  /tổng[\p{L}\s]{0,40}(?:này|trên|cả (?:hai|ba|bốn|năm|\d+)[\p{L}\s]{0,20})[\p{L}\s]{0,10}(?:là|đạt|:)\s*$/u;

export function totalledSums(passage: Passage): Finding[] {
  return passage.figures.flatMap((total) => {
    if (!isAmount(total)) return [];
    const lead = wordsBefore(passage, total.start, 70);
    const isTotal = totalling.test(lead) || totalOfThese.test(lead);
    if (!isTotal) return [];
    const parts = partsBefore(passage, total);
    const agreeing = beginning(total, parts);
    if (agreeing !== null) return finding(passage, totalOf(total), agreeing, null, false);
    if (parts.length < 2) return [];
    const terms = parts.map((part) => termOf(part, 'part'));
    return finding(passage, totalOf(total), terms, null, hasOthers(passage, parts, total));
  });
}

function partsBefore(passage: Passage, total: IdentifiedFigure): IdentifiedFigure[] {
  const sentence = sentenceAround(passage, total.start);
  const index = figureIndexAt(passage, total.start);
  const level = bracketAround(passage, total.start)?.open ?? -1;
  const parts: IdentifiedFigure[] = [];
  for (let back = index - 1; back >= Math.max(0, index - PARTS_MAX); back--) {
    const figure = passage.figures[back];
    if (figure === undefined || figure.start < sentence.start) break;
    if ((bracketAround(passage, figure.start)?.open ?? -1) !== level) continue;
    if (isAmount(figure) && isSameUnit(figure, total)) parts.unshift(figure);
  }
  return parts;
}

/** The nearest parts that agree, however many stand before them. */
function beginning(total: IdentifiedFigure, parts: readonly IdentifiedFigure[]): readonly Term[] | null {
  for (let from = 0; from <= parts.length - 2; from++) {
    const terms = parts.slice(from).map((part) => termOf(part, 'part'));
    const amounts = terms.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    const stated = termOf(total, 'stated').amount;
    if (stated !== null && judge('sum', stated, amounts)?.verdict === 'match') return terms;
  }
  return null;
}

/** Numbers of other units stand between: what is totalled is not clear. */
function hasOthers(passage: Passage, parts: readonly IdentifiedFigure[], total: IdentifiedFigure): boolean {
  const [first] = parts;
  if (first === undefined) return true;
  const words = wordsBetween(passage, first.end, total.start, 600);
  return /tăng|giảm|trong đó|kế hoạch|so với/.test(words);
}

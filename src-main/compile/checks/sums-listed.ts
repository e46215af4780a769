/** Totals whose parts follow in the sentence, in the next one ("Trong đó: …") or in the items of a list below. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount } from './comparisons.ts';
import { agrees } from './families.ts';
import { partition, totalOf } from './parts.ts';
import type { Introduction, Total } from './parts.ts';
import { isSameUnit } from './units.ts';
import { ratioTerms, termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { bracketAround, figureIndexAt, sentenceAround, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';

/** What introduces parts. Alternatives are longest first. */
const introducers =
  /(?<![\p{L}\p{M}])(?:trong đó|bao gồm|gồm có|gồm|chia ra|cụ thể|như sau|chia theo[^:;.,]{0,30}:)|(?<=[\p{L}\p{M}\d)%]\s?):/gu;

const TOTAL_FIGURES = 6;
const TOTAL_REACH = 320;

export function listedSums(passage: Passage): Finding[] {
  const found: Finding[] = [];
  for (const match of passage.lower.matchAll(introducers)) {
    const end = match.index + match[0].length;
    const introduction = kindOf(passage, match.index, match[0]);
    const first = passage.figures[figureIndexAt(passage, end)];
    const sentence = sentenceAround(passage, end);
    if (first === undefined || first.start >= sentence.end || first.start - end > 160) continue;
    const stretch = { start: end, end: stretchEnd(passage, end, sentence.end) };
    const sums: Finding[] = [];
    for (const total of totalsBefore(passage, match.index, first, introduction)) {
      // Behind the likeliest total only one that agrees is worth the work.
      const sum = partition(passage, total, stretch, sums.length === 0 ? introduction : 'perhaps');
      if (sum !== null) sums.push(sum);
    }
    // The likeliest total is the nearest, unless another one agrees.
    const agreeing = sums
      .filter(agrees)
      .filter((sum, index, all) => all.findIndex((other) => partsKey(other) === partsKey(sum)) === index);
    found.push(...(agreeing.length > 0 ? agreeing : sums.slice(0, 1)));
  }
  return found;
}

const partsKey = (finding: Finding): string =>
  'relation' in finding ? finding.relation.others.map(({ start }) => start).join(' ') : '';

function kindOf(passage: Passage, at: number, word: string): Introduction {
  if (word === 'trong đó' || word === 'cụ thể' || word === 'như sau') return 'among';
  if (!word.endsWith(':')) return 'made-of';
  // A colon right behind the thing that was counted.
  const total = passage.figures[figureIndexAt(passage, at) - 1];
  const gap = total === undefined ? '' : wordsBetween(passage, total.end, at);
  // "Cơ cấu (tổng số 100%): …"
  if (total !== undefined && isWhole(total) && /^\s*\)?\s*$/.test(gap)) return 'made-of';
  const isDirect =
    total !== undefined && isAmount(total) && at - total.end <= 60 && /^[\p{L}\p{M}\s-]*$/u.test(gap);
  return isDirect && !/đạt|tăng|giảm/.test(gap) ? 'made-of' : 'perhaps';
}

/** A bracket that holds the introducer ends the parts. */
function stretchEnd(passage: Passage, at: number, sentenceEnd: number): number {
  const bracket = bracketAround(passage, at);
  return bracket === null ? sentenceEnd : Math.min(bracket.close, sentenceEnd);
}

/** Totals before the introducer, the likeliest first: in its sentence; before a sentence that it opens, in the one before. */
function totalsBefore(
  passage: Passage,
  at: number,
  first: IdentifiedFigure,
  introduction: Introduction,
): Total[] {
  const sentence = sentenceAround(passage, at);
  const opens = passage.text.slice(sentence.start, at).trim().length < 3;
  const before = sentenceAround(passage, Math.max(0, sentence.start - 1));
  const from = opens || introduction === 'perhaps' ? before.start : sentence.start;
  const level = bracketAround(passage, at)?.open ?? -1;
  const index = figureIndexAt(passage, at);
  const totals: Total[] = [];
  for (let back = index - 1; back >= Math.max(0, index - TOTAL_FIGURES); back--) {
    const figure = passage.figures[back];
    if (figure === undefined || figure.start < from || at - figure.end > TOTAL_REACH) break;
    const gap = wordsBetween(passage, figure.end, at, TOTAL_REACH);
    if ((bracketAround(passage, figure.start)?.open ?? -1) !== level && !isWhole(figure)) continue;
    if (/(?:so với|cùng kỳ)[^,;.]{0,25}$/.test(wordsBefore(passage, figure.start, 40))) continue;
    // A clause that goes on to something else cuts the list from what stands before.
    if (introduction !== 'among' && !opens && gap.includes(';')) break;
    const total = totalFrom(figure, first);
    if (total !== null) totals.push(total);
    if (total !== null && introduction === 'made-of') break;
  }
  return totals.sort((a, b) => Number(a.figure.class === 'ratio') - Number(b.figure.class === 'ratio'));
}

const isWhole = ({ class: kind, value }: IdentifiedFigure): boolean => kind === 'percent' && value === '100';

function totalFrom(figure: IdentifiedFigure, first: IdentifiedFigure): Total | null {
  if (isWhole(figure)) return first.class === 'percent' ? totalOf(figure) : null;
  if (isAmount(figure)) return figure.class === 'count' || isSameUnit(figure, first) ? totalOf(figure) : null;
  const ratio = figure.class === 'ratio' ? ratioTerms(figure) : null;
  return ratio === null ? null : { figure, term: { ...ratio[0], role: 'stated' } };
}

/** The last amount of a block that ends in ":" and the first amount of each item below. */
export function itemSums({ passages }: Scene): Finding[] {
  return passages.flatMap((passage, index) => {
    if (!/[:;]\s*$/.test(passage.text.slice(-4)) || passage.block.item !== null) return [];
    const total = passage.figures.at(-1);
    const sentence = sentenceAround(passage, Math.max(0, passage.text.length - 2));
    if (total === undefined || !isAmount(total) || total.start < sentence.start) return [];
    const parts: IdentifiedFigure[] = [];
    let isComplete = true;
    for (let next = index + 1; next < Math.min(passages.length, index + 30); next++) {
      const item = passages[next];
      if (
        item?.block.item === null ||
        item === undefined ||
        item.block.item.depth !== passages[index + 1]?.block.item?.depth
      )
        break;
      const [first] = item.figures.filter((figure) => isAmount(figure) && isSameUnit(figure, total));
      if (first === undefined) isComplete = false;
      else parts.push(first);
    }
    if (parts.length < 2) return [];
    return {
      relation: {
        kind: 'sum',
        formula: 'sum',
        stated: termOf(total, 'stated'),
        others: parts.map((part) => termOf(part, 'part')),
        subject: total.unit ?? '',
        silent: !isComplete || total.class !== 'count' || !isDirect(passage, total),
      },
    } satisfies Finding;
  });
}

/** "gồm 36 dự án:" and "36 dự án, gồm:"; anything longer may announce something else. */
const isDirect = (passage: Passage, total: IdentifiedFigure): boolean =>
  /^[\p{L}\p{M}\s]{1,40}(?:,?\s*(?:bao gồm|gồm có|gồm))?\s*:\s*$/u.test(
    wordsBetween(passage, total.end, passage.text.length),
  ) && !/kết quả|như sau|cụ thể|đạt|tăng|giảm/.test(wordsBetween(passage, total.end, passage.text.length));

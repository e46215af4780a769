/** A stretch of text as a list of parts of a total: one number an item, all of the total's unit. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { functionWords } from '../figures/counters.ts';
import { isAmount, yearOf } from './comparisons.ts';
import { isSameUnit, unitKey } from './ratios.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { bracketAround, figuresBetween, wordsBetween } from './scene.ts';
import type { Passage } from './scene.ts';
import { reasons } from './wording.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const openEnded = /…|\.\.\.|v\.v|vân vân|một số|như:|chủ yếu|điển hình|tiêu biểu|nhất là|đáng chú ý|nổi bật/;
const notParts = /tăng|giảm|vượt|so với|cùng kỳ|kế hoạch|bình quân|tỷ lệ|tỉ lệ|bằng|gấp|mỗi|tương đương/;

export function partition(passage: Passage, total: IdentifiedFigure, stretch: Stretch): Finding[] {
  const words = wordsBetween(passage, stretch.start, stretch.end, 1200);
  const parts = partsIn(passage, total, stretch);
  if (parts.length < 2) return [];
  if (notParts.test(wordsBetween(passage, stretch.start, parts[0]?.start ?? stretch.start))) return [];
  const isAmong = /trong đó|(?:^|\s)có(?:\s|:)/.test(
    wordsBetween(passage, Math.max(0, stretch.start - 14), parts[0]?.start ?? stretch.start),
  );
  const years = parts.map(({ period }) => yearOf(period));
  const isYearly = years.every(
    (year, index) => year !== null && (index === 0 || year === (years[index - 1] ?? 0) + 1),
  );
  const doubt = openEnded.test(words)
    ? reasons.openList
    : isYearly
      ? null
      : isAmong && !/còn lại|khác/.test(words)
        ? reasons.incomplete
        : null;
  return [
    {
      relation: {
        kind: 'sum',
        formula: 'sum',
        stated: termOf(total, 'stated'),
        others: parts.map((part) => termOf(part, 'part')),
        subject: subjectAfter(passage, total),
        parted: isYearly ? 'years' : 'parts',
        doubt,
      },
    },
  ];
}

/** One number an item; those in brackets within, and those of another unit, belong to their item. */
function partsIn(passage: Passage, total: IdentifiedFigure, stretch: Stretch): IdentifiedFigure[] {
  const inside = figuresBetween(passage, stretch.start, stretch.end);
  const parts: IdentifiedFigure[] = [];
  for (const figure of inside) {
    const bracket = bracketAround(passage, figure.start);
    if (bracket !== null && bracket.open >= stretch.start) continue;
    if (!isAmount(figure) || !isSameUnit(figure, total)) continue;
    parts.push(figure);
  }
  return parts;
}

/** The thing that is counted, with the words that narrow it down: "phiên họp UBND". */
export function subjectAfter(passage: Passage, figure: IdentifiedFigure): string {
  if (figure.class !== 'count') return '';
  const after = passage.text.slice(figure.end, figure.end + 50);
  const phrase = /^[^,.;:()\d¹²³⁰-⁹]*/u.exec(after)?.[0] ?? '';
  const words = phrase.trim().split(/\s+/).slice(0, 5);
  const stop = words.findIndex((word) => functionWords.has(word.toLowerCase()));
  const subject = words.slice(0, stop === -1 ? undefined : stop).join(' ');
  return subject.toLowerCase().startsWith(unitKey(figure.unit ?? '')) ? subject : (figure.unit ?? '');
}

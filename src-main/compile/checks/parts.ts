/** A stretch of text as the parts of a total: what is listed in it in the total's unit, and what a disagreement would prove. */
import { functionWords } from '../figures/counters.ts';
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { openRange, printedRange } from './amounts.ts';
import type { Amount } from './amounts.ts';
import { isAmount, yearOf } from './comparisons.ts';
import { possibilityOf } from './possibility.ts';
import { exactly, integer, meet, nought, order, plus, sumOf, times } from './rational.ts';
import type { Rational } from './rational.ts';
import { isKindredUnit, unitKey } from './units.ts';
import { oneThing, termOf } from './relation.ts';
import type { Finding, Term } from './relation.ts';
import { bracketAround, figuresBetween, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage } from './scene.ts';
import { reasons } from './wording.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How the text introduces the parts. */
export type Introduction =
  | 'among' // "trong đó": perhaps not all of them
  | 'made-of' // "gồm", a bracket, a list behind a colon: all of them
  | 'perhaps'; // they only stand near the total: agreement is worth a line, nothing else

/** Characters of a stretch that are read. */
const STRETCH_MAX = 1500;

const openEnded =
  /…|\.\.\.|v\.v|vân vân|một số|(?:^|\s)như(?:\s|:)|chủ yếu|điển hình|tiêu biểu|nhất là|đáng chú ý|nổi bật|(?:gồm|kể) cả/;
/** Attributes that one person or thing may have together with others. */
const overlapping =
  /(?<!\p{L})(?:nữ|dân tộc|tuổi|đảng viên|tôn giáo|ngoài đảng|đại biểu trẻ|tái cử|khuyết tật|kiêm|đồng thời|vừa|cũng)(?!\p{L})/u;
/** The same where a part is named as one among others: whoever has the second has the first. */
const nesting =
  /(?<!\p{L})(?:đại học|thạc sĩ|tiến sĩ|cao cấp|trung cấp|trình độ|người có công|nghèo|lượt)(?!\p{L})/u;
/** Attributes of which each has one. */
const exclusive =
  /(?<!\p{L})nam(?!\p{L})[^.]*(?<!\p{L})nữ(?!\p{L})|(?<!\p{L})nữ(?!\p{L})[^.]*(?<!\p{L})nam(?!\p{L})/u;
/** Words right before a number that make it no part: what is compared, planned, or said per unit. */
const notPart =
  /(?:so với|so|cùng kỳ|kế hoạch|dự toán|bình quân|trung bình|mỗi|tăng|giảm|vượt|gấp|tổng số tiền|số tiền|kinh phí|trị giá|tương đương|từ|năm trước|năm \d{4})(?:\s+(?:là|trên|gần|hơn|khoảng|đạt|với|thêm|giao|của|được|có|năm \d{4}))*[\s(:]*$/;
const nested = /(?:trong đó|riêng|bao gồm|gồm)/;

/** Numbers of the stretch that may be parts of the total: its unit, its level of brackets, in no comparison. */
export function partsIn(
  passage: Passage,
  total: IdentifiedFigure,
  { start, end }: Stretch,
  anyUnit = false,
): IdentifiedFigure[] {
  const level = bracketAround(passage, start)?.open ?? -1;
  const inside = figuresBetween(passage, start, Math.min(end, start + STRETCH_MAX), 24);
  const parts: IdentifiedFigure[] = [];
  let skipTo = -1;
  let from = start;
  for (const figure of inside) {
    const gap = wordsBetween(passage, from, figure.start, 300);
    from = figure.end;
    if (figure.start < skipTo || (bracketAround(passage, figure.start)?.open ?? -1) !== level) continue;
    // What a part is made of in its turn ends with the part.
    if (parts.length > 0 && nested.test(gap) && !gap.includes(';')) {
      const stop = passage.text.indexOf(';', figure.start);
      if (stop === -1 || stop > end) break;
      skipTo = stop;
      continue;
    }
    if (isYearBehind(passage, figure)) continue;
    if (
      notPart.test(wordsBefore(passage, figure.start, 40).slice(-Math.max(1, gap.length))) &&
      !isListed(gap)
    )
      continue;
    if (fits(figure, total, anyUnit)) parts.push(figure);
  }
  return parts;
}

/** "…; năm 2022 361 tỷ đồng": a year before a part does not make it a comparison. */
const isListed = (gap: string): boolean =>
  /(?:^|[;,(:.]|và)\s*(?:trong |ước )?năm \d{4}\s*[:,]?\s*(?:là|đạt|trên|gần|hơn|khoảng|có)?\s*$/.test(gap);

const isYearBehind = ({ lower }: Passage, figure: IdentifiedFigure): boolean =>
  figure.unit === 'năm' || /^\s*(?:năm|tháng|quý)(?=\s|$)/.test(lower.slice(figure.end, figure.end + 8));

function fits(figure: IdentifiedFigure, total: IdentifiedFigure, anyUnit: boolean): boolean {
  if (figure.to !== null || figure.unit?.includes('/') === true) return false;
  if (total.class === 'percent') return figure.class === 'percent';
  if (!isAmount(figure)) return false;
  return anyUnit ? figure.class === total.class && figure.class === 'count' : isKindredUnit(figure, total);
}

/** The total as a term: of a ratio its numerator. */
export interface Total {
  readonly figure: IdentifiedFigure;
  readonly term: Term;
}
export const totalOf = (figure: IdentifiedFigure): Total => ({ figure, term: termOf(figure, 'stated') });

/**
 * The sum of what is listed, or of its beginning where that agrees: a sentence may go on to other things of the same
 * unit. Null where fewer than two parts are listed.
 */
export function partition(
  passage: Passage,
  total: Total,
  stretch: Stretch,
  introduction: Introduction,
): Finding | null {
  const same = partsIn(passage, total.figure, stretch);
  const any = partsIn(passage, total.figure, stretch, true);
  const ones = impliedOne(passage, stretch, any[0]);
  const found = agreeing(total, same, ones) ?? agreeing(total, any, ones);
  if (found !== null) return finding(passage, total, found, null, false);
  if (introduction === 'perhaps' || same.length + ones.length < 2) return null;
  const parts = [...ones, ...same.map((part) => termOf(part, 'part'))];
  const doubt = doubtOf(passage, total, stretch, parts, same, introduction);
  return finding(passage, total, parts, doubt, isAnotherYear(total.figure, same));
}

/** "62 triệu đồng (năm 2021: 50 triệu đồng, năm 2022: 55 triệu đồng)": years before, not parts. */
export function isAnotherYear(
  { period, value }: IdentifiedFigure,
  parts: readonly IdentifiedFigure[],
): boolean {
  const year = yearOf(period);
  if (year === null || !isConsecutive(parts)) return false;
  // A total may be given the last of its years; it is that year's number only where the list repeats it.
  const own = parts.find((part) => yearOf(part.period) === year);
  return own === undefined || own.value === value;
}

/** The longest beginning of the parts that agrees. */
function agreeing(
  total: Total,
  parts: readonly IdentifiedFigure[],
  ones: readonly Term[],
): readonly Term[] | null {
  const stated = total.term.amount;
  if (stated === null) return null;
  const amounts = [...ones, ...parts.map((part) => termOf(part, 'part'))].flatMap(
    ({ amount }) => amount ?? [],
  );
  const isOpen = [stated, ...amounts].some(({ openness }) => openness !== null && openness !== 'estimate');
  const rangeOf = isOpen ? openRange : printedRange;
  let sum = exactly(nought);
  let longest = 0;
  amounts.forEach((amount, index) => {
    sum = sumOf(sum, rangeOf(amount));
    if (index > 0 && meet(sum, rangeOf(stated))) longest = index + 1;
  });
  if (longest <= ones.length) return null;
  return [...ones, ...parts.slice(0, longest - ones.length).map((part) => termOf(part, 'part'))];
}

/** "gồm: Chủ tịch, 03 Phó chủ tịch và 14 Ủy viên": whoever is named without a number is one. */
function impliedOne(passage: Passage, { start }: Stretch, first: IdentifiedFigure | undefined): Term[] {
  if (first?.class !== 'count') return [];
  const lead = passage.text.slice(start, first.start);
  const match = /^[\s:]*(\p{Lu}[\p{L}]*(?:\s[\p{L}]+){0,3}),\s*$/u.exec(lead);
  const name = match?.[1];
  if (match === null || name === undefined) return [];
  const thing = wordsBetween(passage, first.end, first.end + 40);
  if (!thing.includes(name.toLowerCase())) return [];
  return [oneThing(passage.block.id, start + match[0].indexOf(name), name, 'part')];
}

function doubtOf(
  passage: Passage,
  total: Total,
  stretch: Stretch,
  parts: readonly Term[],
  figures: readonly IdentifiedFigure[],
  introduction: Introduction,
): string | null {
  const words = wordsBetween(passage, stretch.start, stretch.end, STRETCH_MAX);
  const lead = wordsBefore(passage, stretch.start, 20);
  if (openEnded.test(words) || openEnded.test(lead)) return reasons.openList;
  if (isConsecutive(figures)) return null;
  // No part is more than the whole, whatever else it is part of.
  if (parts.some(({ amount }) => isAbove(amount, total.term.amount))) return null;
  if (overlapping.test(words) && !exclusive.test(words)) return reasons.overlap;
  const sum = parts.reduce((value, { amount }) => plus(value, amount?.value ?? nought), nought);
  const isMore = order(sum, total.term.amount?.value ?? nought) > 0;
  if (isMore && introduction === 'among' && nesting.test(words)) return reasons.overlap;
  const last = figures.at(-1);
  const tail = last === undefined ? '' : wordsBetween(passage, last.end, stretch.end, 200);
  const isCut = /(?:,|;|và)\s+(?:các|những|một số|phần)[^,;.]*(?:khác|còn lại)/.test(tail);
  if (!isMore && (isCut || (introduction === 'among' && !/khác|còn lại/.test(words))))
    return reasons.incomplete;
  // So much is missing, or too much, that the list is another one: unless one misread digit explains it.
  if (isFar(sum, total.term.amount?.value ?? nought) && !isOneDigitOff(total, parts))
    return isMore ? reasons.overlap : reasons.incomplete;
  // Parts in other units were left out: the list is longer than what could be added.
  const counted = partsIn(passage, total.figure, stretch, true).length;
  return counted > figures.length ? reasons.incomplete : null;
}

const isAbove = (part: Amount | null, whole: Amount | null): boolean =>
  part !== null &&
  whole !== null &&
  part.openness === null &&
  whole.openness === null &&
  order(printedRange(part).low, printedRange(whole).high) > 0;

function isFar(sum: Rational, stated: Rational): boolean {
  const [small, large] = order(sum, stated) < 0 ? [sum, stated] : [stated, sum];
  return order(times(small, integer(5)), times(large, integer(4))) < 0;
}

const isOneDigitOff = (total: Total, parts: readonly Term[]): boolean =>
  possibilityOf({ formula: 'sum', stated: total.term, others: parts }) !== null;

/** Each part a year, one after the other. */
export function isConsecutive(figures: readonly IdentifiedFigure[]): boolean {
  const years = figures.map(({ period }) => yearOf(period));
  return (
    years.length > 1 &&
    years.every((year, index) => year !== null && (index === 0 || year === (years[index - 1] ?? 0) + 1))
  );
}

export function finding(
  passage: Passage,
  total: Total,
  parts: readonly Term[],
  doubt: string | null,
  silent: boolean,
): Finding {
  const figures = parts.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  return {
    relation: {
      kind: 'sum',
      formula: 'sum',
      stated: total.term,
      others: parts,
      subject: subjectAfter(passage, total.figure),
      ...(isConsecutive(figures) && figures.length === parts.length && { parted: 'years' }),
      doubt,
      silent,
    },
  };
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

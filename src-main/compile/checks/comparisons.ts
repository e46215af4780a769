/** What a change is measured from: "so với cùng kỳ năm 2022", and the two numbers between which it lies. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isSameUnit } from './units.ts';
import { bracketAround, figureIndexAt, sentenceAround, unitEnd, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage } from './scene.ts';

/** What the text compares with. */
export interface Reference {
  readonly kind: 'year' | 'before' | 'plan' | 'other';
  /** "2022", for a year. */
  readonly year: string | null;
  /** As printed: "cùng kỳ năm 2022". */
  readonly name: string;
  /** End of its words in the block. */
  readonly end: number;
}

/** Characters after a change within which its reference stands. */
const REFERENCE_REACH = 90;

const opening = /^[\s*]*(?:\)|,)?\s*(?:so với|so|bằng so với|cùng kỳ|so sánh với)(?=[\s(])/;
const planWords =
  /^(?:với\s+)?(?:số\s+|mức\s+|tổng\s+)?(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|kh(?=[\s,.;)]|$)|dt(?=[\s,.;)]|$)|định mức|kịch bản|số giao|tỉnh giao|nq(?=[\s,.;)]|$))/;

/** The words behind a change that say from what it is; null where none do. */
export function referenceAfter(passage: Passage, at: number): Reference | null {
  const words = wordsBetween(passage, at, passage.text.length, REFERENCE_REACH);
  const lead = opening.exec(words);
  if (lead === null) return null;
  const nameStart = at + lead[0].length - (lead[0].endsWith('cùng kỳ') ? 'cùng kỳ'.length : 0);
  return referenceAt(passage, nameStart);
}

/** "gấp 1,5 lần năm 2020": a multiple names what it is of without "so với". */
export function referenceOfMultiple(passage: Passage, at: number): Reference | null {
  const words = wordsBetween(passage, at, passage.text.length, 20);
  const lead = /^\s+(?=(?:năm (?:\d{4}|trước|ngoái)|cùng kỳ))/.exec(words);
  return lead === null ? null : referenceAt(passage, at + lead[0].length);
}

/** "so với năm 2021 tăng 15%": the words before a change. */
export function referenceBefore(passage: Passage, at: number): Reference | null {
  const from = Math.max(0, at - 70);
  const words = passage.lower.slice(from, at);
  const match =
    /(?:so với|so)\s+([^,.;()]{3,60}?)[\s,]+(?:ước\s+)?(?:tăng|giảm)(?:\s+(?:thêm|khoảng|trên|gần|là|hơn))*\s*$/.exec(
      words,
    );
  if (match === null) return null;
  const start = from + match.index + match[0].indexOf(match[1] ?? '');
  return referenceAt(passage, start);
}

function referenceAt(passage: Passage, from: number): Reference {
  const words = wordsBetween(passage, from, passage.text.length, 70).replace(/^\s*với\s+/, (gone) =>
    ' '.repeat(gone.length),
  );
  const leading = words.length - words.trimStart().length;
  const body = words.trimStart();
  const year =
    /^(?:cùng (?:kỳ|thời điểm|thời kỳ)\s*(?:của\s*)?|(?:quý|tháng|kỳ|vụ|niên vụ|mùa|đầu|cuối|thực hiện|ước thực hiện|số|mức)\s+(?:[ivx\d]+[\s/]*)?(?:của\s+)?)?(?:năm\s*)?((?:19|20)\d\d)(?!\d)/.exec(
      body,
    );
  const name = (/^[^,.;()]{1,60}/.exec(body)?.[0] ?? '').trimEnd();
  const stop = /^(.{4,}?)(?=\s(?:và|trong đó|đạt|bằng|chiếm|nhưng|vượt|tăng|giảm|là)\s)/.exec(name);
  const printed = year?.[0] ?? stop?.[1] ?? name;
  const start = from + leading;
  const reference = {
    name: passage.text.slice(start, start + printed.length).trim(),
    end: start + printed.length,
  };
  if (planWords.test(body)) return { kind: 'plan', year: null, ...reference };
  if (year !== null) return { kind: 'year', year: year[1] ?? null, ...reference };
  if (
    /^(?:cùng kỳ|cùng thời|năm trước|năm ngoái|năm học trước|kỳ trước|vụ trước|tháng trước|quý trước)/.test(
      body,
    )
  )
    return { kind: 'before', year: null, ...reference };
  return { kind: 'other', year: null, ...reference };
}

/** Shares and rates, which change in points. */
export const isRate = ({ class: kind, unit, to }: IdentifiedFigure): boolean =>
  (kind === 'percent' || kind === 'growth' || kind === 'completion') && unit === '%' && to === null;

export const isAmount = ({ class: kind, to }: IdentifiedFigure): boolean =>
  (kind === 'count' || kind === 'level') && to === null;

/** The number that a change belongs to: the nearest amount before it in its clause. */
export function currentBefore(
  passage: Passage,
  change: IdentifiedFigure,
  accept: (figure: IdentifiedFigure) => boolean,
): IdentifiedFigure | null {
  const sentence = sentenceAround(passage, change.start);
  const index = figureIndexAt(passage, change.start);
  for (let back = index - 1; back >= Math.max(0, index - 6); back--) {
    const figure = passage.figures[back];
    if (figure === undefined || figure.start < sentence.start) return null;
    // What stands in brackets of its own belongs to what stands before them.
    const bracket = bracketAround(passage, figure.start);
    if (bracket !== null && bracket.close < change.start) continue;
    const gap = wordsBetween(passage, figure.end, change.start, 160);
    if (change.start - figure.end > 150 || /[;]|\.\s/.test(gap)) return null;
    // "trong đó", or another subject after a comma, begins a new clause.
    if (accept(figure)) return /trong đó|riêng/.test(gap) ? null : figure;
    if (figure.class === 'growth' || figure.class === 'difference') continue;
    if (isAmount(figure)) return null;
  }
  return null;
}

/** "năm 2022", "2022-Q1" → year before; null for what is no whole year. */
export function yearOf(period: string | null): number | null {
  return period !== null && /^\d{4}$/.test(period) ? Number(period) : null;
}

const planLead =
  /(?:(?<!\p{L})kh(?!\p{L})|kế hoạch|dự toán|chỉ tiêu|được giao|giao|định mức)(?![^,]*(?:đạt|bằng))[^,.;()]{0,60}$/u;

/** Planned amounts of what an actual amount is, the nearest first: "dự toán giao 240 tỷ đồng, thực hiện 175,2 tỷ đồng", in its sentence or the one before. */
export function plansBefore(passage: Passage, actual: IdentifiedFigure): readonly IdentifiedFigure[] {
  const sentence = sentenceAround(passage, actual.start);
  const from = sentenceAround(passage, Math.max(0, sentence.start - 1)).start;
  const index = figureIndexAt(passage, actual.start);
  const plans: IdentifiedFigure[] = [];
  for (let back = index - 1; back >= Math.max(0, index - 5); back--) {
    const plan = passage.figures[back];
    if (plan === undefined || plan.start < from || actual.start - plan.end > 220) break;
    if (plan.class !== actual.class || !isAmount(plan) || !isSameUnit(plan, actual)) continue;
    const gap = wordsBetween(passage, plan.end, actual.start, 220);
    if (/tăng|giảm|trong đó|riêng/.test(gap)) break;
    if (planLead.test(leadOf(passage, plan))) plans.push(plan);
  }
  return plans;
}

/** Words of the clause before a figure. */
export const leadOf = (passage: Passage, { start }: IdentifiedFigure): string =>
  /[^.;()]*$/.exec(wordsBefore(passage, start, 80))?.[0] ?? '';

/** Verbs, times and other words that name no indicator. */
const empty = new Set(
  'năm tháng quý kỳ đạt ước là có và với thực hiện được khoảng trên gần hơn đã trong cả tổng số của từ đến nay đầu cuối bằng riêng dự kiến lên còn thì tới ở mức tính hết ngày tổ chức ban hành thêm cùng so tăng giảm giai đoạn tăng lên'.split(
    ' ',
  ),
);

/** Words before a number in its clause that say what it counts, in order. */
export function labelOf(passage: Passage, figure: IdentifiedFigure): readonly string[] {
  const from = Math.max(0, figure.start - 160);
  const before = passage.lower.slice(from, figure.start);
  const previous = passage.figures[figureIndexAt(passage, figure.start) - 1];
  const cut = Math.max(
    before.search(/[^;:.()]*$/),
    previous === undefined ? 0 : unitEnd(passage, previous) - from,
    ...[...before.matchAll(/\.\s|;|:|\(/g)].map((match) => match.index + match[0].length),
  );
  return before
    .slice(Math.max(0, cut))
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '' && !empty.has(word));
}

/** Whether two numbers may be of one series, as far as their words say. A clause without a name goes on with the one before. */
export function continues(passage: Passage, base: IdentifiedFigure, current: IdentifiedFigure): boolean {
  if (!isSameUnit(base, current)) return false;
  const later = labelOf(passage, current);
  if (later.length === 0) return true;
  const earlier = labelOf(passage, base);
  const known = new Set(earlier);
  return later.every((word) => known.has(word));
}

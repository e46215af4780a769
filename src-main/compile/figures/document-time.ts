/** Periods as text, and what a document says of its own time. */
import { phrases } from './phrases.ts';
import { isFigure } from './reading.ts';
import type { Reading, Span } from './reading.ts';

/** What the document says of its own time; nulls where it does not. */
export interface DocumentTime {
  /** What "đến nay" means: "2023-10". */
  readonly now: string | null;
  readonly year: string | null;
  /** What the document plans, by its title: "… và kế hoạch năm 2024"; null where it plans nothing that has a date. */
  readonly planned: Span | null;
}

export const noTime: DocumentTime = { now: null, year: null, planned: null };

const plannedHeads = phrases('kế hoạch|phương hướng|nhiệm vụ|dự toán|mục tiêu|chỉ tiêu');
const HEAD_REACH = 24;

export const yearOf = (point: string): string => point.slice(0, 4);

export const spanOf = (period: string): Span => {
  const [start = period, end = start] = period.split('/');
  return { start, end };
};

export const periodText = ({ start, end }: Span): string => (start === end ? start : `${start}/${end}`);

/** Year and "now" as the title ("… đến tháng 10/2023") or the letterhead's date say them. */
export function documentTime(readings: readonly Reading[]): DocumentTime {
  const spans = readings.flatMap((reading) =>
    reading.found.flatMap((found) =>
      !isFigure(found) && found.span !== null ? [{ reading, found, span: found.span }] : [],
    ),
  );
  const until = spans.findLast(
    ({ reading, found }) => reading.is(found.from - 2, 'đến') || reading.is(found.from - 1, 'đến'),
  );
  const chosen =
    (until ?? spans.find(({ span }) => /^\d{4}-/.test(span.end)) ?? spans.at(-1))?.span.end ?? null;
  const isYear = chosen !== null && /^\d{4}/.test(chosen);
  const year = isYear ? yearOf(chosen) : null;
  const dated = spans.find(({ span }) => /^\d{4}-\d\d-/.test(span.start))?.span.start ?? null;
  const planned = spans.findLast(({ reading, found }) => isPlannedFor(reading, found.from))?.span ?? null;
  return { now: isYear ? chosen : null, year, planned: plannedSpan(planned, year, dated) };
}

/** A word for a plan stands before the date, and nobody carried it out: "thực hiện dự toán năm 2023". */
function isPlannedFor(reading: Reading, at: number): boolean {
  for (let index = at - 1; index > at - HEAD_REACH && index >= 0; index--) {
    if (reading.at(plannedHeads, index) !== null)
      return !reading.is(index - 1, 'hiện', 'toán', 'theo', 'trình', 'giá');
    if (reading.isDated(index)) return false;
  }
  return false;
}

/** The months in which a plan for the year that has begun is still made. */
const PLANNING_UNTIL = '03';

/** Of a title's span; null where the document is dated when most of it was over. */
function plannedSpan(span: Span | null, year: string | null, dated: string | null): Span | null {
  if (span === null) return null;
  const completed = (point: string): string =>
    point.startsWith('--') ? (year ?? '') + point.slice(1) : point;
  const whole = { start: completed(span.start), end: completed(span.end) };
  if (!/^\d{4}/.test(whole.start)) return null;
  if (dated === null) return whole;
  const isYearLong = whole.start.length === 4;
  const latest = isYearLong ? `${whole.start}-${PLANNING_UNTIL}-31` : `${whole.start}-31`;
  return dated <= latest ? whole : null;
}

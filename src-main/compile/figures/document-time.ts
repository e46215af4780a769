/** Periods as text, and what a document says of its own time. */
import { isFigure } from './reading.ts';
import type { Reading, Span } from './reading.ts';

/** What the document says of its own time; nulls where it does not. */
export interface DocumentTime {
  /** What "đến nay" means: "2023-10". */
  readonly now: string | null;
  readonly year: string | null;
}

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
  return { now: isYear ? chosen : null, year: isYear ? yearOf(chosen) : null };
}

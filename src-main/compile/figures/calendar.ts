/** What dates are made of: days, months, years and the time they cover. */
import type { FoundNonFigure, Reading, Span } from './reading.ts';

export const date = (from: number, to: number, span: Span | null): FoundNonFigure => ({
  class: 'date',
  from,
  to,
  span,
});
export const during = (point: string): Span => ({ start: point, end: point });
export const two = (value: number): string => String(value).padStart(2, '0');
export const isDay = (value: number | null): value is number => value !== null && value >= 1 && value <= 31;
export const isMonth = (value: number | null): value is number => value !== null && value >= 1 && value <= 12;
export const isYear = (value: number | null): value is number =>
  value !== null && value >= 1800 && value <= 2150;

export const quarters: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
};

/** No white space inside, or (as careless typing has it) on one side of a mark only. */
export function isTight(reading: Reading, at: number, length: number): boolean {
  let spaces = 0;
  for (let index = at + 1; index < at + length; index++) if (!reading.isGlued(index)) spaces++;
  return spaces <= 1;
}

/** "năm 2021", also "/2021" and "-2021" right behind. */
export function yearAfter(reading: Reading, at: number): { value: number; to: number } | null {
  const direct = reading.is(at, 'năm', '/')
    ? at + 1
    : reading.is(at, ',') && reading.is(at + 1, 'năm')
      ? at + 2
      : null;
  if (direct === null) return null;
  const value = reading.integer(direct);
  return isYear(value) ? { value, to: direct + 1 } : null;
}

export function joined(first: Span | null, second: Span | null): Span | null {
  return first === null || second === null ? null : { start: first.start, end: second.end };
}

/** "trong 03 ngày, từ ngày 08/12/2025 đến ngày 10/12/2025": days and months against the dates that bound them. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { placeTerm, termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { wordsBefore, wordsBetween } from './scene.ts';
import type { Passage } from './scene.ts';
import { reasons, wording } from './wording.ts';

/** Characters between a duration and its last date. */
const REACH = 130;
const date = String.raw`(\d{1,2}(?:[/.-]\d{1,2}){0,1}(?:[/.-](?:19|20)\d\d)?)`;
const bounds = new RegExp(
  String.raw`^[^.;:()\d]{0,60}(?:\(\s*(?:kể\s+)?(?:từ\s+)?|,?\s*(?:bắt đầu\s+|kể\s+)?từ\s+)(?:(?:ngày|tháng)\s+)?${date}\s*(?:,?\s*đến|-|–|tới)\s*(?:(?:hết\s+)?(?:ngày|tháng)\s+)?${date}(?![\d/])`,
  'u',
);
/** Words that say it lasted all the time between its dates, not on some of the days. */
const continuous = /(?:kéo dài|diễn ra|liên tục|thời gian|thời hạn|suốt)[^.;:()\d]{0,25}$/;

interface Day {
  readonly year: number;
  readonly month: number;
  /** Null where the text names a month. */
  readonly day: number | null;
}

export function durationsIn(passage: Passage): Finding[] {
  return passage.figures.flatMap((figure) => durationOf(passage, figure) ?? []);
}

function durationOf(passage: Passage, figure: IdentifiedFigure): Finding | null {
  const { unit, value, to, approx } = figure;
  if ((unit !== 'ngày' && unit !== 'tháng') || to !== null || approx !== null || !/^\d+$/.test(value))
    return null;
  const after = wordsBetween(passage, figure.end, passage.text.length, REACH);
  const match = bounds.exec(after);
  const [first, last] = [match?.[1], match?.[2]];
  if (match === null || first === undefined || last === undefined || match[0].includes('làm việc'))
    return null;
  const end = dayOf(last, null);
  const start = end === null ? null : dayOf(first, end);
  if (start === null || end === null) return null;
  const lengths = unit === 'ngày' ? daysBetween(start, end) : monthsBetween(start, end);
  const longest = lengths === null ? 0 : Math.max(...lengths);
  if (lengths === null || longest <= 0) return null;
  const isContinuous = continuous.test(wordsBefore(passage, figure.start, 45));
  const verdict = lengths.includes(Number(value))
    ? 'match'
    : Number(value) > longest || isContinuous
      ? 'mismatch'
      : 'undetermined';
  const at = figure.end + match[0].length - last.length;
  const from = figure.end + match[0].lastIndexOf(first, match[0].length - last.length - 1);
  const shown = verdict === 'match' ? Number(value) : longest;
  return {
    settled: {
      kind: 'period',
      verdict,
      terms: [
        termOf(figure, 'stated'),
        placeTerm(passage.block.id, from, passage.text.slice(from, from + first.length), 'other'),
        placeTerm(passage.block.id, at, passage.text.slice(at, at + last.length), 'other'),
      ],
      computed: String(shown),
      stated: value,
      sentence: wording.duration(first, last, `${shown} ${unit}`, figure.text, verdict),
      reason: verdict === 'undetermined' ? reasons.someDays : null,
      possibility: null,
    },
  };
}

/** "08/12/2025", "6/2025"; "08" and "08/12" take what they lack from the later date. */
function dayOf(text: string, later: Day | null): Day | null {
  const parts = text.split(/[/.-]/).map(Number);
  const year = (parts.at(-1) ?? 0) > 999 ? parts.pop() : later?.year;
  if (year === undefined) return null;
  const isDay = later === null ? parts.length === 2 : later.day !== null;
  const month = isDay ? (parts[1] ?? later?.month) : parts[0];
  const day = isDay ? (parts[0] ?? null) : null;
  if (month === undefined || month < 1 || month > 12 || (!isDay && parts.length !== 1)) return null;
  const isReal = day === null || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return isReal ? { year, month, day } : null;
}

const numberOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day ?? 1) / 86_400_000;

/** Days from the first to the last: that many later, and with both counted. */
function daysBetween(start: Day, end: Day): number[] | null {
  if (start.day === null || end.day === null) return null;
  const later = numberOf(end) - numberOf(start);
  return later < 0 ? null : [later, later + 1];
}

/** Months between two months, the last one counted or not; between two days, to the day or the one before. */
function monthsBetween(start: Day, end: Day): number[] | null {
  const months = (end.year - start.year) * 12 + end.month - start.month;
  if (start.day === null || end.day === null) return [months, months + 1];
  const days = end.day - start.day;
  // Between whole months a report counts as it likes: "01/7/2023" to "30/6/2025" are 24.
  if (Math.abs(days) <= 1) return [months];
  return start.day === 1 && end.day >= 28
    ? [months + 1]
    : days < 0
      ? [months - 1, months]
      : [months, months + 1];
}

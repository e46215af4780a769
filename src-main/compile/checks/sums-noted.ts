/** Totals in the text and their parts in the footnote that it points to: by year, or as a list. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount, yearOf } from './comparisons.ts';
import { finding, isAnotherYear, isConsecutive, partition, partsIn, totalOf } from './parts.ts';
import { isSameUnit } from './units.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { figuresBetween, sentenceAround, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';

/** Characters between a total and the mark of its footnote. */
const TOTAL_REACH = 110;

export function notedSums({ passages }: Scene): Finding[] {
  return passages.flatMap((passage) =>
    passage.notes.flatMap(({ at, passage: note }) => sumsOf(passage, at, note)),
  );
}

function sumsOf(passage: Passage, at: number, note: Passage): Finding[] {
  const sentence = sentenceAround(passage, Math.max(0, at - 1));
  const totals = figuresBetween(passage, sentence.start, at).filter(isAmount);
  if (totals.length === 0) return [];
  const yearly = yearlySums(passage, totals, note);
  if (yearly.length > 0) return yearly;
  const total = totals.at(-1);
  if (total === undefined || at - total.end > TOTAL_REACH) return [];
  return listSum(passage, total, at, note);
}

/** As many series as the note gives numbers a year, each against the total in the same place or of the same unit. */
function yearlySums(passage: Passage, totals: readonly IdentifiedFigure[], note: Passage): Finding[] {
  const years = new Map<number, IdentifiedFigure[]>();
  for (const figure of note.figures.slice(0, 60)) {
    const year = yearOf(figure.period);
    if (!isAmount(figure) || year === null) continue;
    const same = years.get(year);
    if (same === undefined) years.set(year, [figure]);
    else same.push(figure);
  }
  const rows = [...years].sort(([a], [b]) => a - b).map(([, figures]) => figures);
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width === 0 || rows.some((row) => row.length !== width)) return [];
  const nearest = totals.slice(-width);
  return Array.from({ length: width }, (_, column) => rows.flatMap((row) => row[column] ?? [])).flatMap(
    (parts, column): Finding[] => {
      const [first] = parts;
      const total =
        width === 1
          ? totals.findLast((figure) => first !== undefined && isSameUnit(figure, first))
          : nearest[column];
      if (total === undefined || first === undefined || nearest.length < width) return [];
      if (!parts.every((part) => isSameUnit(part, total)) || !isConsecutive(parts)) return [];
      return [
        finding(
          passage,
          totalOf(total),
          parts.map((part) => termOf(part, 'part')),
          null,
          isGrowing(note, parts) || isAnotherYear(total, parts),
        ),
      ];
    },
  );
}

/** A series of levels with growth rates is no division of a total. */
const isGrowing = (note: Passage, parts: readonly IdentifiedFigure[]): boolean =>
  note.figures.some(
    ({ class: kind, start }) =>
      (kind === 'growth' || kind === 'completion') && start > (parts[0]?.start ?? 0),
  );

function listSum(passage: Passage, total: IdentifiedFigure, at: number, note: Passage): Finding[] {
  const text = note.lower.trimStart();
  const offset = note.lower.length - text.length;
  const among = /^trong đó/.exec(text);
  const made = /^(?:bao gồm|gồm(?: có)?)/.exec(text);
  const start = offset + (among?.[0].length ?? made?.[0].length ?? 0);
  const stretch = { start, end: note.text.length };
  const introduction =
    among !== null ? 'among' : made !== null || isBareList(note, total, passage, at) ? 'made-of' : 'perhaps';
  const sum = partition(note, totalOf(total), stretch, introduction);
  return sum === null ? [] : [sum];
}

/** Every item of the note is a few words and one number of the total's unit. */
function isBareList(note: Passage, total: IdentifiedFigure, passage: Passage, at: number): boolean {
  if (/[;:.]/.test(wordsBetween(passage, total.end, at)) || total.class !== 'count') return false;
  const parts = partsIn(note, total, { start: 0, end: note.text.length });
  if (parts.length !== note.figures.length || parts.length < 2) return false;
  const items = note.text.replace(/[.;\s]+$/, '').split(/;|,(?=\s)|\svà\s/);
  return items.length === parts.length && items.every((item) => item.trim().split(/\s+/).length <= 9);
}

/** The number that a change is measured from: beside it, in brackets behind it, in the clause or the year before. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { continues, currentBefore, isAmount, isRate, labelOf, yearOf } from './comparisons.ts';
import type { Reference } from './comparisons.ts';
import { isSameUnit } from './units.ts';
import {
  figureIndexAt,
  figuresBetween,
  sentenceAround,
  unitEnd,
  wordsBefore,
  wordsBetween,
} from './scene.ts';
import type { Passage } from './scene.ts';

/** How many figures back a base may stand. */
const BASE_FIGURES = 8;
const BASE_REACH = 400;

const isComparable = (a: IdentifiedFigure, b: IdentifiedFigure): boolean =>
  isSameUnit(a, b) && a.to === null && ((isAmount(a) && a.class === b.class) || (isRate(a) && isRate(b)));

/** Two observations, and why a disagreement would prove nothing; null where the text puts them side by side. */
export interface Pair {
  readonly base: IdentifiedFigure;
  readonly current: IdentifiedFigure;
  readonly doubt: string | null;
}

/** "tăng từ 37.000 lên 40.600 tỷ đồng", before or behind the change. */
export function movement(
  passage: Passage,
  change: IdentifiedFigure,
  accept: (figure: IdentifiedFigure) => boolean,
): Pair | null {
  const at = figureIndexAt(passage, change.start);
  const sentence = sentenceAround(passage, change.start);
  for (const [first, second] of [
    [at - 2, at - 1],
    [at + 1, at + 2],
  ] as const) {
    const [base, current] = [passage.figures[first], passage.figures[second]];
    if (base === undefined || current === undefined || !accept(base) || !accept(current)) continue;
    if (base.start < sentence.start || current.start >= sentence.end || !isSameUnit(base, current)) continue;
    const near = first < at ? change.start - current.end : base.start - change.end;
    const gap = wordsBetween(passage, base.end, current.start);
    const lead = wordsBefore(passage, base.start, 40);
    const joint =
      first < at
        ? wordsBetween(passage, current.end, change.start)
        : wordsBetween(passage, change.end, base.start);
    const isMovement =
      near <= 60 &&
      current.start - base.end <= 80 &&
      !/[;]|\.\s/.test(gap + joint) &&
      /(?:^|\s|\()từ(?:\s+(?:mức|chỗ|khoảng|trên|gần|năm|có|\d{4}|là|đạt|:))*\s*$/.test(lead) &&
      /(?:^|[\s,)])(?:lên|xuống|còn|đến|tới|thành)(?:\s|$)/.test(gap);
    if (isMovement) return { base, current, doubt: null };
  }
  return null;
}

/** "xảy ra 230 vụ, so với 245 vụ của năm 2022 giảm 15 vụ": the nearest number is the base. */
export function comparedWith(
  passage: Passage,
  nearest: IdentifiedFigure,
  accept: (figure: IdentifiedFigure) => boolean,
): Pair | null {
  if (
    !/so với(?:\s+(?:mức|số|con số|cùng kỳ|năm \d{4}|năm trước|là))*\s*$/.test(
      wordsBefore(passage, nearest.start, 40),
    )
  )
    return null;
  const current = currentBefore(passage, nearest, accept);
  return current === null || !isComparable(nearest, current) ? null : { base: nearest, current, doubt: null };
}

/** "tăng 16% so với cùng kỳ (35.000 tỷ đồng)", "so với năm 2022 là 35.000 tỷ đồng". */
export function statedBase(
  passage: Passage,
  change: IdentifiedFigure,
  current: IdentifiedFigure,
  reference: Reference | null,
): Pair | null {
  if (reference === null) return null;
  const base = passage.figures[figureIndexAt(passage, Math.max(change.end, 0))];
  if (base === undefined || !isComparable(base, current)) return null;
  const from = Math.max(unitEnd(passage, change), reference.end);
  if (base.start < from - 1 || base.start - from > 60) return null;
  const gap = wordsBetween(passage, from, base.start);
  return baseWords.test(gap) && /\(|là|đạt|:/.test(gap) ? { base, current, doubt: null } : null;
}

/** Between a change and its base: times and verbs, nothing that narrows the base down. */
const baseWords =
  /^(?:[\s(:,]|(?:cùng kỳ|năm|tháng|quý|đầu|cuối|trước|ngoái|đạt|là|có|chỉ|mức|số|của|còn|ở|thực hiện|tiếp nhận|thụ lý|khoảng|trên|gần|hơn|[ivx]+|\d+)(?=[\s(:,/]|$)|\/)*$/;

/**
 * "các năm 2022, 2023 và 2024 lần lượt đạt A, B và C; năm 2023 tăng 5% so với năm 2022": the number of the year that the
 * change names.
 */
export function inTurn(
  passage: Passage,
  change: IdentifiedFigure,
  reference: Reference | null,
  accept: (figure: IdentifiedFigure) => boolean,
): IdentifiedFigure | null {
  const year = yearOf(change.period);
  const isNamed =
    year !== null &&
    new RegExp(`năm ${year}[\\s,]+(?:ước\\s+)?(?:tăng|giảm)\\s*$`).test(
      wordsBefore(passage, change.start, 24),
    );
  return reference?.kind === 'year' && isNamed ? (seriesIn(passage, change, accept).get(year) ?? null) : null;
}

export function baseInTurn(
  passage: Passage,
  change: IdentifiedFigure,
  current: IdentifiedFigure,
  reference: Reference | null,
): Pair | null {
  const series = seriesIn(passage, change, (figure) => isComparable(figure, current));
  const base = series.get(Number(reference?.year ?? Number.NaN));
  return base === undefined || ![...series.values()].includes(current) || base.id === current.id
    ? null
    : { base, current, doubt: null };
}

/** Numbers of "lần lượt" in the sentence, by the years that it lists before them. */
function seriesIn(
  passage: Passage,
  change: IdentifiedFigure,
  accept: (figure: IdentifiedFigure) => boolean,
): ReadonlyMap<number, IdentifiedFigure> {
  const sentence = sentenceAround(passage, change.start);
  const words = wordsBetween(passage, sentence.start, change.start, 500);
  const turn = /((?:(?:19|20)\d\d)(?:\s*(?:,|và|;)\s*(?:năm\s+)?(?:19|20)\d\d)+)[^.;\d]{0,40}lần lượt/.exec(
    words,
  );
  if (turn === null) return new Map();
  const years = (turn[1] ?? '').match(/\d{4}/g) ?? [];
  const figures = figuresBetween(passage, sentence.start + turn.index + turn[0].length, change.start).filter(
    accept,
  );
  return new Map(
    years.flatMap((year, index) => {
      const figure = figures[index];
      return figure === undefined ? [] : [[Number(year), figure] as const];
    }),
  );
}

/** "cuối năm 2022 là 645 hộ; đến cuối năm 2023 còn 512 hộ, giảm 133 hộ": what the clause goes on with. */
export function baseBefore(
  passage: Passage,
  change: IdentifiedFigure,
  current: IdentifiedFigure,
  reference: Reference | null,
): Pair | null {
  if (reference !== null || change.class !== 'difference') return null;
  const base = passage.figures[figureIndexAt(passage, current.start) - 1];
  const sentence = sentenceAround(passage, current.start);
  if (base === undefined || base.start < sentence.start || !isComparable(base, current)) return null;
  const goesOn =
    labelOf(passage, current).length === 0 &&
    /(?:còn|nay|hiện|lên|đến|năm \d{4})[\s\p{L}\d/.-]*$/u.test(
      wordsBetween(passage, base.end, current.start),
    );
  return goesOn ? { base, current, doubt: null } : null;
}

/** The year before in the same chain of clauses: "Năm 2021, đạt 88.910 tỷ đồng…; Năm 2022, đạt 102.267 tỷ đồng, tăng 15%". */
export function baseInSeries(
  passage: Passage,
  current: IdentifiedFigure,
  reference: Reference | null,
): Pair | null {
  if (reference?.kind === 'other') return null;
  const at = figureIndexAt(passage, current.start);
  for (let back = at - 1; back >= Math.max(0, at - BASE_FIGURES); back--) {
    const base = passage.figures[back];
    if (base === undefined || current.start - base.end > BASE_REACH) return null;
    if (!isComparable(base, current)) continue;
    if (!continues(passage, base, current)) return null;
    return isYearBefore(base, current, reference) ? { base, current, doubt: null } : null;
  }
  return null;
}

function isYearBefore(
  base: IdentifiedFigure,
  current: IdentifiedFigure,
  reference: Reference | null,
): boolean {
  const [earlier, later] = [yearOf(base.period), yearOf(current.period)];
  if (earlier === null) return false;
  if (reference?.year !== null && reference !== null)
    return String(earlier) === reference.year && later !== earlier;
  return later === earlier + 1;
}

export function curatedBase(
  current: IdentifiedFigure,
  reference: Reference | null,
  series: readonly IdentifiedFigure[],
): Pair | null {
  const bases = series.filter(
    (figure) =>
      figure.id !== current.id && isComparable(figure, current) && isYearBefore(figure, current, reference),
  );
  const [base] = bases;
  return base === undefined || bases.length > 1 ? null : { base, current, doubt: null };
}

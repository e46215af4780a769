/** Growth and differences between two observations that the text puts side by side. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import {
  continues,
  currentBefore,
  isAmount,
  isRate,
  labelOf,
  plansBefore,
  referenceAfter,
  referenceBefore,
  yearOf,
} from './comparisons.ts';
import type { Reference } from './comparisons.ts';
import { amountOf } from './amounts.ts';
import type { Amount } from './amounts.ts';
import { isNegative, opposite } from './rational.ts';
import { isSameUnit } from './units.ts';
import { termOf } from './relation.ts';
import type { Finding, Formula, Relation } from './relation.ts';
import {
  bracketAround,
  figureIndexAt,
  figuresBetween,
  sentenceAround,
  unitEnd,
  wordsBefore,
  wordsBetween,
} from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { quoted, reasons, wording } from './wording.ts';

/** How many figures back a base may stand. */
const BASE_FIGURES = 8;
const BASE_REACH = 400;

export function findChanges({ passages, curatedSeries, indicatorOf }: Scene): Finding[] {
  return passages.flatMap((passage) =>
    passage.figures.flatMap((change): Finding[] => {
      const ofChange = change.class === 'percent' ? percentOfChange(passage, change) : null;
      if (ofChange !== null) return [ofChange];
      if (!isChange(change)) return [];
      return changeOf(passage, change, (figure) => {
        const indicator = indicatorOf.get(figure.id);
        return indicator === undefined ? [] : (curatedSeries.get(indicator.id) ?? []);
      });
    }),
  );
}

const isChange = ({ class: kind, unit, to }: IdentifiedFigure): boolean =>
  (kind === 'growth' || kind === 'difference' || (kind === 'multiple' && unit === 'lần')) && to === null;

/** Whether a figure can have changed by that: percentages change in points, amounts in their own unit or in percent. */
function canChange(change: IdentifiedFigure, figure: IdentifiedFigure): boolean {
  const isPoint = /điểm\s*(?:phần trăm|%)/.test(change.unit ?? '');
  if (change.class === 'growth') return isAmount(figure) || (figure.class === 'percent' && isRate(figure));
  if (change.class === 'multiple') return isAmount(figure);
  return isPoint ? isRate(figure) : isAmount(figure) && isSameUnit(figure, change);
}

function formulaOf(change: IdentifiedFigure, current: IdentifiedFigure): Formula {
  if (change.class === 'multiple') return 'multiple';
  if (change.class === 'difference') return 'change';
  return current.unit === '%' ? 'changeOrGrowth' : 'growth';
}

const isComparable = (a: IdentifiedFigure, b: IdentifiedFigure): boolean =>
  isSameUnit(a, b) && a.to === null && ((isAmount(a) && a.class === b.class) || (isRate(a) && isRate(b)));

interface Pair {
  readonly base: IdentifiedFigure;
  readonly current: IdentifiedFigure;
  readonly doubt: string | null;
}

function changeOf(
  passage: Passage,
  change: IdentifiedFigure,
  seriesOf: (figure: IdentifiedFigure) => readonly IdentifiedFigure[],
): Finding[] {
  const reference =
    referenceAfter(passage, unitEnd(passage, change)) ?? referenceBefore(passage, change.start);
  if (isAverage(passage, change)) return [];
  if (reference?.kind === 'plan')
    return change.class === 'difference' ? fromPlan(passage, change, reference) : [];
  const accept = (figure: IdentifiedFigure): boolean => canChange(change, figure);
  const ofChange = percentOfChange(passage, change);
  if (ofChange !== null) return [ofChange];
  const fromTo = movement(passage, change, accept);
  if (fromTo !== null) return [changed(change, fromTo)];
  const current = inTurn(passage, change, reference, accept) ?? currentBefore(passage, change, accept);
  if (current === null) return unbased(passage, change, null, reference);
  if (isPercentOfPlan(passage, current, change) && reference === null) {
    const plan = change.class === 'difference' ? (plansBefore(passage, current)[0] ?? null) : null;
    return plan === null ? [] : [changed(change, { base: plan, current, doubt: null })];
  }
  const compared = comparedWith(passage, current, accept);
  if (compared !== null) return [changed(change, compared)];
  const pair =
    statedBase(passage, change, current, reference) ??
    baseInTurn(passage, change, current, reference) ??
    baseInSeries(passage, current, reference) ??
    baseBefore(passage, change, current, reference) ??
    curatedBase(current, reference, seriesOf(current));
  if (pair === null) return unbased(passage, change, current, reference);
  return [changed(change, { ...pair, doubt: pair.doubt ?? doubtOf(passage, pair, change) })];
}

/** "vượt 13,5 tỷ đồng so với dự toán (450 tỷ đồng)". */
function fromPlan(passage: Passage, change: IdentifiedFigure, reference: Reference): Finding[] {
  const current = currentBefore(passage, change, (figure) => canChange(change, figure));
  if (current === null) return [];
  const [plan, ...others] = plansBefore(passage, current);
  const pair =
    statedBase(passage, change, current, reference) ??
    (plan === undefined || others.length > 0 ? null : { base: plan, current, doubt: null });
  return pair === null ? [] : [changed(change, pair)];
}

function changed(change: IdentifiedFigure, { base, current, doubt }: Pair): Finding {
  const relation: Relation = {
    kind: change.class === 'difference' || current.unit === '%' ? 'difference' : 'growth',
    formula: formulaOf(change, current),
    stated: termOf(change, 'stated'),
    others: [termOf(current, 'current'), termOf(base, 'base')],
    subject: '',
    parted: 'parts',
    doubt,
  };
  return { relation };
}

/** "tăng bình quân 12,5%/năm" is no change between two neighbours. */
const isAverage = (passage: Passage, change: IdentifiedFigure): boolean =>
  /bình quân|trung bình|mỗi năm|hằng năm|hàng năm/.test(wordsBefore(passage, change.start, 30)) ||
  /^\s*(?:\/|một |mỗi |hằng |hàng )\s*năm/.test(wordsBetween(passage, change.end, change.end + 16));

/** A completion stands between the amount and its change: which of both the change means is not said. */
function isPercentOfPlan(passage: Passage, current: IdentifiedFigure, change: IdentifiedFigure): boolean {
  const first = figureIndexAt(passage, current.end);
  const last = figureIndexAt(passage, change.start);
  return passage.figures.slice(first, last).some(({ class: kind }) => kind === 'completion');
}

/** "tăng 435 việc (6,37%) so với cùng kỳ": the change in percent of what was there before. */
function percentOfChange(passage: Passage, percent: IdentifiedFigure): Finding | null {
  const index = figureIndexAt(passage, percent.start);
  const [before, nearest] = [passage.figures[index - 2], passage.figures[index - 1]];
  // "giảm 5 vụ so với năm 2022 (50 vụ), tương đương giảm 10%"
  const isBased =
    before?.class === 'difference' &&
    nearest !== undefined &&
    isAmount(nearest) &&
    bracketAround(passage, nearest.start) !== null &&
    bracketAround(passage, percent.start)?.open !== bracketAround(passage, nearest.start)?.open;
  const change = isBased ? before : nearest;
  const last = isBased ? nearest : change;
  const from = last === undefined ? 0 : unitEnd(passage, last);
  if (percent.unit !== '%' || change?.class !== 'difference' || /điểm\s*phần trăm|%/.test(change.unit ?? '%'))
    return null;
  const gap = wordsBetween(passage, from, percent.start, 40).replace(/^\s*\)/, '');
  if (
    percent.start - from > 40 ||
    !/^\s*(?:\(|,|hay|tương ứng|tương đương|\(tương ứng)\s*(?:tăng|giảm|bằng|tương ứng|tương đương|tỷ lệ|khoảng|\s)*$/.test(
      gap,
    )
  )
    return null;
  const current = currentBefore(passage, change, (figure) => canChange(change, figure));
  if (current === null) return null;
  return {
    relation: {
      kind: 'growth',
      formula: 'growthOfChange',
      stated: { ...termOf(percent, 'stated'), amount: signedLike(percent, change) },
      others: [termOf(change, 'part'), termOf(current, 'current')],
      subject: '',
      parted: 'parts',
      doubt: null,
    },
  };
}

/** In brackets the sign is that of the change before: "giảm 2.676 việc (3,27%)". */
function signedLike(percent: IdentifiedFigure, change: IdentifiedFigure): Amount {
  const amount = amountOf(percent);
  return isNegative(amount.value) === isNegative(amountOf(change).value)
    ? amount
    : { ...amount, value: opposite(amount.value) };
}

/** "tăng từ 37.000 lên 40.600 tỷ đồng", before or behind the change. */
function movement(
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
function comparedWith(
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
function statedBase(
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
function inTurn(
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

function baseInTurn(
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
function baseBefore(
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
function baseInSeries(passage: Passage, current: IdentifiedFigure, reference: Reference | null): Pair | null {
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

function curatedBase(
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

/** Levels at current prices and growth at constant ones, and the like. */
function doubtOf(passage: Passage, { current, base }: Pair, change: IdentifiedFigure): string | null {
  const from = Math.max(0, Math.min(base.start, current.start) - 160);
  const words = passage.lower.slice(from, Math.min(change.end + 60, from + 700));
  if (/giá hiện hành|grdp|(?:^|\s)gdp|theo giá (?:so sánh|thực tế)/.test(words)) {
    const bases = new Set(words.match(/giá hiện hành|giá so sánh|giá thực tế/g) ?? []);
    if (bases.size !== 1) return reasons.prices;
  }
  return null;
}

/** A comparison whose base the text does not give; nothing where it compares with nothing. */
function unbased(
  passage: Passage,
  change: IdentifiedFigure,
  current: IdentifiedFigure | null,
  reference: Reference | null,
): Finding[] {
  if (reference === null || reference.name === '' || change.class === 'multiple') return [];
  const verbAt = verbBefore(passage, change);
  const quote = quoted(passage.text.slice(verbAt, Math.max(reference.end, unitEnd(passage, change))));
  return [
    {
      settled: {
        kind: change.class === 'difference' || current?.unit === '%' ? 'difference' : 'growth',
        verdict: 'undetermined',
        terms: [termOf(change, 'stated'), ...(current === null ? [] : [termOf(current, 'current')])],
        computed: null,
        stated: change.value,
        sentence: wording.baseMissing(quote, reference.name),
        reason: reasons.baseNotStated,
        possibility: null,
      },
    },
  ];
}

function verbBefore(passage: Passage, change: IdentifiedFigure): number {
  const from = Math.max(0, change.start - 30);
  const match = /(?:tăng|giảm|cao hơn|thấp hơn)[^,;.()]*$/.exec(passage.lower.slice(from, change.start));
  return match === null ? change.start : from + match.index;
}

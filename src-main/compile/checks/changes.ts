/** Growth and differences between two observations that the text puts side by side. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import {
  currentBefore,
  isAmount,
  isRate,
  plansBefore,
  referenceAfter,
  referenceBefore,
  referenceOfMultiple,
} from './comparisons.ts';
import type { Reference } from './comparisons.ts';
import { amountOf } from './amounts.ts';
import type { Amount } from './amounts.ts';
import { isNegative, opposite } from './rational.ts';
import {
  baseBefore,
  baseInSeries,
  baseInTurn,
  comparedWith,
  curatedBase,
  inTurn,
  movement,
  statedBase,
} from './bases.ts';
import type { Pair } from './bases.ts';
import { isSameUnit } from './units.ts';
import { termOf } from './relation.ts';
import type { Finding, Formula, Relation } from './relation.ts';
import { bracketAround, figureIndexAt, unitEnd, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { quoted, reasons, wording } from './wording.ts';

export function findChanges({ passages, curatedSeries, indicatorOf }: Scene): Finding[] {
  return passages.flatMap((passage) =>
    passage.figures.flatMap((change): Finding[] => {
      const ofChange = change.class === 'percent' ? percentOfChange(passage, change) : null;
      if (ofChange !== null) return [ofChange];
      if (!isChange(change)) return change.class === 'percent' ? ofPeriod(passage, change) : [];
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

function changeOf(
  passage: Passage,
  change: IdentifiedFigure,
  seriesOf: (figure: IdentifiedFigure) => readonly IdentifiedFigure[],
): Finding[] {
  const behind = unitEnd(passage, change);
  const reference = referenceAfter(passage, behind) ?? referenceBefore(passage, change.start);
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
  const named = reference ?? (change.class === 'multiple' ? referenceOfMultiple(passage, behind) : null);
  const pair =
    statedBase(passage, change, current, named) ??
    baseInTurn(passage, change, current, reference) ??
    baseInSeries(passage, current, reference) ??
    baseBefore(passage, change, current, reference) ??
    curatedBase(current, reference, seriesOf(current));
  if (pair === null) return unbased(passage, change, current, reference);
  return [changed(change, { ...pair, doubt: pair.doubt ?? doubtOf(passage, pair, change) })];
}

/** "đạt 336 tỷ đồng, bằng 112% so với cùng kỳ (300 tỷ đồng)": a percentage of what was there before. */
function ofPeriod(passage: Passage, share: IdentifiedFigure): Finding[] {
  const lead = wordsBefore(passage, share.start, 30);
  const reference = referenceAfter(passage, share.end);
  if (share.unit !== '%' || share.to !== null || (reference?.kind !== 'year' && reference?.kind !== 'before'))
    return [];
  if (!/(?:bằng|đạt)(?:\s+(?:khoảng|gần|trên|hơn|tới))*\s*$/.test(lead)) return [];
  const current = currentBefore(passage, share, isAmount);
  if (current === null || passage.figures[figureIndexAt(passage, share.start) - 1]?.id !== current.id)
    return [];
  const pair = statedBase(passage, share, current, reference);
  if (pair === null) return unbased(passage, share, current, reference);
  return [
    {
      relation: {
        kind: 'ratio',
        formula: 'share',
        stated: termOf(share, 'stated'),
        others: [termOf(current, 'current'), termOf(pair.base, 'base')],
        doubt: doubtOf(passage, pair, share),
      },
    },
  ];
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
    kind:
      change.class === 'multiple'
        ? 'ratio'
        : change.class === 'difference' || current.unit === '%'
          ? 'difference'
          : 'growth',
    formula: formulaOf(change, current),
    stated: termOf(change, 'stated'),
    others: [termOf(current, 'current'), termOf(base, 'base')],
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
        kind:
          change.class === 'percent'
            ? 'ratio'
            : change.class === 'difference' || current?.unit === '%'
              ? 'difference'
              : 'growth',
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
  const match = /(?:tăng|giảm|cao hơn|thấp hơn|bằng|đạt)[^,;.()]*$/.exec(
    passage.lower.slice(from, change.start),
  );
  return match === null ? change.start : from + match.index;
}

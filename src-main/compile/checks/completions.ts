/** Plans: "bằng 118,4% KH, tăng 18,4%", "thực hiện 45/50 …", "kế hoạch 100, đạt 98, bằng 98% kế hoạch". */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { currentBefore, isAmount, leadOf, plansBefore, referenceAfter } from './comparisons.ts';
import { isSameUnit } from './units.ts';
import { amountOf } from './amounts.ts';
import { judge } from './judge.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { bracketAround, figureIndexAt, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { quoted, reasons, wording } from './wording.ts';

export function findCompletions({ passages }: Scene): Finding[] {
  return passages.flatMap((passage) => [
    ...distances(passage),
    ...passage.figures.flatMap((figure) => overPlan(passage, figure)),
    ...passage.figures.flatMap((figure) =>
      figure.class === 'completion' && !figure.fromPlan && figure.to === null ? planOf(passage, figure) : [],
    ),
  ]);
}

/** A change right behind a percentage of the plan. Where nothing says from what it is, a disagreement proves nothing. */
function distances(passage: Passage): Finding[] {
  return passage.figures.flatMap((change, index): Finding[] => {
    const before = passage.figures
      .slice(Math.max(0, index - 2), index)
      .findLast(({ class: kind }) => kind === 'completion');
    const completion =
      before?.class === 'completion' && !before.fromPlan ? before : bracketedBehind(passage, change, index);
    const isDistance = change.class === 'growth' || (change.class === 'completion' && change.fromPlan);
    if (!isDistance || change.unit !== '%' || completion?.class !== 'completion' || completion.fromPlan)
      return [];
    const gap = wordsBetween(passage, completion.end, change.start);
    if ((completion.end <= change.start && change.start - completion.end > 70) || /[;]|\.\s/.test(gap))
      return [];
    const reference = referenceAfter(passage, change.end);
    const [ofCompletion, ofChange] = [completion, change].map((figure) =>
      qualifiersIn(wordsBetween(passage, figure.end, figure.end + 50).replace(/[,;.()].*$/s, '')),
    );
    const isOtherPlan = (ofChange ?? []).some((word) => !(ofCompletion ?? []).includes(word));
    if (isOtherPlan) return [];
    const isBetween = passage.figures[index - 1]?.id === completion.id || change.fromPlan;
    if (!isBetween) return [];
    const isOfPlan = change.fromPlan || reference?.kind === 'plan' || /vượt|hụt/.test(gap);
    if (!isOfPlan && reference !== null) return [];
    return [
      {
        relation: {
          kind: 'completion',
          formula: 'fromPlan',
          stated: termOf(change, 'stated'),
          others: [termOf(completion, 'part')],
          doubt: isOfPlan ? null : reasons.ofPlan,
          silent: !isOfPlan,
          family: 'distance from the plan',
        },
      },
    ];
  });
}

/** "vượt 3% kế hoạch (đạt 103%)". */
function bracketedBehind(passage: Passage, change: IdentifiedFigure, index: number): IdentifiedFigure | null {
  const next = passage.figures[index + 1];
  if (next?.unit !== '%' || next.to !== null || !change.fromPlan) return null;
  return /^[^.;()]{0,40}\((?:đạt|bằng)\s*$/.test(wordsBetween(passage, change.end, next.start)) ? next : null;
}

/** The actual amount before a percentage of the plan, and the plan in words before it or in brackets behind. */
function planOf(passage: Passage, completion: IdentifiedFigure): Finding[] {
  const bracketed = bothBehind(passage, completion);
  if (bracketed !== null) return [bracketed];
  const nearest = currentBefore(passage, completion, isAmount);
  if (nearest === null) return [];
  const between = actualBefore(passage, nearest);
  const actual = between ?? nearest;
  const behind = planBehind(passage, completion, actual);
  const plan =
    between !== null
      ? nearest
      : (behind ?? planFor(passage, completion, actual, plansBefore(passage, actual)));
  if (plan === null) return [unplanned(passage, completion, actual)];
  return [
    {
      relation: {
        kind: 'completion',
        formula: 'share',
        stated: termOf(completion, 'stated'),
        others: [termOf(actual, 'current'), termOf(plan, 'plan')],
      },
    },
  ];
}

/** "trồng được 1.232 ha so với kế hoạch 1.500 ha": the plan stands between, the actual amount before it. */
export function actualBefore(passage: Passage, plan: IdentifiedFigure): IdentifiedFigure | null {
  const actual = passage.figures[figureIndexAt(passage, plan.start) - 1];
  if (actual?.class !== plan.class || !isSameUnit(actual, plan) || actual.to !== null) return null;
  const gap = wordsBetween(passage, actual.end, plan.start);
  const isBetween =
    plan.start - actual.end <= 60 &&
    /(?:so với|trên|\/)\s*(?:tổng\s+)?(?:kế hoạch|dự toán|chỉ tiêu|kh)(?:\s+(?:năm|giao|được giao|tỉnh giao|là|cả năm|\d{4}))*\s*$/.test(
      gap,
    );
  return isBetween && !/[.;]/.test(gap) ? actual : null;
}

/** The plan that agrees; else the only one, unless the percentage names another plan or another time. */
function planFor(
  passage: Passage,
  completion: IdentifiedFigure,
  actual: IdentifiedFigure,
  plans: readonly IdentifiedFigure[],
): IdentifiedFigure | null {
  const agreeing = plans.find(
    (plan) => judge('share', amountOf(completion), [amountOf(actual), amountOf(plan)])?.verdict === 'match',
  );
  if (agreeing !== undefined) return agreeing;
  const named = qualifiersIn(
    wordsBetween(passage, completion.end, completion.end + 60).replace(/[,;.()].*$/s, ''),
  );
  const fitting = plans.filter((plan) => {
    const known = qualifiersIn(
      `${leadOf(passage, plan)} ${wordsBetween(passage, plan.end, plan.end + 30).replace(/[,;.()].*$/s, '')}`,
    );
    return (
      named.every((word) => known.includes(word)) &&
      (named.length > 0 || known.every((word) => !levels.includes(word)))
    );
  });
  const [plan, ...others] = fitting.length === 0 && named.length === 0 ? plans : fitting;
  return plan === undefined || others.length > 0 ? null : plan;
}

const levels: readonly string[] = ['tỉnh', 'huyện', 'trung ương', 'xã', 'thành phố', 'hđnd', 'bộ', 'cục'];
/** Whose plan, and for how long. */
const qualifiersIn = (words: string): string[] =>
  words.match(
    /(?<!\p{L})(?:tỉnh|huyện|trung ương|xã|thành phố|hđnd|bộ|cục|\d+ tháng|quý|\d+ năm|giai đoạn|nhiệm kỳ|năm \d{4})(?!\p{L})/gu,
  ) ?? [];

/** "đạt 97,8% kế hoạch (8.995 tỷ đồng)". */
function planBehind(
  passage: Passage,
  completion: IdentifiedFigure,
  actual: IdentifiedFigure,
): IdentifiedFigure | null {
  const plan = passage.figures[figureIndexAt(passage, completion.end)];
  if (plan?.class !== actual.class || !isAmount(plan) || !isSameUnit(plan, actual)) return null;
  const gap = wordsBetween(passage, completion.end, plan.start);
  const isBehind =
    plan.start - completion.end <= 70 &&
    /(?:kế hoạch|dự toán|chỉ tiêu|kh|giao)/.test(gap) &&
    /^[^.;]*\((?:(?:kế hoạch|dự toán|chỉ tiêu|kh|giao|là|được|năm|cả năm|tỉnh|huyện|hđnd|đầu năm|\d{4})\s*)*:?\s*$/.test(
      gap,
    ) &&
    !/tăng|giảm/.test(gap);
  return isBehind ? plan : null;
}

/** "đạt 98% kế hoạch (kế hoạch 500 ha, thực hiện 490 ha)", in either order. */
function bothBehind(passage: Passage, completion: IdentifiedFigure): Finding | null {
  const index = figureIndexAt(passage, completion.end);
  const [first, second, third] = passage.figures.slice(index, index + 3);
  if (first === undefined || second === undefined || !isAmount(first) || !isAmount(second)) return null;
  const bracket = bracketAround(passage, first.start);
  const isOwn =
    bracket !== null &&
    bracket.open >= completion.end &&
    bracket.open - completion.end <= 40 &&
    second.start < bracket.close &&
    (third === undefined || third.start > bracket.close);
  if (!isOwn || first.class !== second.class || !isSameUnit(first, second)) return null;
  if (/[.;,(]/.test(wordsBetween(passage, completion.end, bracket.open))) return null;
  const leads = [
    wordsBetween(passage, bracket.open + 1, first.start),
    wordsBetween(passage, first.end, second.start),
  ];
  const plan = [first, second].find((_, at) => plannedLead.test(leads[at] ?? ''));
  const actual = [first, second].find((_, at) => actualLead.test(leads[at] ?? ''));
  if (plan === undefined || actual === undefined || plan.id === actual.id) return null;
  return {
    relation: {
      kind: 'completion',
      formula: 'share',
      stated: termOf(completion, 'stated'),
      others: [termOf(actual, 'current'), termOf(plan, 'plan')],
    },
  };
}

const plannedLead =
  /(?:kế hoạch|dự toán|chỉ tiêu|(?<!\p{L})kh)(?:\s+(?:năm|giao|được giao|tỉnh giao|là|cả năm|vốn|\d{4}))*\s*:?\s*$/u;
const actualLead =
  /(?:thực hiện|kết quả|đã đạt|đạt|hoàn thành|giải ngân)(?:\s+(?:năm|được|đạt|là|ước|\d{4}))*\s*:?\s*$/u;

/** A percentage of a plan that the text does not give. */
function unplanned(passage: Passage, completion: IdentifiedFigure, actual: IdentifiedFigure): Finding {
  const from = Math.max(0, completion.start - 24);
  const verb = /(?:bằng|đạt|ước đạt)[^,;.()]*$/.exec(passage.lower.slice(from, completion.start));
  const end = /^[^,;.()]{0,40}/.exec(passage.text.slice(completion.end))?.[0].length ?? 0;
  const start = verb === null ? completion.start : from + verb.index;
  return {
    settled: {
      kind: 'completion',
      verdict: 'undetermined',
      terms: [termOf(completion, 'stated'), termOf(actual, 'current')],
      computed: null,
      stated: completion.value,
      sentence: wording.planMissing(quoted(passage.text.slice(start, completion.end + end))),
      reason: reasons.planNotStated,
      possibility: null,
    },
  };
}

/** "Kế hoạch 450 tỷ đồng, thực hiện 463,5 tỷ đồng, vượt 3% kế hoạch". */
function overPlan(passage: Passage, change: IdentifiedFigure): Finding[] {
  const isOver =
    change.class === 'completion' && change.fromPlan && change.unit === '%' && change.to === null;
  if (!isOver) return [];
  const actual = currentBefore(passage, change, isAmount);
  if (actual === null) return [];
  const [plan, ...others] = plansBefore(passage, actual);
  if (plan === undefined) return [];
  return [
    {
      relation: {
        kind: 'completion',
        formula: 'growth',
        stated: termOf(change, 'stated'),
        others: [termOf(actual, 'current'), termOf(plan, 'plan')],
        doubt: others.length > 0 ? reasons.ofPlan : null,
      },
    },
  ];
}

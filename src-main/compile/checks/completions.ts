/** Plans: "bằng 118,4% KH, tăng 18,4%", "thực hiện 45/50 …", "kế hoạch 100, đạt 98, bằng 98% kế hoạch". */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { currentBefore, isAmount, planBefore, referenceAfter } from './comparisons.ts';
import { isSameUnit } from './units.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { figureIndexAt, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { quoted, reasons, wording } from './wording.ts';

export function findCompletions({ passages }: Scene): Finding[] {
  return passages.flatMap((passage) => [
    ...distances(passage),
    ...passage.figures.flatMap((figure) =>
      figure.class === 'completion' && !figure.fromPlan && figure.to === null ? planOf(passage, figure) : [],
    ),
  ]);
}

/** A change right behind a percentage of the plan. Where nothing says from what it is, a disagreement proves nothing. */
function distances(passage: Passage): Finding[] {
  return passage.figures.flatMap((change, index): Finding[] => {
    const completion = passage.figures[index - 1];
    const isDistance = change.class === 'growth' || (change.class === 'completion' && change.fromPlan);
    if (!isDistance || change.unit !== '%' || completion?.class !== 'completion' || completion.fromPlan)
      return [];
    const gap = wordsBetween(passage, completion.end, change.start);
    if (change.start - completion.end > 70 || /[;]|\.\s/.test(gap)) return [];
    const reference = referenceAfter(passage, change.end);
    const isOfPlan = change.fromPlan || reference?.kind === 'plan' || /vượt|hụt/.test(gap);
    if (!isOfPlan && reference !== null) return [];
    return [
      {
        relation: {
          kind: 'completion',
          formula: 'fromPlan',
          stated: termOf(change, 'stated'),
          others: [termOf(completion, 'part')],
          subject: '',
          parted: 'parts',
          doubt: isOfPlan ? null : reasons.ofPlan,
          family: 'distance from the plan',
        },
      },
    ];
  });
}

/** The actual amount before a percentage of the plan, and the plan in words before it or in brackets behind. */
function planOf(passage: Passage, completion: IdentifiedFigure): Finding[] {
  const actual = currentBefore(passage, completion, isAmount);
  if (actual === null) return [];
  const plan = planBehind(passage, completion, actual) ?? planBefore(passage, actual);
  if (plan === null) return [unplanned(passage, completion, actual)];
  return [
    {
      relation: {
        kind: 'completion',
        formula: 'share',
        stated: termOf(completion, 'stated'),
        others: [termOf(actual, 'current'), termOf(plan, 'plan')],
        subject: '',
        parted: 'parts',
        doubt: null,
      },
    },
  ];
}

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
    /^[^.;]*\((?:(?:kế hoạch|dự toán|kh|giao|là|được)\s*)*:?\s*$/.test(gap) &&
    !/tăng|giảm/.test(gap);
  return isBehind ? plan : null;
}

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

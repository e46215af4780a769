/** Plans: "bằng 118,4% KH, tăng 18,4%", "thực hiện 45/50 …", "kế hoạch 100, đạt 98, bằng 98% kế hoạch". */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { currentBefore, isAmount, referenceAfter } from './comparisons.ts';
import { isSameUnit } from './ratios.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { figureIndexAt, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { reasons } from './wording.ts';

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
        },
      },
    ];
  });
}

/** The actual amount before a percentage of the plan, and the plan in words beside it. */
function planOf(passage: Passage, completion: IdentifiedFigure): Finding[] {
  const actual = currentBefore(passage, completion, isAmount);
  if (actual === null) return [];
  const at = figureIndexAt(passage, completion.start);
  const after = passage.figures[at + 1];
  const before = passage.figures[figureIndexAt(passage, actual.start) - 1];
  const plan = [after, before].find(
    (figure) =>
      figure !== undefined &&
      isAmount(figure) &&
      figure.class === actual.class &&
      isSameUnit(figure, actual) &&
      isPlan(passage, figure, completion, actual),
  );
  if (plan === undefined) return [];
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

function isPlan(
  passage: Passage,
  figure: IdentifiedFigure,
  completion: IdentifiedFigure,
  actual: IdentifiedFigure,
): boolean {
  if (figure.start > completion.start) {
    const gap = wordsBetween(passage, completion.end, figure.start);
    return (
      figure.start - completion.end <= 70 &&
      /(?:kế hoạch|dự toán|chỉ tiêu|kh|giao)/.test(gap) &&
      /^[^.;]*\([^.;()]*$/.test(gap)
    );
  }
  const gap = wordsBetween(passage, figure.end, actual.start);
  return (
    actual.start - figure.end <= 70 &&
    !/\.\s|tăng|giảm/.test(gap) &&
    /(?:kế hoạch|dự toán|chỉ tiêu)[^.;]{0,40}$/.test(wordsBefore(passage, figure.start, 70))
  );
}

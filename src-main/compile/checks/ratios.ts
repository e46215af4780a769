/** "đã giải quyết 897/921 đơn, đạt 97,3%"; "97,3% (897/921 đơn)"; "x trên tổng số y, chiếm z%". */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isKindredUnit, isSameUnit } from './units.ts';
import { ratioTerms, termOf } from './relation.ts';
import type { Finding, Term } from './relation.ts';
import { findShares } from './shares.ts';
import { figureIndexAt, sentenceAround, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';

/** Between a ratio and its percentage nothing else may begin. */
const REACH = 130;

export function findRatios({ passages }: Scene): Finding[] {
  return passages.flatMap((passage) => [
    ...printedRatios(passage),
    ...sharesOfTotals(passage),
    ...findShares(passage),
  ]);
}

const isPercent = ({ class: kind }: IdentifiedFigure): boolean => kind === 'percent' || kind === 'completion';
const isAmount = ({ class: kind, to }: IdentifiedFigure): boolean =>
  (kind === 'count' || kind === 'level') && to === null;

function printedRatios(passage: Passage): Finding[] {
  const { figures } = passage;
  return figures.flatMap((figure, index): Finding[] => {
    const terms = figure.class === 'ratio' ? ratioTerms(figure) : slashedTerms(passage, index);
    if (terms === null) return [];
    const [part, whole] = terms;
    const next = figures[index + (figure.class === 'ratio' ? 1 : 2)];
    const previous = figures[index - 1];
    const stated =
      next !== undefined && isPercent(next) && leadsTo(wordsBetween(passage, whole.end, next.start), next)
        ? next
        : previous !== undefined &&
            isPercent(previous) &&
            isBracketed(wordsBetween(passage, previous.end, figure.start))
          ? previous
          : null;
    const rest = remainder(passage, part, whole);
    return stated === null ? rest : [ratio(stated, part, whole, null), ...rest];
  });
}

/** "đã giải quyết 19/33 vụ việc, 14 vụ còn lại đang giải quyết". */
function remainder(passage: Passage, part: Term, whole: Term): Finding[] {
  const first = figureIndexAt(passage, whole.end);
  const sentence = sentenceAround(passage, whole.start);
  const rest = passage.figures
    .slice(first, first + 2)
    .find((figure) => figure.start < sentence.end && isAmount(figure));
  if (rest === undefined || whole.figure === null || !isKindredUnit(rest, whole.figure)) return [];
  const lead = wordsBetween(passage, whole.end, rest.start);
  const isLeft =
    /(?:còn lại|số còn lại|còn)(?:\s+(?:là|:))?\s*$/.test(lead) ||
    /^[\s\p{L}]{0,20}còn lại/u.test(wordsBetween(passage, rest.end, rest.end + 30));
  if (!isLeft || lead.length > 120 || lead.includes(';')) return [];
  return [
    {
      relation: {
        kind: 'difference',
        formula: 'change',
        stated: termOf(rest, 'stated'),
        others: [{ ...whole, role: 'whole' }, part],
      },
    },
  ];
}

const ratio = (stated: IdentifiedFigure, part: Term, whole: Term, doubt: string | null): Finding => ({
  relation: {
    kind: 'ratio',
    formula: 'share',
    stated: termOf(stated, 'stated'),
    others: [part, whole],
    doubt,
  },
});

/** " đơn thuộc thẩm quyền, đạt ", " (đạt ": no new sentence, and no word that begins something else. */
const leadsTo = (words: string, { class: kind }: IdentifiedFigure): boolean =>
  words.length <= REACH &&
  !/[;:!?]|\.\s/.test(words) &&
  !/(?:^|[\s,(])(?:tăng|giảm|trong đó|so với|kế hoạch là|còn|chưa|tồn)(?=\s|$)/.test(words) &&
  !(kind === 'completion' && words.includes('vượt')) &&
  /(?:đạt|bằng|chiếm|tỷ lệ|tỉ lệ|tương ứng|tương đương|\(|=|,|hay)(?:[\s:]*(?:tỷ lệ|tỉ lệ|là|trên|gần|hơn|khoảng|đạt|ước))*\s*$/.test(
    words,
  );

/** "97,3% (", "97,3% (đã giải quyết ". */
const isBracketed = (words: string): boolean =>
  words.length <= 60 &&
  (/\((?:[^();.]{0,50})$/.test(words) ||
    /^,?\s*(?:tương ứng|tương đương|tức|ứng với|với|là|:)(?:\s+(?:với|là|có))?\s*$/.test(words)) &&
  !/(?:tăng|giảm|so với)/.test(words);

/** "đã giải quyết 45 đơn/50 đơn". */
function slashedTerms(passage: Passage, index: number): readonly [Term, Term] | null {
  const [part, whole] = [passage.figures[index], passage.figures[index + 1]];
  if (part === undefined || whole === undefined || !isAmount(part) || !isAmount(whole)) return null;
  const between = wordsBetween(passage, part.end, whole.start, 60);
  const isSlashed =
    whole.start - part.end <= 40 &&
    /^[\s\p{L}]*\/\s*(?:tổng số|tổng|trên tổng số|kế hoạch|dự toán|chỉ tiêu|kh)?(?:\s*(?:là|giao|năm|vốn))*\s*$/u.test(
      between,
    );
  return isSlashed ? [termOf(part, 'part'), termOf(whole, 'whole')] : null;
}

/** "45 hộ trên tổng số 50 hộ, đạt 90%"; "trong tổng số 50 hộ có 45 hộ …, chiếm 90%". */
function sharesOfTotals(passage: Passage): Finding[] {
  const { figures } = passage;
  return figures.flatMap((stated, index): Finding[] => {
    const [first, second] = [figures[index - 2], figures[index - 1]];
    if (!isPercent(stated) || first === undefined || second === undefined) return [];
    if (!isAmount(first) || !isAmount(second) || !isSameUnit(first, second)) return [];
    const gap = wordsBetween(passage, first.end, second.start);
    const lead = wordsBetween(passage, second.end, stated.start);
    if (stated.start - second.end > REACH || second.start - first.end > REACH || !leadsTo(lead, stated))
      return [];
    if (/[.;]\s/.test(gap)) return [];
    if (
      /(?:trên|trong|\/|so với)\s*(?:tổng số|tổng|số)\s*$/.test(gap) ||
      /\btrên\s*$/.test(gap) ||
      /\/\s*$/.test(gap)
    ) {
      // "95 vụ trên 102 vụ": the word divides and approximates nothing.
      const whole = termOf(second, 'whole');
      const plain = whole.amount === null ? null : { ...whole.amount, openness: null };
      return /\/\s*$/.test(gap)
        ? []
        : [ratio(stated, termOf(first, 'part'), { ...whole, amount: plain }, null)];
    }
    return [];
  });
}

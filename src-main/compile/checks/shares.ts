/** "33 hộ nghèo, chiếm 8,3%": parts, and the whole of which the text says they are a share. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { amountOf } from './amounts.ts';
import { actualBefore } from './completions.ts';
import { currentBefore, isAmount, plansBefore } from './comparisons.ts';
import { isKindredUnit, isSameUnit } from './units.ts';
import { judge } from './judge.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { figureIndexAt, unitEnd, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage } from './scene.ts';
import { rational, order } from './rational.ts';
import { reasons } from './wording.ts';

/** How many figures back a whole may stand, and how far. */
const WHOLE_FIGURES = 8;
const WHOLE_REACH = 420;

export function findShares(passage: Passage): Finding[] {
  const found: Finding[] = [];
  let lastWhole: IdentifiedFigure | null = null;
  for (const share of passage.figures) {
    if (!isShare(share)) continue;
    const pair = inTurn(passage, share) ?? partOf(passage, share);
    if (pair === null) {
      const named = partNamedBefore(passage, share);
      if (named !== null) found.push(named);
      continue;
    }
    const plans = share.class === 'percent' ? plansBefore(passage, pair.part) : [];
    const plan =
      plans.find((each) => isShareOf(share, pair.part, each)) ??
      (plans.length === 1 && !pair.isShareVerb ? plans[0] : undefined);
    if (plan !== undefined) {
      found.push(planned(share, pair.part, plan));
      continue;
    }
    const actual = actualBefore(passage, pair.part);
    if (actual !== null) {
      if (share.class === 'percent') found.push(planned(share, actual, pair.part));
      continue;
    }
    const whole: Whole | null = wholeOf(passage, share, pair, lastWhole);
    if (whole === null) continue;
    lastWhole = whole.figure;
    found.push({
      relation: {
        kind: 'ratio',
        formula: 'share',
        stated: termOf(share, 'stated'),
        others: [termOf(pair.part, 'part'), termOf(whole.figure, 'whole')],
        doubt: whole.isStated ? null : reasons.whole,
        silent: !whole.isStated,
        family: `share of ${whole.figure.id}`,
      },
    });
  }
  return found;
}

/** "1.232 ha so với kế hoạch 1.500 ha, đạt 82,1%". */
const planned = (share: IdentifiedFigure, actual: IdentifiedFigure, plan: IdentifiedFigure): Finding => ({
  relation: {
    kind: 'completion',
    formula: 'share',
    stated: termOf(share, 'stated'),
    others: [termOf(actual, 'current'), termOf(plan, 'plan')],
  },
});

/** "Số kiến nghị giải quyết xong chiếm 68,2%": the part was counted further up; only agreement is told. */
function partNamedBefore(passage: Passage, share: IdentifiedFigure): Finding | null {
  const clause = /[^.;,:()]*$/.exec(wordsBefore(passage, share.start, 100))?.[0] ?? '';
  const name = /số\s+([\p{L}\s]{6,70}?)\s+(?:chiếm|đạt)(?:\s+(?:tỷ lệ|tỉ lệ|tỷ trọng))*\s*$/u.exec(
    clause,
  )?.[1];
  if (name === undefined) return null;
  const words = significant(name);
  const index = figureIndexAt(passage, share.start);
  const part = passage.figures.slice(Math.max(0, index - WHOLE_FIGURES), index).findLast((figure) => {
    const phrase = new Set(
      significant(wordsBetween(passage, figure.end, figure.end + 80).replace(/[.;,(].*$/s, '')),
    );
    return isAmount(figure) && words.length > 2 && words.every((word) => phrase.has(word));
  });
  const whole =
    part === undefined ? null : agreeingWhole(share, part, wholesBefore(passage, part, isKindredUnit));
  if (part === undefined || whole === null) return null;
  return {
    relation: {
      kind: 'ratio',
      formula: 'share',
      stated: termOf(share, 'stated'),
      others: [termOf(part, 'part'), termOf(whole.figure, 'whole')],
      silent: true,
    },
  };
}

/** A completion, too, may be of what the text counted; then only agreement tells. */
const isShare = ({ class: kind, to, unit }: IdentifiedFigure): boolean =>
  (kind === 'percent' || kind === 'completion') && to === null && unit === '%';

interface Share {
  readonly part: IdentifiedFigure;
  readonly isShareVerb: boolean;
}
interface Whole {
  readonly figure: IdentifiedFigure;
  readonly isStated: boolean;
}

/** The amount right before a percentage, with "chiếm", "đạt" or a bracket between. */
function partOf(passage: Passage, share: IdentifiedFigure): Share | null {
  const part = currentBefore(passage, share, isAmount);
  if (part === null || passage.figures[figureIndexAt(passage, share.start) - 1]?.id !== part.id) return null;
  const gap = wordsBetween(passage, part.end, share.start);
  if (share.start - part.end > 110 || /tăng|giảm|vượt|so với|gấp/.test(gap)) return null;
  if (
    /(?:chiếm|tương ứng|tương đương|bằng)(?:\s+(?:tỷ lệ|tỉ lệ|tỷ trọng|khoảng|trên|gần|hơn|tới|là))*\s*$/.test(
      gap,
    )
  )
    return { part, isShareVerb: true };
  if (/\(\s*(?:chiếm|tỷ lệ|tỉ lệ)?\s*$/.test(gap) && share.start - unitEnd(passage, part) <= 50)
    return { part, isShareVerb: true };
  return /(?:đạt|tỷ lệ|tỉ lệ)(?:\s+(?:tỷ lệ|tỉ lệ|khoảng|trên|gần|hơn|là))*\s*$/.test(gap)
    ? { part, isShareVerb: false }
    : null;
}

/** "372.405 người, … 135.785 người, chiếm lần lượt 73,3% và 26,7%": the part in the place of the percentage. */
function inTurn(passage: Passage, share: IdentifiedFigure): Share | null {
  const index = figureIndexAt(passage, share.start);
  let first = index;
  while (index - first < 6 && /^\s*(?:,|và|;)\s*$/.test(joint(first))) first--;
  const lead = wordsBefore(passage, passage.figures[first]?.start ?? 0, 50);
  const match =
    /(?:chiếm|tương ứng|đạt)\s+(?:lần lượt|tương ứng)(?:\s+(?:là|chiếm))?\s*$|lần lượt\s+(?:chiếm|là|đạt)\s*$/.exec(
      lead,
    );
  if (match === null) return null;
  let last = index;
  while (last - index < 6 && /^\s*(?:,|và|;)\s*$/.test(joint(last + 1))) last++;
  const width = last - first + 1;
  const parts = passage.figures.slice(Math.max(0, first - width), first);
  const part = parts[index - first];
  if (width < 2 || part === undefined || parts.length < width || !parts.every(isAmount)) return null;
  return parts.every((other) => isSameUnit(other, part)) ? { part, isShareVerb: true } : null;

  function joint(at: number): string {
    const [before, after] = [passage.figures[at - 1], passage.figures[at]];
    return before?.class === 'percent' && after !== undefined
      ? wordsBetween(passage, before.end, after.start, 12)
      : '-';
  }
}

function wholeOf(
  passage: Passage,
  share: IdentifiedFigure,
  { part, isShareVerb }: Share,
  lastWhole: IdentifiedFigure | null,
): Whole | null {
  const after = wordsBetween(passage, share.end, share.end + 90);
  const next = passage.figures[figureIndexAt(passage, share.end)];
  const phrase =
    /^\s*(?:so với|của|trên|trong)?\s*((?:tổng\s+số|tổng|số|toàn bộ|dân số|diện tích)(?!\p{L})[\p{L}\p{M}\s]{0,60})/u.exec(
      after,
    )?.[1] ?? null;
  // "đạt 93,2% số giấy cần cấp (20.000 giấy)", "chiếm 40% tổng số 1.200 hộ"
  if (next !== undefined && isWholeFor(next, part, isKindredUnit) && next.start - share.end <= 80) {
    const gap = wordsBetween(passage, share.end, next.start);
    const isCalled = /^\s*(?:so với|của|trên|trong)?\s*(?:tổng|số|toàn bộ)[^.;,()]*\(?\s*$/.test(gap);
    const isBracketed =
      /^[\p{L}\s]{2,40}\(\s*$/u.test(gap) && !/kế hoạch|dự toán|chỉ tiêu|năm|kỳ|trong đó/.test(gap);
    if (isCalled || isBracketed) return { figure: next, isStated: true };
  }
  const named = phrase === null ? [] : significant(phrase);
  const wholes = wholesBefore(passage, part, isKindredUnit);
  const anyCounted = wholesBefore(passage, part, () => part.class === 'count');
  if (share.class === 'completion')
    return plansBefore(passage, part).length > 0 ? null : agreeingWhole(share, part, anyCounted);
  if (named.length > 0) {
    const unit = new Set(significant(part.unit ?? ''));
    const specific = named.filter((word) => !unit.has(word) && !generic.has(word));
    const found = wholes.find((whole) => {
      const words = new Set(
        significant(
          `${wordsBefore(passage, whole.start, 80).replace(/^.*[.;:(]/s, '')} ${wordsBetween(passage, whole.end, whole.end + 60).replace(/[.;,(].*$/s, '')}`,
        ),
      );
      return specific.length > 0 && specific.every((word) => words.has(word));
    });
    if (found !== undefined) return { figure: found, isStated: true };
    if (specific.length > 0) return null;
  }
  const agreeing = agreeingWhole(share, part, [...wholes, ...anyCounted]);
  if (!isShareVerb && named.length === 0) {
    const [only, ...others] = wholes;
    const isOnly = only !== undefined && others.length === 0 && isIntroduced(passage, only, part);
    return agreeing ?? (isOnly ? { figure: only, isStated: true } : null);
  }
  if (agreeing !== null) return agreeing;
  if (lastWhole !== null && wholes.includes(lastWhole))
    return { figure: lastWhole, isStated: isIntroduced(passage, lastWhole, part) };
  const introduced = wholes.find((whole) => isIntroduced(passage, whole, part));
  if (introduced !== undefined) return { figure: introduced, isStated: true };
  const [nearest] = wholes;
  return nearest === undefined ? null : { figure: nearest, isStated: false };
}

function isShareOf(share: IdentifiedFigure, part: IdentifiedFigure, whole: IdentifiedFigure): boolean {
  const verdict = judge('share', amountOf(share), [amountOf(part), amountOf(whole)])?.verdict;
  return verdict === 'match' || verdict === 'truncated';
}

/** The nearest whole of which the part is that share. */
function agreeingWhole(
  share: IdentifiedFigure,
  part: IdentifiedFigure,
  wholes: readonly IdentifiedFigure[],
): Whole | null {
  const figure = wholes.find((whole) => isShareOf(share, part, whole));
  return figure === undefined || figure.id === part.id ? null : { figure, isStated: true };
}

const generic = new Set('tổng số toàn bộ trên xã huyện tỉnh thành phố bộ cả của trên địa bàn'.split(' '));
const empty = new Set('là có được và các của đã trong với theo tại'.split(' '));
const significant = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '' && !empty.has(word))
    .slice(0, 8);

const isWholeFor = (
  whole: IdentifiedFigure,
  part: IdentifiedFigure,
  isOfKind: (whole: IdentifiedFigure, part: IdentifiedFigure) => boolean,
): boolean =>
  isAmount(whole) &&
  whole.class === part.class &&
  isOfKind(whole, part) &&
  order(rational(whole.value), rational(part.value)) >= 0;

/** Nearest first. */
function wholesBefore(
  passage: Passage,
  part: IdentifiedFigure,
  isOfKind: (whole: IdentifiedFigure, part: IdentifiedFigure) => boolean,
): IdentifiedFigure[] {
  const index = figureIndexAt(passage, part.start);
  const wholes: IdentifiedFigure[] = [];
  for (let back = index - 1; back >= Math.max(0, index - WHOLE_FIGURES); back--) {
    const figure = passage.figures[back];
    if (figure === undefined || part.start - figure.end > WHOLE_REACH) break;
    if (isWholeFor(figure, part, isOfKind)) wholes.push(figure);
  }
  return wholes;
}

/** "tiếp nhận 1.250 hồ sơ, đã giải quyết 1.198 hồ sơ": what came in and what was done of it. */
const isFlow = (lead: string, gap: string): boolean =>
  /(?:tiếp nhận|thụ lý|phải giải quyết|phải thi hành|được giao|đăng ký)[^,]{0,40}$/.test(lead) &&
  /^[^,;.\d]{0,60},\s*(?:đã\s+)?(?:giải quyết|xử lý|hoàn thành|thi hành|trả|thực hiện)[^,;.\d]{0,40}$/.test(
    gap,
  );

/** "Tổng số việc là 4.826 việc; …", "có 400 hộ, trong đó …". */
function isIntroduced(passage: Passage, whole: IdentifiedFigure, part: IdentifiedFigure): boolean {
  const gap = wordsBetween(passage, whole.end, part.start, WHOLE_REACH);
  if (/\.\s/.test(gap)) return false;
  const lead = wordsBefore(passage, whole.start, 60).replace(/^.*[.;]/s, '');
  return (
    /^[\s\p{L}]*,?\s*(?:trong đó|gồm|bao gồm)/u.test(gap) ||
    /^[^,;.()\d]{0,50},\s*(?:đã\s+)?(?:có|phát hiện|kết quả|trong đó)(?!\p{L})[^,;.()\d]{0,20}$/u.test(gap) ||
    /tổng|trong số/.test(lead) ||
    isFlow(lead, gap) ||
    /(?:^|[\s,])(?:có|gồm)\s*$/.test(lead)
  );
}

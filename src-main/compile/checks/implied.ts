/**
 * Whole things behind a percentage: "10 dự án …, đạt 58,8% kế hoạch" asks for a whole number of planned projects (17),
 * "12 thôn; 83,3% số thôn" for a whole number of villages (10).
 */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { amountOf, printedRange } from './amounts.ts';
import { currentBefore, plansBefore } from './comparisons.ts';
import { decimalFrom, equal, floor, hundred, integer, over, rational, times } from './rational.ts';
import type { Rational } from './rational.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { figureIndexAt, sentenceAround, unitEnd, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { unitKey } from './units.ts';
import { reasons, vietnamese, wording } from './wording.ts';

/** Where more than this is counted nearly every percentage has its whole number. */
const COUNT_MAX = 2000;

export function findImplied({ passages }: Scene): Finding[] {
  return passages.flatMap((passage) =>
    passage.figures.flatMap((share): Finding[] => {
      if (share.unit !== '%' || share.to !== null || share.approx !== null || share.fromPlan) return [];
      if (Number(share.value) <= 0 || Number(share.value) === 100) return [];
      if (share.class === 'completion') return listed(partOfPlan(passage, share));
      return share.class === 'percent'
        ? listed(shareOfCounted(passage, share) ?? partOfAll(passage, share))
        : [];
    }),
  );
}

/** Above them a disagreement proves nothing. */
const WHOLE_MAX = 100;
const PART_MAX = 60;

const listed = (finding: Finding | null): Finding[] => (finding === null ? [] : [finding]);

const isCount = ({ class: kind, approx, to, value }: IdentifiedFigure): boolean =>
  kind === 'count' &&
  approx === null &&
  to === null &&
  /^\d+$/.test(value) &&
  value.length <= 5 &&
  Number(value) > 0 &&
  Number(value) <= COUNT_MAX;

/** What was done is counted, the plan is not printed: is there a whole plan? */
function partOfPlan(passage: Passage, share: IdentifiedFigure): Finding | null {
  const part = currentBefore(passage, share, isCount);
  if (part === null || passage.figures[figureIndexAt(passage, share.start) - 1]?.id !== part.id) return null;
  const gap = wordsBetween(passage, part.end, share.start);
  if (
    share.start - part.end > 60 ||
    /[;:]|\((?!\s*(?:đạt|bằng)?\s*$)|số tiền|kinh phí|với|diện tích|(?<!mặt )bằng(?!\s*$)/.test(gap)
  )
    return null;
  if (passage.figures[figureIndexAt(passage, share.end)]?.start === share.end) return null;
  if (plansBefore(passage, part).length > 0) return null;
  // A handful of things right before their percentage: nothing else can be meant.
  const isClear = Number(part.value) <= PART_MAX && /^[\s\p{L},(]{0,45}$/u.test(gap);
  const { low, high } = printedRange(amountOf(share));
  if (low.n <= 0n) return null;
  const count = rational(part.value);
  const least = over(times(count, hundred), high);
  const most = over(times(count, hundred), low);
  if (least === null || most === null) return null;
  const whole = ceiling(least);
  const isPossible = whole * most.d <= most.n;
  // Several whole plans would do: the percentage says nothing about any of them.
  if (floor(most) - whole >= 1n) return null;
  const nearest = isPossible ? whole : nearestWhole(over(times(count, hundred), rational(share.value)));
  return implied(
    share,
    part,
    BigInt(part.value),
    nearest,
    isPossible,
    isPossible || isClear ? null : reasons.whole,
  );
}

/** The whole is counted: is there a whole part? */
function shareOfCounted(passage: Passage, share: IdentifiedFigure): Finding | null {
  const after = wordsBetween(passage, share.end, share.end + 50);
  const named =
    /^\s*(?:của\s+|trong\s+)?(?:(?:tổng\s+)?số\s+|các\s+)?([\p{L}\s]{2,40})/u.exec(after)?.[1] ?? '';
  const rated =
    /(?:tỷ lệ|tỉ lệ)\s+(?:số\s+)?([\p{L}\s]{2,50})$/u.exec(wordsBefore(passage, share.start, 60))?.[1] ?? '';
  const sentence = sentenceAround(passage, share.start);
  const from = sentenceAround(passage, Math.max(0, sentence.start - 1)).start;
  const index = figureIndexAt(passage, share.start);
  const whole = passage.figures
    .slice(Math.max(0, index - 3), index)
    .findLast(
      (figure) =>
        figure.start >= from &&
        isCount(figure) &&
        figure.unit !== null &&
        (isAkin(named, figure.unit) ||
          rated.startsWith(`${unitKey(figure.unit)} `) ||
          isAdjacent(passage, figure, share)),
    );
  if (
    whole === undefined ||
    /tăng|giảm|chiếm|bằng|tương ứng/.test(wordsBetween(passage, whole.end, share.start))
  )
    return null;
  const { low, high } = printedRange(amountOf(share));
  const count = rational(whole.value);
  const least = over(times(count, low), hundred);
  const most = over(times(count, high), hundred);
  if (least === null || most === null) return null;
  const part = ceiling(least);
  const isPossible = part * most.d <= most.n;
  if (floor(most) - part >= 1n) return null;
  // Many things, or those of another sentence, may be counted at another time.
  const isStock = /(?:có|gồm|tổng số|trong|trong số|khảo sát|kiểm tra|với|của)\s*$/.test(
    wordsBefore(passage, whole.start, 12),
  );
  const isExact =
    whole.unit !== null &&
    (isNamed(named, whole.unit) || isNamed(rated, whole.unit) || isAdjacent(passage, whole, share));
  if (!isPossible && (!isStock || !isExact || Number(whole.value) > WHOLE_MAX)) return null;
  const nearest = isPossible ? part : nearestWhole(over(times(count, rational(share.value)), hundred));
  return implied(share, whole, nearest, BigInt(whole.value), isPossible, null);
}

/** "trường" of "trường học", "thôn" of "thôn, khu phố". */
const isAkin = (phrase: string, unit: string): boolean => {
  const [first] = unitKey(phrase.trim()).split(' ');
  return first === unitKey(unit).split(/[\s,]/)[0];
};

/** "số thôn đạt …" are all of them, "số đại biểu có mặt" some. */
const isNamed = (phrase: string, unit: string): boolean => {
  const [words, thing] = [unitKey(phrase.trim()), unitKey(unit)];
  return words === thing || (words.startsWith(`${thing} `) && saidOfAll.test(words.slice(thing.length + 1)));
};
/** Verbs; what narrows the things down ("có mặt", "được kiểm tra") makes it a share of others. */
const saidOfAll =
  /^(?:đạt|được(?! (?:kiểm tra|khảo sát|hỏi|giám sát|chọn|bầu|lấy))|có(?! mặt)|tham gia|hoàn thành|là nữ|là nam|là người|tán thành|đồng ý|đã (?:hoàn thành|đạt))(?!\p{L})/u;

/** "kiểm tra 40 mẫu, 92,5% đạt yêu cầu": nothing else stands between, and no other thing is named. */
const isAdjacent = (passage: Passage, whole: IdentifiedFigure, share: IdentifiedFigure): boolean =>
  /^\s*[,;:(]?\s*(?:trong đó|có|tỷ lệ)?\s*$/.test(
    wordsBetween(passage, unitEnd(passage, whole), share.start, 60),
  ) &&
  /^\s*(?:đạt|đã|được|hoàn thành|đồng ý|tán thành|đúng|không|là|có|đoạt|tham gia|trúng|tốt nghiệp|hài lòng|đều|còn|chưa|thực hiện|sử dụng|đăng ký|ủng hộ|trả lời|nữ|nam|trong số|số này)(?!\p{L})/u.test(
    wordsBetween(passage, share.end, share.end + 20),
  );

/** "13 xã đạt chuẩn, chiếm 72,2% số xã": the whole is not printed; only agreement is worth a line. */
function partOfAll(passage: Passage, share: IdentifiedFigure): Finding | null {
  const after = wordsBetween(passage, share.end, share.end + 40);
  const named = /^\s*(?:tổng\s+)?số\s+([\p{L}\s]{2,30})/u.exec(after)?.[1];
  const part = passage.figures[figureIndexAt(passage, share.start) - 1];
  if (
    named === undefined ||
    part === undefined ||
    !isCount(part) ||
    part.unit === null ||
    !named.startsWith(unitKey(part.unit))
  )
    return null;
  const gap = wordsBetween(passage, part.end, share.start);
  if (share.start - part.end > 90 || /[.;]/.test(gap) || !/(?:chiếm|bằng|đạt)\s*(?:tỷ lệ\s*)?$/.test(gap))
    return null;
  const count = rational(part.value);
  const { low, high } = printedRange(amountOf(share));
  const least = over(times(count, hundred), high);
  const most = over(times(count, hundred), low);
  if (least === null || most === null || low.n <= 0n) return null;
  const whole = ceiling(least);
  const isOnly = whole * most.d <= most.n && floor(most) === whole;
  return isOnly ? implied(share, part, BigInt(part.value), whole, true, null) : null;
}

const ceiling = (value: Rational): bigint => {
  const down = floor(value);
  return equal(value, integer(down)) ? down : down + 1n;
};
const nearestWhole = (value: Rational | null): bigint => {
  if (value === null) return 1n;
  const nearest = floor({ n: value.n * 2n + value.d, d: value.d * 2n });
  return nearest < 1n ? 1n : nearest;
};

function implied(
  share: IdentifiedFigure,
  counted: IdentifiedFigure,
  part: bigint,
  whole: bigint,
  isPossible: boolean,
  doubt: string | null,
): Finding {
  const percent = over(times(integer(part), hundred), integer(whole)) ?? hundred;
  const fraction = `${vietnamese(part.toString())}/${vietnamese(whole.toString())}`;
  const verdict = isPossible ? 'match' : doubt === null ? 'mismatch' : 'undetermined';
  return {
    settled: {
      kind: 'implied_integer',
      verdict,
      terms: [termOf(share, 'stated'), termOf(counted, BigInt(counted.value) === part ? 'part' : 'whole')],
      computed: percentText(percent, share),
      stated: share.value,
      sentence: wording.implied(
        fraction,
        vietnamese(percentText(percent, share)),
        vietnamese(share.value),
        counted.unit ?? '',
        isPossible,
      ),
      reason: verdict === 'undetermined' ? doubt : null,
      possibility: null,
    },
  };
}

/** Two decimals more than the percentage prints. */
function percentText(percent: Rational, share: IdentifiedFigure): string {
  const decimals = (share.value.split('.')[1]?.length ?? 0) + 2;
  return decimalFrom(percent, decimals);
}

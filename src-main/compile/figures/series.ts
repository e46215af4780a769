/**
 * Figures that repeat no verb: they go on with what the one before them says, or with what was said for all of them.
 * "lần lượt tăng 3,1% và 4,2%", "tăng 8,5%, trong đó: nông nghiệp 3,2%", "tăng 7% (năm 2021: 5%; năm 2022: 8%)"
 */
import type { Amount } from './amounts.ts';
import { changes, fillers, levelVerbs } from './contexts.ts';
import type { Change } from './contexts.ts';
import { isFigure } from './reading.ts';
import type { Found, FoundFigure, Reading } from './reading.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Words between the figures of a series: "giảm 12,5% số lượt và 9,8% số người". */
const SERIES_WORDS = 5;
const SAME_THING_WORDS = 9;
/** What the bracket of one number adds to them. */
const BRACKET_WORDS = 4;

/** What the figure before said, where this one only continues its series. */
export function inherited(reading: Reading, amount: Amount): Verdict | null {
  const found = beforeBracket(reading, amount) ?? reading.found.at(-1);
  const last = found?.class === 'date' ? reading.found.at(-2) : found;
  if (last === undefined || !isFigure(last) || last.to >= amount.from) return null;
  if ((last.unitKind === 'percent') !== (amount.kind === 'percent')) return null;
  if ((last.unitKind === 'times') !== (amount.kind === 'times')) return null;
  const goesOn = continues(reading, last, amount) || isOfAnotherYear(reading, last, amount);
  return goesOn ? verdict(last.class, signOf(last), last.fromPlan) : null;
}

/** What stands before the bracket of one number behind which the series goes on: "giảm 27 người (10%) và 23 xe". */
function beforeBracket(reading: Reading, amount: Amount): Found | null {
  const joint = amount.from - 1;
  const [inner, outer] = [reading.found.at(-1), reading.found.at(-2)];
  if (!reading.is(joint, 'và', ',') || !reading.is(joint - 1, ')')) return null;
  const isInside = inner?.to === joint - 1 && reading.is(inner.from - 1, '(');
  return isInside && outer?.class === 'difference' ? outer : null;
}

const ITEM_REACH = 10;
const BREAKDOWN_REACH = 60;

/** "tăng 8,5%, trong đó: nông nghiệp 3,2%, dịch vụ 7,8%": parts of a growth that repeat no verb; null for anything else. */
export function partOfChange(reading: Reading, amount: Amount): Verdict | null {
  const change = changeInBrackets(reading, amount);
  if (change !== null) return change;
  let at = amount.from - 1;
  while (reading.isWord(at) && !isShareWord(reading, at) && amount.from - at < ITEM_REACH) at--;
  // "Một số sản phẩm tăng khá: thép 12,5%; linh kiện 9,3%"
  const announced = changeAtColon(reading, at);
  if (announced !== null) return verdict('growth', announced.sign);
  const last = reading.found.at(-1);
  if (last?.class !== 'growth' || !isFigure(last) || last.unitKind !== 'percent') return null;
  // "tăng 7,4% (riêng công nghiệp 8,02%)"
  if (reading.is(at, '(') && at === last.to && reading.is(at + 1, 'riêng'))
    return verdict('growth', signOf(last));
  while (at > last.to && (reading.is(at, ',', ':', ';') || isBreakdown(reading, at))) at--;
  if (at > last.to || (at === last.to && !reading.is(at, ',', ';', ':'))) return null;
  for (let back = amount.from; back > amount.from - BREAKDOWN_REACH && back > 0; back--) {
    if (reading.is(back, '.', '(', ')')) return null;
    const isNamed = reading.is(back, 'đó') && reading.is(back - 1, 'trong');
    if (isNamed || changeAtColon(reading, back) !== null) return verdict('growth', signOf(last));
  }
  return null;
}

const THING_REACH = 6;

/** "tăng 234 lao động (4,3%)", "giảm 52 vụ = 6,2%": the same change, relative to what it was before. */
function changeInBrackets(reading: Reading, amount: Amount): Verdict | null {
  const last = reading.found.at(-1);
  const isWorded = reading.is(amount.from - 1, 'ứng', 'đương') && reading.is(amount.from - 2, 'tương');
  const opening = amount.from - (isWorded ? 3 : 1);
  const isBracketed = reading.is(opening, '(') && reading.is(amount.to, ')');
  if (!(isBracketed || reading.is(opening, '=')) || last?.class !== 'difference') return null;
  if (!isFigure(last) || last.unitKind === 'point' || opening - last.to > THING_REACH) return null;
  for (let index = last.to; index < opening; index++) if (!reading.isWord(index)) return null;
  return verdict('growth', signOf(last));
}

/** The change whose verb, with nothing but its manner, stands before a colon: "tăng khá:". */
function changeAtColon(reading: Reading, colon: number): Change | null {
  if (!reading.is(colon, ':')) return null;
  let at = colon;
  for (let manner = 0; manner < 3; manner++) {
    const verb = reading.before(changes, at);
    if (verb !== null) return verb.value?.kind === 'change' ? verb.value : null;
    at -= reading.before(fillers, at)?.length ?? 0;
  }
  return null;
}

const isBreakdown = (reading: Reading, at: number): boolean =>
  (reading.is(at, 'đó') && reading.is(at - 1, 'trong')) ||
  (reading.is(at, 'trong') && reading.is(at + 1, 'đó'));

/** Words that say what share or level a percentage is. */
const isShareWord = (reading: Reading, at: number): boolean =>
  (levelVerbs.has(reading.key(at)) && !reading.is(at, 'và', 'trong', 'đó', 'của', 'có', 'cho')) ||
  reading.is(at, 'lệ', 'trọng', 'cấu', 'suất', 'phần', 'hơn', 'đó', 'trong');

/** The items of "tăng bình quân 7,2% (năm 2021: 5,5%; năm 2022 là 8,1%)": a year and its number, of the same kind. */
function isOfAnotherYear(reading: Reading, last: FoundFigure, amount: Amount): boolean {
  if (amount.kind !== 'percent') return false;
  const dated = reading.is(amount.from - 1, ':', 'là', 'đạt') ? amount.from - 2 : amount.from - 1;
  if (!reading.isDated(dated)) return false;
  const start = reading.is(dated - 1, 'năm', 'quý', 'tháng') ? dated - 1 : dated;
  return last.to === start - 1 && reading.is(last.to, '(', ';', ',');
}

const signOf = (figure: FoundFigure): 1 | -1 => (figure.value.mantissa < 0n ? -1 : 1);

function continues(reading: Reading, last: FoundFigure, amount: Amount): boolean {
  const joint = amount.from - 1;
  const bracket = reading.is(joint - 1, ')') ? BRACKET_WORDS : 0;
  // "giảm 08 đơn vị cấp huyện, 561 đơn vị cấp xã"
  const isSameThing = amount.kind === 'thing' && amount.unit !== null && amount.unit === last.unit;
  const reach = (isSameThing ? SAME_THING_WORDS : SERIES_WORDS) + bracket;
  if (amount.from - last.to > reach) return false;
  // "tăng 15% về số vụ, 12% về số người chết"
  const isShared = reading.is(last.to, 'về', 'số', 'tổng') && reading.is(amount.to, 'về', 'số', 'tổng');
  const isAnd = reading.is(joint, 'và') || (isShared && reading.is(joint, ','));
  if (!isAnd && !reading.is(joint, ',', ';')) return false;
  for (let index = last.to; index < joint; index++) {
    const isOwnUnit = isSameThing || (amount.kind === 'thing' && index - last.to < 3);
    // The bracket of "giảm 27 người (10%) và 23 xe"
    if (reading.is(index, '(') && reading.is(joint - 1, ')')) break;
    if (reading.is(index, ',', ';', '.', '(', ')', ':') || (!isAnd && !isOwnUnit)) return false;
    if (levelVerbs.has(reading.key(index)) || reading.before(changes, index + 1) !== null) return false;
  }
  return true;
}

/**
 * The grammar: what a number can be, in the order in which the rules are asked. A new form is a new row here, or a new
 * phrase in a table. Sources of the forms: the report itself, reports of other councils, Decree 30/2020/NĐ-CP (layout of
 * official documents: dates, numbers, articles).
 */
import { readAmount } from './amounts.ts';
import { approximationOf } from './approximation.ts';
import { classify, signBefore } from './classify.ts';
import { rankScopes, rankWords } from './contexts.ts';
import { readDate } from './dates.ts';
import { multiply, negate, one, powerOfTen } from './decimal.ts';
import type { Found, FoundFigure, FoundNonFigure, Reading, Rule } from './reading.ts';
import { clockRound, readName, voltages } from './named.ts';
import { subjectThing } from './subjects.ts';
import { isQuantified, readDocumentNumber, readLegal, readScale, readSection } from './references.ts';

const rules: readonly Rule[] = [
  readSection,
  readDocumentNumber,
  readLegal,
  readScale,
  readRank,
  readDate,
  readRatio,
  readName,
  readFigure,
];

/** What the number at a token is. What no rule knows ("192.168.1.1") is a name. */
export function readNumeral(reading: Reading, at: number): Found {
  for (const rule of rules) {
    const found = rule(reading, at);
    if (found !== null) return found;
  }
  return unknown(at);
}

export const unknown = (at: number): FoundNonFigure => ({ class: 'name', from: at, to: at + 1, span: null });

const noFigure = { high: null, unitKind: null, scale: 0, approx: null, fromPlan: false };

/** "xếp thứ 07/12", "đứng thứ 2 cả nước", "hạng 5 toàn quốc" */
function readRank(reading: Reading, at: number): FoundFigure | null {
  const value = reading.number(at);
  if (reading.integer(at) === null || value === null) return null;
  const [of, to] = denominator(reading, at);
  const hasScope = of !== null || reading.at(rankScopes, at + 1) !== null;
  const isRanked = reading.is(at - 1, 'thứ') && reading.is(at - 2, 'hạng');
  const isOrdinal = isRanked || (reading.is(at - 1, 'thứ', 'hạng') && hasScope);
  const isPlaced = reading.before(rankWords, at) !== null && !reading.is(at + 1, '%');
  // "vị trí 5" alone may be any place; "ở vị trí 5", "xếp thứ 5" are ranks.
  const isLoose =
    of === null && reading.is(at - 1, 'đứng', 'xếp', 'trí') && !reading.is(at - 2, 'ở', 'xếp', 'đứng');
  // "xếp thứ 15, 20 và 8/63", "xếp thứ 9 vùng và 31/63 cả nước"
  const last = reading.found.at(-1);
  const isNearRank = last?.class === 'rank' && at - last.to <= 4 && reading.at(rankScopes, to) !== null;
  const isListed =
    (reading.listedAfter(at)?.class === 'rank' && !isQuantified(reading, at)) || (of !== null && isNearRank);
  if (!isListed && !isOrdinal && (!isPlaced || isLoose)) return null;
  // Read as an amount, the last number gives what is ranked: "07/12 huyện".
  const unit = of === null ? null : (readAmount(reading, to - 1)?.unit ?? null);
  return { ...noFigure, class: 'rank', from: at, to, value, of, unit, step: one };
}

function denominator(reading: Reading, at: number): [of: FoundFigure['of'], to: number] {
  const isPair = reading.is(at + 1, '/') && reading.isGlued(at + 1) && reading.isGlued(at + 2);
  const of = isPair ? reading.number(at + 2) : null;
  return [of, of === null ? at + 1 : at + 3];
}

/** "897/921 đơn", "8.795/8.995 tỷ đồng" */
function readRatio(reading: Reading, at: number): FoundFigure | null {
  // "24/7" is no ratio, nor is "220/110kV".
  if (clockRound(reading, at) !== null || voltages(reading, at) !== null) return null;
  return ratioOfNumbers(reading, at) ?? ratioOfAmounts(reading, at);
}

function ratioOfNumbers(reading: Reading, at: number): FoundFigure | null {
  // "tỷ lệ 80:20"
  const isRatio = reading.is(at + 1, ':') && reading.is(at - 1, 'lệ', 'số') && reading.is(at - 2, 'tỷ');
  const isPair = (isRatio || reading.is(at + 1, '/')) && reading.isGlued(at + 1) && reading.isGlued(at + 2);
  const value = reading.number(at);
  const whole = isPair ? readAmount(reading, at + 2) : null;
  if (value === null || whole?.high !== null || reading.is(at + 3, '/')) return null;
  return {
    class: 'ratio',
    from: at,
    to: whole.to,
    value: multiply(value, powerOfTen(whole.scale)),
    of: whole.value,
    high: null,
    unit: whole.unit,
    unitKind: null,
    scale: whole.scale,
    step: whole.step,
    approx: approximationOf(reading, at),
    fromPlan: false,
  };
}

/** "1.234 tỷ/1.500 tỷ đồng", "2.345 việc/3.456 việc": the unit on both sides, or on none but a scale word. */
function ratioOfAmounts(reading: Reading, at: number): FoundFigure | null {
  const part = readAmount(reading, at);
  if (part?.high !== null || !reading.is(part.after, '/') || !reading.isNumber(part.after + 1)) return null;
  const whole = readAmount(reading, part.after + 1);
  if (whole?.high !== null || whole.unit !== part.unit || whole.kind === 'percent') return null;
  const { to, unit, scale, step, value: of } = whole;
  const common = { high: null, unitKind: null, fromPlan: false, approx: approximationOf(reading, at) };
  return { ...common, class: 'ratio', from: at, to, value: part.value, of, unit, scale, step };
}

/** Everything else that has a value. */
function readFigure(reading: Reading, at: number): FoundFigure | null {
  const read = readAmount(reading, at);
  if (read === null) return null;
  const isBare = read.kind === 'thing' && read.unit === null;
  const amount = isBare ? { ...read, unit: subjectThing(reading, at) } : read;
  const { class: kind, sign, fromPlan } = classify(reading, amount);
  const from = signBefore(reading, at) === null ? at : at - 1;
  const signed = (value: FoundFigure['value']): FoundFigure['value'] => (sign < 0 ? negate(value) : value);
  // A count's range is the number alone, without the number spelled out behind it.
  return {
    class: kind,
    from,
    to: kind === 'count' ? Math.min(amount.to, amount.numberTo) : amount.to,
    value: signed(amount.value),
    of: null,
    high: amount.high === null ? null : signed(amount.high),
    unit: amount.unit,
    unitKind: amount.kind === 'thing' ? null : amount.kind,
    scale: amount.scale,
    step: amount.step,
    approx: approximationOf(reading, from),
    fromPlan,
  };
}

/** Amounts: a number with its scale words and unit, a range of two, the thing that a count counts. */
import { add, compare, multiply, powerOfTen } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { isYear } from './calendar.ts';
import { isPlanAbbreviation } from './contexts.ts';
import { counters, functionWords } from './counters.ts';
import type { Reading } from './reading.ts';
import { afterSpelledNumber, isNumberWord } from './spelled.ts';
import { perWords, scaleWords, thingsNamedLikeUnits, units } from './units.ts';
import type { UnitKind } from './units.ts';

/** Token range of the figure; `after` is where what follows it starts (behind a rate's unit or a spelled-out number). */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly after: number;
  /** Where the number with its scale words ends, before the unit. */
  readonly numberTo: number;
  readonly value: Decimal;
  readonly high: Decimal | null;
  readonly unit: string | null;
  readonly kind: UnitKind | 'thing';
  /** Power of ten of the last scale word. */
  readonly scale: number;
  readonly step: Decimal;
}

interface Quantity {
  readonly to: number;
  readonly value: Decimal;
  readonly scale: number;
  readonly step: Decimal;
}

// Two rules ask for the amount of the same number, one after the other.
const lastRead = new WeakMap<Reading, { readonly at: number; readonly amount: Amount | null }>();

/** The amount whose number stands at a token; null where that is no number. */
export function readAmount(reading: Reading, at: number): Amount | null {
  const last = lastRead.get(reading);
  if (last?.at === at) return last.amount;
  const amount = amountAt(reading, at);
  lastRead.set(reading, { at, amount });
  return amount;
}

function amountAt(reading: Reading, at: number): Amount | null {
  const low = readQuantity(reading, at);
  if (low === null) return null;
  if (isRepeatedInDigits(reading, at, low.to)) return withUnitBehindBracket(reading, at, low);
  // "5 tỷ năm 2020": the year is no unit of billions; "5 năm 2021-2025" is a length of time.
  const isDate = low.step.mantissa !== 1n || low.step.decimals > 0 || low.scale > 0;
  const opensDate = isDate && reading.is(low.to, 'năm') && isYear(reading.integer(low.to + 1));
  const unit = opensDate ? null : readUnit(reading, low.to);
  return readRange(reading, at, low, unit) ?? withUnit(reading, at, low, unit);
}

/** The 04 of "bốn (04) bản". */
const isRepeatedInDigits = (reading: Reading, at: number, to: number): boolean =>
  reading.is(at - 1, '(') && reading.is(to, ')') && isNumberWord(reading.key(at - 2));

/** Its unit stands behind the bracket; the range is the number. */
function withUnitBehindBracket(reading: Reading, at: number, quantity: Quantity): Amount {
  const unit = readUnit(reading, quantity.to + 1);
  const amount = withUnit(reading, at, { ...quantity, to: quantity.to + 1 }, unit);
  return { ...amount, to: quantity.to };
}

/** "1.514 tỷ 310 triệu": scale words descend, and each part is less than one of the part before. */
export function readQuantity(reading: Reading, at: number): Quantity | null {
  const number = reading.number(at);
  if (number === null) return null;
  const spelled = readScaleWords(reading, afterSpelledNumber(reading, at + 1));
  const scaled = spelled.power > 0 ? spelled : readScaleWords(reading, at + 1);
  let to = scaled.to;
  let scale = scaled.power;
  let value = multiply(number, powerOfTen(scale));
  while (scale > 0 && number.decimals === 0) {
    const part = reading.number(to);
    if (part === null || part.decimals > 0) break;
    const smaller = readScaleWords(reading, to + 1);
    const worth = multiply(part, powerOfTen(smaller.power));
    if (smaller.power === 0 || smaller.power >= scale || compare(worth, powerOfTen(scale)) >= 0) break;
    value = add(value, worth);
    ({ to, power: scale } = smaller);
  }
  // "3 tỷ rưỡi"
  if (scale > 0 && reading.is(to, 'rưỡi')) {
    value = add(value, multiply({ mantissa: 5n, decimals: 1 }, powerOfTen(scale)));
    return { to: to + 1, value, scale, step: powerOfTen(scale - 1) };
  }
  return { to, value, scale, step: powerOfTen(scale - number.decimals) };
}

// "15 tỷ lệ", "2 triệu tập": the scale word opens another word.
const notScale: Readonly<Record<string, readonly string[]>> = {
  tỷ: ['lệ', 'trọng', 'số', 'suất', 'giá'],
  triệu: ['tập', 'chứng', 'hồi'],
};

function readScaleWords(reading: Reading, at: number): { to: number; power: number } {
  let to = at;
  let power = 0;
  for (let words = 0; words < 3; words++) {
    const match = reading.at(scaleWords, to);
    if (match === null || notScale[reading.key(to)]?.includes(reading.key(to + 1)) === true) break;
    // "tr" stands for "triệu" before "đồng" only.
    if (reading.is(to, 'tr') && !reading.is(to + match.length, 'đồng', 'đ', 'usd')) break;
    to += match.length;
    power += match.value;
  }
  return { to, power };
}

interface ReadUnit {
  readonly to: number;
  readonly text: string;
  readonly kind: UnitKind;
  readonly scale: number;
}

/** The unit at a token, with what it is a rate of: "đồng/người/năm". */
function readUnit(reading: Reading, at: number): ReadUnit | null {
  const start = afterSpelledNumber(reading, at);
  const match = reading.at(units, start);
  if (match === null) return null;
  const thing = reading.at(thingsNamedLikeUnits, start);
  if (thing !== null && thing.length > match.length) return null;
  if (isOtherWord(reading, start, match.length)) return null;
  let { length } = match;
  // The 2 of "m2" stands close to its letter.
  if (length > 1 && reading.isNumber(start + 1) && !reading.isGlued(start + 1)) length = 1;
  const to = readPer(reading, start + length, match.value.kind);
  const shown = match.value.shown;
  const text = shown === null ? reading.slice(start, to) : shown + reading.slice(start + length, to);
  return { to, text, kind: match.value.kind, scale: match.value.scale };
}

const openers: Readonly<Record<string, readonly string[]>> = {
  đồng: [
    'bào',
    'chí',
    'ý',
    'thuận',
    'nghiệp',
    'đội',
    'hồ',
    'phục',
    'bộ',
    'thời',
    'loạt',
    'hương',
    'cỏ',
    'ruộng',
  ],
  ngày: ['càng'],
  năm: ['nay', 'trước'],
  quý: ['vị', 'khách'],
  giờ: ['đây'],
  tuần: ['hoàn'],
  lần: ['lượt'],
};

function isOtherWord(reading: Reading, at: number, length: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return false;
  const { text } = token;
  // Capital letters that are units ("V", "W") against those that are initials, and "M" against metres.
  if (length === 1 && /^[gGmMvVwWđĐ]$/.test(text)) {
    const isCapital = /[VW]/.test(text);
    if (text === 'M' || text === 'Đ' || text === 'G') return true;
    if ((text === 'g' || text === 'v' || text === 'w' || isCapital) && !reading.isGlued(at)) return true;
  }
  if (length === 1 && openers[token.key]?.includes(reading.key(at + 1)) === true) return true;
  // "25 điểm X": points where the number has a fraction or nothing is named.
  if (length === 1 && token.key === 'điểm' && isCountedPlace(reading, at - 1)) return true;
  const isNamed = reading.is(at, 'điểm', 'độ', 'mẫu', 'thùng') && length === 1 && reading.isWord(at + 1);
  if (!isNamed || functionWords.has(reading.key(at + 1))) return false;
  return !reading.tokens[at - 1]?.text.includes(',') || reading.is(at, 'mẫu', 'thùng');
}

/** "sạt lở 156 điểm" counts places; "đạt 95 điểm", "tăng 5 điểm" measure, as does any number with a fraction. */
function isCountedPlace(reading: Reading, number: number): boolean {
  if (reading.integer(number) === null) return false;
  for (let index = number - 1; index > number - 4; index--) {
    if (reading.is(index, ...pointWords)) return false;
    if (!reading.isWord(index)) break;
  }
  return !reading.is(number - 1, '(', '+', '-', '/', ':', '');
}
const pointWords =
  'đạt được điểm chấm mức từ thang bằng tăng giảm hơn kém còn lên xuống là cộng trừ số trên dưới đa thiểu đến'.split(
    ' ',
  );

/** End of "/người/năm"; a denominator with a number of its own ("/1 ha") is no part of the unit. */
function readPer(reading: Reading, at: number, kind: UnitKind | 'thing' = 'thing'): number {
  let to = at;
  for (let part = 0; part < 4; part++) {
    if (!reading.is(to, '/') || !reading.isWord(to + 1)) break;
    // "6,5%/năm" is a rate of time, "5%/tổng chi" a share.
    if (kind === 'percent' && !reading.is(to + 1, 'năm', 'tháng', 'quý', 'ngày', 'tuần', 'vụ', 'giờ')) break;
    if (reading.tokens[to]?.spaced === true && !reading.isGlued(to + 1) && part > 0) break;
    const after = to + 1;
    // "3.456 tỷ đồng/KH 3.200 tỷ đồng" sets an amount against its plan.
    if (isPlanAbbreviation(reading.tokens[after]?.text ?? '') || reading.is(after, 'tổng')) break;
    const length = Math.max(
      reading.at(perWords, after)?.length ?? 0,
      reading.at(units, after)?.length ?? 0,
      reading.at(counters, after)?.length ?? 0,
    );
    to = after + Math.max(1, length);
  }
  return to;
}

function withUnit(
  reading: Reading,
  from: number,
  quantity: Quantity,
  unit: ReadUnit | null,
  high: Decimal | null = null,
): Amount {
  const { to: numberTo, scale, step, value } = quantity;
  if (unit !== null) {
    const factor = powerOfTen(unit.scale);
    return {
      from,
      to: unit.to,
      after: unit.to,
      numberTo,
      value: multiply(value, factor),
      high: high === null ? null : multiply(high, factor),
      unit: unit.text,
      kind: unit.kind,
      scale: scale + unit.scale,
      step: multiply(step, factor),
    };
  }
  const start = afterSpelledNumber(reading, numberTo);
  // "97 tỷ sửa chữa": billions and millions of nothing named are money.
  const per = scale >= 3 ? readPer(reading, numberTo, 'money') : numberTo;
  const isMoney = scale >= 6 && reading.at(counters, start) === null;
  if (isMoney || per > numberTo) {
    const text = `đồng${reading.slice(numberTo, per)}`;
    return { from, to: per, after: per, numberTo, value, high, unit: text, kind: 'money', scale, step };
  }
  const { to: after, text } = readThing(reading, start);
  return { from, to: numberTo, after, numberTo, value, high, unit: text, kind: 'thing', scale, step };
}

/** What is counted: the longest row of the table, else two words at most, else nothing. */
function readThing(reading: Reading, at: number): { to: number; text: string | null } {
  // "2.345 (98,5%) hộ": the share stands between the number and its thing.
  const isShare =
    reading.is(at, '(') && reading.isNumber(at + 1) && reading.is(at + 2, '%') && reading.is(at + 3, ')');
  if (isShare && reading.at(counters, at + 4) !== null) return { ...readThing(reading, at + 4), to: at };
  const known = Math.max(
    reading.at(counters, at)?.length ?? 0,
    reading.at(thingsNamedLikeUnits, at)?.length ?? 0,
    reading.is(at, 'lượt') ? 1 + (reading.at(counters, at + 1)?.length ?? 0) : 0,
  );
  // "1/3 số hộ" is a third of the households.
  const isNumberOf = known === 0 && reading.is(at, 'số') && reading.isWord(at + 1);
  if (isNumberOf) return readThing(reading, at + 1);
  let to = at + known;
  while (known === 0 && to < at + 2 && isThingWord(reading, to)) to++;
  if (to === at) return { to, text: null };
  to = readPer(reading, to);
  return { to, text: reading.slice(at, to) };
}

const isThingWord = (reading: Reading, at: number): boolean =>
  reading.isWord(at) &&
  !functionWords.has(reading.key(at)) &&
  reading.key(at).length > 1 &&
  reading.tokens[at]?.spaced === true;

/** "10 đến 15%", "6.500 - 7.000 đồng/kg", "5 tỷ đến 7 tỷ đồng", "95-98%"; the unit of the second serves both. */
function readRange(reading: Reading, from: number, low: Quantity, unit: ReadUnit | null): Amount | null {
  const joint = unit?.to ?? low.to;
  const isWord = reading.is(joint, 'đến', 'tới');
  if (!isWord && !reading.is(joint, '-', '÷')) return null;
  const second = isWord && reading.is(joint + 1, 'khoảng', 'dưới', 'gần') ? joint + 2 : joint + 1;
  if (!isWord && reading.isGlued(joint) !== reading.isGlued(second)) return null;
  const high = readQuantity(reading, second);
  // A date or ratio is no end of a range: "từ 15 đến 20/8".
  if (high === null || reading.is(second + 1, '/')) return null;
  // "12 - 15 - 18 xã" is a list.
  const isHyphen = reading.is(joint, '-');
  const isListed =
    (reading.is(high.to, '-') && reading.isNumber(high.to + 1)) ||
    (reading.is(from - 1, '-') && reading.isNumber(from - 2));
  if (isHyphen && isListed) return null;
  const highUnit = readUnit(reading, high.to);
  if (unit !== null && highUnit?.kind !== unit.kind) return null;
  // "5 đến 7 tỷ đồng"
  const isShared = low.scale === 0 && unit === null;
  const factor = powerOfTen(isShared ? high.scale : 0);
  const start = multiply(low.value, factor);
  if (compare(start, high.value) > 0) return null;
  const step = isShared ? multiply(low.step, factor) : low.step;
  return withUnit(
    reading,
    from,
    { to: high.to, value: start, scale: high.scale, step },
    highUnit,
    high.value,
  );
}

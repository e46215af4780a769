/** What an amount states, by the words around it: how much, how many, or by how much it changed. */
import type { Amount } from './amounts.ts';
import {
  approximations,
  beforePlan,
  changes,
  earlierTimes,
  fillers,
  growthNouns,
  isPlanAbbreviation,
  levelVerbs,
  plans,
} from './contexts.ts';
import type { Change } from './contexts.ts';
import { phrases } from './phrases.ts';
import { isFigure } from './reading.ts';
import type { Reading } from './reading.ts';
import { inherited, partOfChange } from './series.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** How far back a verb may stand from its number, in tokens. */
const VERB_REACH = 9;
const CLAUSE_REACH = 16;

export function classify(reading: Reading, amount: Amount): Verdict {
  const sign = signBefore(reading, amount.from);
  if (sign !== null) {
    // "cao trình +5,20": above or below a zero that is set
    if (reading.is(amount.from - 2, ...heights)) return verdict('level', sign);
    return verdict(amount.kind === 'percent' ? 'growth' : 'difference', sign);
  }
  switch (amount.kind) {
    case 'percent':
      return classifyPercent(reading, amount);
    case 'point': {
      const change = changeBefore(reading, amount) ?? inherited(reading, amount);
      return verdict('difference', change?.sign ?? 1);
    }
    case 'times':
      return classifyTimes(reading, amount);
    case 'measure':
    case 'money':
    case 'thing': {
      // "gấp gần 3" without "lần"
      if (amount.kind === 'thing' && amount.unit === null && isAfterFold(reading, amount.from))
        return verdict('multiple');
      // A number with a fraction and no thing named ("hệ số 2,34") measures, it does not count.
      const isCount = amount.kind === 'thing' && (amount.unit !== null || amount.step.decimals === 0);
      const level = verdict(isCount ? 'count' : 'level');
      const change = changeBefore(reading, amount);
      // "lên 3 bậc"
      const isStep = amount.unit === 'bậc' && reading.is(amount.from - 1, 'lên', 'xuống');
      if (isStep) return verdict('difference', reading.is(amount.from - 1, 'lên') ? 1 : -1);
      // "vượt 3 chỉ tiêu" counts the targets.
      const isTarget = amount.kind === 'thing' && reading.at(targets, amount.to) !== null;
      if (change?.kind === 'over' && isTarget) return level;
      // "vượt 70 dBA": what cannot be added up is a threshold, no distance from it.
      if (change?.kind === 'over' && thresholdUnits.has(amount.unit?.toLowerCase() ?? '')) return level;
      if (change !== null) return verdict('difference', change.sign);
      const before = inherited(reading, amount);
      return before?.class === 'difference' ? before : level;
    }
  }
}

const thresholdUnits = new Set(['dba', 'db', '‰', '°c', 'ºc', 'độ c', 'ph', 'ntu', 'ppm', 'mg/l', 'µg/m3']);
const targets = phrases('chỉ tiêu|tiêu chí|nhiệm vụ|kế hoạch|khoản thu');
const heights = ['nước', 'trình', 'độ', 'cốt', 'cos', 'cao'] as const;

/** "(-673 ha)", "(+2,89%)": a sign close to its number, and nothing close before it. */
export function signBefore(reading: Reading, at: number): 1 | -1 | null {
  if (!reading.is(at - 1, '+', '-') || !(reading.isGlued(at) || reading.is(at - 2, '('))) return null;
  const isOpen = reading.tokens[at - 1]?.spaced === true || reading.is(at - 2, '(', ':', ';', '/', '');
  if (!isOpen || reading.isNumber(at - 2)) return null;
  return reading.is(at - 1, '-') ? -1 : 1;
}

function classifyPercent(reading: Reading, amount: Amount): Verdict {
  const change = changeBefore(reading, amount);
  const isOfPlan = isPlanAt(reading, amount.to);
  if (change?.kind === 'over')
    return isAgainstTime(reading, amount.to)
      ? verdict('growth', change.sign)
      : verdict('completion', change.sign, true);
  if (change?.kind === 'comparison') {
    const isFromPlan = isOfPlan || reading.before(plans, amount.from) !== null;
    return verdict(isFromPlan ? 'completion' : 'growth', change.sign, isFromPlan);
  }
  if (change !== null) return verdict('growth', change.sign);
  // "thiếu 14,49% so với chỉ tiêu"; "thiếu 15 giáo viên" is no distance from a plan.
  if (isOfPlan && reading.is(amount.from - 1, 'thiếu')) return verdict('completion', -1, true);
  const isComparedInTime = isAgainstTime(reading, amount.to);
  if (isOfPlan || (!isComparedInTime && isPlanBefore(reading, amount.from))) return verdict('completion');
  if (isGrowthClause(reading, amount.from)) return verdict('growth');
  const before = inherited(reading, amount);
  if (before?.class === 'growth' || before?.class === 'completion') return before;
  return partOfChange(reading, amount) ?? verdict('percent');
}

function classifyTimes(reading: Reading, amount: Amount): Verdict {
  const change = changeBefore(reading, amount);
  const isMultiple = change !== null || amount.value.decimals > 0 || isAfterMultiply(reading, amount.from);
  return verdict(
    isMultiple || inherited(reading, amount)?.class === 'multiple' ? 'multiple' : 'count',
    change?.sign ?? 1,
  );
}

const isAfterFold = (reading: Reading, at: number): boolean => {
  const from = at - (reading.before(approximations, at)?.length ?? 0);
  return reading.is(from - 1, 'gấp') && !reading.is(from - 2, 'cấp', 'khẩn');
};

/** "gấp 3 lần", "bằng hơn 3 lần" */
const isAfterMultiply = (reading: Reading, at: number): boolean =>
  reading.is(at - 1, 'gấp', 'bằng') ||
  (reading.is(at - 1, 'từ') && reading.is(at - 2, 'gấp', 'tăng', 'bằng')) ||
  (reading.is(at - 1, 'khoảng', 'hơn', 'gần', 'trên') && reading.is(at - 2, 'gấp', 'bằng'));

/**
 * The change that the number measures: its verb right before it, or, for what has a unit, before the words for what
 * changes ("giảm tỷ lệ hộ nghèo 1,5%"). A word for the level reached ends the search ("giảm còn 2,1%").
 */
function changeBefore(reading: Reading, amount: Amount): Change | null {
  let at = amount.from;
  const reach = amount.kind === 'thing' ? 0 : amount.kind === 'money' || amount.kind === 'measure' ? 3 : 6;
  let objects = 0;
  for (let steps = 0; steps < VERB_REACH; steps++) {
    const verb = reading.before(changes, at);
    if (verb !== null) return verb.value;
    const filler = reading.before(fillers, at);
    if (filler !== null && !(reading.is(at - 1, ':') && objects > 0)) {
      at -= filler.length;
      continue;
    }
    // "tăng từ 10 đến 15%" changes by that; "tăng từ 5% lên 7%" starts there.
    const isOpenRange = amount.high !== null || reading.is(amount.to, 'trở');
    if (reading.is(at - 1, 'từ') && isOpenRange && objects === 0) {
      at -= 1;
      continue;
    }
    // "vượt đỉnh lũ năm 1968 0,9m"
    if (reading.isDated(at - 1) || (reading.isDated(at) && reading.is(at - 1, 'năm', 'tháng', 'ngày'))) {
      at -= 1;
      continue;
    }
    const compared = beforeComparison(reading, at);
    if (compared !== null && steps < 5) return reading.before(changes, compared)?.value ?? null;
    if (!reading.isWord(at - 1) || levelVerbs.has(reading.key(at - 1)) || ++objects > reach) return null;
    at -= 1;
  }
  return null;
}

const COMPARISON_REACH = 8;

/** Where "so với cùng kỳ năm 2022", which ends before a token, starts: in "tăng so với cùng kỳ 25 vụ"; null for none. */
function beforeComparison(reading: Reading, at: number): number | null {
  for (let index = at - 1; index > at - COMPARISON_REACH; index--) {
    if (reading.is(index, 'so')) return index;
    // "nhiều hơn năm trước 25 hộ"
    if (reading.is(index, 'hơn') && reading.at(earlierTimes, index + 1) !== null) return index + 1;
    if (!reading.isWord(index) && !reading.isDated(index)) return null;
    if (levelVerbs.has(reading.key(index)) && !reading.is(index, 'với', 'của')) return null;
  }
  return null;
}

/** "vượt 12,5% so với cùng kỳ": what is exceeded is a time before, no plan. */
function isAgainstTime(reading: Reading, at: number): boolean {
  const start = at + (reading.at(beforePlan, at)?.length ?? 0);
  return reading.at(earlierTimes, start) !== null;
}

/** A plan named right behind a percentage: "% KH tỉnh giao", "% so với dự toán". */
function isPlanAt(reading: Reading, at: number): boolean {
  const start = at + (reading.at(beforePlan, at)?.length ?? 0);
  return reading.at(plans, start) !== null || isPlanAbbreviation(reading.tokens[start]?.text ?? '');
}

/** "so với kế hoạch đạt 98%", "hoàn thành kế hoạch 98%", "so dự toán giao đạt 42%", "đạt dự toán được giao vượt 5%". */
function isPlanBefore(reading: Reading, at: number): boolean {
  const verb = reading.is(at - 1, 'đạt', 'bằng') ? at - 1 : at;
  // "hụt 35,8 tỷ đồng so với dự toán (đạt 95,9%)", "12.345/12.300 ha kế hoạch, đạt 100,4%"
  const last = reading.found.at(-1);
  // "đạt 101% kế hoạch, bằng 99%": the plan has its percentage already.
  const isTaken = last !== undefined && isFigure(last) && last.unitKind === 'percent';
  const isResult = !isTaken && verb < at && reading.is(verb - 1, '(', ',') && planEnding(reading, verb - 1);
  if (isResult) return true;
  for (let index = at - 1; index > at - CLAUSE_REACH && index > 0; index--) {
    if (isClauseEnd(reading, index)) return false;
    const plan =
      reading.before(plans, index) ??
      (isPlanAbbreviation(reading.tokens[index - 1]?.text ?? '') ? { length: 1 } : null);
    if (plan === null) continue;
    const start = index - plan.length;
    return (
      reading.is(start - 1, 'với', 'so', 'thành', 'vượt') && !reading.is(start - 2, 'phù', 'cùng', 'gắn')
    );
  }
  return false;
}

/** Whether the words before a token end with a plan that something was measured against, no plan that was counted. */
function planEnding(reading: Reading, at: number): boolean {
  const end = reading.is(at - 1, 'giao', 'năm') ? at - 1 : reading.is(at - 1, 'ra') ? at - 2 : at;
  const isAbbreviated = isPlanAbbreviation(reading.tokens[end - 1]?.text ?? '');
  const plan = reading.before(plans, end);
  return isAbbreviated || (plan !== null && !reading.is(end - 1, 'tiêu', 'quyết'));
}

function isGrowthClause(reading: Reading, at: number): boolean {
  for (let index = at; index > at - CLAUSE_REACH && index > 0; index--) {
    if (index < at && isClauseEnd(reading, index)) return false;
    if (reading.before(growthNouns, index) !== null) return !reading.is(index, 'cường');
  }
  return false;
}

/** Punctuation that ends a clause; a bracketed abbreviation, "GRDP (6 letters)", does not. */
function isClauseEnd(reading: Reading, at: number): boolean {
  if (reading.isDated(at)) return false;
  if (reading.isNumber(at)) return true;
  if (reading.is(at, ',', ';', '.', ':')) return true;
  return reading.is(at, '(', ')') && !(reading.is(at + 2, ')') || reading.is(at - 2, '('));
}

/** What an amount states, by the words around it: how much, how many, or by how much it changed. */
import type { FigureClass } from '../../contract/figure.ts';
import type { Amount } from './amounts.ts';
import {
  approximations,
  beforePlan,
  changes,
  fillers,
  growthNouns,
  isPlanAbbreviation,
  levelVerbs,
  plans,
} from './contexts.ts';
import type { Change } from './contexts.ts';
import { isFigure } from './reading.ts';
import type { FoundFigure, Reading } from './reading.ts';

export interface Verdict {
  readonly class: FigureClass;
  readonly sign: 1 | -1;
  readonly fromPlan: boolean;
}

const verdict = (kind: FigureClass, sign: 1 | -1 = 1, fromPlan = false): Verdict => ({
  class: kind,
  sign,
  fromPlan,
});

/** How far back a verb may stand from its number, in tokens. */
const VERB_REACH = 9;
const CLAUSE_REACH = 16;

export function classify(reading: Reading, amount: Amount): Verdict {
  const sign = signBefore(reading, amount.from);
  if (sign !== null) return verdict(amount.kind === 'percent' ? 'growth' : 'difference', sign);
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
      // A number with a fraction and no thing named ("hệ số 2,34") measures, it does not count.
      const isCount = amount.kind === 'thing' && (amount.unit !== null || amount.step.decimals === 0);
      const level = verdict(isCount ? 'count' : 'level');
      const change = changeBefore(reading, amount);
      if (change !== null) return verdict('difference', change.sign);
      const before = inherited(reading, amount);
      return before?.class === 'difference' ? before : level;
    }
  }
}

/** "(-673 ha)", "(+2,89%)": a sign close to its number, and nothing close before it. */
export function signBefore(reading: Reading, at: number): 1 | -1 | null {
  if (!reading.is(at - 1, '+', '-') || !reading.isGlued(at)) return null;
  const isOpen = reading.tokens[at - 1]?.spaced === true || reading.is(at - 2, '(', ':', ';', '/', '');
  if (!isOpen || reading.isNumber(at - 2)) return null;
  return reading.is(at - 1, '-') ? -1 : 1;
}

function classifyPercent(reading: Reading, amount: Amount): Verdict {
  const change = changeBefore(reading, amount);
  const isOfPlan = isPlanAt(reading, amount.to);
  if (change?.kind === 'over') return verdict('completion', change.sign, true);
  if (change?.kind === 'comparison')
    return verdict(isOfPlan ? 'completion' : 'growth', change.sign, isOfPlan);
  if (change !== null) return verdict('growth', change.sign);
  if (isOfPlan || isPlanBefore(reading, amount.from)) return verdict('completion');
  if (isGrowthClause(reading, amount.from)) return verdict('growth');
  const before = inherited(reading, amount);
  return before?.class === 'growth' || before?.class === 'completion' ? before : verdict('percent');
}

function classifyTimes(reading: Reading, amount: Amount): Verdict {
  const change = changeBefore(reading, amount);
  const isMultiple = change !== null || amount.value.decimals > 0 || isAfterMultiply(reading, amount.from);
  return verdict(
    isMultiple || inherited(reading, amount)?.class === 'multiple' ? 'multiple' : 'count',
    change?.sign ?? 1,
  );
}

/** "gấp 3 lần", "bằng hơn 3 lần" */
const isAfterMultiply = (reading: Reading, at: number): boolean =>
  reading.is(at - 1, 'gấp', 'bằng') ||
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
    if (reading.is(at - 1, 'từ') && amount.high !== null && objects === 0) {
      at -= 1;
      continue;
    }
    if (!reading.isWord(at - 1) || levelVerbs.has(reading.key(at - 1)) || ++objects > reach) return null;
    at -= 1;
  }
  return null;
}

/** A plan named right behind a percentage: "% KH tỉnh giao", "% so với dự toán". */
function isPlanAt(reading: Reading, at: number): boolean {
  const start = at + (reading.at(beforePlan, at)?.length ?? 0);
  return reading.at(plans, start) !== null || isPlanAbbreviation(reading.tokens[start]?.text ?? '');
}

/** "so với kế hoạch đạt 98%", "hoàn thành kế hoạch 98%", "so dự toán giao đạt 42%", "đạt dự toán được giao vượt 5%". */
function isPlanBefore(reading: Reading, at: number): boolean {
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

function isGrowthClause(reading: Reading, at: number): boolean {
  for (let index = at; index > at - CLAUSE_REACH && index > 0; index--) {
    if (index < at && isClauseEnd(reading, index)) return false;
    if (reading.before(growthNouns, index) !== null) return !reading.is(index, 'cường');
  }
  return false;
}

/** Punctuation that ends a clause; a bracketed abbreviation, "GRDP (6 letters)", does not. */
function isClauseEnd(reading: Reading, at: number): boolean {
  if (reading.isNumber(at)) return true;
  if (reading.is(at, ',', ';', '.', ':')) return true;
  return reading.is(at, '(', ')') && !(reading.is(at + 2, ')') || reading.is(at - 2, '('));
}

/** Words between the figures of a series: "giảm 12,5% số lượt và 9,8% số người". */
const SERIES_WORDS = 5;

/** What the figure before said, where this one only continues its series. */
function inherited(reading: Reading, amount: Amount): Verdict | null {
  const last = reading.found.at(-1);
  if (last === undefined || !isFigure(last) || last.to >= amount.from) return null;
  if ((last.unitKind === 'percent') !== (amount.kind === 'percent')) return null;
  if ((last.unitKind === 'times') !== (amount.kind === 'times')) return null;
  return continues(reading, last, amount) ? verdict(last.class, signOf(last), last.fromPlan) : null;
}

const signOf = (figure: FoundFigure): 1 | -1 => (figure.value.mantissa < 0n ? -1 : 1);

function continues(reading: Reading, last: FoundFigure, amount: Amount): boolean {
  if (amount.from - last.to > SERIES_WORDS) return false;
  const joint = amount.from - 1;
  const isAnd = reading.is(joint, 'và');
  if (!isAnd && !reading.is(joint, ',', ';')) return false;
  for (let index = last.to; index < joint; index++) {
    const isOwnUnit = amount.kind === 'thing' && index - last.to < 3;
    if (reading.is(index, ',', ';', '.', '(', ')', ':') || (!isAnd && !isOwnUnit)) return false;
    if (levelVerbs.has(reading.key(index)) || reading.before(changes, index + 1) !== null) return false;
  }
  return true;
}

/** The word that makes the number at a token approximate; null for none. */
export function approximationOf(reading: Reading, at: number): string | null {
  const match = reading.before(approximations, at);
  if (match !== null) {
    const words = Array.from({ length: match.length }, (_, index) => reading.key(at - match.length + index));
    const isEstimated = words[0] === 'ước';
    const word = words.findLast(
      (key) => !['đạt', 'tính', 'hiện', 'là', 'được', 'tăng', 'giảm'].includes(key),
    );
    return isEstimated && (word === undefined || word === 'thực') ? 'ước' : phraseOf(word ?? '', words);
  }
  return null;
}

const wholePhrases = [
  'không quá',
  'tối thiểu',
  'tối đa',
  'ít nhất',
  'không dưới',
  'không ít hơn',
  'trên dưới',
  'xấp xỉ',
];
const phraseOf = (word: string, words: readonly string[]): string => {
  const joined = words.join(' ');
  return wholePhrases.find((phrase) => joined.endsWith(phrase)) ?? word;
};

/** Whether one misread digit would make numbers agree: a possibility for whoever holds the original, never a finding. */
import { printedRange } from './amounts.ts';
import type { Amount } from './amounts.ts';
import { judge } from './judge.ts';
import { integer, isNegative, magnitude, minus, nought, order, plus, times } from './rational.ts';
import type { Rational } from './rational.ts';
import type { Relation, Term } from './relation.ts';
import { wording } from './wording.ts';

/** More ways than this say nothing. */
const WAYS_MAX = 3;
const DIGITS_MAX = 15;

type Arithmetic = Pick<Relation, 'formula' | 'stated' | 'others'>;

/** A sentence that names the digits, or null. */
export function possibilityOf(relation: Arithmetic): string | null {
  const all = [relation.stated, ...relation.others];
  if (all.some(({ amount }) => amount === null)) return null;
  const isSum = relation.formula === 'sum';
  const agrees = isSum ? sumWith(relation) : resultWith(relation);
  const terms = isSum ? reachable(relation) : all;
  const swaps: string[] = [];
  for (const term of terms) {
    for (const { text, amount } of misreadings(term)) {
      if (!agrees(term, amount)) continue;
      swaps.push(wording.swap(term.text, text));
      break;
    }
    if (swaps.length > WAYS_MAX) return null;
  }
  return swaps.length === 0 ? null : wording.possibility(swaps);
}

type Trial = (term: Term, amount: Amount) => boolean;

function resultWith({ formula, stated, others }: Arithmetic): Trial {
  return (term, amount) => {
    const read = (each: Term): Amount => (each === term ? amount : (each.amount ?? amount));
    return judge(formula, read(stated), others.map(read))?.verdict === 'match';
  };
}

const valueOf = ({ amount }: Term): Rational => amount?.value ?? nought;

/** What the parts lack, and what the printed precision of all numbers allows. */
function gapOf({ stated, others }: Arithmetic): { gap: Rational; slack: Rational } {
  const slack = [stated, ...others].reduce((reach, { amount }) => {
    if (amount === null) return reach;
    return plus(reach, minus(printedRange(amount).high, amount.value));
  }, nought);
  return { gap: minus(valueOf(stated), others.map(valueOf).reduce(plus, nought)), slack };
}

/** Numbers of which one digit weighs what the sum lacks: nine of ten sums need no trial. */
function reachable(relation: Arithmetic): Term[] {
  const { gap, slack } = gapOf(relation);
  const lacking = magnitude(gap);
  const known = new Map<string, boolean>();
  return [relation.stated, ...relation.others].filter(({ amount }) => {
    const step = stepOf(amount);
    const key = `${step.n}/${step.d}`;
    const isKnown = known.get(key);
    if (isKnown !== undefined) return isKnown;
    let isReachable = false;
    for (let power = 0, weight = step; power < DIGITS_MAX && !isReachable; power++) {
      for (let digit = 1; digit <= 9 && !isReachable; digit++)
        isReachable = order(magnitude(minus(times(weight, integer(digit)), lacking)), slack) <= 0;
      weight = times(weight, integer(10));
    }
    known.set(key, isReachable);
    return isReachable;
  });
}

/** Weight of the last printed digit; one for a count. */
const stepOf = (amount: Amount | null): Rational =>
  amount === null || amount.step.n === 0n ? integer(1) : amount.step;

/** A sum needs no adding up again: what one number gains the gap loses. */
function sumWith(relation: Arithmetic): Trial {
  const { stated } = relation;
  const { gap, slack } = gapOf(relation);
  return (term, { value }) => {
    const gain = minus(value, valueOf(term));
    const left = term === stated ? plus(gap, gain) : minus(gap, gain);
    return order(magnitude(left), slack) <= 0;
  };
}

/** The number with one digit replaced, each way. Only the last run of digits: what stands before a scale word has another weight. */
export function* misreadings(term: Term): Generator<{ text: string; amount: Amount }> {
  const { text, amount, figure } = term;
  const runs = Array.from(text.matchAll(/\d[\d.,]*\d|\d/g));
  const run = runs.at(-1);
  if (amount === null || figure === null || run === undefined || runs.length > 1) return;
  const step = stepOf(amount);
  const places = Array.from(run[0].matchAll(/\d/g), (match) => run.index + match.index);
  if (places.length > DIGITS_MAX) return;
  for (const [index, place] of places.entries()) {
    const weight = times(step, integer(10n ** BigInt(places.length - 1 - index)));
    const old = Number(text[place]);
    for (let digit = index === 0 && places.length > 1 && old !== 0 ? 1 : 0; digit <= 9; digit++) {
      if (digit === old) continue;
      const change = times(weight, integer(digit - old));
      const value = isNegative(amount.value) ? minus(amount.value, change) : plus(amount.value, change);
      yield {
        text: text.slice(0, place) + String(digit) + text.slice(place + 1),
        amount: { ...amount, value },
      };
    }
  }
}

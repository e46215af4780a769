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
  const terms = [relation.stated, ...relation.others];
  if (terms.some(({ amount }) => amount === null)) return null;
  const agrees = relation.formula === 'sum' ? sumWith(relation) : resultWith(relation);
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

/** A sum needs no adding up again: what one number gains the gap loses. */
function sumWith({ stated, others }: Arithmetic): Trial {
  const valueOf = ({ amount }: Term): Rational => amount?.value ?? nought;
  const slack = [stated, ...others].reduce((reach, { amount }) => {
    if (amount === null) return reach;
    return plus(reach, minus(printedRange(amount).high, amount.value));
  }, nought);
  const gap = minus(valueOf(stated), others.map(valueOf).reduce(plus, nought));
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
  const step: Rational = amount.step.n === 0n ? integer(1) : amount.step;
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

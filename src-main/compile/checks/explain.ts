/** A judged relation as a check: numbers in the notation of the text, the arithmetic written out, the reason, the possibility. */
import type { Check, Operand, Verdict } from '../../contract/check.ts';
import { judge } from './judge.ts';
import { possibilityOf } from './possibility.ts';
import { decimalFrom, equal, isNegative, magnitude, minus, over, rational, rounded } from './rational.ts';
import type { Rational } from './rational.ts';
import type { Finding, Relation, Settled, Term } from './relation.ts';
import { arithmetic, vietnamese, wording } from './wording.ts';

export type Explained = Omit<Check, 'id' | 'curated'>;

/** Null for a relation that cannot be computed, or that is not worth a line. */
export function explain(finding: Finding): Explained | null {
  return 'settled' in finding ? explainSettled(finding.settled) : explainRelation(finding.relation);
}

function explainSettled({ kind, verdict, terms, ...rest }: Settled): Explained {
  return { kind, verdict, operands: terms.map(operandOf), ...rest };
}

export function operandOf({ block, start, end, text, role, figure, part, amount }: Term): Operand {
  const value = figure === null ? amountText(amount?.value ?? null) : (figure[part] ?? figure.value);
  return { block, start, end, text, value, role, figure: figure?.id ?? null };
}

const amountText = (value: Rational | null): string | null =>
  value === null ? null : decimalFrom(value, 12);

function explainRelation(relation: Relation): Explained | null {
  const { kind, stated, others, doubt = null } = relation;
  const amounts = others.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (stated.amount === null || amounts.length < others.length) return null;
  const judgement = judge(relation.formula, stated.amount, amounts);
  if (judgement === null) return null;
  if (judgement.verdict === 'mismatch' && relation.silent === true) return null;
  const isDoubted = judgement.verdict === 'mismatch' && doubt !== null;
  const verdict: Verdict = isDoubted ? 'undetermined' : judgement.verdict;
  const places = decimalsOf(stated) + 2;
  const computed =
    relation.formula === 'sum' ? decimalFrom(judgement.computed, 12) : rounded(judgement.computed, places);
  return {
    kind,
    verdict,
    operands: [stated, ...others].map(operandOf),
    computed: trimmed(computed),
    stated: operandOf(stated).value,
    sentence: sentenceOf(relation, judgement.computed, judgement.verdict, isDoubted ? doubt : null),
    reason: isDoubted ? doubt : null,
    possibility: verdict === 'mismatch' ? possibilityOf(relation) : null,
  };
}

const trimmed = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;

const decimalsOf = ({ figure, part }: Term): number => {
  const printed = (figure === null ? null : (figure[part] ?? figure.value)) ?? '0';
  return printed.split('.')[1]?.length ?? 0;
};

function sentenceOf(
  relation: Relation,
  computed: Rational,
  verdict: Exclude<Verdict, 'undetermined'>,
  doubt: string | null,
): string {
  const { stated, formula } = relation;
  if (formula === 'same') return sameOf(relation, computed, verdict);
  const inPercent = stated.figure?.unit === '%';
  const scale = formula === 'sum' || formula === 'change' ? scaleOf(relation) : one;
  const unit = inPercent ? ' %' : formula === 'sum' || formula === 'change' ? unitOf(relation, scale) : '';
  const places = decimalsOf(stated) + (inPercent || formula === 'multiple' ? 1 : 0);
  const show = (value: Rational): string => {
    const isExact = equal(value, rational(decimalFrom(value, places)));
    return shown(value, scale, (inPercent || formula === 'multiple') && !isExact ? places : 12);
  };
  const expression = `${expressionOf(relation, scale)}${formula === 'growth' ? ': ' : ' = '}${result()}`;
  const statedText = `${wordOf(stated)}${signed(stated.amount?.value ?? computed, (value) => shown(value, scale, 12))}${unit}`;
  if (doubt !== null) return wording.undetermined(expression, statedText, doubt);
  const gap = minus(computed, stated.amount?.value ?? computed);
  return arithmetic(expression, verdict, {
    statedText,
    isExact: gap.n === 0n,
    gap: `${show(magnitude(gap))}${inPercent && formula !== 'sum' ? ' điểm phần trăm' : unit}`,
  });

  function result(): string {
    const approximate = verdict === 'approximate' ? openWord(relation) : '';
    return `${approximate}${signed(computed, show)}${unit}${subjectOf(relation, unit)}`;
  }
  function signed(value: Rational, format: (value: Rational) => string): string {
    if (!['growth', 'growthOfChange', 'fromPlan', 'changeOrGrowth'].includes(formula)) return format(value);
    return `${isNegative(value) ? 'giảm' : 'tăng'} ${format(magnitude(value))}`;
  }
}

function sameOf(
  { stated, others }: Relation,
  computed: Rational,
  verdict: Exclude<Verdict, 'undetermined'>,
): string {
  const unit = stated.figure?.unit ?? '';
  const printed = (term: Term | undefined): string => {
    const text = term?.text ?? '';
    return unit === '' || text.endsWith(unit) ? text : `${text} ${unit}`;
  };
  const gap = magnitude(minus(computed, stated.amount?.value ?? computed));
  return wording.same(
    printed(others[0]),
    printed(stated),
    verdict,
    `${shown(gap, one, 12)}${unit === '' ? '' : ` ${unit}`}`,
  );
}

const one: Rational = { n: 1n, d: 1n };

function expressionOf(relation: Relation, scale: Rational): string {
  const shownOthers = relation.others.map((term) => shownTerm(term, scale));
  const [first = '', second = ''] = shownOthers;
  switch (relation.formula) {
    case 'sum': {
      const sum = shownOthers.join(' + ');
      return relation.parted === 'years' ? wording.yearsAdd(sum) : sum;
    }
    case 'share':
    case 'multiple':
      return `${first}/${second}`;
    case 'growth':
      return `${first} so với ${second}`;
    case 'change':
    case 'changeOrGrowth':
      return `${first} − ${second}`;
    case 'growthOfChange':
      return first.startsWith('−')
        ? `${first.slice(1)} trên số trước đó ${second} + ${first.slice(1)}`
        : `${first} trên số trước đó ${second} − ${first}`;
    case 'fromPlan':
      return `${first} − 100 %`;
    case 'same':
      return first;
  }
}

function shownTerm(term: Term, scale: Rational): string {
  const { amount, figure, text } = term;
  if (amount === null || figure === null)
    return amount === null ? text : `${shown(amount.value, scale, 12)} (${text})`;
  // A sum shows bare numbers in one scale, everything else as the text prints it.
  const isPlain = scale !== one || figure.scale === '1';
  const number = isPlain ? shown(amount.value, scale, 12) : text;
  return `${wordOf(term)}${number}${figure.unit === '%' && isPlain ? ' %' : ''}`;
}

const wordOf = ({ figure }: Term): string => {
  const word = figure?.approx ?? null;
  return word === null || word === 'ước' ? '' : `${word} `;
};

function openWord({ others, formula }: Relation): string {
  if (formula !== 'sum') return '';
  const words = new Set(others.map(wordOf));
  return words.size === 1 ? ([...words][0] ?? '') : '';
}

function shown(value: Rational, scale: Rational, places: number): string {
  const quotient = over(value, scale) ?? value;
  return vietnamese(places >= 12 ? decimalFrom(quotient, 12) : rounded(quotient, places));
}

const scaleWords: Readonly<Record<string, string>> = {
  '1000': 'nghìn',
  '1000000': 'triệu',
  '1000000000': 'tỷ',
  '1000000000000': 'nghìn tỷ',
};

/** The largest scale word among the numbers; 1 where one of them has none. */
function scaleOf({ stated, others }: Relation): Rational {
  const scales = [stated, ...others].map(({ figure }) => figure?.scale ?? '1');
  const values = [stated, ...others].flatMap(({ amount }) => (amount === null ? [] : [amount.value]));
  if (scales.some((scale) => scaleWords[scale] === undefined)) return one;
  const largest = scales.map((scale) => rational(scale)).reduce((a, b) => (a.n > b.n ? a : b));
  return values.length === 0 ? one : largest;
}

function unitOf({ stated }: Relation, scale: Rational): string {
  const word = scaleWords[scale.n.toString()];
  const unit = stated.figure?.unit ?? '';
  return `${word === undefined ? '' : ` ${word}`}${unit === '' ? '' : ` ${unit}`}`;
}

/** "phiên họp UBND" where the unit is "phiên họp": what the unit leaves out. */
function subjectOf({ subject = '', stated, formula }: Relation, unit: string): string {
  if (formula !== 'sum' || subject === '' || unit === '') return '';
  const own = stated.figure?.unit ?? '';
  return subject.startsWith(own) ? subject.slice(own.length) : '';
}

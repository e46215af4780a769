/** How well a text answers a query: phrase, words near each other, words of one text, of its surroundings, some words. */
import { agreement, agreements, isPlain } from '../contract/word-forms.ts';
import type { WordForm } from '../contract/word-forms.ts';
import type { HitRange } from '../contract/search.ts';
import type { Context } from './contexts.ts';
import type { Alternative } from './expand.ts';
import type { Query } from './query.ts';
import type { Forms, Run } from './searchable.ts';
import { editDistance } from './vocabulary.ts';

/** An alternative where it stands in a run of words. */
interface Occurrence {
  /** Index of its first word, and how many it takes. */
  readonly at: number;
  readonly length: number;
  readonly alternative: Alternative;
  /** For the ranking: how far it is from what was typed, accents included. */
  readonly grade: number;
  /** For the confidence: how sure it is that this was meant. */
  readonly trust: number;
}

interface OccurrenceAround extends Occurrence {
  readonly isClose: boolean;
}
interface Surrounding {
  readonly run: Run;
  readonly found: readonly Occurrence[];
  /** How much it counts. */
  readonly factor: number;
  readonly isClose: boolean;
}

interface Start {
  readonly alternative: Alternative;
  readonly agreement: number;
}

/** A found stretch: which alternatives it uses and how well they fit. */
interface Fit {
  /** Weighted mean of the terms' grades, of those that are found. */
  readonly grade: number;
  readonly trust: number;
  readonly leastTrust: number;
  readonly used: readonly Alternative[];
  readonly ranges: readonly HitRange[];
}

export interface Match extends Fit {
  readonly kind: 'phrase' | 'words' | 'words around' | 'some words';
  /** Words of the stretch that are none of the query's. */
  readonly between: number;
  /** Weighted share of the terms that the text itself has, and that it has with its surroundings. */
  readonly share: number;
  readonly wholeShare: number;
  /** Weighted share of the terms in the longest run of them in the query's order. */
  readonly runShare: number;
  /** Where that run stands; null where it is a single word. */
  readonly runRange: HitRange | null;
  /** 1 where all terms stand right behind each other, in the text or around it; 0 where all are far apart. */
  readonly cohesion: number;
  /** Some term stands alone, far from those before and behind it in the query. */
  readonly hasLoner: boolean;
  /** What is not in the text itself is in what points to it. */
  readonly isClose: boolean;
  readonly isExact: boolean;
  /** Terms that the text itself does not have. */
  readonly missing: number;
}

/** One text is never searched for more: a pasted page in the box must not take a second. */
const OCCURRENCES_MAX = 300;
const SINGLE_MAX = 40;
/** Plain words of a query that has accents elsewhere: they may stand for themselves, or were typed in a hurry. */
const PLAIN_AMONG_ACCENTED = 0.88;
const KEYS_LEAST = 0.8;
export class Matcher {
  readonly count: number;
  readonly #starts: (readonly Start[] | undefined)[] = [];
  readonly #byFirst = new Map<string, Alternative[]>();
  readonly #beginnings: Alternative[] = [];
  readonly #placed: Alternative[] = [];
  readonly #around = new Map<Run, readonly Occurrence[]>();
  readonly #agreements = new Map<string, number>();
  /** Terms that must be found; questions need not. */
  readonly #isNeeded: readonly boolean[];
  readonly #needed: number;
  readonly #weight: number;

  /** `weights`: what each term tells, from its rarity. */
  constructor(
    private readonly query: Query,
    alternatives: readonly Alternative[],
    private readonly weights: readonly number[],
    private readonly forms: Forms,
  ) {
    for (const alternative of alternatives) {
      const [word] = alternative.words;
      if (alternative.places !== null) this.#placed.push(alternative);
      if (word === undefined) continue;
      if (alternative.isBeginning && alternative.words.length === 1) this.#beginnings.push(alternative);
      else {
        const same = this.#byFirst.get(word.folded);
        if (same === undefined) this.#byFirst.set(word.folded, [alternative]);
        else same.push(alternative);
      }
    }
    this.count = query.terms.length;
    this.#isNeeded = query.terms.map(({ isOptional }) => !isOptional);
    this.#needed = this.#isNeeded.filter(Boolean).length;
    this.#weight = this.#weightOf(this.#isNeeded);
  }

  /** Best answer that a run of words gives, with what stands around it; null where it has none of the words. */
  match(run: Run, block: string | null, context: Context | null): Match | null {
    const found = this.#occurrences(run, block);
    const plainly = found.filter(({ alternative }) => !alternative.needsPhrase);
    const chains = this.#chains(run, found);
    if (chains.whole !== null) {
      const { fit, isExact } = chains.whole;
      return {
        kind: 'phrase',
        ...fit,
        between: 0,
        share: 1,
        wholeShare: 1,
        runShare: 1,
        runRange: null,
        cohesion: 1,
        hasLoner: false,
        isClose: true,
        missing: 0,
        isExact,
      };
    }
    const best = this.#bestByTerm(plainly);
    const has = best.map((occurrence) => occurrence !== null);
    if (!has.some((is, at) => is && this.#isNeeded[at])) return null;
    const share = this.#weightOf(has) / this.#weight;
    const { longest } = chains;
    const runShare = longest === null ? 0 : Math.min(1, longest.weight / this.#weight);
    const runRange = longest === null || longest.parts.length < 2 ? null : rangeOfParts(run, longest.parts);
    const missing = has.filter((is, at) => !is && this.#isNeeded[at]).length;
    const common = { share, runShare, runRange, missing, isExact: false };
    if (this.#isNeeded.every((isNeeded, at) => !isNeeded || has[at])) {
      const near = this.#nearest(run, plainly, best);
      const pairs = this.#pairs([{ run, found: plainly }], has, []);
      const cohesion = this.#cohesion(pairs);
      const hasLoner = this.#hasLoner(pairs);
      return {
        kind: 'words',
        isClose: true,
        ...near.fit,
        between: near.between,
        wholeShare: 1,
        cohesion,
        hasLoner,
        ...common,
      };
    }
    const surroundings = this.#surroundings(context);
    const beside = this.#bestAround(surroundings, has);
    const whole = has.map((is, at) => is || (beside[at] ?? null) !== null);
    const terms = best.map((own, at) => own ?? beside[at] ?? null);
    const wholeShare = this.#weightOf(whole) / this.#weight;
    const isWhole = this.#isNeeded.every((isNeeded, at) => !isNeeded || whole[at]);
    const pairs = this.#pairs([{ run, found: plainly }, ...surroundings], has, beside);
    const cohesion = this.#cohesion(pairs);
    const hasLoner = this.#hasLoner(pairs);
    const isClose = beside.every((one) => one === null || one.isClose);
    const fit = this.#fitOf(isWhole ? terms : best, this.#rangesOf(run, plainly, best));
    return {
      kind: isWhole ? 'words around' : 'some words',
      isClose,
      ...fit,
      between: 0,
      wholeShare,
      cohesion,
      hasLoner,
      ...common,
    };
  }

  get isAccented(): boolean {
    return this.query.isAccented;
  }

  /** Number of terms that must be found. */
  get needed(): number {
    return this.#needed;
  }

  #weightOf(terms: readonly boolean[]): number {
    let weight = 0;
    for (let at = 0; at < terms.length; at++)
      if (terms[at] && this.#isNeeded[at]) weight += this.weights[at] ?? 0;
    return weight;
  }

  #occurrences(run: Run, block: string | null): Occurrence[] {
    const found: Occurrence[] = [];
    const max = this.count === 1 ? SINGLE_MAX : OCCURRENCES_MAX;
    for (let at = 0; at < run.ids.length && found.length < max; at++) {
      for (const start of this.#startsOf(run.ids[at] ?? -1)) {
        const occurrence = this.#occurrenceAt(run, at, start);
        if (occurrence !== null) found.push(occurrence);
      }
    }
    if (block === null || this.#placed.length === 0) return found;
    for (const alternative of this.#placed) {
      const places = alternative.places?.get(block);
      if (places === undefined) continue;
      for (const { start, end } of places) {
        const at = run.starts.findIndex((from) => from >= start);
        if (at < 0) continue;
        let length = 1;
        while ((run.ends[at + length] ?? Infinity) <= end) length++;
        found.push({ at, length, alternative, grade: alternative.quality, trust: 1 });
      }
    }
    return found.sort((a, b) => a.at - b.at);
  }

  /** Alternatives that begin with a word; worked out once for each word of the document that a query meets. */
  #startsOf(id: number): readonly Start[] {
    const known = this.#starts[id];
    if (known !== undefined) return known;
    const form = this.forms.of(id);
    const starts: Start[] = [];
    const take = (alternative: Alternative, isBeginning: boolean): void => {
      const [word] = alternative.words;
      if (word === undefined || form === undefined) return;
      const agrees = this.#agreementOf(word, form, isBeginning, alternative);
      if (agrees > 0) starts.push({ alternative, agreement: agrees });
    };
    for (const alternative of this.#byFirst.get(form?.folded ?? '') ?? []) take(alternative, false);
    for (const alternative of this.#beginnings) take(alternative, true);
    const kept = starts.length === 0 ? none : starts;
    this.#starts[id] = kept;
    return kept;
  }

  /** 0 where the words differ by more than accents. */
  #agreementOf(typed: WordForm, found: WordForm, isBeginning: boolean, alternative: Alternative): number {
    if (isBeginning ? !found.folded.startsWith(typed.folded) : found.folded !== typed.folded) return 0;
    const isOwn = alternative.kind === 'typed' || alternative.kind === 'unfinished';
    if (isOwn && this.query.isAccented && isPlain(typed) && !isPlain(found)) return PLAIN_AMONG_ACCENTED;
    if (alternative.misspelt !== null) return misspeltAgreement(alternative.misspelt, found);
    const agrees = agreement(typed, found, isBeginning);
    // The keys' accents may have been left out as well.
    if (alternative.kind === 'keys') return Math.max(agrees, KEYS_LEAST);
    return alternative.isExact && agrees < agreements.leftOut ? 0 : agrees;
  }

  #occurrenceAt(run: Run, at: number, { alternative, agreement: first }: Start): Occurrence | null {
    const { words, isBeginning, quality, trust } = alternative;
    let sum = first;
    for (let nth = 1; nth < words.length; nth++) {
      const word = words[nth];
      const form = this.forms.of(run.ids[at + nth] ?? -1);
      if (word === undefined || form === undefined) return null;
      const agrees = this.#remembered(
        word,
        run.ids[at + nth] ?? -1,
        form,
        isBeginning && nth === words.length - 1,
        alternative,
      );
      if (agrees === 0) return null;
      sum += agrees;
    }
    const mean = sum / words.length;

    return { at, length: words.length, alternative, grade: quality * mean, trust: trust * mean };
  }

  #remembered(
    word: WordForm,
    id: number,
    form: WordForm,
    isBeginning: boolean,
    alternative: Alternative,
  ): number {
    const key = `${id} ${isBeginning ? 1 : 0}${alternative.kind} ${word.letters}${word.tone}`;
    const known = this.#agreements.get(key);
    if (known !== undefined) return known;
    const agrees = this.#agreementOf(word, form, isBeginning, alternative);
    this.#agreements.set(key, agrees);
    return agrees;
  }

  #bestByTerm(found: readonly Occurrence[]): (Occurrence | null)[] {
    const best = Array<Occurrence | null>(this.count).fill(null);
    for (const occurrence of found)
      for (let term = occurrence.alternative.from; term < occurrence.alternative.to; term++)
        if ((best[term]?.grade ?? 0) < occurrence.grade) best[term] = occurrence;
    return best;
  }

  /** What stands around, the nearer the more it counts. */
  #surroundings(context: Context | null): readonly Surrounding[] {
    if (context === null) return [];
    const at = (runs: readonly Run[], factor: number, isClose: boolean): Surrounding[] =>
      runs.flatMap((run): Surrounding[] => {
        let found = this.#around.get(run);
        if (found === undefined) {
          found = this.#occurrences(run, null);
          this.#around.set(run, found);
        }
        return found.length === 0 ? [] : [{ run, found, factor, isClose }];
      });
    return [
      ...at(context.close, 1, true),
      ...at(context.beside, 0.9, false),
      ...at(context.headings, 0.85, false),
    ];
  }

  #bestAround(around: readonly Surrounding[], has: readonly boolean[]): (OccurrenceAround | null)[] {
    const best = Array<OccurrenceAround | null>(this.count).fill(null);
    for (const { found, factor, isClose } of around)
      for (const occurrence of found) {
        if (occurrence.alternative.needsPhrase) continue;
        const grade = occurrence.grade * factor;
        for (let term = occurrence.alternative.from; term < occurrence.alternative.to; term++)
          if (!has[term] && (best[term]?.grade ?? 0) < grade) best[term] = { ...occurrence, grade, isClose };
      }
    return best;
  }

  /** How closely each term is followed by the next needed one, from 0 to 1, in the best of the runs. */
  #pairs(
    runs: readonly Pick<Surrounding, 'run' | 'found'>[],
    has: readonly boolean[],
    beside: readonly (OccurrenceAround | null)[],
  ): number[] {
    const pairs = Array<number>(this.count).fill(0);
    // A footnote goes on where the sentence pointed to it.
    for (let term = 0; term < this.count; term++) {
      const next = this.#nextNeeded(term + 1);
      if (has[term] === has[next]) continue;
      if ((beside[term] ?? beside[next])?.isClose === true) pairs[term] = ACROSS_NOTE;
    }
    for (const { run, found } of runs) {
      const lastOf = Array<Occurrence | null>(this.count).fill(null);
      for (const occurrence of found) {
        const { alternative, at } = occurrence;
        if (alternative.needsPhrase) continue;
        for (let term = alternative.from; term + 1 < alternative.to; term++) pairs[term] = 1;
        const before = this.#neededBefore(alternative.from);
        const behind = this.#nextNeeded(alternative.to);
        const start = run.places[at] ?? 0;
        const left = before < 0 ? null : (lastOf[before] ?? null);
        if (left !== null) {
          const gap = start - (run.places[left.at + left.length - 1] ?? 0);
          pairs[before] = Math.max(
            pairs[before] ?? 0,
            closeness(gap) * Math.min(left.grade, occurrence.grade),
          );
        }
        const right = behind < this.count ? (lastOf[behind] ?? null) : null;
        if (right !== null) {
          const gap = start - (run.places[right.at + right.length - 1] ?? 0);
          const own = alternative.to - 1;
          // The other way round is near as well, but no phrase.
          pairs[own] = Math.max(
            pairs[own] ?? 0,
            0.7 * closeness(gap) * Math.min(right.grade, occurrence.grade),
          );
        }
        for (let term = alternative.from; term < alternative.to; term++) lastOf[term] = occurrence;
      }
    }
    return pairs;
  }

  #cohesion(pairs: readonly number[]): number {
    if (this.#needed < 2) return 1;
    let sum = 0;
    let whole = 0;
    for (let term = 0; term < this.count; term++) {
      const next = this.#nextNeeded(term + 1);
      if (!this.#isNeeded[term] || next >= this.count) continue;
      const weight = (this.weights[term] ?? 0) + (this.weights[next] ?? 0);
      sum += weight * (pairs[term] ?? 0);
      whole += weight;
    }
    return whole === 0 ? 1 : sum / whole;
  }

  #hasLoner(pairs: readonly number[]): boolean {
    let before = 0;
    for (let term = this.#nextNeeded(0); term < this.count; term = this.#nextNeeded(term + 1)) {
      const own = pairs[term] ?? 0;
      if (Math.max(before, own) < TOGETHER) return true;
      before = own;
    }
    return false;
  }

  #neededBefore(term: number): number {
    let before = term - 1;
    while (before >= 0 && !this.#isNeeded[before]) before--;
    return before;
  }

  /** Terms in the query's order, one right behind the other: the best whole run, and the weight of the longest part. */
  #chains(
    run: Run,
    found: readonly Occurrence[],
  ): {
    readonly whole: { readonly fit: Fit; readonly isExact: boolean } | null;
    readonly longest: Chain | null;
  } {
    const open = new Map<number, Chain>();
    const whole: Chain[] = [];
    let longest: Chain | null = null;
    for (const occurrence of found) {
      const { alternative, at, length } = occurrence;
      const before = open.get(at * KEY + this.#nextNeeded(alternative.from));
      const isFirst = this.#nextNeeded(0) >= alternative.from;
      const isCut = before !== undefined && (run.places[at] ?? 0) - (run.places[at - 1] ?? 0) > 1;
      const chain = this.#extended(before ?? null, occurrence, isCut);
      if (chain === null) continue;
      if (chain.weight > (longest?.weight ?? 0)) longest = chain;
      const next = this.#nextNeeded(alternative.to);
      const made = { ...chain, startsWhole: before?.startsWhole ?? isFirst };
      if (next >= this.count && made.startsWhole && (made.guesses === 0 || made.parts.length > 1))
        whole.push(made);
      const key = (at + length) * KEY + next;
      const other = open.get(key);
      if (other === undefined || other.value < made.value || (made.startsWhole && !other.startsWhole))
        open.set(key, made);
    }
    const [first] = whole;
    if (first === undefined) return { whole: null, longest };
    const best = whole.reduce((a, b) => (b.value > a.value ? b : a), first);
    const ranges = whole
      .filter(({ value }) => value >= best.value * 0.7)
      .map(({ parts }) => rangeOfParts(run, parts));
    const terms = Array<Occurrence | null>(this.count).fill(null);
    for (const part of best.parts)
      for (let term = part.alternative.from; term < part.alternative.to; term++) terms[term] = part;
    const isExact = best.parts.every(({ grade, alternative }) => grade === 1 && alternative.kind === 'typed');
    return { whole: { fit: this.#fitOf(terms, ranges), isExact }, longest };
  }

  #extended(before: Chain | null, occurrence: Occurrence, isCut: boolean): Chain | null {
    const { alternative, grade } = occurrence;
    let weight = 0;
    for (let term = alternative.from; term < alternative.to; term++)
      if (this.#isNeeded[term]) weight += this.weights[term] ?? 0;
    const guesses = (before?.guesses ?? 0) + (alternative.needsPhrase ? 1 : 0);
    if (guesses > 1) return null;
    return {
      parts: before === null ? [occurrence] : [...before.parts, occurrence],
      value: ((before?.value ?? 0) + weight * grade) * (isCut ? ACROSS_SENTENCES : 1),
      weight: (before?.weight ?? 0) + (alternative.needsPhrase ? 0 : weight),
      startsWhole: before?.startsWhole ?? false,
      guesses,
    };
  }

  /** The next term from there on that must be found. */
  #nextNeeded(term: number): number {
    let next = term;
    while (next < this.count && !this.#isNeeded[next]) next++;
    return next;
  }

  /** The stretch that holds every term: the shortest with the best occurrences, or with any. */
  #nearest(
    run: Run,
    found: readonly Occurrence[],
    best: readonly (Occurrence | null)[],
  ): { readonly fit: Fit; readonly between: number } {
    const good = found.filter(({ alternative, grade }) => {
      for (let term = alternative.from; term < alternative.to; term++)
        if (grade >= (best[term]?.grade ?? 0) * 0.93) return true;
      return false;
    });
    const stretch = this.#shortest(run, good) ?? this.#shortest(run, found);
    if (stretch === null)
      return { fit: this.#fitOf(best, this.#rangesOf(run, found, best)), between: Infinity };
    const inside = found.filter(({ at, length }) => at >= stretch.from && at + length <= stretch.to);
    const terms = this.#bestByTerm(inside);
    const needed = new Set(terms.filter((occurrence) => occurrence !== null));
    let words = 0;
    for (const { length } of needed) words += length;
    const span = (run.places[stretch.to - 1] ?? 0) - (run.places[stretch.from] ?? 0) + 1;
    return { fit: this.#fitOf(terms, this.#rangesOf(run, found, terms)), between: Math.max(0, span - words) };
  }

  #shortest(run: Run, found: readonly Occurrence[]): { readonly from: number; readonly to: number } | null {
    const counts = Array<number>(this.count).fill(0);
    let missing = this.#needed;
    let best: { from: number; to: number } | null = null;
    let shortest = Infinity;
    let from = 0;
    for (const { alternative, at, length } of found) {
      for (let term = alternative.from; term < alternative.to; term++)
        if (this.#isNeeded[term] && step(counts, term, 1) === 1) missing--;
      while (missing === 0) {
        const first = found[from++];
        if (first === undefined) break;
        const to = at + length;
        const span = (run.places[to - 1] ?? 0) - (run.places[first.at] ?? 0);
        if (span < shortest) {
          shortest = span;
          best = { from: first.at, to };
        }
        for (let term = first.alternative.from; term < first.alternative.to; term++)
          if (this.#isNeeded[term] && step(counts, term, -1) === 0) missing++;
      }
    }
    return best;
  }

  #fitOf(terms: readonly (Occurrence | null)[], ranges: readonly HitRange[]): Fit {
    let grade = 0;
    let trust = 0;
    let weight = 0;
    let leastTrust = 1;
    const used = new Set<Alternative>();
    terms.forEach((occurrence, term) => {
      if (occurrence === null || !this.#isNeeded[term]) return;
      const own = this.weights[term] ?? 0;
      grade += own * occurrence.grade;
      trust += own * occurrence.trust;
      weight += own;
      leastTrust = Math.min(leastTrust, occurrence.trust);
      used.add(occurrence.alternative);
    });
    if (weight === 0) return { grade: 0, trust: 0, leastTrust: 0, used: [], ranges };
    return { grade: grade / weight, trust: trust / weight, leastTrust, used: [...used], ranges };
  }

  /** Where the terms stand, as well as the best of them fit. */
  #rangesOf(run: Run, found: readonly Occurrence[], terms: readonly (Occurrence | null)[]): HitRange[] {
    return found
      .filter(({ alternative, grade }) => {
        for (let term = alternative.from; term < alternative.to; term++)
          if (grade >= (terms[term]?.grade ?? 1) * 0.9) return true;
        return false;
      })
      .map((occurrence) => rangeOfParts(run, [occurrence]));
  }
}

function step(counts: number[], at: number, by: 1 | -1): number {
  const count = (counts[at] ?? 0) + by;
  counts[at] = count;
  return count;
}

/** Accents of a mistyped word are hardly mistyped as well. */
function misspeltAgreement(typed: WordForm, found: WordForm): number {
  if (isPlain(typed)) return 1;
  const isNear = editDistance(typed.letters, found.letters, 2) <= 2;
  const isSameTone = typed.tone === found.tone || (typed.tone > 2 && typed.tone + found.tone === 7);
  return (isNear ? 1 : 0.8) * (isSameTone ? 1 : 0.75);
}

/** 1 for neighbours, less the more words stand between. */
function closeness(gap: number): number {
  if (gap <= 1) return 1;
  return gap > 12 ? 0 : 0.8 * (1 - (gap - 2) / 11);
}

const none: readonly Start[] = [];
/** A phrase over the end of a sentence was hardly meant as one; who copied it means it all the same. */
const ACROSS_SENTENCES = 0.9;
const ACROSS_NOTE = 0.5;
const TOGETHER = 0.35;
/** More terms than a query has. */
const KEY = 64;

interface Chain {
  readonly parts: readonly Occurrence[];
  readonly value: number;
  readonly weight: number;
  /** It began with the query's first term. */
  readonly startsWhole: boolean;
  readonly guesses: number;
}

function rangeOfParts(run: Run, parts: readonly Occurrence[]): HitRange {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: run.starts[first.at] ?? 0, end: run.ends[last.at + last.length - 1] ?? 0 };
}

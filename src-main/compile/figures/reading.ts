/** A block being read: its tokens, what was found so far, and the few questions that rules ask about the surroundings. */
import type { Block, Section } from '../../contract/briefing.ts';
import type { FigureClass, FigureStatus, NonFigureClass } from '../../contract/figure.ts';
import type { Decimal } from './decimal.ts';
import { plainInteger, readNumber } from './notation.ts';
import type { Match, PhraseTable } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';

/** Token range `from` to `to` (exclusive) that a number takes. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** A number that states no quantity. `span` is what a date covers in time. */
export interface FoundNonFigure extends Place {
  readonly class: NonFigureClass;
  readonly span: Span | null;
}

/** Points or parts of time in ISO 8601 as far as the prose says: "2021", "2021-Q2", "2021-07-05"; month only: "--07". */
export interface Span {
  readonly start: string;
  readonly end: string;
}

export interface FoundFigure extends Place {
  readonly class: FigureClass;
  readonly value: Decimal;
  readonly of: Decimal | null;
  readonly high: Decimal | null;
  readonly unit: string | null;
  readonly unitKind: Unit['kind'] | null;
  /** Power of ten of the last scale word. */
  readonly scale: number;
  readonly step: Decimal;
  readonly approx: string | null;
  readonly fromPlan: boolean;
  readonly status?: FigureStatus;
  readonly period?: string | null;
}

export type Found = FoundFigure | FoundNonFigure;
export const isFigure = (found: Found): found is FoundFigure => 'value' in found;

/** A rule of the grammar: what the number at a token is, or null if the rule has no say. Looks at a bounded number of tokens. */
export type Rule = (reading: Reading, at: number) => Found | null;

export interface BlockFacts {
  readonly kind: Block['kind'];
  /** Of the section that opens with this block; null if none does. */
  readonly opens: Section['kind'] | null;
}

export class Reading {
  /** In order. */
  readonly found: Found[] = [];
  readonly #dated = new Set<number>();
  // Several rules ask for the same number: what one token is worth is read once.
  readonly #numbers: (Decimal | null | undefined)[] = [];
  readonly #integers: (number | null | undefined)[] = [];

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly isEnglish: boolean,
    readonly facts: BlockFacts,
  ) {}

  add(found: Found): void {
    this.found.push(found);
    if (found.class !== 'date') return;
    for (let at = found.from; at < found.to; at++) this.#dated.add(at);
  }

  /** Whether the token belongs to a date already found. */
  isDated(at: number): boolean {
    return this.#dated.has(at);
  }

  /** "" beyond either end. */
  key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }

  is(at: number, ...keys: readonly string[]): boolean {
    return keys.includes(this.key(at));
  }

  isWord(at: number): boolean {
    return this.tokens[at]?.kind === 'word';
  }

  isNumber(at: number): boolean {
    return this.tokens[at]?.kind === 'number';
  }

  /** Whether the token is there and no white space stands before it. */
  isGlued(at: number): boolean {
    return this.tokens[at]?.spaced === false;
  }

  /** Value of a number token; null for any other and for what is no single number. */
  number(at: number): Decimal | null {
    const known = this.#numbers[at];
    if (known !== undefined) return known;
    const token = this.tokens[at];
    if (token?.kind !== 'number') return null;
    return (this.#numbers[at] = readNumber(token.text, this.isEnglish));
  }

  integer(at: number): number | null {
    const known = this.#integers[at];
    if (known !== undefined) return known;
    const token = this.tokens[at];
    if (token?.kind !== 'number') return null;
    return (this.#integers[at] = plainInteger(token));
  }

  /** Text from one token to before another, as printed. */
  slice(from: number, to: number): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first === undefined || last === undefined ? '' : this.text.slice(first.start, last.end);
  }

  at<T>(table: PhraseTable<T>, at: number): Match<T> | null {
    return table.at(this.tokens, at);
  }

  before<T>(table: PhraseTable<T>, at: number): Match<T> | null {
    return table.before(this.tokens, at);
  }

  /** The number before this one, where only separators of a list ("," "và" ";" "-" "đến") stand between; else null. */
  listedAfter(at: number): Found | null {
    const last = this.found.at(-1);
    if (last === undefined || at - last.to > 2 || at === last.to) return null;
    for (let index = last.to; index < at; index++) {
      if (!this.is(index, ',', 'và', ';', '-', 'đến', 'hoặc', '&')) return null;
    }
    return last;
  }
}

/**
 * A block read from its beginning for the names of its figures. What a clause leaves out it takes from what was said
 * before: in the clause, around its bracket, at the mark of its footnote, or in the line that announces a list.
 */
import type { FigureClass } from '../../contract/figure.ts';
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import type { Token } from '../figures/tokens.ts';
import { before } from './clause.ts';
import type { Before } from './clause.ts';
import { complement } from './complement.ts';
import { coreOf } from './cores.ts';
import type { Core } from './cores.ts';
import { wordCount, written } from './phrase.ts';
import { respectiveNames } from './respective.ts';
import type { Words } from './phrase.ts';

/** What a number was said to be; later clauses that leave their subject out go on with it. */
export interface Said extends Core {
  /** Null for words without a number of their own. */
  readonly figure: string | null;
  readonly class: FigureClass | null;
  readonly unit: string | null;
  /** The year that a number alone in brackets is compared for; null where the figure's own period holds. */
  readonly period: string | null;
  /** Depth of brackets. */
  readonly depth: number;
  readonly clause: number;
}

/** Tokens of a clause that are looked at: names come from close by, and work stays linear. */
const RUN_MAX = 60;
const HISTORY_MAX = 12;
const DEPTH_MAX = 6;

interface Level {
  readonly run: Token[];
  readonly isAfterFigure: boolean;
  readonly isPart: boolean;
  readonly whole: Said | null;
}

export class Discourse {
  readonly #tokens: readonly Token[];
  readonly #context: Said | null;
  #history: Said[] = [];
  #stack: Level[] = [];
  #run: Token[] = [];
  #isAfterFigure = false;
  /** Behind "trong đó", "gồm": parts of what was named before. */
  #isPart = false;
  /** What parts are parts of. */
  #whole: Said | null = null;
  #inTurn: string[] = [];
  #next = 0;
  /** Clauses read so far: what is done does not reach into the next. */
  #clause = 0;

  /** `context` is what the block's place says of it. */
  constructor(tokens: readonly Token[], context: Said | null) {
    this.#tokens = tokens;
    this.#context = context;
  }

  /** What the figure is; figures are asked for in order. `limit` is where the next figure starts, as a token. */
  say(figure: IdentifiedFigure, from: number, to: number, limit: number): Said {
    this.#readTo(from);
    const run = this.#run.slice(-RUN_MAX);
    const isPart = this.#isPart || run.some((_, at) => opensParts(run, at));
    if (isPart && !this.#isPart) this.#whole = null;
    if (isPart || this.#stack.length > 0) this.#whole ??= this.#wholeOf(figure);
    const left = before(run, this.#isAfterFigure);
    const isOpen =
      figure.class === 'percent' || figure.class === 'ratio' || isPart || left.words.length === 0;
    const unit = unitTokens(this.#tokens, to, figure);
    const things = complement(this.#tokens, to, { limit, unit, isOpen });
    const asked = {
      figure,
      left,
      things,
      parent: this.#parentOf(figure, left, things),
      whole: isPart || this.#stack.length > 0 ? (this.#whole ?? this.#context) : this.#context,
      isPart: isPart || this.#stack.length > 0 || left.labelled,
      isBracketed: this.#stack.length > 0,
      countsThings: figure.class === 'count' || unit > 0,
      isAlone: this.#stack.length > 0 && this.#tokens[to + unit]?.key === ')',
      purpose: purposeAt(this.#tokens, to, limit),
      clause: this.#clause,
    };
    const core = this.#respective(run, left) ?? coreOf(asked);
    const said = {
      ...core,
      figure: figure.id,
      class: figure.class,
      unit: figure.unit,
      period: asked.isAlone ? comparedYear(this.#stack.at(-1)?.run ?? []) : null,
      depth: this.#stack.length,
      clause: this.#clause,
    };
    this.#remember(said);
    this.#isPart = isPart;
    this.#next = to;
    // "trẻ em dưới 5 tuổi suy dinh dưỡng" goes on behind its number.
    if (figure.unit === 'tuổi') this.#run.push(...this.#tokens.slice(from, to));
    else this.#start(true);
    return said;
  }

  /** Of several things and several numbers in turn, the next thing. */
  #respective(run: Words, left: Before): Core | null {
    const names = respectiveNames(run, left.words, left.timed);
    if (names.length > 0) this.#inTurn = names;
    else if (left.words.length > 0 || !this.#isAfterFigure) this.#inTurn = [];
    const name = this.#inTurn.shift();
    return name === undefined
      ? null
      : { core: name, topic: name, subject: name, things: '', deed: '', goesOn: null };
  }

  /** What holds at a token: the last that was said in its clause, else the words of the clause itself. */
  at(token: number): Said | null {
    this.#readTo(token);
    const last = this.#history.at(-1) ?? null;
    if (this.#isAfterFigure && last !== null) return last;
    return phraseSaid(this.#run.slice(-RUN_MAX), this.#stack.length) ?? last;
  }

  #remember(said: Said): void {
    this.#history.push(said);
    if (this.#history.length > HISTORY_MAX) this.#history.shift();
  }

  /** Of what was said before, what this figure goes on with where its own clause does not name it. */
  #parentOf(figure: IdentifiedFigure, left: Before, things: Words): Said | null {
    const last = this.#history.at(-1) ?? null;
    if (left.words.length > 0) return last ?? this.#context;
    const isAmount = figure.class === 'level' || figure.class === 'count' || figure.class === 'ratio';
    if (!isAmount) {
      return (figure.class === 'difference' ? this.#changed(figure) : last) ?? last ?? this.#context;
    }
    const same = this.#history.findLast((said) => isAlike(said, figure) && goesOn(said, things));
    const isOwn = same?.clause === this.#clause || left.timed || left.reached || left.labelled;
    return (isOwn ? same : null) ?? last ?? this.#context;
  }

  /** What grew or shrank: the last of that unit in the clause; where the clause begins with the change, of all before. */
  #changed(figure: IdentifiedFigure): Said | null {
    const isHere = (said: Said): boolean => said.clause === this.#clause;
    const last = this.#history.at(-1);
    const here = this.#history.findLast((said) => isHere(said) && isAlike(said, figure));
    if (here !== undefined || (last !== undefined && isHere(last))) return here ?? last ?? null;
    return this.#history.findLast((said) => isAlike(said, figure)) ?? null;
  }

  /** What a first part is a part of: what was counted alike in the same clause, else what was said last. */
  #wholeOf({ unit }: IdentifiedFigure): Said | null {
    const thing = unit?.split(' ')[0]?.toLowerCase();
    const alike = this.#history.findLast(
      (said) => said.clause === this.#clause && said.unit?.split(' ')[0]?.toLowerCase() === thing,
    );
    return alike ?? this.#history.at(-1) ?? this.#context;
  }

  #readTo(end: number): void {
    for (; this.#next < end; this.#next++) this.#read(this.#next);
  }

  #read(at: number): void {
    const token = this.#tokens[at];
    if (token === undefined) return;
    if (endsSentence(this.#tokens, at)) {
      this.#stack = [];
      this.#clause++;
      this.#start(false);
      this.#isPart = false;
    } else if (token.key === ';' || isEllipsis(this.#tokens, at)) {
      this.#clause++;
      this.#start(false);
    } else if (token.key === '(' && this.#stack.length < DEPTH_MAX) this.#open();
    else if (token.key === ')') this.#close();
    else this.#run.push(token);
  }

  #start(isAfterFigure: boolean): void {
    this.#run = [];
    this.#isAfterFigure = isAfterFigure;
  }

  #open(): void {
    const run = this.#run.slice(-RUN_MAX);
    const said = this.#isAfterFigure ? null : phraseSaid(run, this.#stack.length);
    if (said !== null) this.#remember(said);
    this.#stack.push({ run, isAfterFigure: this.#isAfterFigure, isPart: this.#isPart, whole: this.#whole });
    this.#whole = null;
    this.#start(false);
  }

  #close(): void {
    const outer = this.#stack.pop();
    if (outer === undefined) {
      // "a) Chi đầu tư": the mark of a point.
      if (this.#run.length <= 2) this.#run = [];
      return;
    }
    this.#history = this.#history.filter(
      ({ depth, figure }) => depth <= this.#stack.length && figure !== null,
    );
    // "gồm (i) thu nội địa, (ii) thu xuất nhập khẩu": each begins anew.
    if (this.#run.length === 1 && /^(?:[ivx]+|\d{1,2}|[a-zđ])$/.test(this.#run[0]?.key ?? '')) {
      this.#clause++;
      this.#start(false);
      return;
    }
    this.#run = [...outer.run];
    this.#isAfterFigure = outer.isAfterFigure;
    this.#isPart = outer.isPart;
    this.#whole = outer.whole;
  }
}

const opensParts = (run: readonly Token[], at: number): boolean =>
  (run[at]?.key === 'trong' && run[at + 1]?.key === 'đó') ||
  run[at]?.key === 'gồm' ||
  (run[at]?.key === 'chia' && run[at + 1]?.key === 'ra');

const sameWords = (a: string | null, b: string | null): boolean =>
  a?.toLowerCase().normalize('NFC') === b?.toLowerCase().normalize('NFC');

const isAlike = (said: Said, figure: IdentifiedFigure): boolean =>
  said.figure !== null &&
  sameWords(said.unit, figure.unit) &&
  said.class !== 'growth' &&
  said.class !== 'rank';

/** "12 dự án (năm 2021: 08 dự án": the same things, nothing more said of them. */
const goesOn = (said: Said, things: Words): boolean => {
  const words = written(things).toLowerCase();
  return words === '' || words === (said.unit ?? '').toLowerCase() || words === said.things.toLowerCase();
};

/** A clause without a number, as what others go on with; null where it has no words. */
export function phraseSaid(run: Words, depth: number): Said | null {
  const colon = run.at(-1)?.key === ':' ? run.length - 1 : run.length;
  const { words } = before(run.slice(0, colon), false);
  if (wordCount(words) === 0) return null;
  const text = written(words);
  const nowhere = { figure: null, period: null, class: null, unit: null, clause: -1, depth };
  return { core: text, topic: text, subject: text, things: '', deed: '', goesOn: null, ...nowhere };
}

/** "Sao đen, Osaka...tỷ lệ cây xanh": dots that leave something out part clauses. */
const isEllipsis = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === '…' || (tokens[at]?.key === '.' && tokens[at - 1]?.key === '.');

/** A full stop before white space and a capital, and not behind an initial or abbreviation. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !['.', '!', '?', '…'].includes(token.key)) return false;
  const next = tokens[at + 1];
  if (next === undefined) return true;
  const previous = tokens[at - 1];
  const isInitial =
    previous?.kind === 'word' && previous.text.length <= 2 && /^\p{Lu}+$/u.test(previous.text);
  return next.spaced && !isInitial && !/^\p{Ll}/u.test(next.text);
}

/** "so với năm 2022 (102.267 tỷ đồng)": 2022. */
function comparedYear(run: Words): string | null {
  const year = run.at(-1)?.text ?? '';
  const isCompared = run.slice(-5).some(({ key }) => key === 'so' || key === 'với' || key === 'hiện');
  return /^(?:19|20)\d\d$/.test(year) && isCompared ? year : null;
}

/** Tokens behind a count that are its unit; 0 where the unit lies inside the figure. */
function unitTokens(tokens: readonly Token[], at: number, { class: kind, unit }: IdentifiedFigure): number {
  if (unit === null || (kind !== 'count' && kind !== 'ratio')) return 0;
  const start = tokens[at]?.start ?? 0;
  let count = 0;
  while ((tokens[at + count]?.end ?? Infinity) <= start + unit.length) count++;
  return written(tokens.slice(at, at + count)).toLowerCase() === unit.toLowerCase() ? count : 0;
}

/** "cho các dự án giao thông", "để thực hiện chương trình": what an amount is for. */
function purposeAt(tokens: readonly Token[], at: number, limit: number): Words {
  const opener = tokens[at];
  if (opener?.key !== 'cho' && opener?.key !== 'để') return [];
  const words = complement(tokens, at + 1, { limit, unit: 0, isOpen: false });
  return words.length === 0 ? [] : [opener, ...words];
}

/**
 * Which time a figure speaks of and whether it is actual, estimated or planned: one walk over a block, by the inheritance
 * that prose implies. A period holds until another is named, the bracket closes or the sentence ends.
 */
import type { FigureStatus } from '../../contract/figure.ts';
import { nothing } from './announced.ts';
import type { Announcement } from './announced.ts';
import { isYear, joined, quarters } from './calendar.ts';
import { periodText, yearOf } from './document-time.ts';
import type { DocumentTime } from './document-time.ts';
import { completed, isAside, isInterval, isNextInList } from './mentions.ts';
import type { Told } from './mentions.ts';
import { isFigure } from './reading.ts';
import type { Found, FoundFigure, FoundNonFigure, Reading, Span } from './reading.ts';
import { continuing, isFirmPlan, isNamedPlan, isResult } from './status-words.ts';

export interface When {
  readonly period: string | null;
  readonly status: FigureStatus;
}

interface State {
  span: Span | null;
  /** Token of the word for an estimate or a plan that still holds; null for none. */
  estimate: number | null;
  plan: number | null;
  /** The period was named late in its clause and holds to the next semicolon only. */
  isLocal: boolean;
  /** A semicolon stands between the word for the plan and here. */
  isPlanPast: boolean;
  /** Behind "trong đó" of an estimate: its parts are estimates too, to the end of the sentence. */
  isBreakdown: boolean;
  /** The plan is followed by a colon, and what it lists is planned. */
  isListed: boolean;
}

/** Stands for the token of a plan that was announced above the block. */
const ABOVE = -1;

const fresh = ({ span, isPlan }: Announcement): State => ({
  span,
  estimate: null,
  plan: isPlan ? ABOVE : null,
  isLocal: false,
  isPlanPast: false,
  isBreakdown: false,
  isListed: false,
});

/** A period named within so many tokens of a clause's start speaks for the sentence. */
const HEAD_TOKENS = 6;

class Walk {
  state: State;
  readonly outer: State[] = [];
  readonly when = new Map<FoundFigure, When>();
  /** The last figure, and whether its clause has ended. */
  last: { figure: FoundFigure; isOpen: boolean } | null = null;
  /** What held before the quotation that is open: names in it do not speak for the sentence. */
  quoting: State | null = null;
  clauseStart = 0;
  sentenceStart = 0;
  mention: FoundNonFigure | null = null;
  /** "Năm 2023, …" at the head of a sentence sets the time of the sentences behind it, until they name another. */
  topic: Span | null = null;
  /** Times listed one after the other, for "lần lượt" to deal out: "các năm 2021, 2022 lần lượt đạt 5 và 6". */
  listed: Span[] = [];
  /** How many of them "lần lượt" has dealt out; null where it is not said. */
  dealt: number | null = null;
  /** Whether the sentence has one already. */
  hasFigure = false;
  /** Period of the sentence before: an estimate that names none goes on with it ("… ước đạt 177 triệu đồng"). */
  before: Span | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly time: DocumentTime,
    inherited: Span | null,
    private readonly announced: Announcement,
  ) {
    this.state = fresh(announced);
    if (reading.at(continuing, 0) !== null) this.state.span = inherited;
  }

  step(at: number): void {
    const { reading, state } = this;
    switch (reading.key(at)) {
      case '(':
        if (this.outer.length < 8) this.outer.push({ ...state });
        this.clauseStart = at + 1;
        break;
      case ')':
        this.state = this.outer.pop() ?? state;
        this.close(at);
        break;
      case '"':
        this.quote(reading.tokens[at]?.text ?? '');
        break;
      case '.':
      case ';':
        if (this.isSentenceEnd(at)) this.endSentence(at);
        else if (reading.is(at, ';')) this.endItem(at);
        this.close(at);
        break;
      case ':':
        // "Dự toán năm 2024: thu …; chi …"
        if (state.plan !== null && (this.last?.figure.to ?? 0) <= state.plan) state.isListed = true;
        this.close(at);
        break;
      case ',':
        this.close(at);
        break;
      case 'ước':
        state.estimate = at;
        break;
      case 'đó':
        if (reading.is(at - 1, 'trong') && state.estimate !== null) state.isBreakdown = true;
        break;
      case 'lượt':
        if (reading.is(at - 1, 'lần')) this.dealt = 0;
        break;
      default:
        this.readPlan(at);
        this.readWordedPeriod(at);
    }
  }

  /** "quý IV", "cả năm" without a year of their own, which then is the one last named. */
  private readWordedPeriod(at: number): void {
    const { reading } = this;
    const quarter = reading.is(at, 'quý') ? quarters[reading.key(at + 1)] : undefined;
    const isWhole = reading.is(at, 'cả') && reading.is(at + 1, 'năm');
    const hasYear = reading.is(at + 2, 'năm', '/') || isYear(reading.integer(at + 2));
    if (reading.is(at, 'nay') && reading.is(at - 1, 'đến')) return this.readNow(at);
    if (hasYear || (quarter === undefined && !isWhole)) return;
    const year = this.knownYear();
    const point = year === null ? null : quarter === undefined ? year : `${year}-Q${quarter}`;
    if (!this.comparesBefore(at)) this.state.span = point === null ? null : { start: point, end: point };
  }

  /** "đến nay" without a year before it is the document's own time; "từ … đến nay" starts nobody says when. */
  private readNow(at: number): void {
    const { now } = this.time;
    const isInterval = [2, 3, 4, 5, 6].some((back) => this.reading.is(at - back, 'từ'));
    if (this.mention !== null && at - this.mention.to <= 2) return;
    this.state.span = now === null || isInterval ? null : { start: now, end: now };
  }

  private comparesBefore(at: number): boolean {
    return this.reading.is(at - 1, 'với', 'so', 'kỳ');
  }

  /** The year last named, else the document's. */
  private knownYear(): string | null {
    const named = /^\d{4}/.exec(this.state.span?.end ?? this.mention?.span?.end ?? '')?.[0];
    return named ?? this.time.year;
  }

  private quote(mark: string): void {
    if (this.quoting !== null && mark !== '“') {
      this.state = this.quoting;
      this.quoting = null;
    } else if (mark !== '”') this.quoting = { ...this.state };
  }

  /** At a semicolon. */
  private endItem(at: number): void {
    const { state } = this;
    if (this.reading.at(continuing, at + 1) !== null) return;
    // "Ước năm 2023 …; …" estimates the whole sentence, "… ước đạt …" its item.
    if (state.estimate !== this.sentenceStart && !state.isBreakdown) state.estimate = null;
    if (state.plan !== null && this.isNamed(state.plan) && !state.isListed) state.plan = null;
    if (state.isLocal) state.span = null;
    state.isPlanPast = true;
  }

  /** A numbered item, "(2) …", speaks for itself. */
  startItem(at: number): void {
    // What stood before its own bracket is over too.
    this.outer.pop();
    this.state = fresh(this.announced);
    this.mention = null;
    this.close(at);
  }

  private close(at: number): void {
    this.clauseStart = at + 1;
    if (this.last !== null) this.last = { ...this.last, isOpen: false };
  }

  private isSentenceEnd(at: number): boolean {
    const next = this.reading.tokens[at + 1];
    return this.reading.is(at, '.') && (next === undefined || (next.spaced && !/^\p{Ll}/u.test(next.text)));
  }

  private endSentence(at: number): void {
    this.before = this.state.span ?? this.before;
    if (this.reading.at(continuing, at + 1) === null) {
      const start = fresh(this.announced);
      this.state = this.topic === null ? start : { ...start, span: this.topic };
    } else this.state.plan = null;
    this.mention = null;
    this.hasFigure = false;
    this.listed = [];
    this.dealt = null;
    this.quoting = null;
    this.sentenceStart = at + 1;
  }

  private readPlan(at: number): void {
    const { reading, state } = this;
    if (isFirmPlan(reading, at)) {
      state.plan = at;
      state.isPlanPast = false;
    } else if (isNamedPlan(reading, at)) {
      state.plan = at;
    } else if (state.plan !== null && this.isOver(state.plan, at)) {
      // What was planned for a date is over with it.
      if (this.mention !== null && this.mention.from > state.plan) state.span = null;
      state.plan = null;
    }
    if (state.isBreakdown && reading.is(at, 'đã')) state.estimate = null;
  }

  /** A named plan is over where results are told; "phấn đấu", "dự kiến" where they are told of something else. */
  private isOver(plan: number, at: number): boolean {
    if (this.isNamed(plan)) {
      // "Chỉ tiêu năm 2024: …; tỷ lệ … đạt 75%"
      return (
        isResult(this.reading, at) && !(this.state.isListed && this.reading.is(at, 'đạt', 'bằng', 'được'))
      );
    }
    if (this.reading.is(at, 'đã')) return true;
    return plan !== ABOVE && this.state.isPlanPast && this.reading.is(at, 'đạt');
  }

  /** The plan that holds is one that is named, as "Kế hoạch năm 2024". */
  private isNamed(plan: number): boolean {
    return plan !== ABOVE && !isFirmPlan(this.reading, plan);
  }

  /** A date names a period, unless it is the base of a comparison, a document's date or a name's. */
  meet(date: FoundNonFigure, previous: Found | undefined): void {
    const span = completed(date.span, this.knownYear());
    const before = this.mention;
    if (span === null || isAside(this.reading, date, previous, this.told())) return;
    this.mention = { ...date, span };
    this.listed = isNextInList(this.reading, before, date, this.listed.length)
      ? [...this.listed, span]
      : [span];
    const isTopic = this.reading.is(date.to, ',') && date.from - this.sentenceStart <= 2 && !this.hasFigure;
    this.topic = isTopic ? span : null;
    const { state, reading } = this;
    const interval = before !== null && isInterval(reading, before, date) ? joined(before.span, span) : null;
    state.span = interval ?? span;
    if (interval === null) state.isLocal = date.from - this.clauseStart > HEAD_TOKENS;
    if (reading.is(date.to, 'đến') && reading.is(date.to + 1, 'nay') && this.time.now !== null) {
      state.span = { start: span.start, end: this.time.now };
    }
    // "Ước năm 2023 đạt" is one estimate; a new year behind an estimated figure is none.
    const isNear = (word: number | null): boolean =>
      word !== null && (this.last === null || this.last.figure.to <= word);
    if (!isNear(state.estimate)) state.estimate = null;
    const { year } = this.time;
    const isLater =
      reading.is(date.from - 2, 'đến', 'tới', 'vào', 'và') || (year !== null && yearOf(span.start) > year);
    const isGoal = state.plan !== null && !this.isNamed(state.plan) && isLater;
    const isBefore = state.plan === ABOVE && span.start < (this.announced.span?.start ?? year ?? '');
    if (isBefore || (state.plan !== ABOVE && !isNear(state.plan) && !isGoal)) state.plan = null;
    this.lend(state.span, date);
  }

  /** "đạt 1.358 tỷ đồng năm 2023": the year belongs to the figure before it. */
  private lend(span: Span | null, date: FoundNonFigure): void {
    const { last, reading } = this;
    if (last === null || !last.isOpen || span === null || date.from - last.figure.to > 4) return;
    const when = this.when.get(last.figure);
    // Right behind it, the year is the figure's own: "giảm từ 25% năm 2020 xuống 20% năm 2023".
    let isBracketed = false;
    for (let index = last.figure.to; index < date.from; index++) isBracketed ||= reading.is(index, '(');
    if (isBracketed && !reading.is(date.to, ')')) return;
    const isOwn = date.from - last.figure.to === 1 && reading.is(date.from - 1, 'năm');
    if (when !== undefined && (when.period === null || isOwn))
      this.when.set(last.figure, { ...when, period: periodText(span) });
  }

  private told(): Told {
    const { clauseStart, sentenceStart, mention, state } = this;
    return { clauseStart, sentenceStart, mention, hasPlan: state.plan !== null };
  }

  /** "HĐND tỉnh giao 7.650 tỷ đồng" */
  private isAllotted(figure: FoundFigure): boolean {
    return figure.unitKind === 'money' && this.reading.is(figure.from - 1, 'giao');
  }

  /** "đến hết năm 2025" in a document of 2021, or in one that plans 2025. */
  private isAhead(): boolean {
    const { span } = this.state;
    const { year, planned } = this.time;
    if (span === null) return false;
    if (planned !== null && span.start >= planned.start) return true;
    return year !== null && yearOf(span.start) > year;
  }

  meetFigure(figure: FoundFigure): void {
    const { estimate, plan } = this.state;
    const dealt = this.dealt === null || this.listed.length < 2 ? undefined : this.listed[this.dealt++];
    const span = dealt ?? this.state.span ?? (estimate === null ? null : this.before);
    const isPlanned = plan !== null || this.isAllotted(figure) || this.isAhead();
    const status = isPlanned ? 'plan' : estimate !== null ? 'estimate' : 'actual';
    this.when.set(figure, { period: span === null ? null : periodText(span), status });
    this.last = { figure, isOpen: true };
    this.hasFigure = true;
  }
}

/**
 * A figure that is not in the map speaks of no time and is actual. `inherited` is the time of the place that points here:
 * a footnote that begins with "Trong đó" goes on with it.
 */
export function findTimes(
  reading: Reading,
  time: DocumentTime,
  inherited: Span | null = null,
  announced: Announcement = nothing,
): ReadonlyMap<Found, When> {
  const walk = new Walk(reading, time, inherited, announced);
  let at = 0;
  for (const [index, found] of reading.found.entries()) {
    for (; at < found.from; at++) walk.step(at);
    if (isFigure(found)) walk.meetFigure(found);
    else if (found.class === 'section') walk.startItem(found.to);
    else if (found.class === 'date') walk.meet(found, reading.found[index - 1]);
    at = Math.max(at, found.to);
  }
  return walk.when;
}

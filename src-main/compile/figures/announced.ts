/**
 * What stands above a block and speaks for it: a heading that announces a plan ("II. Nhiệm vụ, chỉ tiêu năm 2024") for
 * all of its section, a line with a colon ("Các chỉ tiêu năm 2024:", "Kết quả năm 2022:") for the items of its list.
 */
import type { Block, Section } from '../../contract/briefing.ts';
import { yearOf } from './document-time.ts';
import type { DocumentTime } from './document-time.ts';
import { phrases } from './phrases.ts';
import { isFigure } from './reading.ts';
import type { Reading, Span } from './reading.ts';

/** The time of what is announced; null where it is not said. */
export interface Announcement {
  readonly span: Span | null;
  readonly isPlan: boolean;
}

export const nothing: Announcement = { span: null, isPlan: false };

const planHeads = phrases(
  'chỉ tiêu|mục tiêu|các chỉ tiêu|các mục tiêu|một số chỉ tiêu|nhiệm vụ|phương hướng|kế hoạch|dự toán|định hướng|mục tiêu tổng quát|mục tiêu cụ thể|dự kiến|phấn đấu',
);
// Goals without a year of their own, at the head of a heading.
const goalHeads = phrases(
  'mục tiêu|mục tiêu tổng quát|mục tiêu cụ thể|mục tiêu chung|phương hướng|định hướng|nhiệm vụ trọng tâm|nhiệm vụ và giải pháp|nhiệm vụ, giải pháp|nhiệm vụ chủ yếu|các nhiệm vụ, giải pháp|phương hướng, nhiệm vụ',
);
const notGoals = phrases('mục tiêu quốc gia|mục tiêu, yêu cầu|mục tiêu và yêu cầu');
const targetHeads = phrases('chỉ tiêu|các chỉ tiêu|một số chỉ tiêu|hệ thống chỉ tiêu|nhiệm vụ');
const resultHeads = phrases(
  'kết quả|tình hình|đánh giá|thực hiện|thực trạng|ước thực hiện|kiểm điểm|tồn tại|hạn chế',
);

/** How far into a heading the word that says what it announces may stand. */
const HEAD_TOKENS = 8;

/** Whether nothing stands before a token but a heading's number and the words for its kind. */
function isHead(reading: Reading, at: number): boolean {
  for (let index = 0; index < at; index++) {
    const isNumber =
      !reading.isWord(index) || /^(?:[IVXLC]+|\p{L})$/u.test(reading.tokens[index]?.text ?? '');
    if (!isNumber && !reading.is(index, 'điều', 'phần', 'thứ', 'chương', 'mục', 'về', 'các', 'một', 'số'))
      return false;
  }
  return true;
}

/** "KẾT QUẢ NĂM 2022" speaks for its section; a term of five years does not for each of its figures. */
const isWithinYear = (span: Span | null): boolean => span !== null && yearOf(span.start) === yearOf(span.end);

/** Walks a document's blocks in order: ask for each block once. */
export class Announcements {
  readonly #sections = new Map<string, Announcement>();
  readonly #parents: ReadonlyMap<string, string | null>;
  #lead: Announcement | null = null;

  constructor(
    sections: readonly Section[],
    private readonly time: DocumentTime,
  ) {
    this.#parents = new Map(sections.map(({ id, parent }) => [id, parent]));
  }

  /** What holds for a block; `opens` says whether it is the heading of its section. */
  of(block: Block, reading: Reading, opens: boolean): Announcement {
    const { section } = block;
    if (section === null) return nothing;
    if (!this.#sections.has(section)) this.#sections.set(section, this.#above(section));
    if (block.kind === 'cell' || block.kind === 'footnote') return nothing;
    if (block.kind !== 'item') this.#lead = null;
    const own = opens || reading.text.endsWith(':') ? this.#read(reading) : null;
    const holds = this.#lead ?? this.#sections.get(section) ?? nothing;
    if (own === null) return holds;
    if (opens) this.#sections.set(section, own);
    else this.#lead = own;
    return own.isPlan === holds.isPlan ? holds : nothing;
  }

  #above(section: string): Announcement {
    const parent = this.#parents.get(section) ?? null;
    return parent === null ? nothing : (this.#sections.get(parent) ?? nothing);
  }

  /** What a heading or a line with a colon announces; null where it is neither plan nor result, or holds a figure itself. */
  #read(reading: Reading): Announcement | null {
    if (reading.found.some(isFigure)) return null;
    const span = this.#spanIn(reading);
    for (let at = 0; at < HEAD_TOKENS; at++) {
      if (reading.at(resultHeads, at) !== null)
        return { span: reading.text.endsWith(':') || isWithinYear(span) ? span : null, isPlan: false };
      if (span === null && this.#isGoal(reading, at)) return { span: this.time.planned, isPlan: true };
      if (reading.at(planHeads, at) !== null && span !== null) return { span, isPlan: true };
    }
    return null;
  }

  /** A goal says so itself; a target is one where the document's title plans. */
  #isGoal(reading: Reading, at: number): boolean {
    if (reading.at(notGoals, at) !== null || !isHead(reading, at)) return false;
    return (
      reading.at(goalHeads, at) !== null ||
      (this.time.planned !== null && reading.at(targetHeads, at) !== null)
    );
  }

  /** The last time that is named; a part of a year takes the document's year. */
  #spanIn(reading: Reading): Span | null {
    const dates = reading.found.flatMap((found) =>
      isFigure(found) || found.span === null ? [] : [found.span],
    );
    const span = dates.at(-1);
    if (span === undefined) return null;
    if (!span.start.startsWith('-')) return span;
    const { year } = this.time;
    return year === null
      ? null
      : { start: yearOf(year) + span.start.slice(1), end: yearOf(year) + span.end.slice(1) };
  }
}

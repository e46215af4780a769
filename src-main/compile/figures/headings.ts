/** What the headings of tables say about the numbers under and beside them. */
import type { FigureStatus } from '../../contract/figure.ts';
import { readAmount } from './amounts.ts';
import type { Amount } from './amounts.ts';
import { growthNouns, isPlanAbbreviation, plans } from './contexts.ts';
import { counters } from './counters.ts';
import { phrases } from './phrases.ts';
import type { PhraseTable } from './phrases.ts';
import { isFigure, Reading } from './reading.ts';
import type { Span } from './reading.ts';
import { tokenise } from './tokens.ts';

export type TableUnit = Pick<Amount, 'unit' | 'kind' | 'scale'>;

/** What one cell says as a heading; read once, by its first words. */
export interface Heading {
  readonly unit: TableUnit | null;
  readonly span: Span | null;
  readonly status: FigureStatus;
  /** "Tăng, giảm (%)" */
  readonly isChange: boolean;
  /** "So với KH (%)" */
  readonly isOfPlan: boolean;
  /** "Chênh lệch" */
  readonly isDifference: boolean;
  /** "Thành tiền": money, whatever the row counts. */
  readonly isMoney: boolean;
  /** "Xếp thứ" */
  readonly isRank: boolean;
  /** "STT" */
  readonly isOrdinal: boolean;
  /** "Đơn vị tính" */
  readonly isUnitColumn: boolean;
  readonly isEmpty: boolean;
}

const unitHeads = phrases('đơn vị tính|đơn vị|đvt|đv tính|đv');
const ordinalHeads = phrases('stt|tt|số tt|số thứ tự|no');
const estimates = phrases('ước|ước th|ước thực hiện');
const rises = phrases('tăng|giảm|tăng trưởng|tốc độ tăng');

const differences = phrases(
  'chênh lệch|tăng, giảm|tăng / giảm|tăng giảm|tăng ( + ), giảm ( - )|tăng ( + ) giảm ( - )|tăng + , giảm -|tăng thêm|tuyệt đối|so sánh tuyệt đối|số tuyệt đối',
);
const moneyHeads = phrases(
  'đơn giá|thành tiền|số tiền|tổng tiền|kinh phí|tổng kinh phí|chi phí|tổng mức đầu tư|nguyên giá|giá trị còn lại|mức hỗ trợ|mức chi|nguồn vốn|giá bán',
);
const rankHeads = phrases('xếp thứ|xếp hạng|thứ hạng|vị thứ|xếp vị trí|hạng');

const TOKENS_MAX = 60;
const CHARACTERS_MAX = 300;

export function readHeading(reading: Reading): Heading {
  const tokens = reading.tokens.slice(0, TOKENS_MAX);
  const has = (table: PhraseTable<unknown>): boolean =>
    tokens.some((_, at) => reading.at(table, at) !== null);
  const hasMark = (...keys: string[]): boolean => tokens.some(({ key }) => keys.includes(key));
  const isPlan = reading.at(plans, 0) !== null || isPlanAbbreviation(tokens[0]?.text ?? '');
  const status = has(estimates) ? 'estimate' : isPlan && !hasMark('/', '%') ? 'plan' : 'actual';
  return {
    unit: unitOfHeading(reading),
    span: spanOfHeading(reading),
    status,
    isChange: has(rises),
    isOfPlan:
      status !== 'plan' &&
      tokens.some((token, at) => reading.at(plans, at) !== null || isPlanAbbreviation(token.text)),
    isDifference: reading.at(differences, 0) !== null,
    isMoney: reading.at(moneyHeads, 0) !== null,
    isRank: reading.at(rankHeads, 0) !== null,
    isOrdinal: reading.at(ordinalHeads, 0) !== null,
    isUnitColumn: reading.at(unitHeads, 0) !== null,
    isEmpty: tokens.length === 0,
  };
}

/** The unit that a text says: read as if the number 1 stood before it. */
export function unitIn(text: string): TableUnit | null {
  const whole = `1 ${text}`;
  const reading = new Reading(whole, tokenise(whole), false, { kind: 'cell', opens: null });
  const amount = readAmount(reading, 0);
  return amount?.unit == null ? null : amount;
}

/** The unit that a cell under "Đơn vị" is, whole; a column of that name may also list offices. */
export function unitOfCell(text: string): TableUnit | null {
  const unit = unitIn(text);
  if (unit === null) return null;
  const isKnown =
    unit.kind !== 'thing' ||
    counters.at(tokenise(unit.unit ?? ''), 0) !== null ||
    /^\p{Lu}+$/u.test(text.trim());
  return isKnown && text.trim().endsWith(unit.unit ?? '') ? unit : null;
}

/** "Số hộ nghèo", "Tổng số vụ": what a heading counts. */
export function thingOfHeading(reading: Reading): TableUnit | null {
  const at = reading.is(0, 'tổng') ? 1 : 0;
  if (!reading.is(at, 'số')) return null;
  const start = reading.is(at + 1, 'lượng') ? at + 2 : at + 1;
  const thing = reading.at(counters, start);
  return thing === null
    ? null
    : { unit: reading.slice(start, start + thing.length).toLowerCase(), kind: 'thing', scale: 0 };
}

export const percent: TableUnit = { unit: '%', kind: 'percent', scale: 0 };

/** The first time that a heading names; "So cùng kỳ 2022" names what is compared with. */
export function spanOfHeading(reading: Reading): Span | null {
  for (const found of reading.found.slice(0, TOKENS_MAX)) {
    const isBase = [1, 2, 3].some((back) => reading.is(found.from - back, 'so', 'kỳ'));
    if (!isFigure(found) && !isBase && found.span?.start.startsWith('-') === false) return found.span;
  }
  return null;
}

/** The unit in a heading's last bracket: "Diện tích (ha)", "Dự toán 2023 (tỷ đồng)"; "%" counts anywhere. */
export function unitOfHeading(reading: Reading): TableUnit | null {
  const text = reading.text.slice(0, CHARACTERS_MAX);
  const bracket = /\(([^()]{1,24})\)\s*$/.exec(text)?.[1];
  const unit =
    bracket === undefined ? null : unitOfCell(bracket.replace(/^(?:đvt|đơn vị(?: tính)?)\s*:\s*/i, ''));
  return unit ?? (text.includes('%') ? percent : thingOfHeading(reading));
}

/** "Tốc độ tăng trưởng (%)": the numbers of such a row are growths. */
export const isGrowthLabel = (reading: Reading): boolean => reading.at(growthNouns, 0) !== null;

/** The unit of a line above a table: "Đơn vị tính: tỷ đồng". */
export function unitOfCaption(reading: Reading): TableUnit | null {
  for (let at = 0; at < Math.min(reading.tokens.length, TOKENS_MAX); at++) {
    const colon = at + (reading.at(unitHeads, at)?.length ?? 0);
    if (colon === at || !reading.is(colon, ':')) continue;
    const unit = unitIn(reading.slice(colon + 1, Math.min(colon + 7, reading.tokens.length)));
    if (unit !== null) return unit;
  }
  return null;
}

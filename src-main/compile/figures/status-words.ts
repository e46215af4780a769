/** Words that make what follows a plan or an estimate, and words that end it. */
import { phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

/** Open a part of what was just told, which shares its time and its status. */
export const continuing = phrases('trong đó|gồm|bao gồm|cụ thể|trong số đó|chia ra');

const firmPlans = phrases(
  'phấn đấu|dự kiến|dự báo|đặt mục tiêu|mục tiêu đến|mục tiêu năm|phấn đấu đạt|chỉ tiêu đề ra là',
);
const namedPlans = phrases('kế hoạch|dự toán|chỉ tiêu|kh|dt');
const results = new Set('đạt thực ước bằng được đã'.split(' '));

/** Whether a token is the first of "phấn đấu", "dự kiến" and the like, which plan all that they govern. */
export const isFirmPlan = (reading: Reading, at: number): boolean => reading.at(firmPlans, at) !== null;

/** Whether a plan is named as such at the head of a clause, "Kế hoạch năm 2024 là …", not as a measure ("97% kế hoạch"). */
export function isNamedPlan(reading: Reading, at: number): boolean {
  if (reading.at(namedPlans, at) === null || reading.is(at + 1, 'số')) return false;
  // "d) Chỉ tiêu quý 4: …"
  if (at === 2 && reading.is(1, ')')) return true;
  return at === 0 || reading.is(at - 1, ',', ';', '.', ':', '(', '-', '+', 'theo', 'giao');
}

/** Whether the word at a token tells a result. */
export const isResult = (reading: Reading, at: number): boolean => results.has(reading.key(at));

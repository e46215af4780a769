/** Times and document numbers inside phrases: what a name leaves out because the period says it, or nobody needs it. */
import { phrases } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';
import { citations } from './words.ts';

const units = phrases(
  'năm|tháng|quý|ngày|giai đoạn|nhiệm kỳ|thời kỳ|cùng kỳ|cùng kỳ năm|kỳ|năm học|các năm|những năm|vụ|đợt|khóa',
);
const leads = phrases(
  'hai|ba|bốn|lũy kế|lũy kế hai|lũy kế ba|trong|tính|tính từ|từ|đến|tới|vào|hết|đến hết|tính đến|tính đến hết|tính đến ngày|cuối|đầu|từ đầu|so với|so|đến cuối|trước|sau|trong cả|cả|ước|kết thúc|bước sang|đến thời điểm|riêng|của|trong các|mỗi|hơn|và|sang|đến tháng',
);
const whole = phrases(
  'đến nay|từ đó đến nay|cho đến nay|hiện nay|hằng năm|hàng năm|trong kỳ|trong năm|trong tháng|trong quý|từ đầu nhiệm kỳ đến nay|từ đầu nhiệm kỳ tới nay|từ đầu năm đến nay|từ đầu nhiệm kỳ|đầu nhiệm kỳ|năm nay|năm trước|năm ngoái|cùng kỳ|so với cùng kỳ|so cùng kỳ|so với cùng kỳ năm trước|cùng kỳ năm trước|cùng kỳ năm ngoái|đầu năm|cuối năm|cả năm|thời gian qua|trong thời gian qua|từ đầu năm|mỗi năm|hằng tháng tới|thời điểm hiện tại|tới nay|vừa qua|trong giai đoạn|trong nhiệm kỳ|nửa đầu nhiệm kỳ|đến thời điểm hiện tại|tính đến nay|đến thời điểm báo cáo|qua từng năm|từng năm|hết năm|đến hết năm|bình quân hai năm|bình quân mỗi năm|giữa nhiệm kỳ|trong nửa nhiệm kỳ|bình quân hằng năm|trong đợt|trong các năm|các năm|9 tháng|6 tháng|sau sắp xếp',
);
const romans = new Set(['i', 'ii', 'iii', 'iv', 'v', 'x', 'xi', 'xii', 'xiii', 'xvii', 'xxii', 'xxiii']);

const isNumber = (token: Token | undefined): boolean =>
  token?.kind === 'number' || romans.has(token?.key ?? '');

/** How far a time may reach, in tokens: "từ ngày 01 tháng 12 năm 2022 đến hết ngày 30 tháng 9 năm 2023". */
const REACH = 26;

/** Tokens that a time takes from here; 0 for none. */
export function timeAt(tokens: readonly Token[], at: number): number {
  // "cây hằng năm" are crops.
  if (tokens[at - 1]?.key === 'cây') return 0;
  const fixed = whole.at(tokens, at)?.length ?? 0;
  const lead = leads.at(tokens, at)?.length ?? 0;
  let end = dated(tokens, at + lead) || dated(tokens, at);
  const fixedAfterLead = lead === 0 ? 0 : (whole.at(tokens, at + lead)?.length ?? 0);
  if (end === 0 && fixedAfterLead > 0) end = at + lead + fixedAfterLead;
  if (end === 0) return fixed;
  while (end - at < REACH) {
    const joint = ['-', 'đến', 'và', ',', '/'].includes(tokens[end]?.key ?? '') ? 1 : 0;
    const also = leads.at(tokens, end + joint)?.length ?? 0;
    const more = dated(tokens, end + joint + also) || dated(tokens, end + joint);
    const next = Math.max(more, end + (whole.at(tokens, end)?.length ?? 0));
    if (next === end) break;
    end = next;
  }
  return Math.max(end - at, fixed);
}

/** End of "năm 2023", "tháng 7/2021", "6 tháng đầu năm 2023", "05/7/2021", "2021-2025"; 0 for none. */
function dated(tokens: readonly Token[], at: number): number {
  const unit = units.at(tokens, at)?.length ?? 0;
  if (unit > 0 && isNumber(tokens[at + unit])) return numbers(tokens, at + unit);
  const first = tokens[at];
  if (first?.kind !== 'number') return 0;
  if (['tháng', 'quý'].includes(tokens[at + 1]?.key ?? '')) {
    const next = tokens[at + 2]?.key;
    if (next !== 'đầu' && next !== 'cuối' && next !== 'năm') return 0;
    const year = next === 'năm' ? at + 3 : tokens[at + 3]?.key === 'năm' ? at + 4 : at + 3;
    return isNumber(tokens[year]) ? numbers(tokens, year) : year;
  }
  const isYear = /^(?:19|20)\d\d$/.test(first.text);
  const isDate = tokens[at + 1]?.key === '/' && /^(?:19|20)\d\d$|^\d{1,2}$/.test(tokens[at + 2]?.text ?? '');
  const isSlashed = isDate && /^\d{1,2}$/.test(first.text);
  return isYear || isSlashed ? numbers(tokens, at) : 0;
}

/** End of numbers that "/" and "-" join, and of what they are parts of: "II năm 2021". */
function numbers(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  for (let steps = 0; steps < 8; steps++) {
    const isJoined = ['/', '-'].includes(tokens[end]?.key ?? '') && isNumber(tokens[end + 1]);
    const unit = ['tháng', 'năm'].includes(tokens[end]?.key ?? '') && isNumber(tokens[end + 1]);
    if (!isJoined && !unit) return end;
    end += 2;
  }
  return end;
}

/** Tokens of "theo các Nghị quyết, Quyết định của Chính phủ" from here; 0 where no document is cited. */
export function groundsAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key !== 'theo' || citations.at(tokens, at + 1) === null) return 0;
  let end = at + 1;
  for (; end < tokens.length && end - at < REACH; end++) {
    const key = tokens[end]?.key ?? '';
    if (key === ',' && citations.at(tokens, end + 1) === null) break;
    if (/^[;:()]$/.test(key) || resumes.has(key)) break;
  }
  return end - at;
}
const resumes = new Set(['đạt', 'là', 'với', 'trên', 'hơn', 'gần', 'khoảng', 'cho', 'ước']);

/** "Nghị quyết số 05/2021/NQ-HĐND …": from here on a document is cited. */
export function citationAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === 'số' && tokens[at + 1]?.kind === 'number' && !isPlain(tokens, at + 1);
}

const isPlain = (tokens: readonly Token[], at: number): boolean =>
  !['/', '-'].includes(tokens[at + 1]?.key ?? '');

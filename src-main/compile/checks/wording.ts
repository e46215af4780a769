/**
 * What a delegate reads about a check: one neutral Vietnamese sentence with the arithmetic written out. It says that
 * numbers agree or do not, never that somebody erred.
 */
import type { Verdict } from '../../contract/check.ts';

/** "27263" → "27.263", "-0.85" → "-0,85". */
export function vietnamese(decimal: string): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return (decimal.startsWith('-') ? '−' : '') + grouped + (fraction === undefined ? '' : `,${fraction}`);
}

export const quoted = (text: string): string => `“${text.replace(/\s+/g, ' ').trim()}”`;

const ends: Readonly<Record<Exclude<Verdict, 'undetermined'>, (facts: Facts) => string>> = {
  match: ({ isExact, statedText }) => (isExact ? '' : `, văn bản ghi ${statedText} (khớp khi làm tròn)`),
  truncated: ({ statedText }) => `, văn bản ghi ${statedText} (cắt bớt, không làm tròn)`,
  approximate: ({ statedText }) => `, văn bản ghi ${statedText} (khớp xấp xỉ)`,
  mismatch: ({ statedText, gap }) => `, văn bản ghi ${statedText}, chênh lệch ${gap}`,
};

/** What a sentence is made of; all in Vietnamese notation. */
export interface Facts {
  readonly statedText: string;
  /** Computed and stated number are the same to the last digit. */
  readonly isExact: boolean;
  /** Between computed and stated, with its unit. */
  readonly gap: string;
}

/** "Các năm cộng lại 6 + 21 + 71 = 98 phiên họp UBND, văn bản ghi 71, chênh lệch 27." */
export const arithmetic = (
  expression: string,
  verdict: Exclude<Verdict, 'undetermined'>,
  facts: Facts,
): string => capital(`${expression}${ends[verdict](facts)}.`);

export const wording = {
  yearsAdd: (sum: string) => `các năm cộng lại ${sum}`,
  baseMissing: (quote: string, base: string) => `${quote}: văn bản không nêu số của ${base}.`,
  planMissing: (quote: string) => `${quote}: văn bản không nêu số kế hoạch.`,
  list: (thing: string, counted: number, announced: number, verdict: Verdict, reason: string | null) =>
    verdict === 'match'
      ? `Liệt kê được ${counted} mục, khớp với ${quoted(thing)}.`
      : verdict === 'mismatch'
        ? `Liệt kê được ${counted} mục, văn bản ghi ${quoted(thing)}, chênh lệch ${Math.abs(counted - announced)}.`
        : `Liệt kê được ${counted} mục, văn bản ghi ${quoted(thing)}; chưa kết luận được: ${reason ?? ''}.`,
  implied: (fraction: string, percent: string, stated: string, thing: string, isPossible: boolean) =>
    isPossible
      ? `${fraction}${thing === '' ? '' : ` ${thing}`} = ${percent} %, khớp với ${stated} %.`
      : `Không số nguyên nào cho đúng ${stated} %: gần nhất là ${fraction} = ${percent} %.`,
  markInItself: (number: number) =>
    `Dấu chú thích ${number} nằm ngay trong phần chữ của chú thích ${number}.`,
  markWithoutNote: (number: number) =>
    `Có dấu chú thích ${number} nhưng văn bản không có chú thích ${number}.`,
  markOrder: (first: number, second: number) => `Dấu chú thích ${first} đứng trước dấu chú thích ${second}.`,
  noteWithoutMark: (number: number) =>
    `Có chú thích ${number} nhưng không chỗ nào trong văn bản có dấu ${number}.`,
  noMonth: (text: string, month: number) => `${quoted(text)}: không có tháng ${month}.`,
  noDay: (text: string) => `${quoted(text)}: lịch không có ngày này.`,
  noQuarter: (text: string) => `${quoted(text)}: một năm chỉ có bốn quý.`,
  endsBefore: (first: string, last: string) =>
    `Khoảng thời gian từ ${first} đến ${last}: thời điểm cuối trước thời điểm đầu.`,
  lasting: (first: string, last: string, months: number, stated: string, verdict: Verdict) => {
    const rest = months % 12;
    const whole = `${Math.floor(months / 12)} năm${rest === 0 ? '' : ` ${rest} tháng`}`;
    const end =
      verdict === 'match' ? 'khớp với' : verdict === 'approximate' ? 'khớp xấp xỉ với' : 'văn bản ghi';
    return `Từ ${first} đến ${last} là ${whole}, ${end} ${quoted(stated)}.`;
  },
  duration: (first: string, last: string, lasted: string, stated: string, verdict: Verdict) =>
    `Từ ${first} đến ${last} là ${lasted}, ${verdict === 'match' ? 'khớp với' : 'văn bản ghi'} ${quoted(stated)}${verdict === 'undetermined' ? `; chưa kết luận được: ${reasons.someDays}` : ''}.`,
  afterDocument: (date: string, own: string) => `${date} là ngày sau ngày của chính văn bản (${own}).`,
  otherTerm: (other: string, own: string) => `Văn bản ghi nhiệm kỳ ${other} ở đây và ${own} ở tên văn bản.`,
  same: (first: string, second: string, verdict: Verdict, gap: string) =>
    verdict === 'mismatch'
      ? `Một chỗ ghi ${first}, chỗ khác ghi ${second}, chênh lệch ${gap}.`
      : first === second
        ? `Hai chỗ cùng ghi ${first}.`
        : `Một chỗ ghi ${first}, chỗ khác ghi ${second} (khớp ${verdict === 'truncated' ? 'khi cắt bớt' : 'khi làm tròn'}).`,
  curated: (text: string, reason: string) => `${quoted(text)}: ${reason.replace(/\.$/, '')}.`,
  lostEntry: (kind: string, quote: string) =>
    `Không đặt được phép đối chiếu (${kind}) vì câu trích không có đúng một chỗ trong văn bản: ${quoted(quote)}. Hãy sửa câu trích trong tệp đối chiếu hoặc bỏ mục này.`,
  undetermined: (expression: string, stated: string, reason: string) =>
    capital(`${expression}, văn bản ghi ${stated}; chưa kết luận được: ${reason}.`),
  possibility: (swaps: readonly string[]) =>
    `Có thể một chữ số bị đọc sai: nếu ${swaps.join(', hoặc ')} thì khớp.`,
  swap: (from: string, to: string) => `${quoted(from)} là ${quoted(to)}`,
} as const;

export const reasons = {
  planNotStated: 'văn bản không nêu số kế hoạch',
  baseNotStated: 'văn bản không nêu số gốc để so',
  overlap: 'các phần có thể trùng nhau',
  incomplete: 'các phần được nêu chưa chắc đã đủ',
  periods: 'hai kỳ so sánh không bằng nhau',
  prices: 'số tuyệt đối và tốc độ có thể tính theo giá khác nhau',
  series: 'chưa chắc hai số cùng một chỉ tiêu',
  percentOrPoints: 'văn bản không nói là phần trăm hay điểm phần trăm',
  ofPlan: 'chưa rõ mức tăng, giảm so với kế hoạch hay so với kỳ trước',
  whole: 'chưa chắc tỷ lệ được tính trên tổng số này',
  listUnclear: 'chưa chắc các mục này là những gì con số đã nêu',
  someDays: 'có thể chỉ tính một số ngày trong khoảng thời gian này',
  marksLost: 'phần lớn dấu chú thích của tệp nguồn đã mất',
  openList: 'danh sách để ngỏ',
} as const;

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

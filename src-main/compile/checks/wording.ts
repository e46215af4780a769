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
  listCount: (announced: string, counted: number) =>
    announced === String(counted) ? `Liệt kê ${counted} mục, đúng với số ${announced} đã nêu.` : '',
  undetermined: (expression: string, stated: string, reason: string) =>
    capital(`${expression}, văn bản ghi ${stated}; chưa kết luận được: ${reason}.`),
  possibility: (swaps: readonly string[]) =>
    `Có thể một chữ số bị đọc sai: nếu ${swaps.join(', hoặc ')} thì khớp.`,
  swap: (from: string, to: string) => `${quoted(from)} là ${quoted(to)}`,
} as const;

export const reasons = {
  baseNotStated: 'văn bản không nêu số gốc để so',
  overlap: 'các phần có thể trùng nhau',
  incomplete: 'các phần được nêu chưa chắc đã đủ',
  periods: 'hai kỳ so sánh không bằng nhau',
  prices: 'số tuyệt đối và tốc độ có thể tính theo giá khác nhau',
  series: 'chưa chắc hai số cùng một chỉ tiêu',
  percentOrPoints: 'văn bản không nói là phần trăm hay điểm phần trăm',
  ofPlan: 'chưa rõ mức tăng, giảm so với kế hoạch hay so với kỳ trước',
  whole: 'chưa chắc tỷ lệ được tính trên tổng số này',
  openList: 'danh sách để ngỏ',
} as const;

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

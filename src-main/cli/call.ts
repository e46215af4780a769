/** What the user typed after `kyhop`. */
import { resolve } from 'node:path';

export interface CompileCall {
  readonly verb: 'compile';
  readonly file: string;
  /** Where the briefing file goes; null to write none. */
  readonly out: string | null;
  /** A correction that finds no place is an error: for building what we ship. */
  readonly strict: boolean;
}
export interface SearchCall {
  readonly verb: 'search';
  readonly file: string;
}
export interface FiguresCall {
  readonly verb: 'figures';
  readonly file: string;
}
export interface ChecksCall {
  readonly verb: 'checks';
  readonly file: string;
}
export interface DataCall {
  readonly verb: 'data';
  readonly file: string;
  /** Folder that the files go to; made if missing. */
  readonly out: string;
}
export type Call = ChecksCall | CompileCall | DataCall | FiguresCall | SearchCall | { readonly verb: 'help' };

export const usage = `Cách dùng:
  kyhop compile TỆP [--out HỒ_SƠ.kyhop] [--strict]
      Biên dịch văn bản nguồn (.txt, .md, bảng mã UTF-8) và in cấu trúc của nó dạng JSON.
      --out     ghi thêm tệp hồ sơ kỳ họp
      --strict  báo lỗi khi có đính chính không còn chỗ đặt
  kyhop data TỆP --out THƯ_MỤC
      Ghi cơ sở dữ liệu chỉ tiêu thành indicators.csv, observations.csv, checks.csv và một bản giải thích các cột.
  kyhop figures TỆP
      In mỗi dòng một con số của văn bản nguồn dạng JSON: vị trí, loại, giá trị, đơn vị, kỳ, trạng thái.
  kyhop checks TỆP
      Đối chiếu các số liệu của văn bản nguồn với nhau và in mỗi dòng một phép đối chiếu dạng JSON:
      loại, kết quả, các số hạng với vị trí, số tính được, số văn bản ghi, một câu giải thích.
  kyhop search TỆP
      Đọc mỗi dòng một câu tìm kiếm từ đầu vào chuẩn và in mỗi dòng một kết quả JSON.
      TỆP là văn bản nguồn hoặc tệp hồ sơ .kyhop.
`;

const verbs = ['checks', 'compile', 'data', 'figures', 'search'] as const;
const isVerb = (word: string | undefined): word is (typeof verbs)[number] =>
  verbs.some((verb) => verb === word);

/** Null for a wrong call. */
export function parseCall(args: readonly string[]): Call | null {
  const [verb, ...rest] = args;
  if (verb === 'help' || verb === '--help' || verb === '-h') return { verb: 'help' };
  if (!isVerb(verb)) return null;
  const takesOut = verb === 'compile' || verb === 'data';
  const files: string[] = [];
  let out: string | null = null;
  let strict = false;
  let optionsOver = false;
  for (let index = 0; index < rest.length; index++) {
    const arg = rest[index] ?? '';
    if (optionsOver || !arg.startsWith('-') || arg === '-') files.push(arg);
    else if (arg === '--') optionsOver = true;
    else if (verb === 'compile' && arg === '--strict') strict = true;
    else if (takesOut && arg.startsWith('--out=')) out = arg.slice('--out='.length);
    else if (takesOut && arg === '--out') out = rest[++index] ?? '';
    else return null;
  }
  const [file] = files;
  if (files.length !== 1 || file === undefined || file === '' || out === '') return null;
  // The briefing must not take the place of its source.
  if (out !== null && resolve(out) === resolve(file)) return null;
  if (verb === 'data') return out === null ? null : { verb, file, out };
  return verb === 'compile' ? { verb, file, out, strict } : { verb, file };
}

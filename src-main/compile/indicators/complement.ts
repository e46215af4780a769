/** The things behind a number that it counts, with what narrows them down: "46 | trường hợp vi phạm trật tự". */
import type { Token } from '../figures/tokens.ts';
import { withoutLoose } from './phrase.ts';
import type { Words } from './phrase.ts';
import { timeAt } from './times.ts';
import { agents, complementEnds, deeds, furtherDeeds, measures, wholeWords } from './words.ts';

/** Longest that a number's things and what is said of them may be. */
const COMPLEMENT_MAX = 14;
const LOOK_AHEAD = 40;

export interface After {
  /** Where the next number stands, as a token. */
  readonly limit: number;
  /** Tokens of the unit itself, which nothing parts: "phường, xã". */
  readonly unit: number;
  /** Whether "có", "đã" go on with the things ("93% hộ đã có nhà") or open another clause. */
  readonly isOpen: boolean;
}

/** The things that a number counts with what narrows them down, from the token behind it, up to the next number. */
export function complement(tokens: readonly Token[], from: number, { limit, unit, isOpen }: After): Words {
  const end = Math.min(limit, from + LOOK_AHEAD, tokens.length);
  const words: Token[] = [...tokens.slice(from, Math.min(from + unit, end))];
  for (let at = from + words.length; at < end && words.length < COMPLEMENT_MAX; at++) {
    const token = tokens[at];
    if (token === undefined || (isBorder(token) && !isInName(tokens, at))) break;
    if (token.key === ',') {
      const tail = listedTail(tokens, at + 1, end);
      if (tail === 0) break;
      words.push(...tokens.slice(at, at + 1 + tail));
      at += tail;
      continue;
    }
    if (at > from && endsAt(tokens, at, end) && !(isOpen && goesFurther.has(token.key))) break;
    if (timeAt(tokens, at) > 0) break;
    if (token.key === 'và' && opensDeed(tokens, at + 1)) break;
    words.push(token);
  }
  const isNothing = complementEnds.at(words, 0) !== null || ['và', ','].includes(words[0]?.key ?? '');
  return isNothing ? [] : withoutLoose(words);
}

const goesFurther = new Set(['có', 'đã', 'đang', 'chưa']);

const opensDeed = (tokens: readonly Token[], at: number): boolean =>
  deeds.at(tokens, at) !== null || furtherDeeds.at(tokens, at) !== null;

const attained = ['và', 'kế', 'mục', 'chuẩn', 'danh', 'tiêu', 'trình', 'yêu', 'loại', 'giải', 'điển', 'quy'];
const endsAt = (tokens: readonly Token[], at: number, end: number): boolean =>
  complementEnds.at(tokens, at) !== null &&
  wholeWords.before(tokens, at + 1) === null &&
  !(
    tokens[at]?.key === 'đạt' &&
    (attained.includes(tokens[at + 1]?.key ?? '') || (at + 1 < end && isInName(tokens, at + 1)))
  );

/** "đạt 3 sao", "mức độ 2": a number that states nothing, inside what is said of the things. */
const isInName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' &&
  (tokens[at - 1]?.kind === 'word' || !tokens[at].spaced) &&
  !cited.has(tokens[at - 1]?.key ?? '') &&
  tokens[at + 1]?.key !== '/';
const cited = new Set(['điều', 'khoản', 'điểm', 'số', 'mục', 'quyết', 'định', 'luật', 'kỳ']);

const isBorder = (token: Token): boolean =>
  token.kind === 'number' || token.kind === 'raised' || /^[;.:()!?+]$/.test(token.key);

/** Tokens of "…, tố cáo": up to three words behind a comma that another sign or "và" with another thing ends. */
function listedTail(tokens: readonly Token[], from: number, end: number): number {
  const isOther = [complementEnds, deeds, measures, agents].some((table) => table.at(tokens, from) !== null);
  if (isOther || timeAt(tokens, from) > 0) return 0;
  for (let at = from; at < Math.min(end, from + 6); at++) {
    const token = tokens[at];
    if (token === undefined) return 0;
    if (/^[,;.()]$/.test(token.key)) return at - from;
    if (token.key === 'và')
      return at + 2 < end && tokens[at + 1]?.kind === 'word' && end - at > 4 ? at - from : 0;
    if (token.kind !== 'word') return 0;
    if (complementEnds.at(tokens, at) !== null) return at - from;
  }
  return from < end && end === tokens.length && end - from <= 3 ? end - from : 0;
}

/** What stands around a number in its clause: the words before it that name it, and the things behind it that it counts. */
import type { Token } from '../figures/tokens.ts';
import { startsWith, subjectOf, trimEnd, trimStart, withoutTimes, wordCount } from './phrase.ts';
import type { Words } from './phrase.ts';
import { timeAt } from './times.ts';
import { circumstances, complementEnds, deeds, measures, agents, joints, softEnds } from './words.ts';

export interface Before {
  /** What the number is said of; empty where the clause leaves it out. */
  readonly words: Words;
  readonly reached: boolean;
  readonly owned: boolean;
  /** "Đại học: 18": a label, no clause. */
  readonly labelled: boolean;
}

const nothing: Before = { words: [], reached: false, owned: false, labelled: false };

/** `run` are the tokens of the clause before the number; `isAfterFigure` where it starts right behind another number. */
export function before(run: Words, isAfterFigure: boolean): Before {
  const colon = run.findLastIndex(({ key }) => key === ':');
  const rest = colon === -1 ? [] : withoutTimes(run.slice(colon + 1));
  const isLabel = colon !== -1 && wordCount(trimEnd(rest).words) === 0;
  if (isLabel) return labelOf(run.slice(0, colon), isAfterFigure);
  const words = colon === -1 ? withoutTimes(run) : rest;
  return clauseOf(words, isAfterFigure && colon === -1);
}

function labelOf(run: Words, isAfterFigure: boolean): Before {
  const from = run.findLastIndex(({ key }) => key === ':');
  const found = clauseOf(withoutTimes(run.slice(from + 1)), isAfterFigure && from === -1);
  return { ...found, reached: true, labelled: found.words.length > 0 };
}

function clauseOf(words: Words, isAfterFigure: boolean): Before {
  const segments = split(words);
  let first = 0;
  if (isAfterFigure && segments.length === 1) segments[0] = afterJoint(segments[0] ?? []);
  else if (isAfterFigure) first = 1;
  if (isAfterFigure && isTailOfList(segments.at(-1) ?? [])) return nothing;
  const last = trimEnd(segments.at(-1) ?? []);
  for (let index = segments.length - 1; index >= first; index--) {
    const trimmed = trimEnd(segments[index] ?? []);
    const start = trimStart(trimmed.words);
    if (wordCount(start) === 0) continue;
    const isCircumstance = startsWith(trimmed.words, circumstances) && !startsWith(start, measures);
    if (isCircumstance && index > first) continue;
    const { reached, owned } = index === segments.length - 1 ? trimmed : last;
    return named(segments, first, index, { reached, owned });
  }
  return { ...nothing, reached: last.reached, owned: last.owned };
}

function named(
  segments: readonly Words[],
  first: number,
  index: number,
  how: Pick<Before, 'reached' | 'owned'>,
): Before {
  let words = trimEnd(segments[index] ?? []).words;
  for (let from = index - 1; from >= first && isPartOfList(words); from--) {
    const previous = segments[from] ?? [];
    const isNamed = startsWith(trimStart(previous), measures) || startsWith(trimStart(previous), deeds);
    if (!isNamed && !(from > first && isPartOfList(previous))) break;
    words = [...previous, ...commaBefore(words), ...words];
  }
  const subject = subjectOf(words);
  const isHolder = how.owned && startsWith(subject, agents);
  return { words: isHolder ? [] : subject, ...how, labelled: false };
}

const comma = (start: number): Token => ({
  kind: 'mark',
  text: ',',
  key: ',',
  start,
  end: start + 1,
  spaced: false,
});
const commaBefore = (words: Words): Token[] => [comma(Math.max((words[0]?.start ?? 0) - 2, 0))];

/** "công nghiệp, xây dựng": a few words that name nothing alone. */
const isPartOfList = (words: Words): boolean =>
  wordCount(words) <= 3 &&
  !startsWith(trimStart(words), measures) &&
  !startsWith(words, agents) &&
  !startsWithDeed(words);

// Nouns as well as deeds: "công nghiệp, xây dựng", "hợp tác, phát triển".
const nominal = new Set(['xây', 'phát', 'đầu', 'thu', 'chi', 'quản', 'in', 'lập']);
const startsWithDeed = (words: Words): boolean =>
  startsWith(words, deeds) && !nominal.has(words[0]?.key ?? '');

/** "…, nhân viên y tế với 20 giường": the end of what was listed before, and a joint. */
function isTailOfList(segment: Words): boolean {
  const isJoined = ['với', 'cho', 'của'].includes(segment.at(-1)?.key ?? '');
  return isJoined && isPartOfList(trimEnd(segment).words);
}

function split(words: Words): Words[] {
  const segments: Token[][] = [[]];
  for (const word of words) {
    if (word.key === ',') segments.push([]);
    else segments.at(-1)?.push(word);
  }
  return segments;
}

/** Between two numbers of one clause: what follows the last joint belongs to the second. */
function afterJoint(words: Words): Words {
  for (let at = words.length; at > 0; at--) {
    const joint = joints.before(words, at);
    if (joint !== null) {
      const rest = words.slice(at);
      if (wordCount(trimEnd(rest).words) > 0 || at === words.length) return rest;
    }
    if (deeds.at(words, at) !== null && at > 1 && softEnds.at(words, at) === null) return words.slice(at);
  }
  return [];
}

/** Longest that a number's things and what is said of them may be. */
const COMPLEMENT_MAX = 14;
const LOOK_AHEAD = 40;

/** The things that a number counts with what narrows them down, from the token behind it, up to the next number. */
export function complement(tokens: readonly Token[], from: number, limit: number): Words {
  const end = Math.min(limit, from + LOOK_AHEAD, tokens.length);
  const words: Token[] = [];
  for (let at = from; at < end && words.length < COMPLEMENT_MAX; at++) {
    const token = tokens[at];
    if (token === undefined || isBorder(token)) break;
    if (token.key === ',') {
      const tail = listedTail(tokens, at + 1, end);
      if (tail === 0) break;
      words.push(...tokens.slice(at, at + 1 + tail));
      at += tail;
      continue;
    }
    const isEnd = at > from && complementEnds.at(tokens, at) !== null && !attainments(tokens, at);
    if (isEnd || timeAt(tokens, at) > 0) break;
    if (token.key === 'và' && deeds.at(tokens, at + 1) !== null) break;
    words.push(token);
  }
  if (words.length > 0 && complementEnds.at(words, 0) !== null) return [];
  return trimEnd(words).words;
}

const attainments = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === 'đạt' &&
  ['chuẩn', 'danh', 'tiêu', 'trình', 'yêu', 'loại', 'giải', 'điển', 'quy'].includes(
    tokens[at + 1]?.key ?? '',
  );

const isBorder = (token: Token): boolean =>
  token.kind === 'number' || token.kind === 'raised' || /^[;.:()!?+]$/.test(token.key);

/** Tokens of "…, tố cáo": up to three words behind a comma that another sign ends. */
function listedTail(tokens: readonly Token[], from: number, end: number): number {
  if (complementEnds.at(tokens, from) !== null || deeds.at(tokens, from) !== null) return 0;
  if (measures.at(tokens, from) !== null || timeAt(tokens, from) > 0 || agents.at(tokens, from) !== null) {
    return 0;
  }
  for (let at = from; at < Math.min(end, from + 4); at++) {
    const key = tokens[at]?.key ?? '';
    if (/^[,;.()]$/.test(key) || key === 'và') return at > from && at < end - 1 ? at - from : 0;
    if (tokens[at]?.kind !== 'word') return 0;
    if (complementEnds.at(tokens, at) !== null) return at > from ? at - from : 0;
  }
  return 0;
}

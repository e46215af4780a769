/** What stands before a number in its clause: the words that name it. */
import type { Token } from '../figures/tokens.ts';
import {
  beforePredicate,
  startsWith,
  subjectOf,
  trimEnd,
  trimStart,
  withoutTimes,
  wordCount,
} from './phrase.ts';
import type { Words } from './phrase.ts';
import {
  agents,
  bareMeasures,
  circumstances,
  compounds,
  deeds,
  joints,
  measures,
  softEnds,
} from './words.ts';

export interface Before {
  /** What the number is said of; empty where the clause leaves it out. */
  readonly words: Words;
  /** What stands before a colon or a comma that `words` alone do not say: "Gói thầu 04: khối lượng". */
  readonly lead: Words;
  readonly reached: boolean;
  readonly owned: boolean;
  /** "Đại học: 18": a label, no clause. */
  readonly labelled: boolean;
  /** The word that joins the things counted to what is done: "cho", "tại", "với"; null for none. */
  readonly joint: string | null;
  /** Whether the clause gives a time of its own: "năm 2022: 04 dự án". */
  readonly timed: boolean;
  /** Who has what is counted, where it is one of several: "Xã Minh Đức có 12 thôn". */
  readonly holder: Words;
  /** Whether all that is said is how it is measured: "theo giá so sánh tăng 8,1%". */
  readonly circumstance: boolean;
  /** "tổng cộng 11.018 ha" */
  readonly total: boolean;
}

const nothing: Before = {
  words: [],
  lead: [],
  reached: false,
  owned: false,
  labelled: false,
  joint: null,
  timed: false,
  holder: [],
  circumstance: false,
  total: false,
};

/** `run` are the tokens of the clause before the number; `isAfterFigure` where it starts right behind another number. */
export function before(run: Words, isAfterFigure: boolean): Before {
  const colon = run.findLastIndex(({ key }) => key === ':');
  const timeless = withoutTimes(run);
  const [joint, timed, total] = [jointOf(run), timeless.length < run.length, isTotal(run)];
  if (colon === -1) return { ...clauseOf(timeless, isAfterFigure), joint, timed, total };
  const rest = withoutTimes(run.slice(colon + 1));
  const label = run.slice(run.findLastIndex(({ key }, at) => key === ':' && at < colon) + 1, colon);
  const isLabel = wordCount(trimEnd(rest).words) === 0;
  const isFirst = isAfterFigure && label.length === colon;
  const found = isLabel ? clauseOf(withoutTimes(label), isFirst, true) : clauseOf(rest, false);
  if (!isLabel) {
    const isLed = found.lead.length > 0 || isFirst;
    return { ...found, joint, timed, total, lead: isLed ? found.lead : subjectOf(withoutTimes(label)) };
  }
  return { ...found, joint, timed, total, reached: true, labelled: found.words.length > 0 };
}

const isTotal = (run: Words): boolean =>
  run
    .slice(-4)
    .some(({ key }, at, tail) => key === 'tổng' && ['cộng', 'số'].includes(tail[at + 1]?.key ?? ''));

const jointWords = new Set(['cho', 'với', 'tại', 'của', 'ở']);
const approximate = new Set(['trên', 'hơn', 'gần', 'khoảng', 'cả', 'tổng', 'số', 'thêm']);

/** The joint right before the number or its approximation. */
function jointOf(run: Words): string | null {
  const last = run.findLast(({ key }) => !approximate.has(key))?.key ?? '';
  return jointWords.has(last) ? last : null;
}

function clauseOf(words: Words, isAfterFigure: boolean, isLabel = false): Before {
  // "Rau, đậu các loại: 2.050 ha"
  const isWhole = isLabel && !isAfterFigure && wordCount(words) <= LABEL_MAX;
  const segments = isWhole ? [words] : split(words);
  let first = 0;
  if (isAfterFigure && segments.length === 1) segments[0] = afterJoint(segments[0] ?? []);
  else if (isAfterFigure) first = 1;
  if (isAfterFigure && isTailOfList(segments.at(-1) ?? [])) return nothing;
  const last = { ...trimEnd(segments.at(-1) ?? []) };
  if (last.words.length === 0) last.reached ||= trimEnd(words).reached;
  // "gồm Chủ tịch, 03 Phó Chủ tịch": a comma right before the number, nothing said of it.
  if (segments.length > 1 && !isLabel && wordCount(last.words) === 0 && !last.reached) {
    return { ...nothing, owned: last.owned };
  }
  // "12 đơn khiếu nại, tố cáo thuộc thẩm quyền, đạt 90%" goes on with what was counted.
  const goesOn = isAfterFigure && wordCount(last.words) === 0 && last.reached;
  for (let index = segments.length - 1; index >= first; index--) {
    const trimmed = trimEnd(segments[index] ?? []);
    const start = trimStart(trimmed.words);
    if (wordCount(start) === 0) continue;
    const isCircumstance = startsWith(trimmed.words, circumstances) && !startsWith(start, measures);
    if (isCircumstance && index > first) continue;
    if (goesOn && !startsWith(start, measures) && !startsWith(start, deeds)) break;
    const { reached, owned } = index === segments.length - 1 ? trimmed : last;
    return { ...named(segments, first, index, { reached, owned }), circumstance: isCircumstance };
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
  let item = words;
  let from = index;
  for (; from > first && words.length < LIST_MAX; from--) {
    const previous = segments[from - 1] ?? [];
    if (!continuesList(previous, item, from - 1 > first)) break;
    item = previous;
    words = [...previous, ...commaBefore(words), ...words];
  }
  const { subject, of } = measureOf(subjectOf(words));
  const isHolder = how.owned && startsWith(subject, agents);
  const lead = how.reached && from > first ? leadOf(subject, segments[from - 1] ?? []) : of;
  return {
    ...nothing,
    words: isHolder ? [] : subject,
    holder: isHolder ? holderOf(subject) : [],
    lead,
    ...how,
  };
}

/** "Khu đô thị phía Nam với quy mô": a measure, and what it is of. */
function measureOf(words: Words): { subject: Words; of: Words } {
  const length = bareMeasures.before(words, words.length)?.length ?? 0;
  const at = words.length - length;
  if (length === 0 || at < 2 || !['với', 'có'].includes(words[at - 1]?.key ?? ''))
    return { subject: words, of: [] };
  return { subject: words.slice(at), of: words.slice(0, at - 1) };
}

/** One of several, by its own name: "Xã Minh Đức"; "UBND thành phố" needs no telling. */
const holderOf = (subject: Words): Words =>
  subject.length <= 6 && subject.slice(1).some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)) ? subject : [];

const LIST_MAX = 24;
const LABEL_MAX = 7;

/** "Đường Vành đai I, thi công đạt 85%": what the few words before the number are said of. */
function leadOf(words: Words, previous: Words): Words {
  const isFull = wordCount(words) > 2 || startsWith(words, measures) || startsWith(words, deeds);
  const lead = trimStart(trimEnd(previous).words);
  const isNone =
    isFull || startsWith(previous, circumstances) || startsWith(lead, agents) || startsWith(lead, deeds);
  return isNone || wordCount(lead) > 12 ? [] : lead;
}

/** Whether a comma lists here instead of parting clauses: "công nghiệp, xây dựng", "bồi thường, hỗ trợ GPMB". */
function continuesList(previous: Words, words: Words, hasMore: boolean): boolean {
  const start = trimStart(previous);
  if (endsWithDeed(previous) && startsWith(words, deeds)) return true;
  if (!isPartOfList(beforePredicate(words))) return false;
  const isNamed = startsWith(start, measures) || startsWith(start, deeds);
  return isNamed || (hasMore && isPartOfList(previous));
}

function endsWithDeed(words: Words): boolean {
  const start = trimStart(words);
  const isDeed = deeds.before(words, words.length) !== null;
  return isDeed && (startsWith(start, deeds) || startsWith(start, measures));
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
  const start = trimStart(segment);
  return isJoined && !startsWith(start, deeds) && !startsWith(start, measures);
}

const isInCompound = (words: Words, comma: number): boolean =>
  [1, 2].some((back) => (compounds.at(words, comma - back)?.length ?? 0) > back);

function split(words: Words): Words[] {
  const segments: Token[][] = [[]];
  for (const [at, word] of words.entries()) {
    if (word.key === ',' && !isInCompound(words, at)) segments.push([]);
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
    const isDeed = deeds.at(words, at) !== null && softEnds.at(words, at) === null;
    // "chi chuyển nguồn"
    if (isDeed && at > 1) return words.slice(measureBefore(words, at));
  }
  return [];
}

/** "với tổng vốn đăng ký", "và chi chuyển nguồn": where the measure starts that a deed narrows down; else the deed. */
function measureBefore(words: Words, deed: number): number {
  for (let at = deed - 1; at >= Math.max(1, deed - 4); at--) {
    const isStart = joints.before(words, at) !== null && measures.at(words, at) !== null;
    if (isStart || ['thu', 'chi'].includes(words[at]?.key ?? '')) return at;
  }
  return deed;
}

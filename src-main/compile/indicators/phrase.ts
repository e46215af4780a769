/** Runs of tokens as phrases: what is cut off at either end, what is left out inside, and how the rest is written. */
import type { PhraseTable } from '../figures/phrases.ts';
import type { Token } from '../figures/tokens.ts';
import { citationAt, groundsAt, timeAt } from './times.ts';
import {
  agents,
  attainments,
  deeds,
  measures,
  openers,
  owning,
  reaching,
  softEnds,
  wholeWords,
} from './words.ts';

export type Words = readonly Token[];

const WORDS_MAX = 16;

/** Without times, and without what follows the citation of a document. */
export function withoutTimes(words: Words): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const taken = timeAt(words, at) || groundsAt(words, at);
    const token = words[at];
    if (taken > 0) at += taken - 1;
    else if (citationAt(words, at)) return kept;
    else if (token !== undefined && token.kind !== 'raised') kept.push(token);
  }
  return kept;
}

const isSign = (token: Token | undefined): boolean => token?.kind === 'mark' && !'%°"()/'.includes(token.key);

/** Without what opens a clause: signs, conjunctions, adverbs. */
export function trimStart(words: Words): Words {
  let at = 0;
  while (at < words.length) {
    const opener = openers.at(words, at)?.length ?? 0;
    const own = Math.max(deeds.at(words, at)?.length ?? 0, measures.at(words, at)?.length ?? 0);
    if (isSign(words[at]) || words[at]?.key === ')') at += 1;
    else if (opener > 0 && own <= opener) at += opener;
    else break;
  }
  return words.slice(at);
}

export interface Trimmed {
  readonly words: Words;
  /** Whether the words cut off say that the number is reached ("đạt", "là", "tăng"). */
  readonly reached: boolean;
  /** Whether they say that what the number counts is had ("có", "gồm"). */
  readonly owned: boolean;
}

/** Without what leads from a phrase to its number. */
export function trimEnd(words: Words): Trimmed {
  let end = words.length;
  let reached = false;
  let owned = false;
  for (;;) {
    if (isSign(words[end - 1]) || words[end - 1]?.key === '(') {
      end -= 1;
      continue;
    }
    const own = owning.before(words, end)?.length ?? 0;
    const reach = reaching.before(words, end)?.length ?? 0;
    const soft = softEnds.before(words, end)?.length ?? 0;
    const whole = wholeWords.before(words, end)?.length ?? 0;
    const cut = Math.max(own, reach, soft);
    if (cut === 0 || whole > cut) return { words: words.slice(0, Math.max(end, 0)), reached, owned };
    if (reach > 0) reached = true;
    else if (own > 0) owned = true;
    end -= cut;
  }
}

/** Of things that are counted: only what leads on is cut off, not what they attain ("hộ hoàn thành"). */
export function withoutLoose(words: Words): Words {
  let end = words.length;
  for (;;) {
    const soft = isSign(words[end - 1]) ? 1 : (softEnds.before(words, end)?.length ?? 0);
    if (soft === 0 || (wholeWords.before(words, end)?.length ?? 0) > soft) return words.slice(0, end);
    end -= soft;
  }
}

export const startsWith = (words: Words, table: PhraseTable<unknown>): boolean => table.at(words, 0) !== null;

/** Words of letters; signs and brackets do not count. */
export const wordCount = (words: Words): number => words.filter(({ kind }) => kind === 'word').length;

/** What a clause is about, without who does it, without its predicate, and no longer than a name. */
export function subjectOf(words: Words): Words {
  return withinReach(withoutPredicate(fromFurtherDeed(withoutAgent(trimStart(words)))));
}

function withoutAgent(words: Words): Words {
  const done = words.findLastIndex(({ key }) => key === 'đã');
  const after = done === -1 ? words : trimStart(words.slice(done + 1));
  // "Diện tích trồng trọt đã giảm dần": what is said of it, not what is done.
  if (done > 0 && predicates.has(words[done + 1]?.key ?? '')) return trimEnd(words.slice(0, done)).words;
  // "Diện tích đã cấp đối với đất ở" is no deed of somebody.
  const isMeasured = (measures.at(words, 0)?.length ?? 0) > 0 && !startsWith(words, agents);
  if (wordCount(after) > 0 && done !== -1) return isMeasured ? words : after;
  if (startsWith(words, deeds) || startsWith(words, measures) || !startsWith(words, agents)) return words;
  for (let at = 1; at < Math.min(words.length, 14); at++) {
    const deed = deeds.at(words, at)?.length ?? 0;
    if (deed > 0 && deed >= (agents.at(words, at)?.length ?? 0)) return words.slice(at);
  }
  return words;
}

/** "phố và kéo dài 12 tuyến": what was listed before ends where another deed begins. */
function fromFurtherDeed(words: Words): Words {
  if (startsWith(words, deeds) || startsWith(words, measures)) return words;
  const joint = words.findLastIndex(({ key }, at) => key === 'và' && deeds.at(words, at + 1) !== null);
  return joint === -1 ? words : words.slice(joint + 1);
}

const predicates = new Set(['đạt', 'tăng', 'giảm', 'chiếm', 'vượt', 'là', 'ước']);

/** "Số thu ngân sách cơ bản đạt dự toán được giao": what is measured ends where something is said of it. */
function withoutPredicate(words: Words): Words {
  return startsWith(words, measures) ? beforePredicate(words) : words;
}

export function beforePredicate(words: Words): Words {
  for (let at = 2; at < words.length; at++) {
    const key = words[at]?.key ?? '';
    const isKept = key === 'duy' && words[at + 1]?.key === 'trì' && at + 2 === words.length;
    if (isKept) return words.slice(0, at);
    if (!predicates.has(key) || attainments.at(words, at + 1) !== null) continue;
    if (['tốc', 'mức', 'độ', 'lệ', 'kết'].includes(words[at - 1]?.key ?? '')) continue;
    return trimEnd(words.slice(0, at)).words;
  }
  return words;
}

/** Of a long clause the words from the last deed or measure that leaves a phrase, else its last words. */
function withinReach(words: Words): Words {
  if (wordCount(words) <= WORDS_MAX) return words;
  if (startsWith(words, measures)) return trimEnd(words.slice(0, WORDS_MAX)).words;
  const from = words.length - WORDS_MAX;
  for (let at = from; at < words.length - 1; at++) {
    if (deeds.at(words, at) !== null || measures.at(words, at) !== null) return words.slice(at);
  }
  return trimStart(words.slice(from));
}

/** As printed, one space where white space or something left out stood. */
export function written(words: Words): string {
  let text = '';
  for (const [index, token] of words.entries()) {
    const previous = words[index - 1];
    const gap = previous !== undefined && (token.spaced || previous.end < token.start);
    const isTight = /^[,;.:)%]$/.test(token.key) || previous?.key === '(';
    text += gap && !isTight ? ` ${token.text}` : token.text;
  }
  return text;
}

/** A name as an indicator bears it: a capital first, no longer than a table's cell, brackets in pairs. */
export function titled(text: string, max: number): string {
  const short = text.length <= max ? text : text.slice(0, text.lastIndexOf(' ', max));
  const whole = short.slice(0, max);
  const open = whole.lastIndexOf('(');
  const closed = open > whole.lastIndexOf(')') ? whole.slice(0, open) : whole;
  const trimmed = closed.replace(/^[\s,;:.\-–)]+|[\s,;:.\-–(]+$/g, '');
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}

/** For the middle of a sentence; names and abbreviations keep their capitals. */
export function lowered(text: string): string {
  const first = text.split(' ', 1)[0] ?? '';
  return /^\p{Lu}\p{Ll}*,?$/u.test(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const abbreviations = new Set(
  'UBND HĐND MTTQ UBMTTQ GPMB KTXH QPPL GCN CCHC TTHC XDCB ANTT PCCC BHYT BHXH'.split(' '),
);

/** A heading printed in capitals, in small letters; abbreviations keep theirs. */
export function sentenceCased(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .split(' ')
    .map((word) => (abbreviations.has(word.replace(/[^\p{L}]/gu, '')) ? word : word.toLowerCase()))
    .join(' ');
}

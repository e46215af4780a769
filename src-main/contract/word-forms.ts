/**
 * A Vietnamese word as search compares it: what is left without diacritics finds it, the diacritics decide how well it fits.
 * The tone is kept apart from the letters, so that hoà and hòa, thuỷ and thủy, quý and qúy are one form.
 */
import { foldWords } from './fold.ts';

export interface WordForm {
  /** Lower case without any diacritics: "duong". A number is its canonical value: "88910". */
  readonly folded: string;
  /** Lower case with all marks but the tone: "đương". */
  readonly letters: string;
  /** 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng. */
  readonly tone: number;
}

const tones: Readonly<Record<string, number>> = {
  '\u0301': 1,
  '\u0300': 2,
  '\u0309': 3,
  '\u0303': 4,
  '\u0323': 5,
};
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** What folding of hostile input may leave between the letters. */
const noWordCharacter = /[^\p{L}\p{N}.%‰]+/gu;
/** Ð and Ɖ stand for Đ wherever an input method or an old font put them. */
const barred = /[ðɖ]/gu;

/** Form of a word as it stands in a text, in any case and Unicode form. */
export function wordForm(raw: string): WordForm {
  const folded = foldWords(raw).replace(noWordCharacter, '');
  const decomposed = raw.normalize('NFKD').toLowerCase();
  let tone = 0;
  const letters = decomposed
    .replace(toneMark, (mark) => {
      tone = tones[mark] ?? tone;
      return '';
    })
    .normalize('NFC')
    .replace(barred, 'đ');
  return { folded, letters, tone };
}

/** Typed without any diacritics: such a word asks for no accents. */
export const isPlain = ({ folded, letters, tone }: WordForm): boolean => tone === 0 && letters === folded;

/** How far the accents of a found word agree with the typed ones, from 0 to 1. */
export const agreements = {
  same: 1,
  /** Accents were left out while typing, none is wrong. */
  leftOut: 0.92,
  /** Who types the letters' marks mostly types the tone as well: "lương" is hardly "lượng". */
  toneLeftOut: 0.84,
  /** Hỏi and ngã are taken for each other by half the country. */
  hookForTilde: 0.78,
  otherTone: 0.7,
  /** Who types the tone does not leave out the hat: "đèn" is hardly "đền". */
  hatLeftOut: 0.65,
  otherLetters: 0.45,
  other: 0.3,
} as const;

/**
 * Agreement of two forms with the same `folded`; with `isBeginning` the typed one may be the beginning of the found one.
 * A plain typed word agrees with all.
 */
export function agreement(typed: WordForm, found: WordForm, isBeginning = false): number {
  if (typed.tone === found.tone && typed.letters === found.letters) return agreements.same;
  if (isPlain(typed)) return agreements.same;
  let isLeftOut = false;
  let isHatLeftOut = false;
  let isOtherLetter = false;
  for (let at = 0; at < typed.letters.length; at++) {
    const letter = typed.letters[at];
    if (letter === found.letters[at]) continue;
    if (letter !== typed.folded[at]) isOtherLetter = true;
    else if (letter === 'd') isLeftOut = true;
    else isHatLeftOut = true;
  }
  if (!isBeginning && typed.letters.length !== found.letters.length) isOtherLetter = true;
  const isOtherTone = typed.tone !== 0 && typed.tone !== found.tone;
  if (isOtherTone && isOtherLetter) return agreements.other;
  if (isOtherLetter || (isHatLeftOut && isOtherTone)) return agreements.otherLetters;
  if (isHatLeftOut) return typed.tone === 0 || isBeginning ? agreements.leftOut : agreements.hatLeftOut;
  if (isOtherTone) {
    const isHookForTilde = typed.tone + found.tone === 7 && typed.tone !== 0 && found.tone !== 0;
    return isHookForTilde && typed.tone !== 5 && found.tone !== 5
      ? agreements.hookForTilde
      : agreements.otherTone;
  }
  if (typed.tone === 0 && found.tone !== 0 && !isBeginning) {
    if (!isLeftOut) return agreements.toneLeftOut;
    isLeftOut = true;
  }
  return isLeftOut ? agreements.leftOut : agreements.same;
}

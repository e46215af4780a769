/**
 * What a Vietnamese input method leaves in a word when it was off: Telex ("giair", "ddat", "mawtj") and VNI ("d9at61").
 * Decoded by the keys' own rules, whatever word comes out; whether it exists is the caller's business.
 */

const telexTones: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  z: '',
};
const vniTones: Readonly<Record<string, string>> = {
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
  0: '',
};
const syllable = /^(đ|[bcdghklmnpqrstvx]{0,3})([aăâeêioôơuưy]{1,3})(c|ch|m|n|ng|nh|p|t)?$/u;
const letters = /^[a-z]+$/u;
const lettersAndDigits = /^[a-z][a-z0-9]*[0-9][a-z0-9]*$/u;

/** The word meant, NFC in lower case; null where nothing of an input method is left in it or no syllable comes out. */
export function decodeKeys(typed: string): string | null {
  const word = typed.normalize('NFC').toLowerCase();
  if (word.length < 2 || word.length > 12) return null;
  if (letters.test(word)) return decodeTelex(word);
  return lettersAndDigits.test(word) ? decodeVni(word) : null;
}

function decodeTelex(word: string): string | null {
  let tone: string | null = null;
  let plain = '';
  let vowelSeen = false;
  for (const key of word) {
    // Behind the vowel these letters end no syllable: there they are tones.
    const mark = telexTones[key];
    if (vowelSeen && mark !== undefined) tone = mark;
    else plain += key;
    if ('aeiouyw'.includes(key)) vowelSeen = true;
  }
  let marked = plain
    .replace(/^dd/u, 'đ')
    .replace(/^d(.*)d$/u, 'đ$1')
    .replace(/uow|uwow|uwo/u, 'ươ')
    .replace(/aa/u, 'â')
    .replace(/ee/u, 'ê')
    .replace(/oo/u, 'ô')
    .replace(/aw/u, 'ă')
    .replace(/ow/u, 'ơ')
    .replace(/uw/u, 'ư');
  // Keys may follow at the end of the syllable: "nguoiwf", "tana".
  marked = marked.replace(
    /^(.*?)(uo|[aou])([^aeiouwăâêôơư]*|[iu])w$/u,
    (_, before: string, vowel: string, after: string) => `${before}${horned[vowel] ?? vowel}${after}`,
  );
  marked = marked.replace(
    /^(.*?)([aeo])([bcghmnptiuy]+)\2$/u,
    (_, before: string, vowel: string, after: string) => `${before}${hatted[vowel] ?? vowel}${after}`,
  );
  marked = marked.replace(/^([^aeiouy]*)w/u, '$1ư');
  return whole(marked, tone, word);
}

const horned: Readonly<Record<string, string>> = { uo: 'ươ', o: 'ơ', u: 'ư', a: 'ă' };
const hatted: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };

function decodeVni(word: string): string | null {
  let tone: string | null = null;
  let marked = '';
  for (const key of word) {
    const mark = vniTones[key];
    if (mark !== undefined) tone = mark;
    else if (key === '9') marked = marked.replace(/d(?!.*d)/u, 'đ');
    else if (key === '6') marked = marked.replace(/[aeo](?!.*[aeo])/u, (vowel) => hatted[vowel] ?? vowel);
    else if (key === '7')
      marked = marked.replace(/uo(?!.*[ou])|[ou](?!.*[ou])/u, (vowel) => horned[vowel] ?? vowel);
    else if (key === '8') marked = marked.replace(/a(?!.*a)/u, 'ă');
    else marked += key;
  }
  return whole(marked, tone, word);
}

/** Puts the tone on a vowel: which one does not matter, forms keep it apart. */
function whole(marked: string, tone: string | null, typed: string): string | null {
  if (marked === typed && tone === null) return null;
  const parts = syllable.exec(marked);
  if (parts === null) return null;
  const [, onset = '', nucleus = '', coda = ''] = parts;
  return `${onset}${nucleus}${tone ?? ''}${coda}`.normalize('NFC');
}

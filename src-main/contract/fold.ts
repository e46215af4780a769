/**
 * Folding of Vietnamese text for search: lower case, no diacritics, đ → d, compatibility forms (m² → m2), one kind
 * of dash, quote and space. NFC and NFD input fold alike, and tone placement (hoà, hòa) disappears with the tones.
 */

/** Folded text and the way back. */
export interface Folded {
  readonly text: string;
  /** Offset in the original (UTF-16) of the character that the folded offset stands in; `text.length` maps to the end. */
  readonly toOriginal: (foldedOffset: number) => number;
  /** End in the original of what the folded range `[…, foldedEnd)` covers: combining marks stay with their letter. */
  readonly toOriginalEnd: (foldedEnd: number) => number;
}

const lookAlikes: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
};

// A letter with its combining marks. A lone mark (hostile input) is a cluster of its own.
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

// A report uses a few hundred different letters: each is folded once. Bounded, because hostile text uses more.
const known = new Map<string, string>();
const KNOWN_MAX = 4096;

function foldCluster(original: string): string {
  const before = known.get(original);
  if (before !== undefined) return before;
  const folded = foldAnew(original);
  if (known.size < KNOWN_MAX) known.set(original, folded);
  return folded;
}

function foldAnew(original: string): string {
  const stripped = original
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  let out = '';
  for (const character of stripped) out += lookAlikes[character] ?? character;
  return out;
}

/** Folds plain words without the way back. */
export function foldWords(text: string): string {
  return text.replace(cluster, foldCluster);
}

/** Folds and remembers where each folded UTF-16 unit came from. Linear in the text's length. */
export function fold(text: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(cluster)) {
    const folded = foldCluster(match[0]);
    parts.push(folded);
    starts.push(...Array<number>(folded.length).fill(match.index));
    ends.push(...Array<number>(folded.length).fill(match.index + match[0].length));
  }
  return {
    text: parts.join(''),
    toOriginal: (offset) => starts[offset] ?? text.length,
    toOriginalEnd: (end) => (end <= 0 ? 0 : (ends[end - 1] ?? text.length)),
  };
}

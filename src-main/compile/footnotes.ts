/**
 * Footnotes and the places that point to them. A superscript may be a reference, an exponent (m²) or noise: units are
 * never references, anything else is one where a footnote of that number exists or the numbers count on.
 */
import type { Draft } from './drafts.ts';
import type { Raised } from './markup.ts';

/** A reference in running text. Offsets are UTF-16 units of the source. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

const unit = /(?:^|[^\p{L}\p{M}])(?:k|c|d|m|h|da|µ)?m$/u;
const weakUnit = /(?:^|[^\p{L}\p{M}])(?:ha|[a-zA-Z])$/u;

export interface Raisings {
  readonly source: string;
  readonly raised: readonly Raised[];
  readonly footnotes: readonly Draft[];
}

/** Tells references from exponents, in source order. Opening marks of footnotes are no references. */
export function findReferences({ source, raised, footnotes }: Raisings): Reference[] {
  const numbers = new Set(footnotes.map((draft) => draft.note?.value ?? 0));
  const openings = new Set(footnotes.map((draft) => draft.note?.start ?? -1));
  const running = raised.filter((digits) => !openings.has(digits.start));
  const strong = new Set(
    running
      .filter((digits) => digits.explicit || kindOf(source, digits) === 'word')
      .map(({ value }) => value),
  );
  const references: Reference[] = [];
  let highest = 0;
  for (const digits of running) {
    const read = readReference(source, digits, numbers, strong, highest);
    if (read === null) continue;
    references.push(read);
    highest = Math.max(highest, read.number);
  }
  return references;
}

/** What the digits are raised above: a word, a unit of measure, perhaps a unit, another digit, or nothing. */
function kindOf(source: string, digits: Raised): 'word' | 'unit' | 'weak' | 'digit' | 'nothing' {
  let end = digits.start;
  while (end > 0 && /[[\]^*_<>{}$(]/.test(source[end - 1] ?? '') && digits.start - end < 8) end--;
  // A tag such as <sup> stands between the word and its digits.
  const before = source.slice(Math.max(0, end - 24), end).replace(/<[a-z]+\s?$/i, '');
  const last = before.slice(-1);
  if (before === '' || /[\n\r]/.test(last)) return 'nothing';
  if (/\d/.test(last)) return 'digit';
  if (unit.test(before)) return 'unit';
  return weakUnit.test(before) ? 'weak' : 'word';
}

/** "km²", "10²": certainly no reference, whatever footnotes there are. */
export function isExponent(source: string, digits: Raised): boolean {
  const kind = kindOf(source, digits);
  return (kind === 'unit' && (digits.value === 2 || digits.value === 3)) || kind === 'nothing';
}

function readReference(
  source: string,
  digits: Raised,
  footnotes: ReadonlySet<number>,
  strong: ReadonlySet<number>,
  highest: number,
): Reference | null {
  const { start, end, value } = digits;
  const whole = { start, end, number: value };
  if (digits.explicit) return whole;
  if (value < 1 || value > 999) return null;
  switch (kindOf(source, digits)) {
    case 'unit': {
      if (value === 2 || value === 3) return null;
      // "m²¹²": a square metre and the reference 12.
      const rest = value - Number(String(value)[0]) * 10 ** (String(value).length - 1);
      const exponent = /^[23]/.test(String(value)) && rest > 0 && !String(value).startsWith('0', 1);
      if (exponent && (footnotes.has(rest) || rest === highest + 1) && value !== highest + 1) {
        return { start: start + 1, end, number: rest };
      }
      return footnotes.has(value) ? whole : null;
    }
    case 'weak':
      return footnotes.has(value) && !strong.has(value)
        ? whole
        : value > 3 && footnotes.has(value)
          ? whole
          : null;
    case 'digit':
      return footnotes.has(value) && !(strong.has(value) && value <= highest) ? whole : null;
    case 'word':
      return whole;
    case 'nothing':
      return footnotes.has(value) ? whole : null;
  }
}

/**
 * Paragraphs that belong to the footnote above them: indented ones under `[^1]:`, and those between two footnotes of
 * which both are already pointed to, that is, at the foot of one page. Gives the index of the footnote's draft.
 */
export function findFurtherParagraphs(
  drafts: readonly Draft[],
  references: readonly Reference[],
): Map<number, number> {
  const firstRef = new Map<number, number>();
  for (const { number, start } of references) if (!firstRef.has(number)) firstRef.set(number, start);
  const further = new Map<number, number>();
  let footnote = -1;
  let waiting: number[] = [];
  drafts.forEach((draft, index) => {
    const owner = drafts[footnote];
    if (draft.kind === 'footnote') {
      const refStart = firstRef.get(draft.note?.value ?? 0);
      const start = owner?.spans[0]?.start;
      if (refStart !== undefined && start !== undefined && refStart < start)
        for (const between of waiting) further.set(between, footnote);
      footnote = index;
      waiting = [];
    } else if (
      owner?.note?.definition === true &&
      waiting.length === 0 &&
      draft.cell === null &&
      draft.indent >= 2
    ) {
      further.set(index, footnote);
    } else if (
      waiting.length < 3 &&
      draft.kind !== 'cell' &&
      draft.opener?.kind !== 'numbered' &&
      !draft.outside &&
      !draft.afterPage
    ) {
      waiting.push(index);
    } else {
      footnote = -1;
      waiting = [];
    }
  });
  return further;
}

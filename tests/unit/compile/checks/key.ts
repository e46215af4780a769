/** Reads the answer keys of the checks (tests/fixtures/checks/README.md). Strict: what is not in the format throws, with its line. */
import { readFileSync } from 'node:fs';

export const keyKinds = [
  'sum',
  'ratio',
  'growth',
  'difference',
  'completion',
  'list_count',
  'repetition',
  'period',
  'footnote',
  'implied_integer',
] as const;
export const keyVerdicts = ['match', 'truncated', 'approximate', 'mismatch', 'undetermined'] as const;
/** Reasons that an `undetermined` gives, before its explanation. */
export const keyReasons = [
  'base-not-stated',
  'parts-may-overlap',
  'parts-incomplete',
  'unequal-periods',
  'units-differ',
  'not-the-same-thing',
  'open-list',
  'of-plan',
  'range',
] as const;

/** UTF-16 offsets into the text, end exclusive. */
export interface KeyPlace {
  readonly start: number;
  readonly end: number;
}

export interface KeyCheck {
  readonly kind: (typeof keyKinds)[number];
  readonly verdict: (typeof keyVerdicts)[number];
  /** Null where there is nothing to compute. */
  readonly computed: string | null;
  readonly stated: string | null;
  /** As printed, the one that states the relation first; words without a digit stand for one thing. */
  readonly operands: readonly string[];
  /** Where each operand stands. */
  readonly places: readonly KeyPlace[];
  /** Null but for `undetermined`. */
  readonly reason: (typeof keyReasons)[number] | null;
  /** Reasonable readers differ about it: neither finding it nor staying silent is wrong. */
  readonly doubtful: boolean;
  /** True, but an engine need not say it. */
  readonly optional: boolean;
  readonly note: string;
  /** Line of the key file, from 1. */
  readonly line: number;
}

export interface KeyText {
  readonly name: string;
  readonly text: string;
  /** The key says `none`: whatever mismatch is found here is a false accusation. */
  readonly none: boolean;
  readonly checks: readonly KeyCheck[];
}

const beginsInsideWord = /[\p{L}\p{N}]$|\p{Nd}[.,/-]$/u;
const goesOn = /^(?:\p{Nd}|\p{L}|%|[.,/-]\p{Nd})/u;

/** Starts of a figure's text where it is a whole word or number, not part of a longer one. */
function occurrences(text: string, figure: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const mark = /^[⁰¹²³⁴⁵⁶⁷⁸⁹[]/.test(figure);
    const inside = !mark && beginsInsideWord.test(text.slice(Math.max(0, at - 2), at));
    const after = text.slice(at + figure.length, at + figure.length + 2);
    if (!inside && !goesOn.test(after)) found.push(at);
  }
  return found;
}

function only(places: readonly number[], what: string): number {
  const [place] = places;
  if (place === undefined || places.length > 1)
    throw new Error(`${what}: ${places.length} occurrences, not one`);
  return place;
}

function literal(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

/** "71 [tổ chức 71 phiên]": the figure, and in brackets, where the figure alone is not unique, a quote around it that is. */
function operandOf(written: string, text: string): { figure: string; place: KeyPlace } {
  const parts = /^(.*?)(?: \[([^\]]+)\])?$/u.exec(written);
  const figure = parts?.[1] ?? '';
  const quote = parts?.[2];
  if (figure === '') throw new Error(`empty operand in "${written}"`);
  let start: number;
  if (quote === undefined) start = only(occurrences(text, figure), `"${figure}"`);
  else {
    const around = only(literal(text, quote), `quote "${quote}"`);
    const inside = occurrences(text, figure).filter(
      (at) => at >= around && at + figure.length <= around + quote.length,
    );
    start = only(inside, `"${figure}" in "${quote}"`);
  }
  return { figure, place: { start, end: start + figure.length } };
}

function oneOf<T extends string>(values: readonly T[], value: string): T {
  const known = values.find((each) => each === value);
  if (known === undefined) throw new Error(`unknown "${value}"`);
  return known;
}

const valueOf = (field: string): string | null => (field === '-' ? null : field);

function checkOf(row: string, text: string, line: number): KeyCheck {
  const fields = row.split(' |').map((field) => field.trim());
  const [kind = '', verdict = '', computed = '', stated = '', written = '', note = ''] = fields;
  if (fields.length !== 6) throw new Error(`${fields.length} fields, not six`);
  const operands = written.split(/;(?![^[]*\])/).map((operand) => operandOf(operand.trim(), text));
  const flag = /^(doubtful|optional)\b:? ?/.exec(note)?.[1];
  const explained = note.replace(/^(?:doubtful|optional)\b:? ?/, '');
  const reason = verdict === 'undetermined' ? oneOf(keyReasons, /^[a-z-]+/.exec(explained)?.[0] ?? '') : null;
  if (computed === '' || stated === '') throw new Error('an empty field is written "-"');
  return {
    kind: oneOf(keyKinds, kind),
    verdict: oneOf(keyVerdicts, verdict),
    computed: valueOf(computed),
    stated: valueOf(stated),
    operands: operands.map((operand) => operand.figure),
    places: operands.map((operand) => operand.place),
    reason,
    doubtful: flag === 'doubtful',
    optional: flag === 'optional',
    note: explained,
    line,
  };
}

/** "@path" in place of a text is the text of that file, from the project's folder. */
function textOf(lines: readonly string[]): string {
  const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
  return text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text;
}

/** Texts and expected checks of a key file, in its order; throws where a line is not in the format or a quote not in the text. */
export function readKeys(path: string): KeyText[] {
  const lines = readFileSync(path, 'utf8').normalize('NFC').split('\n');
  const starts = lines.flatMap((row, index) => (row.startsWith('=== ') ? [index] : []));
  return starts.map((start, which) => {
    const end = starts[which + 1] ?? lines.length;
    const rule = lines.indexOf('---', start);
    const name = (lines[start] ?? '').slice(4).trim();
    if (rule < 0 || rule >= end) throw new Error(`${path}: "${name}" has no line ---`);
    const text = textOf(lines.slice(start + 1, rule));
    let none = false;
    const checks: KeyCheck[] = [];
    for (let index = rule + 1; index < end; index++) {
      const row = lines[index] ?? '';
      if (row === 'none') none = true;
      else if (row !== '' && !row.startsWith('#')) {
        try {
          checks.push(checkOf(row, text, index + 1));
        } catch (error) {
          throw new Error(`${path}:${index + 1}`, { cause: error });
        }
      }
    }
    return { name, text, none, checks };
  });
}

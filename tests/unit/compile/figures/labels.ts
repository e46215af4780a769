/** Reads numbers labelled by hand (tests/fixtures/figures/README.md) and documents of one paragraph. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Block } from '../../../../src-main/contract/briefing.ts';
import { findFigures } from '../../../../src-main/compile/figures/find-figures.ts';
import type { Numeral } from '../../../../src-main/contract/figure.ts';

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly class: string;
  /** As written in the fixture: "3.0", "897/921", "10..15"; null for a non-figure. */
  readonly value: string | null;
  readonly unit: string | null;
  /** Null where the label says nothing. */
  readonly period: string | null;
  readonly status: string | null;
  readonly approx: string | null;
}

const fixture = (name: string): string => readFileSync(`tests/fixtures/figures/${name}`, 'utf8');
const rows = (name: string): string[] =>
  fixture(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

function labelOf(fields: string, start: number): Label {
  const [text = '', kind = '', value, unit, context = ''] = fields.split('|');
  const said = (mark: string): string | null =>
    context
      .split(/ (?=[@!~])/)
      .find((word) => word.startsWith(mark))
      ?.slice(1) ?? null;
  return {
    start,
    end: start + text.length,
    text,
    class: kind,
    value: value ?? null,
    unit: unit === undefined || unit === '' ? null : unit,
    period: said('@'),
    status: said('!'),
    approx: said('~'),
  };
}

const digit = /[\p{Nd}\p{No}]/u;

/** Labels of every digit of a source, in order; throws where one does not stand where the next digit is. */
export function readLabels(name: string, source: string): Label[] {
  let at = 0;
  const nextDigit = (): void => {
    while (at < source.length && !digit.test(source[at] ?? '')) at++;
  };
  const labels = rows(name).map((row) => {
    const text = row.split('|')[0] ?? '';
    nextDigit();
    const start = at - text.search(digit);
    if (!source.startsWith(text, start)) throw new Error(`label "${text}" is not at ${start}`);
    at = start + text.length;
    return labelOf(row, start);
  });
  nextDigit();
  if (at < source.length) throw new Error(`digit at ${at} has no label`);
  return labels;
}

/** A text with its labels in place: "đạt ⟦71|count|71|phiên họp⟧ phiên họp". */
function readMarked(marked: string): LabelledText {
  let text = '';
  const labels: Label[] = [];
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    if (part.startsWith('⟦')) {
      const label = labelOf(part.slice(1, -1), text.length);
      labels.push(label);
      text += label.text;
    } else text += part;
  }
  return { text, labels };
}

export interface LabelledText {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** Labelled sentences, one a line. */
export const readSentences = (name: string): LabelledText[] => rows(name).map(readMarked);

/**
 * Labelled documents of a folder, one a file, whole as a source is; throws where a digit has no label. Those named
 * "….nfd.…" are given decomposed, as some systems write them.
 */
export function readDocuments(folder: string): LabelledText[] {
  return readdirSync(`tests/fixtures/figures/${folder}`)
    .sort()
    .map((name) => {
      const form = name.includes('.nfd.') ? 'NFD' : 'NFC';
      const marked = fixture(`${folder}/${name}`).normalize(form);
      const bare = digit.exec(marked.replace(/⟦[^⟧]*⟧/g, ''));
      if (bare !== null) throw new Error(`a digit of ${name} has no label: ${around(marked)}`);
      return readMarked(marked);
    });
}

/** Where the first digit without a label stands, in words. */
const around = (marked: string): string =>
  /.{0,30}[\p{Nd}\p{No}].{0,10}/u.exec(marked.replace(/⟦[^⟧]*⟧/g, '⟦⟧'))?.[0] ?? '';

export function paragraph(text: string, id = 'b1'): Block {
  return {
    id,
    kind: 'paragraph',
    section: null,
    address: 'Đoạn 1',
    text,
    marks: [],
    item: null,
    cell: null,
    sources: [{ start: 0, end: text.length }],
  };
}

/** Numbers of a document of one paragraph. */
export const figuresIn = (text: string): readonly Numeral[] =>
  findFigures({ blocks: [paragraph(text.normalize('NFC'))], sections: [], footnotes: [] });

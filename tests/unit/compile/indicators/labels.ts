/** Names labelled by hand (tests/fixtures/indicators), and whether a reader would accept the names that we give. */
import { readFileSync } from 'node:fs';
import { compile } from '../../../../src-main/compile/compile.ts';
import { findFigures } from '../../../../src-main/compile/figures/find-figures.ts';
import { placeInSource } from '../../../../src-main/compile/figures/in-source.ts';
import { nameFigures } from '../../../../src-main/compile/indicators/name-figures.ts';
import type { CompiledDocument } from '../../../../src-main/contract/briefing.ts';
import type { IdentifiedFigure } from '../../../../src-main/contract/indicator.ts';

export interface NameLabel {
  readonly start: number;
  readonly text: string;
  /** Each is a list of alternatives, one of which the name holds. */
  readonly required: readonly (readonly string[])[];
  readonly forbidden: readonly string[];
  /** Labels of one document with the same series are of the same indicator, with another of another. */
  readonly series: string | null;
}

export interface Judged {
  readonly label: NameLabel;
  /** Null where no figure was found. */
  readonly name: string | null;
  readonly indicator: string | null;
  readonly accepted: boolean;
}

interface Labelled {
  readonly source: string;
  readonly labels: readonly NameLabel[];
}

export function readDocuments(name: string): Labelled[] {
  const lines = readFileSync(`tests/fixtures/indicators/${name}`, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('# '));
  return lines.join('\n').split('===\n').map(readDocument);
}

function readDocument(text: string): Labelled {
  let source = '';
  const labels: NameLabel[] = [];
  for (const part of text.split(/(⟦[^⟧]*⟧)/)) {
    if (!part.startsWith('⟦')) {
      source += part;
      continue;
    }
    const [figure = '', required = '', rest = ''] = part.slice(1, -1).split('|');
    const marks = rest.split(',').map((mark) => mark.trim());
    labels.push({
      start: source.length,
      text: figure,
      required: required.split(',').map((words) => words.split('/').map((word) => word.trim())),
      forbidden: marks.filter((mark) => mark.startsWith('!')).map((mark) => mark.slice(1)),
      series: marks.find((mark) => mark.startsWith('#')) ?? null,
    });
    source += figure;
  }
  return { source, labels };
}

export function identified(document: CompiledDocument): IdentifiedFigure[] {
  return findFigures(document)
    .filter((numeral) => numeral.kind === 'figure')
    .map((figure, index) => ({ ...figure, id: `f${index + 1}` }));
}

export function judge({ source, labels }: Labelled): Judged[] {
  const document = compile(source);
  const figures = identified(document);
  const { indicators, observations } = nameFigures(document, figures, []);
  const indicatorOf = new Map(observations.map(({ figure, indicator }) => [figure, indicator]));
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const starts = new Map(
    figures.flatMap((figure) =>
      placeInSource([figure], document, source)
        .filter(({ inBlock }) => inBlock !== null)
        .map(({ start }) => [start, figure.id] as const),
    ),
  );
  return labels.map((label) => {
    const indicator = indicatorOf.get(starts.get(label.start) ?? '') ?? null;
    const name = names.get(indicator ?? '') ?? null;
    return { label, name, indicator, accepted: name !== null && accepts(label, name) };
  });
}

/** A reader accepts a name that holds what the label asks for and is well formed. */
export function accepts({ required, forbidden }: NameLabel, name: string): boolean {
  const words = name.toLowerCase();
  const holds = (phrase: string): boolean => words.includes(phrase);
  return isWellFormed(name) && required.every((any) => any.some(holds)) && !forbidden.some(holds);
}

const badStart =
  /^(?:và|hoặc|nhưng|do|nên|trong đó|cụ thể|đồng thời|với|của|cho|tại|năm|tháng|đã|là|đạt)(?: |$)/i;
const badEnd = / (?:và|hoặc|của|với|cho|tại|là|đạt|các|những|từ|đến|trên|theo|được|về|ước|số|trong|do|để)$/i;

/** Form alone: length, capital, no time, nothing cut off, brackets in pairs, no mark of a footnote. */
export function isWellFormed(name: string): boolean {
  const isCapital = /^[\p{Lu}\p{N}“"]/u.test(name);
  const hasTime = /(?:năm|tháng|quý|ngày) (?:\d|[ivx]+\b)|(?:19|20)\d\d/i.test(name);
  const isPaired = (name.match(/\(/g) ?? []).length === (name.match(/\)/g) ?? []).length;
  const stem = name.replace(/ \([^()]*\)$/, '');
  return (
    name.length <= 100 &&
    isCapital &&
    !hasTime &&
    isPaired &&
    !badStart.test(name) &&
    !badEnd.test(stem) &&
    !/[¹²³⁰-⁹](?!\p{L}|\/)/u.test(name) &&
    !/[,;:.]$/.test(stem)
  );
}

/** The labelled samples with what the extractor finds in them. */
import { readFileSync } from 'node:fs';
import { compile } from '../../../../src-main/compile/compile.ts';
import { findFiguresInSource } from '../../../../src-main/compile/figures/in-source.ts';
import { figuresIn, readDocuments, readLabels, readSentences } from './labels.ts';
import type { Label } from './labels.ts';
import type { Found } from './score.ts';

export interface Sample {
  readonly labels: readonly Label[];
  readonly found: readonly Found[];
  readonly text: string;
}

export function reportSample(): Sample[] {
  const text = readFileSync('resources/report/source.txt', 'utf8');
  return [
    { text, labels: readLabels('report.labels.txt', text), found: findFiguresInSource(compile(text), text) },
  ];
}

export const sentenceSample = (name: string): Sample[] =>
  readSentences(name).map(({ text, labels }) => ({ text, labels, found: figuresIn(text) }));

/** Whole documents, compiled as the command compiles a file. */
export const documentSample = (folder: string): Sample[] =>
  readDocuments(folder).map(({ text, labels }) => ({
    text,
    labels,
    found: findFiguresInSource(compile(text), text),
  }));

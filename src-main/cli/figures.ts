/** `kyhop figures FILE`: a line a number of the source, figures and non-figures, in source order. */
import { compile } from '../compile/compile.ts';
import { findFiguresInSource } from '../compile/figures/in-source.ts';
import type { SourceNumeral } from '../compile/figures/in-source.ts';
import { readCuration } from '../compile/read-curation.ts';
import { readSource } from '../compile/read-source.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { FiguresCall } from './call.ts';

export function runFigures(call: FiguresCall, resources: string): Result<null> {
  const source = readSource(call.file);
  if (!source.ok) return source;
  const numerals = findFiguresInSource(compile(source.value, readCuration(resources)), source.value);
  process.stdout.write(numerals.map((numeral) => `${numeralLine(numeral)}\n`).join(''));
  return ok(null);
}

/** JSON as DESIGN.md describes it. Values are written digit by digit: no binary float stands between text and reader. */
export function numeralLine(numeral: SourceNumeral): string {
  const { start, end, text, address } = numeral;
  const figure = numeral.kind === 'figure' ? numeral : null;
  const fields: [name: string, json: string][] = [
    ['start', JSON.stringify(start)],
    ['end', JSON.stringify(end)],
    ['text', JSON.stringify(text)],
    ['class', JSON.stringify(numeral.class)],
    ['value', figure?.value ?? 'null'],
    ['of', figure?.of ?? 'null'],
    ['to', figure?.to ?? 'null'],
    ['unit', JSON.stringify(figure?.unit ?? null)],
    ['approx', JSON.stringify(figure?.approx ?? null)],
    ['period', JSON.stringify(figure?.period ?? null)],
    ['status', JSON.stringify(figure?.status ?? null)],
    ['indicator', 'null'],
    ['address', JSON.stringify(address)],
  ];
  return `{${fields.map(([name, json]) => `"${name}":${json}`).join(',')}}`;
}

/** `kyhop figures FILE`: a line a number of the source, figures and non-figures, in source order. */
import { eachNumeral } from '../briefing/figures.ts';
import type { NumeralRow } from '../briefing/figures.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { FiguresCall } from './call.ts';
import { decimalField, field, objectOf } from './json.ts';
import { openDocument } from './open-document.ts';
import { printLines } from './print-lines.ts';

export async function runFigures(call: FiguresCall, resources: string): Promise<Result<null>> {
  const opened = openDocument(call.file, resources);
  if (!opened.ok) return opened;
  try {
    await printLines(eachNumeral(opened.value), numeralLine);
  } finally {
    opened.value.close();
  }
  return ok(null);
}

/** JSON as DESIGN.md describes it. */
export const numeralLine = (numeral: NumeralRow): string =>
  objectOf([
    field('start', numeral.start),
    field('end', numeral.end),
    field('text', numeral.text),
    field('class', numeral.class),
    decimalField('value', numeral.value),
    decimalField('of', numeral.of),
    decimalField('to', numeral.to),
    field('unit', numeral.unit),
    field('approx', numeral.approx),
    field('period', numeral.period),
    field('status', numeral.status),
    field('indicator', numeral.indicator),
    field('address', numeral.address),
  ]);

/** `kyhop figures FILE`: a line a number of the source, figures and non-figures, in source order. */
import { eachNumeral } from '../briefing/figures.ts';
import type { NumeralRow } from '../briefing/figures.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { FiguresCall } from './call.ts';
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

/** JSON as DESIGN.md describes it. Values are written digit by digit: no binary float stands between text and reader. */
export function numeralLine(numeral: NumeralRow): string {
  const { start, end, text, unit, approx, period, status, indicator, address } = numeral;
  const fields: [name: string, json: string][] = [
    ['start', JSON.stringify(start)],
    ['end', JSON.stringify(end)],
    ['text', JSON.stringify(text)],
    ['class', JSON.stringify(numeral.class)],
    ['value', numeral.value ?? 'null'],
    ['of', numeral.of ?? 'null'],
    ['to', numeral.to ?? 'null'],
    ['unit', JSON.stringify(unit)],
    ['approx', JSON.stringify(approx)],
    ['period', JSON.stringify(period)],
    ['status', JSON.stringify(status)],
    ['indicator', JSON.stringify(indicator)],
    ['address', JSON.stringify(address)],
  ];
  return `{${fields.map(([name, json]) => `"${name}":${json}`).join(',')}}`;
}

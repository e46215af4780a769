/** `kyhop checks FILE`: a line a check of the document's own figures, in the order of the text. */
import { eachCheck } from '../briefing/figures.ts';
import type { CheckInSource, OperandInSource } from '../briefing/figures.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { ChecksCall } from './call.ts';
import { decimalField, field, objectOf } from './json.ts';
import { openDocument } from './open-document.ts';
import { printLines } from './print-lines.ts';

export async function runChecks(call: ChecksCall, resources: string): Promise<Result<null>> {
  const opened = openDocument(call.file, resources);
  if (!opened.ok) return opened;
  try {
    await printLines(eachCheck(opened.value), checkLine);
  } finally {
    opened.value.close();
  }
  return ok(null);
}

/** JSON as DESIGN.md describes it. */
const checkLine = (check: CheckInSource): string =>
  objectOf([
    field('kind', check.kind),
    field('verdict', check.verdict),
    ['operands', `[${check.operands.map(operandJson).join(',')}]`],
    decimalField('computed', check.computed),
    decimalField('stated', check.stated),
    field('sentence', check.sentence),
    field('reason', check.reason),
    field('possibility', check.possibility),
    field('id', check.id),
  ]);

const operandJson = ({ start, end, text, value, role, figure, address }: OperandInSource): string =>
  objectOf([
    field('start', start),
    field('end', end),
    field('text', text),
    decimalField('value', value),
    field('role', role),
    field('figure', figure),
    field('address', address),
  ]);

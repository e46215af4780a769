/** `kyhop checks FILE`: a line a check of the source's own figures, in the order of the text. */
import { analyse } from '../compile/analyse.ts';
import { compile } from '../compile/compile.ts';
import { readCuration } from '../compile/read-curation.ts';
import { readSource } from '../compile/read-source.ts';
import { SourcePlaces } from '../compile/source-map.ts';
import type { Check, Operand } from '../contract/check.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { ChecksCall } from './call.ts';

export function runChecks(call: ChecksCall, resources: string): Result<null> {
  const source = readSource(call.file);
  if (!source.ok) return source;
  const curation = readCuration(resources);
  const document = compile(source.value, curation);
  const places = new SourcePlaces(document, source.value);
  const { checks } = analyse(document, curation);
  process.stdout.write(checks.map((check) => `${checkLine(check, places)}\n`).join(''));
  return ok(null);
}

/** JSON as DESIGN.md describes it. Values are written digit by digit: no binary float stands between text and reader. */
export function checkLine(check: Check, places: SourcePlaces): string {
  const { id, kind, verdict, computed, stated, sentence, reason, possibility } = check;
  return object([
    ['kind', JSON.stringify(kind)],
    ['verdict', JSON.stringify(verdict)],
    ['operands', `[${check.operands.map((operand) => operandJson(operand, places)).join(',')}]`],
    ['computed', computed ?? 'null'],
    ['stated', stated ?? 'null'],
    ['sentence', JSON.stringify(sentence)],
    ['reason', JSON.stringify(reason)],
    ['possibility', JSON.stringify(possibility)],
    ['id', JSON.stringify(id)],
  ]);
}

function operandJson(operand: Operand, places: SourcePlaces): string {
  const { start, end } = places.of(operand);
  return object([
    ['start', JSON.stringify(start)],
    ['end', JSON.stringify(end)],
    ['text', JSON.stringify(operand.text)],
    ['value', operand.value ?? 'null'],
    ['role', JSON.stringify(operand.role)],
    ['figure', JSON.stringify(operand.figure)],
    ['address', JSON.stringify(places.blockOf(operand.block).address)],
  ]);
}

const object = (fields: readonly (readonly [name: string, json: string])[]): string =>
  `{${fields.map(([name, json]) => `"${name}":${json}`).join(',')}}`;

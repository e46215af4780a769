import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { compile } from '../../../src-main/compile/compile.ts';
import { readSource } from '../../../src-main/compile/read-source.ts';
import { keepsItsLaws } from './laws.ts';
import { summarise } from './summary.ts';

const folder = join(import.meta.dirname, '../../fixtures/compile');
/** `REWRITE_FIXTURES=1 npx vitest run tests/unit/compile` rewrites the expectations: read the diff. */
const rewrites = process.env['REWRITE_FIXTURES'] === '1';

describe('a document of its kind', () => {
  it.each(readdirSync(folder).sort())('%s', (name) => {
    const source = readSource(join(folder, name, 'source.txt'));
    if (!source.ok) throw new Error(source.error.code);
    const compiled = compile(source.value);
    keepsItsLaws(source.value, compiled);
    const expected = join(folder, name, 'expected.txt');
    const summary = summarise(compiled);
    if (rewrites || !existsSync(expected)) writeFileSync(expected, summary);
    expect(summary).toBe(readFileSync(expected, 'utf8'));
  });
});

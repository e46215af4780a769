import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openBriefing } from '../../../src-main/briefing/open.ts';
import { readView } from '../../../src-main/briefing/view.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { writeBriefing } from '../../../src-main/compile/write-briefing.ts';
import { anySource } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyhop-write-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a briefing file', () => {
  it('gives back all that was compiled, and the same bytes each time', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const compiled = compile(source);
        const analysis = analyse(compiled);
        const [first, second] = [join(folder, 'a.kyhop'), join(folder, 'b.kyhop')];
        expect(writeBriefing(compiled, analysis, source, first)).toEqual({ ok: true, value: null });
        expect(writeBriefing(compiled, analysis, source, second)).toEqual({ ok: true, value: null });
        expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
        const opened = openBriefing(first);
        if (!opened.ok) throw new Error(opened.error.code);
        const { document, sections, blocks, footnotes, corrections } = compiled;
        expect(readView(opened.value)).toEqual({ document, sections, blocks, footnotes, corrections });
        opened.value.close();
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it('leaves an earlier file, and nothing else, where it cannot be written', () => {
    const path = join(folder, 'kept.kyhop');
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), 'earlier');
    expect(writeBriefing(compile('Báo cáo'), analyse(compile('Báo cáo')), 'Báo cáo', path)).toEqual({
      ok: false,
      error: { code: 'briefing-unwritable' },
    });
    expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('earlier');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(
      writeBriefing(compile('a'), analyse(compile('a')), 'a', join(folder, 'no', 'folder.kyhop')).ok,
    ).toBe(false);
  });
});

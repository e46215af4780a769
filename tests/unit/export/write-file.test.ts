import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNameOf, writeWhole } from '../../../src-main/export/write-file.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ky-hop-write-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a file whole', () => {
  it('replaces what was there, and leaves nothing beside it', () => {
    const file = join(folder, 'a.svg');
    writeFileSync(file, 'before');
    expect(writeWhole(file, 'after')).toEqual({ ok: true, value: null });
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['a.svg']);
  });

  it('says so where it cannot write, keeps what was there, and leaves nothing beside it', () => {
    const taken = join(folder, 'a.svg');
    mkdirSync(join(taken, 'inside'), { recursive: true });
    expect(writeWhole(taken, 'x')).toEqual({ ok: false, error: { code: 'export-unwritable' } });
    expect(writeWhole(join(folder, 'none', 'a.svg'), 'x')).toEqual({
      ok: false,
      error: { code: 'export-unwritable' },
    });
    expect(readdirSync(folder)).toEqual(['a.svg']);
  });
});

describe('a proposed file name', () => {
  it.each([
    ['Thu/chi: 2021–2023?', 'Thu chi 2021–2023.png'],
    ['CON', 'Ky Hop.png'],
    ['...', 'Ky Hop.png'],
    ['', 'Ky Hop.png'],
  ])('“%s” becomes “%s”', (proposed, name) => {
    expect(fileNameOf(proposed, 'png')).toBe(name);
  });
  it('names no folder, whatever was proposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (proposed) => {
        const name = fileNameOf(proposed, 'svg');
        expect(name).not.toMatch(/[/\\:*?"<>|]/u);
        expect(name.length).toBeLessThanOrEqual(84);
        expect(name.endsWith('.svg')).toBe(true);
      }),
    );
  });
});

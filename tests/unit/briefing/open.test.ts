import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { openBriefing } from '../../../src-main/briefing/open.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { writeBriefing } from '../../../src-main/compile/write-briefing.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyhop-open-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const whole = join(folder, 'whole.kyhop');
const text = 'BÁO CÁO\n\nKết quả\n\nI. MỘT\n\nNội dung.\n'.repeat(40);
writeBriefing(compile(text), analyse(compile(text)), text, whole);

const altered = (name: string, alter: (path: string) => void): string => {
  const path = join(folder, name);
  copyFileSync(whole, path);
  alter(path);
  return path;
};
const codeOf = (path: string): string => {
  const opened = openBriefing(path);
  if (!opened.ok) return opened.error.code;
  opened.value.close();
  return 'ok';
};
const withPragma = (pragma: string) => (path: string) => {
  const db = new Database(path);
  db.pragma(pragma);
  db.close();
};

describe('a briefing file', () => {
  it('opens when it is whole', () => {
    expect(codeOf(whole)).toBe('ok');
  });

  it.each([
    ['is missing', 'briefing-missing', () => join(folder, 'none.kyhop')],
    ['is no database', 'briefing-damaged', () => altered('text', (path) => writeFileSync(path, 'xin chào'))],
    ['is empty', 'briefing-damaged', () => altered('empty', (path) => writeFileSync(path, ''))],
    ['is another database', 'briefing-damaged', () => altered('other', withPragma('application_id = 1'))],
    ['is from a newer version', 'briefing-newer', () => altered('newer', withPragma('user_version = 99'))],
    [
      'lacks a table',
      'briefing-damaged',
      () =>
        altered('lacking', (path) => {
          const db = new Database(path);
          db.exec('DROP TABLE problem');
          db.close();
        }),
    ],
    [
      'is cut off',
      'briefing-damaged',
      () => altered('cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, 20_000))),
    ],
  ])('is refused when it %s', (_, code, path) => {
    expect(codeOf(path())).toBe(code);
  });

  it('never brings the program down, wherever a page is overwritten', () => {
    const bytes = readFileSync(whole);
    for (let page = 0; page * 4096 < bytes.length; page += 3) {
      const path = altered('overwritten', (file) => {
        const copy = Buffer.from(bytes);
        copy.fill(0xa5, page * 4096, page * 4096 + 64);
        writeFileSync(file, copy);
      });
      expect(['ok', 'briefing-damaged', 'briefing-newer']).toContain(codeOf(path));
    }
  });
});

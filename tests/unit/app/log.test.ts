import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorKind, openLog } from '../../../src-main/app/log.ts';

describe('the log', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ky-hop-log-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const now = () => new Date('2026-11-24T08:00:00Z');

  it('writes a line an event, for its owner alone', () => {
    openLog(folder, now)({ event: 'call-malformed', method: 'search.find' });
    const file = join(folder, 'ky-hop.log');
    expect(readFileSync(file, 'utf8')).toBe(
      '{"at":"2026-11-24T08:00:00.000Z","event":"call-malformed","method":"search.find"}\n',
    );
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('starts a new file when one is full, and keeps three', () => {
    const log = openLog(folder, now);
    for (let file = 0; file < 6; file++) {
      writeFileSync(join(folder, 'ky-hop.log'), 'x'.repeat(600 * 1024));
      log({ event: 'stopped' });
    }
    expect(readdirSync(folder).sort()).toEqual(['ky-hop.log', 'ky-hop.log.1', 'ky-hop.log.2']);
    expect(readFileSync(join(folder, 'ky-hop.log'), 'utf8')).toContain('"stopped"');
  });

  it('never throws, and never writes what an error says', () => {
    expect(() => openLog(join(folder, 'no\0where'), now)({ event: 'stopped' })).not.toThrow();
    expect(errorKind(new TypeError('bí mật của đại biểu'))).not.toContain('bí mật');
    expect(errorKind(new TypeError('x'))).toMatch(/^TypeError /u);
  });
});

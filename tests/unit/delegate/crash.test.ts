import { spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Laptop, must } from './harness.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bundleFolder = mkdtempSync(join(tmpdir(), 'delegate-child-'));
const modules = join(bundleFolder, 'node_modules');
const NOBODY = 65_534;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    root,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: fileURLToPath(new URL('crash-child.ts', import.meta.url)),
      outDir: bundleFolder,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'child.cjs' } },
    },
  });
  // Another user may not reach this checkout: what the child loads lies beside it.
  for (const name of ['package.json', 'lib', 'build/Release/better_sqlite3.node', 'prebuilds']) {
    const from = join(root, 'node_modules/better-sqlite3', name);
    if (existsSync(from)) cpSync(from, join(modules, 'better-sqlite3', name), { recursive: true });
  }
  chmodSync(bundleFolder, 0o755);
}, 60_000);
afterAll(() => rmSync(bundleFolder, { recursive: true, force: true }));

interface Answer {
  readonly said: readonly unknown[];
  readonly signal: NodeJS.Signals | null;
}

/** Runs the child; kills it when it has said so many lines. */
function run(task: string, laptop: Laptop, count = 0, options: { killAfter?: number; uid?: number } = {}) {
  const { killAfter = Infinity, uid } = options;
  const args = [join(bundleFolder, 'child.cjs'), task, laptop.path, laptop.backupFolder, String(count)];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_PATH: modules },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid }),
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (out.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  return new Promise<Answer>((resolve) => {
    child.on('close', (_, signal) => {
      const said = out
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line));
      resolve({ said, signal });
    });
  });
}

describe.skipIf(process.platform === 'win32')('a process that is killed', () => {
  it.each([1, 7, 60])('right after its save number %i has saved them all', async (count) => {
    const laptop = new Laptop();
    const { said, signal } = await run('write', laptop, count);
    expect(signal).toBe('SIGKILL');
    expect(said).toHaveLength(count);
    const { store, recovered } = laptop.openAndTell();
    expect(recovered).toBeNull();
    const { notes } = must(store.readNotebook('d'));
    expect(notes.map(({ text }) => text)).toEqual(
      said.map((n) => `ghi chú ${String(n)} ${'đ'.repeat(2_000)}`),
    );
    for (let n = 0; n < 2 * count; n++) expect(must(store.undo('d'))).not.toBeNull();
    expect(must(store.undo('d'))).toBeNull();
  });

  it('in the middle of its work has all that it said was saved, and nothing by halves', async () => {
    for (const killAfter of [2, 15, 90]) {
      const laptop = new Laptop();
      const { said, signal } = await run('write', laptop, 100_000, { killAfter });
      expect(signal).toBe('SIGKILL');
      const { store, recovered } = laptop.openAndTell();
      expect(recovered).toBeNull();
      const { notes, annotations } = must(store.readNotebook('d'));
      const full = notes.filter(({ text }) => text !== '');
      expect(full.length).toBeGreaterThanOrEqual(said.length);
      expect(full.length).toBeLessThanOrEqual(annotations.length);
      expect(full.map(({ text }) => text.split(' ')[2])).toEqual(full.map((_, n) => String(n)));
    }
  });
});

describe.skipIf(process.platform === 'win32')('a user without the right to write', () => {
  const isRoot = process.getuid?.() === 0;
  /** Root may write anywhere: the child then runs as nobody. */
  const user = isRoot ? { uid: NOBODY } : {};
  const giveAway = (path: string): void => {
    if (isRoot) chownSync(path, NOBODY, NOBODY);
  };

  it('in the folder is told so, and nothing is set aside', async () => {
    const laptop = new Laptop();
    mkdirSync(dirname(laptop.path));
    chmodSync(laptop.folder, 0o755);
    chmodSync(dirname(laptop.path), 0o555);
    expect((await run('open', laptop, 0, user)).said).toEqual([{ code: 'store-read-only' }]);
    chmodSync(dirname(laptop.path), 0o755);
  });

  it('to the file is told so', async () => {
    const laptop = new Laptop();
    must(laptop.open().close());
    chmodSync(laptop.folder, 0o755);
    giveAway(dirname(laptop.path));
    chmodSync(laptop.path, 0o444);
    expect((await run('open', laptop, 0, user)).said).toEqual([{ code: 'store-read-only' }]);
    chmodSync(laptop.path, 0o600);
    giveAway(laptop.path);
    expect((await run('open', laptop, 0, user)).said).toEqual(['opened']);
  });
});

/** What goes wrong around the app: another program in the store, a full disk, a folder that cannot be written to. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
  openSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkout, electronPath, inherited } from './app.ts';
import { isRoot } from './packaged.ts';

export const storeOf = (data: string): string => join(data, 'so-tay.sqlite');

/** Holds the store as another program would that writes to it; returns how to let go. */
export function holdStore(data: string): () => void {
  const other = new Database(storeOf(data));
  other.exec('BEGIN IMMEDIATE');
  return () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

/** A disk of its own in `folder`, as Linux gives it to root. */
export interface Disk {
  /** Fills it to the last byte. */
  fill(): void;
  /** Frees what `fill` took. */
  free(): void;
  /** Nothing more can be written, whoever one is. */
  lock(): void;
  remove(): void;
}

export function mountDisk(folder: string): Disk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder]);
  const ballast = join(folder, 'ballast');
  return {
    fill: () => {
      const file = openSync(ballast, 'a');
      for (let size = 1 << 20; size >= 1; size = writeWhole(file, size) ? size : Math.floor(size / 2));
      closeSync(file);
    },
    free: () => rmSync(ballast),
    lock: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    remove: () => void execFileSync('umount', ['--lazy', folder]),
  };
}

function writeWhole(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

/** A folder in which this user cannot write; returns how to undo that. */
export function lockFolder(folder: string): () => void {
  if (process.platform === 'linux' && isRoot) {
    const disk = mountDisk(folder);
    disk.lock();
    return () => disk.remove();
  }
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    const user = process.env['USERNAME'] ?? '';
    execFileSync('icacls', [folder, '/deny', `${user}:(OI)(CI)(WD,AD)`]);
    return () => void execFileSync('icacls', [folder, '/remove:d', user]);
  }
  chmodSync(folder, 0o500);
  return () => chmodSync(folder, 0o700);
}

/** A copy of the built app in `folder`, to be damaged. */
export function copyOfApp(folder: string): { readonly app: string; readonly briefing: string } {
  const app = join(folder, 'app');
  const parts = ['package.json', 'out/main', 'out/preload', 'out/renderer', 'resources/built/briefing.kyhop'];
  for (const part of parts) cpSync(join(checkout, part), join(app, part), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(app, 'node_modules'), 'junction');
  return { app, briefing: join(app, 'resources/built/briefing.kyhop') };
}

export interface Refusal {
  readonly code: number | null;
  /** What the error boxes said, one after the other. */
  readonly said: readonly { readonly title: string; readonly text: string }[];
}

// An error box blocks its program until somebody clicks: it is answered here, in the app's process, before the app is loaded.
const hearing = `
const Module = require('node:module');
const load = Module._load;
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request === 'electron' && loaded.dialog !== undefined) {
    loaded.dialog.showErrorBox = (title, text) => process.stdout.write('said ' + JSON.stringify({ title, text }) + '\\n');
  }
  return loaded;
};
`;

/** Starts the app where it cannot work, and waits for it to end. */
export function startRefused(scratch: string, data: string, app = checkout): Promise<Refusal> {
  const preload = join(scratch, 'hearing.cjs');
  writeFileSync(preload, hearing);
  const args = [app, `--user-data-dir=${data}`, ...(isRoot ? ['--no-sandbox'] : [])];
  const program = spawn(electronPath(), args, {
    cwd: checkout,
    env: { ...inherited(), NODE_OPTIONS: `--require "${preload.replaceAll('\\', '/')}"` },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 30_000,
  });
  let output = '';
  program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('close', (code) => {
      const lines = output.split('\n').filter((line) => line.startsWith('said '));
      resolve({
        code,
        said: lines.map((line) => JSON.parse(line.slice('said '.length)) as Refusal['said'][number]),
      });
    });
  });
}

/** Files that only their owner may read, and that are on the disk when a function returns. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Files that SQLite keeps beside a database while it is open, or after a crash. */
export const companions = ['-wal', '-shm', '-journal'] as const;

/** Makes the folder (mode 0700) if there is none. One that exists is left as its owner made it. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Makes an empty file, mode 0600. One that exists keeps its content and gets this mode where the disk has modes. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    // A memory stick (FAT, exFAT) refuses the change; what can be written can still be used.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** Size in bytes; null: there is no such file. */
export function findSize(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** Renames a finished file into place so that after a power cut there is the whole file or none. */
export function publish(from: string, to: string): void {
  const file = openSync(from, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Windows has no such call; its file system journals names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes a file of ours that may be absent, with what SQLite left beside it. */
export function removeFiles(path: string): void {
  for (const suffix of ['', ...companions]) {
    if (findSize(path + suffix) !== null) unlinkSync(path + suffix);
  }
}

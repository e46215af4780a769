/** What happens to a store that cannot be read: it is set aside, and the newest good backup takes its place. */
import { copyFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok } from '../contract/result.ts';
import { findGoodVersion } from './backup.ts';
import { listBackups, stamp } from './backup-names.ts';
import { guard, type StoreResult } from './failure.ts';
import { companions, findSize, makePrivateFile, publish, removeFiles, syncFolder } from './files.ts';

/** What the delegate must be told. Paths. */
export interface Recovered {
  /** Where the damaged file is now; null: there was none, only its backups. */
  readonly setAside: string | null;
  /** The backup that was put in its place; null: none was good, the store starts empty. */
  readonly backup: string | null;
}

const RESTORING = '.restoring';

/**
 * Sets the file aside and restores. Nothing is deleted. `store-damaged` with `setAside` null: it could not be moved
 * (another program has it open), and everything is as it was.
 */
export function recover(
  path: string,
  folder: string,
  version: number,
  nowMs: number,
): StoreResult<Recovered> {
  return guard(() => {
    // First the copy, so that between the two renames below there is as little as possible that can fail.
    removeFiles(path + RESTORING);
    const backup = copyNewestGood(path + RESTORING, folder, version);
    const moved = setAside(path, nowMs);
    if (!moved.ok) {
      removeFiles(path + RESTORING);
      return moved;
    }
    if (backup !== null) publish(path + RESTORING, path);
    return ok({ setAside: moved.value, backup });
  });
}

/** Copies the newest backup that is whole and not from a newer version; answers its path. */
function copyNewestGood(to: string, folder: string, version: number): string | null {
  for (const { name } of listBackups(folder)) {
    const from = join(folder, name);
    makePrivateFile(to);
    copyFileSync(from, to);
    const found = findGoodVersion(to);
    if (found !== null && found <= version) return from;
    removeFiles(to);
  }
  return null;
}

/** The log goes first: one left beside a new file of the old name would be taken for that file's. */
function setAside(path: string, nowMs: number): StoreResult<string | null> {
  const present = [...companions, ''].filter((suffix) => findSize(path + suffix) !== null);
  if (present.length === 0) return ok(null);
  const aside = freeName(`${path}.damaged-${stamp(nowMs)}`);
  const moved: string[] = [];
  try {
    for (const suffix of present) {
      renameSync(path + suffix, aside + suffix);
      moved.push(suffix);
    }
  } catch (error) {
    for (const suffix of moved.reverse()) renameSync(aside + suffix, path + suffix);
    if (error instanceof Error && 'code' in error) return fail({ code: 'store-damaged', setAside: null });
    throw error;
  }
  syncFolder(dirname(path));
  return ok(aside);
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let nth = 2; ['', ...companions].some((suffix) => findSize(name + suffix) !== null); nth++) {
    name = `${wanted}-${nth}`;
  }
  return name;
}

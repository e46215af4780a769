/** Opens the file: whose it is, whether it is whole, which version it has; recovers and migrates. */
import { closeSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok } from '../contract/result.ts';
import { backUpNow } from './backup.ts';
import { listBackups } from './backup-names.ts';
import {
  APPLICATION_ID,
  assertPragmas,
  connect,
  isSound,
  transact,
  userVersion,
  type WritableDb,
} from './database.ts';
import { findFailure, guard, type StoreResult } from './failure.ts';
import { findSize, makePrivateFile, makePrivateFolder } from './files.ts';
import { migrate } from './migrate.ts';
import { migrations as allMigrations, type Migration } from './migrations/index.ts';
import { recover, type Recovered } from './recover.ts';

export interface OpenOptions {
  readonly path: string;
  readonly backupFolder: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Tests raise a store through versions that do not exist yet. */
  readonly migrations?: readonly Migration[];
}

export interface Opened {
  readonly db: WritableDb;
  readonly recovered: Recovered | null;
}

/** See `openStore`. */
export function openDatabase(options: OpenOptions): StoreResult<Opened> {
  const { path, backupFolder, now, migrations = allMigrations } = options;
  return guard<Opened>(() => {
    makePrivateFolder(dirname(path));
    const found = lookAt(path, backupFolder);
    if (found.kind === 'ours' && found.version > migrations.length) {
      return fail({ code: 'store-newer', version: found.version });
    }
    if (found.kind !== 'damaged') {
      const opened = openWhole(options);
      if (opened.ok) return ok({ db: opened.value, recovered: null });
      if (opened.error.code !== 'store-damaged') return opened;
    }
    const recovered = recover(path, backupFolder, migrations.length, now());
    if (!recovered.ok) return recovered;
    const opened = openWhole(options);
    return opened.ok ? ok({ db: opened.value, recovered: recovered.value }) : opened;
  });
}

type Found =
  | { readonly kind: 'new' }
  | { readonly kind: 'ours'; readonly version: number }
  | { readonly kind: 'damaged' };

/**
 * Reads the file's first hundred bytes, without SQLite, which would already write (a log, a checkpoint). A store that
 * is missing or empty while its log or backups are there was not new: something happened to it.
 */
function lookAt(path: string, backupFolder: string): Found {
  const size = findSize(path);
  if (size === null || size === 0) {
    const isUsed = (findSize(`${path}-wal`) ?? 0) > 0 || listBackups(backupFolder).length > 0;
    return { kind: isUsed ? 'damaged' : 'new' };
  }
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  const isOurs =
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readUInt32BE(68) === APPLICATION_ID;
  return isOurs ? { kind: 'ours', version: header.readUInt32BE(60) } : { kind: 'damaged' };
}

function openWhole({
  path,
  backupFolder,
  now,
  migrations = allMigrations,
}: OpenOptions): StoreResult<WritableDb> {
  return guard(() => {
    makePrivateFile(path);
    const db = connect(path);
    let isReady = false;
    try {
      const ready = makeReady(db, migrations, () => backUpNow(db, backupFolder, now()));
      isReady = ready.ok;
      return ready.ok ? ok(db) : ready;
    } finally {
      if (!isReady) db.close();
    }
  });
}

function makeReady(
  db: WritableDb,
  migrations: readonly Migration[],
  backUpFirst: () => StoreResult<unknown>,
): StoreResult<null> {
  if (!isSound(db, 'quick')) return fail({ code: 'store-damaged', setAside: null });
  // Again, for what the file's first page did not know yet: the log has the last word.
  const version = userVersion(db);
  if (version > migrations.length) return fail({ code: 'store-newer', version });
  const migrated = migrate(db, migrations, backUpFirst);
  if (!migrated.ok) return migrated;
  return canWrite(db);
}

/**
 * Writes something that changes nothing: a store that cannot be written is refused now and not with the first note,
 * and the pragmas that count from the first write on are seen to hold. On a full disk it can still be read.
 */
function canWrite(db: WritableDb): StoreResult<null> {
  try {
    transact(db, () => db.pragma(`user_version = ${userVersion(db)}`));
    assertPragmas(db);
    return ok(null);
  } catch (error) {
    if (findFailure(error)?.code === 'store-full') return ok(null);
    throw error;
  }
}

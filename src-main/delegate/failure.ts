/** Errors of SQLite and the file system as values of the contract. Told apart by code, never by words. */
import Database from 'better-sqlite3';
import type { StoreFailure } from '../contract/failures.ts';
import { fail, type Result } from '../contract/result.ts';

export type StoreResult<T> = Result<T, StoreFailure>;

/** Extended codes that mean something else than their primary code. */
const extendedCodes: Readonly<Record<string, StoreFailure>> = {
  // Windows: a virus scanner or a synchroniser has the file open.
  SQLITE_IOERR_LOCK: { code: 'store-locked' },
  SQLITE_IOERR_UNLOCK: { code: 'store-locked' },
  SQLITE_IOERR_RDLOCK: { code: 'store-locked' },
  SQLITE_IOERR_CHECKRESERVEDLOCK: { code: 'store-locked' },
  SQLITE_IOERR_BLOCKED: { code: 'store-locked' },
  // The shared-memory file cannot grow: in practice a full disk.
  SQLITE_IOERR_SHMSIZE: { code: 'store-full' },
  SQLITE_IOERR_CORRUPTFS: { code: 'store-damaged', setAside: null },
};

const primaryCodes: Readonly<Record<string, StoreFailure>> = {
  SQLITE_FULL: { code: 'store-full' },
  SQLITE_BUSY: { code: 'store-locked' },
  SQLITE_LOCKED: { code: 'store-locked' },
  SQLITE_PROTOCOL: { code: 'store-locked' },
  SQLITE_CORRUPT: { code: 'store-damaged', setAside: null },
  SQLITE_NOTADB: { code: 'store-damaged', setAside: null },
  SQLITE_READONLY: { code: 'store-read-only' },
  SQLITE_CANTOPEN: { code: 'store-read-only' },
  SQLITE_PERM: { code: 'store-read-only' },
  // The disk answers with an error (a stick pulled out), which says nothing against the file.
  SQLITE_IOERR: { code: 'store-io' },
};

const systemCodes: Readonly<Record<string, StoreFailure>> = {
  ENOSPC: { code: 'store-full' },
  EDQUOT: { code: 'store-full' },
  EBUSY: { code: 'store-locked' },
  EACCES: { code: 'store-read-only' },
  EPERM: { code: 'store-read-only' },
  EROFS: { code: 'store-read-only' },
  EIO: { code: 'store-io' },
  EISDIR: { code: 'store-read-only' },
  ENOTDIR: { code: 'store-read-only' },
  EEXIST: { code: 'store-read-only' },
  ENOENT: { code: 'store-read-only' },
};

/** The failure that an error stands for; null: a bug, to be thrown on. */
export function findFailure(error: unknown): StoreFailure | null {
  if (error instanceof Database.SqliteError) {
    const primary = error.code.split('_', 2).join('_');
    return extendedCodes[error.code] ?? primaryCodes[primary] ?? null;
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return systemCodes[error.code] ?? null;
  }
  return null;
}

/** Runs `work`; what can go wrong in normal life becomes a value, a bug is thrown on. */
export function guard<T>(work: () => StoreResult<T>): StoreResult<T> {
  try {
    return work();
  } catch (error) {
    const failure = findFailure(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}

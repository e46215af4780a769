/** The connection to the delegate store: its types, its pragmas, its one way to write. Electron's main process or plain Node. */
import Database from 'better-sqlite3';

declare const access: unique symbol;

/** A function that takes this only reads. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'pragma'> & {
  readonly [access]: 'read' | 'write';
};
/** A function that takes this writes. */
export type WritableDb = Database.Database & { readonly [access]: 'write' };

/** "KyHo" in ASCII: tells our store from any other SQLite file. */
export const APPLICATION_ID = 0x4b79486f;

/** Another process may hold the store this long (milliseconds) before a call answers `store-locked`. */
const BUSY_TIMEOUT_MS = 250;

/** Name, value to set, value that must be read back once something was written. */
export const pragmas = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['mmap_size', '0', 0],
  ['checkpoint_fullfsync', 'ON', 1],
  ['fullfsync', 'ON', 1],
] as const;

/** Opens or creates the file, sets the pragmas. Throws SQLite's error, with the connection closed again. */
export function connect(path: string): WritableDb {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS }) as WritableDb;
  try {
    // In a new file before WAL: so the file's own first page says whose it is, whatever becomes of the log.
    if (db.pragma('page_count', { simple: true }) === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
    for (const [name, value] of pragmas) db.pragma(`${name} = ${value}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Throws when a pragma reads back otherwise than set: "Đã lưu" would not be true. Call after a first write. */
export function assertPragmas(db: ReadableDb): void {
  for (const [name, , expected] of pragmas) {
    const actual = db.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${expected}`);
  }
}

/** Runs `work` in one transaction that has the right to write from its start; what it throws undoes all of it. */
export function transact<T>(db: WritableDb, work: () => T): T {
  return db.transaction(work).immediate();
}

export function userVersion(db: ReadableDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** True when SQLite finds every page and row in order. `full` also compares tables with their indexes. */
export function isSound(db: ReadableDb, check: 'quick' | 'full'): boolean {
  return db.pragma(`${check === 'quick' ? 'quick_check' : 'integrity_check'}(1)`, { simple: true }) === 'ok';
}

/** Copies of the store: written beside, checked, put in place whole, and thinned out. */
import Database from 'better-sqlite3';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../contract/result.ts';
import { listBackups, listPartials, nextBackup, PARTIAL, surplus } from './backup-names.ts';
import { APPLICATION_ID, isSound, userVersion, type ReadableDb, type WritableDb } from './database.ts';
import { findFailure, guard, type StoreResult } from './failure.ts';
import { makePrivateFile, makePrivateFolder, publish, removeFiles } from './files.ts';

export interface Made {
  readonly path: string;
}

/** Copies while the app goes on: a hundred pages at a time. Older backups go only after this one proved good. */
export async function backUp(db: WritableDb, folder: string, nowMs: number): Promise<StoreResult<Made>> {
  const started = guard(() => ok(begin(db, folder, nowMs)));
  if (!started.ok) return started;
  try {
    await db.backup(started.value.partial);
  } catch (error) {
    return guard(() => {
      removeFiles(started.value.partial);
      // Closed meanwhile, as at the end of the program: no bug, and nothing was lost.
      if (!db.open) return fail({ code: 'store-locked' });
      throw error;
    });
  }
  return finish(started.value, folder);
}

/** The same without letting anything happen meanwhile: before a migration. */
export function backUpNow(db: WritableDb, folder: string, nowMs: number): StoreResult<Made> {
  const started = guard(() => ok(begin(db, folder, nowMs)));
  if (!started.ok) return started;
  const copied = guard(() => {
    db.prepare<[string]>('VACUUM INTO ?').run(started.value.partial);
    return ok(null);
  });
  if (copied.ok) return finish(started.value, folder);
  removeFiles(started.value.partial);
  return copied;
}

/**
 * The schema version of a copy that is whole and ours; null otherwise. Leaves it a single file, without a log.
 * Throws what says nothing about the copy: no right to read it, a full disk.
 */
export function findGoodVersion(path: string): number | null {
  let db: (ReadableDb & Database.Database) | null = null;
  try {
    db = new Database(path, { fileMustExist: true }) as WritableDb;
    db.pragma('journal_mode = DELETE');
    const isOurs = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
    return isOurs && isSound(db, 'full') ? userVersion(db) : null;
  } catch (error) {
    if (findFailure(error)?.code === 'store-damaged') return null;
    throw error;
  } finally {
    db?.close();
  }
}

interface Started {
  readonly partial: string;
  readonly path: string;
}

function begin(db: ReadableDb, folder: string, nowMs: number): Started {
  makePrivateFolder(folder);
  for (const left of listPartials(folder)) removeFiles(join(folder, left));
  const path = join(folder, nextBackup(listBackups(folder), nowMs, userVersion(db)).name);
  makePrivateFile(path + PARTIAL);
  return { path, partial: path + PARTIAL };
}

function finish({ partial, path }: Started, folder: string): StoreResult<Made> {
  return guard(() => {
    if (findGoodVersion(partial) === null) {
      removeFiles(partial);
      return fail({ code: 'store-damaged', setAside: null });
    }
    publish(partial, path);
    for (const { name } of surplus(listBackups(folder))) unlinkSync(join(folder, name));
    return ok({ path });
  });
}

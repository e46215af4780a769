/** Names of backups, and which of them to keep. Pure but for the listing. */
import { readdirSync } from 'node:fs';

/** The newest this many are kept, and the newest of each of this many days (UTC), and the newest of each schema version. */
export const NEWEST_KEPT = 10;
export const DAYS_KEPT = 14;

export interface Backup {
  readonly name: string;
  readonly madeAtMs: number;
  /** `user_version` of the store at that time. */
  readonly version: number;
}

const DAY_MS = 86_400_000;
const namePattern = /^delegate-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-v(\d+)\.db$/u;
export const PARTIAL = '.partial';

/** "20260705T083015123Z": sorts by time as text. */
export function stamp(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:.]/gu, '');
}

/** After every name there is, also when the clock was set back: the newest name is the newest content. */
export function nextBackup(existing: readonly Backup[], nowMs: number, version: number): Backup {
  const madeAtMs = Math.max(nowMs, ...existing.map((backup) => backup.madeAtMs + 1));
  return { name: `delegate-${stamp(madeAtMs)}-v${version}.db`, madeAtMs, version };
}

export function findBackup(name: string): Backup | null {
  const match = namePattern.exec(name);
  if (match === null) return null;
  const [year, month, day, hour, minute, second, ms, version] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { name, madeAtMs: Date.UTC(year, month - 1, day, hour, minute, second, ms), version };
}

/** Newest first. No folder holds none; files with other names are not ours. */
export function listBackups(folder: string): readonly Backup[] {
  return listFolder(folder)
    .map(findBackup)
    .filter((backup) => backup !== null)
    .sort((a, b) => b.madeAtMs - a.madeAtMs || b.version - a.version);
}

/** Backups that a crash left unfinished. */
export function listPartials(folder: string): readonly string[] {
  return listFolder(folder).filter(
    (name) => name.endsWith(PARTIAL) && findBackup(name.slice(0, -PARTIAL.length)),
  );
}

/** Those that may go, given all (newest first) of which the first is known to be good. */
export function surplus(newestFirst: readonly Backup[]): readonly Backup[] {
  const newest = newestFirst[0];
  if (newest === undefined) return [];
  const dayOf = (backup: Backup): number => Math.floor(backup.madeAtMs / DAY_MS);
  const isFirst = (backup: Backup, same: (other: Backup) => boolean): boolean =>
    newestFirst.find(same) === backup;
  return newestFirst.filter(
    (backup, index) =>
      index >= NEWEST_KEPT &&
      !isFirst(backup, (other) => other.version === backup.version) &&
      !(
        dayOf(newest) - dayOf(backup) < DAYS_KEPT &&
        isFirst(backup, (other) => dayOf(other) === dayOf(backup))
      ),
  );
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

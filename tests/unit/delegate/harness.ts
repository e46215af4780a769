/** A small language for stores in temporary folders, with a clock that only the test turns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, vi } from 'vitest';
import Database from 'better-sqlite3';
import type { Result } from '../../../src-main/contract/result.ts';
import type { WritableDb } from '../../../src-main/delegate/database.ts';
import { openDatabase, type OpenOptions } from '../../../src-main/delegate/open.ts';
import { openStore, storeOn, type DelegateStore } from '../../../src-main/delegate/store.ts';

export const DOC = 'bao-cao-kt-xh';
export const REVISION = 'r1';
export const START_MS = Date.UTC(2026, 6, 5, 8, 30);

// Every write waits for a real disk, which others may be using.
vi.setConfig({ testTimeout: 60_000 });

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp.splice(0).reverse()) clean();
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One laptop: its folders, its clock, and the store as it is opened again and again. */
export class Laptop {
  readonly folder = temporaryFolder();
  readonly path = join(this.folder, 'private', 'store.db');
  readonly backupFolder = join(this.folder, 'private', 'backups');
  nowMs = START_MS;
  readonly options: OpenOptions = {
    path: this.path,
    backupFolder: this.backupFolder,
    now: () => this.nowMs,
  };

  open(): DelegateStore {
    return this.openAndTell().store;
  }

  openAndTell() {
    const opened = must(openStore(this.options));
    closeLater(opened.store);
    return opened;
  }

  /** With the connection, to do to it what no caller can. */
  openWithDb(): { db: WritableDb; store: DelegateStore } {
    const { db } = must(openDatabase(this.options));
    const store = storeOn(db, this.options);
    closeLater(store);
    return { db, store };
  }

  /** The file through another connection. */
  peek<T>(look: (db: Database.Database) => T): T {
    const db = new Database(this.path);
    try {
      return look(db);
    } finally {
      db.close();
    }
  }
}

/** The value of what must have gone well. */
export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The n-th of a row of ids. */
export const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const annotation = (n: number, document = DOC) =>
  ({
    id: uuid(n),
    document,
    revision: REVISION,
    selector: { start: 10, end: 17, exact: '97,3 tỷ', prefix: 'Thu đạt ', suffix: ' đồng.' },
    colour: 'yellow',
  }) as const;

export const note = (n: number, text: string, more: { document?: string; annotation?: string } = {}) => ({
  id: uuid(n),
  document: more.document ?? DOC,
  revision: REVISION,
  section: more.annotation === undefined ? 'muc-II.1' : null,
  annotation: more.annotation ?? null,
  text,
});

export const question = (
  n: number,
  text: string,
  more: { document?: string; annotation?: string; addressee?: string } = {},
) => ({ ...note(n, text, more), addressee: more.addressee ?? '', status: 'draft' as const });

export const texts = (store: DelegateStore, document = DOC) =>
  must(store.readNotebook(document)).notes.map(({ text }) => text);

function closeLater(store: DelegateStore): void {
  cleanUp.push(() => store.close());
}

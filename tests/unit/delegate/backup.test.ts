import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import {
  DAYS_KEPT,
  findBackup,
  listBackups,
  NEWEST_KEPT,
  nextBackup,
  surplus,
  type Backup,
} from '../../../src-main/delegate/backup-names.ts';
import { backUpNow } from '../../../src-main/delegate/backup.ts';
import { migrations } from '../../../src-main/delegate/migrations/index.ts';
import { DOC, Laptop, must, note, START_MS, uuid } from './harness.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('a backup', () => {
  it('holds everything, steps included, in one file named after its time', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createNote(note(1, 'một')));
    const { path } = must(await store.backup());
    expect(path).toBe(join(laptop.backupFolder, `delegate-20260705T083000000Z-v${migrations.length}.db`));
    expect(readdirSync(laptop.backupFolder)).toHaveLength(1);
    const copy = new Database(path, { readonly: true });
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('SELECT note.text, step.kind FROM note, step').all()).toEqual([
      { text: 'một', kind: 'note-created' },
    ]);
    copy.close();
  });

  it('made while notes are written holds all of them up to its end, and none by halves', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    const text = 'x'.repeat(20_000);
    for (let n = 0; n < 60; n++) must(store.createNote(note(n, text)));
    const running = store.backup();
    let n = 60;
    const writing = setInterval(() => must(store.createNote(note(n++, text))), 0);
    const { path } = must(await running);
    clearInterval(writing);
    const copy = new Database(path, { readonly: true });
    const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    const [notes, steps] = [count('note'), count('step')];
    copy.close();
    expect(notes).toBeGreaterThanOrEqual(60);
    expect(steps).toBe(notes);
  });

  it('asked for twice at once is made once', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    const [a, b] = await Promise.all([store.backup(), store.backup()]);
    expect(a).toEqual(b);
    expect(must(await store.backup()).path).not.toBe(must(a).path);
    expect(listBackups(laptop.backupFolder)).toHaveLength(2);
  });

  it('of a store that is closed meanwhile leaves nothing behind', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    for (let n = 0; n < 100; n++) must(store.createNote(note(n, 'x'.repeat(20_000))));
    const running = store.backup();
    must(store.close());
    expect(await running).toEqual({ ok: false, error: { code: 'store-locked' } });
    expect(readdirSync(laptop.backupFolder)).toEqual([]);
  });

  it('that cannot be written is a failure, and the notes stay usable', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    writeFileSync(laptop.backupFolder, 'a file stands here');
    expect(await store.backup()).toEqual({ ok: false, error: { code: 'store-read-only' } });
    must(store.createNote(note(1, 'a')));
  });

  it('of a damaged store is not kept, and no older one goes', async () => {
    const laptop = new Laptop();
    const { db, store } = laptop.openWithDb();
    for (let n = 0; n < NEWEST_KEPT; n++) must(await store.backup());
    const before = readdirSync(laptop.backupFolder);
    // An index that holds the old value of a note: nothing but a full check sees it.
    must(store.createNote(note(1, 'a')));
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    const index = db.prepare(`SELECT * FROM sqlite_schema WHERE name = 'note_by_document'`).get();
    db.exec(`DELETE FROM sqlite_schema WHERE name = 'note_by_document'`);
    db.pragma('writable_schema = RESET');
    db.exec(`UPDATE note SET document = 'other'`);
    db.pragma('writable_schema = ON');
    db.prepare('INSERT INTO sqlite_schema VALUES (@type, @name, @tbl_name, @rootpage, @sql)').run(index);
    db.pragma('writable_schema = RESET');
    expect(await store.backup()).toEqual({ ok: false, error: { code: 'store-damaged', setAside: null } });
    expect(readdirSync(laptop.backupFolder)).toEqual(before);
  });

  it('takes the place of the oldest on the disk, too', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    for (let n = 0; n < NEWEST_KEPT + 3; n++, laptop.nowMs += HOUR_MS) must(await store.backup());
    const kept = listBackups(laptop.backupFolder).map(({ madeAtMs }) => (madeAtMs - START_MS) / HOUR_MS);
    expect(kept).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });

  it('clears away what an earlier one left unfinished, and nothing else', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    const { path } = must(await store.backup());
    writeFileSync(`${path}.partial`, 'half');
    writeFileSync(join(laptop.backupFolder, 'của tôi.db.partial'), 'mine');
    must(await store.backup());
    expect(readdirSync(laptop.backupFolder).filter((name) => name.endsWith('.partial'))).toEqual([
      'của tôi.db.partial',
    ]);
  });

  it('before a migration is made at once, without giving way', () => {
    const laptop = new Laptop();
    const { db, store } = laptop.openWithDb();
    must(store.createNote(note(1, 'quý')));
    const { path } = must(backUpNow(db, laptop.backupFolder, START_MS));
    const copy = new Database(path, { readonly: true });
    expect(copy.prepare('SELECT id FROM note').pluck().get()).toBe(uuid(1));
    expect(copy.pragma('application_id', { simple: true })).toBe(
      db.pragma('application_id', { simple: true }),
    );
    copy.close();
  });
});

describe('of many backups', () => {
  /** Backs up at these times, thinning out each time; answers the times kept, newest first. */
  function kept(times: readonly number[], version = (_: number) => 1): number[] {
    let all: readonly Backup[] = [];
    times.forEach((atMs, index) => {
      all = [nextBackup(all, atMs, version(index)), ...all];
      const gone = new Set(surplus(all));
      all = all.filter((backup) => !gone.has(backup));
    });
    return all.map(({ madeAtMs }) => madeAtMs);
  }
  const everyHour = (count: number) => Array.from({ length: count }, (_, n) => START_MS + n * HOUR_MS);

  it('the newest ten are kept', () => {
    const times = everyHour(12);
    expect(kept(times).slice(0, NEWEST_KEPT)).toEqual(times.slice(-NEWEST_KEPT).reverse());
  });

  it('the last of each day is kept for fourteen days', () => {
    const days = kept(everyHour(24 * 30)).map((atMs) => Math.floor(atMs / DAY_MS));
    expect(new Set(days).size).toBe(DAYS_KEPT);
    expect(days.length).toBeLessThanOrEqual(NEWEST_KEPT + DAYS_KEPT);
  });

  it('the last of each version of the store is kept for good', () => {
    const times = everyHour(24 * 40);
    expect(kept(times, (index) => (index < 5 ? 1 : 2)).at(-1)).toBe(times[4]);
  });

  it('the newest has the last name, also after the clock was set back', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(await store.backup());
    must(store.createNote(note(1, 'mới')));
    laptop.nowMs -= 365 * DAY_MS;
    const { path } = must(await store.backup());
    must(store.close());
    expect(join(laptop.backupFolder, readdirSync(laptop.backupFolder).sort().at(-1) ?? '')).toBe(path);
    truncateSync(laptop.path, 4096);
    const { store: restored } = laptop.openAndTell();
    expect(must(restored.counts(DOC)).notes).toBe(1);
  });

  it('files with other names are left alone', () => {
    expect(findBackup('delegate-20260705T083000000Z-v1.db')).toEqual({
      name: 'delegate-20260705T083000000Z-v1.db',
      madeAtMs: START_MS,
      version: 1,
    });
    for (const name of ['delegate.db', 'delegate-20260705T083000000Z-v1.db.partial', 'x-v1.db', '']) {
      expect(findBackup(name)).toBeNull();
    }
  });
});

import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { colours } from '../../../src-main/contract/delegate.ts';
import { assertPragmas, connect, pragmas } from '../../../src-main/delegate/database.ts';
import { migrations } from '../../../src-main/delegate/migrations/index.ts';
import { openStore } from '../../../src-main/delegate/store.ts';
import { annotation, DOC, Laptop, must, note, START_MS, texts, uuid } from './harness.ts';

describe('an open store', () => {
  it('has every pragma of the design after a first write', () => {
    const { db, store } = new Laptop().openWithDb();
    must(store.createNote(note(1, 'a')));
    const read = pragmas.map(([name]) => [name, db.pragma(name, { simple: true })]);
    expect(Object.fromEntries(read)).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      temp_store: 2,
      mmap_size: 0,
      checkpoint_fullfsync: 1,
      fullfsync: 1,
    });
    expect(db.pragma('application_id', { simple: true })).toBe(Buffer.from('KyHo').readUInt32BE());
  });

  it('does not open when a pragma does not hold', () => {
    const { db } = new Laptop().openWithDb();
    db.pragma('synchronous = NORMAL');
    expect(() => assertPragmas(db)).toThrow('synchronous');
  });

  it('knows every colour of the contract', () => {
    const store = new Laptop().open();
    colours.forEach((colour, n) => must(store.createAnnotation({ ...annotation(n), colour })));
  });

  it('leaves one file behind when it is closed, and closes twice without harm', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createNote(note(1, 'a')));
    must(store.close());
    must(store.close());
    expect(readdirSync(dirname(laptop.path))).toEqual(['store.db']);
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createNote(note(1, 'a')));
    const { path } = must(await store.backup());
    const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);
    expect([laptop.path, `${laptop.path}-wal`, `${laptop.path}-shm`, path].map(mode)).toEqual(
      Array(4).fill('600'),
    );
    expect([dirname(laptop.path), laptop.backupFolder].map(mode)).toEqual(['700', '700']);
  });

  it.skipIf(process.platform === 'win32')('takes away what others might read of an older one', () => {
    const laptop = new Laptop();
    laptop.open().close();
    chmodSync(laptop.path, 0o644);
    laptop.open();
    expect(statSync(laptop.path).mode & 0o777).toBe(0o600);
  });

  it('removes from the file what was removed and forgotten', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createNote(note(1, 'Bí mật của đại biểu')));
    must(store.undo(DOC));
    must(store.createNote(note(2, 'b')));
    must(store.close());
    expect(readFileSync(laptop.path).includes('Bí mật')).toBe(false);
  });
});

describe('a store that cannot be opened', () => {
  it('from a newer version is refused by name, and not a byte of it changes', () => {
    const laptop = new Laptop();
    laptop.open().close();
    const version = migrations.length + 6;
    laptop.peek((db) => db.pragma(`user_version = ${version}`));
    const before = readFileSync(laptop.path);
    expect(openStore(laptop.options)).toEqual({ ok: false, error: { code: 'store-newer', version } });
    expect(readFileSync(laptop.path)).toEqual(before);
    expect(readdirSync(dirname(laptop.path))).toEqual(['store.db']);
  });

  it('from a newer version that crashed keeps its log unread', () => {
    const left = new Laptop();
    left.open().close();
    const newer = connect(left.path);
    newer.pragma('user_version = 99');
    newer.pragma('wal_checkpoint(TRUNCATE)');
    newer.exec('CREATE TABLE future (x); INSERT INTO future VALUES (1);');
    const laptop = new Laptop();
    mkdirSync(dirname(laptop.path));
    for (const suffix of ['', '-wal']) copyFileSync(left.path + suffix, laptop.path + suffix);
    newer.close();
    const bytes = () => ['', '-wal'].map((suffix) => readFileSync(laptop.path + suffix));
    const before = bytes();
    expect(openStore(laptop.options)).toMatchObject({ error: { code: 'store-newer', version: 99 } });
    expect(bytes()).toEqual(before);
    expect(readdirSync(dirname(laptop.path))).toEqual(['store.db', 'store.db-wal']);
  });

  it('is refused by name also when only its log knows the newer version', () => {
    const laptop = new Laptop();
    laptop.open().close();
    const newer = connect(laptop.path);
    newer.pragma('wal_autocheckpoint = 0');
    newer.pragma('user_version = 99');
    const refused = openStore(laptop.options);
    newer.close();
    expect(refused).toEqual({ ok: false, error: { code: 'store-newer', version: 99 } });
  });

  it('while another process holds it is locked, and opens once that lets go', () => {
    const laptop = new Laptop();
    laptop.open().close();
    const other = new Database(laptop.path);
    other.exec('BEGIN IMMEDIATE');
    expect(openStore(laptop.options)).toEqual({ ok: false, error: { code: 'store-locked' } });
    other.close();
    expect(openStore(laptop.options).ok).toBe(true);
  });

  it('where a folder stands in its place is read-only', () => {
    const laptop = new Laptop();
    mkdirSync(laptop.path, { recursive: true });
    expect(openStore(laptop.options)).toEqual({ ok: false, error: { code: 'store-read-only' } });
    expect(existsSync(laptop.path)).toBe(true);
  });
});

describe('a store that cannot be written', () => {
  it('on a full disk does nothing by halves and can still be read', () => {
    const laptop = new Laptop();
    const { db, store } = laptop.openWithDb();
    must(store.createAnnotation(annotation(1)));
    must(store.createNote(note(2, 'đã có', { annotation: uuid(1) })));
    const before = must(store.readNotebook(DOC));
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
    const full = { ok: false, error: { code: 'store-full' } };
    const long = 'x'.repeat(50_000);
    expect(store.createNote(note(3, long))).toEqual(full);
    expect(store.saveNote(uuid(2), long)).toEqual(full);
    expect(must(store.readNotebook(DOC))).toEqual(before);
    expect(must(store.searchNotes(DOC, 'da co'))).toHaveLength(1);
    db.pragma('max_page_count = 1000000');
    laptop.nowMs += 1;
    must(store.saveNote(uuid(2), long));
    expect(must(store.undo(DOC))?.notebook.notes).toEqual([]);
    expect(must(store.undo(DOC))?.change).toBe('annotation-created');
  });

  it('while another process writes says so, and writes afterwards', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    const other = new Database(laptop.path);
    other.exec('BEGIN IMMEDIATE');
    const startedMs = performance.now();
    expect(store.createNote(note(1, 'a'))).toEqual({ ok: false, error: { code: 'store-locked' } });
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect(texts(store)).toEqual([]);
    other.close();
    expect(must(store.createNote(note(1, 'a'))).createdAtMs).toBe(START_MS);
  });

  it('answers damage found while reading as a value', () => {
    const { db, store } = new Laptop().openWithDb();
    must(store.createNote(note(1, 'a')));
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.exec(`UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'note'`);
    db.pragma('writable_schema = RESET');
    const damaged = { ok: false, error: { code: 'store-damaged', setAside: null } };
    expect(store.readNotebook(DOC)).toEqual(damaged);
  });
});

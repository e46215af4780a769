import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../src-main/delegate/backup-names.ts';
import { connect, type WritableDb } from '../../../src-main/delegate/database.ts';
import { makePrivateFolder } from '../../../src-main/delegate/files.ts';
import { migrations, type Migration } from '../../../src-main/delegate/migrations/index.ts';
import { openDatabase } from '../../../src-main/delegate/open.ts';
import { dirname } from 'node:path';
import { DOC, Laptop, must, note, question, texts, uuid } from './harness.ts';

const folder = new URL('../../../src-main/delegate/migrations/', import.meta.url);
const fixtures = new URL('../../fixtures/delegate/', import.meta.url);
const numbered = readdirSync(folder)
  .filter((name) => /^\d{4}-/u.test(name))
  .sort();
const frozen = (version: number) =>
  readFileSync(new URL(`${String(version).padStart(4, '0')}.sql`, fixtures), 'utf8');

const schemaOf = (db: Pick<WritableDb, 'prepare'>) =>
  db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

/** The schema as SQLite would have it, the spacing between statements aside. */
function frozenSchema(version: number): unknown {
  const db = new Database(':memory:');
  db.exec(frozen(version));
  return schemaOf(db);
}

/** A laptop with the store that this version of the app left behind. */
function laptopWith(version: number): Laptop {
  const laptop = new Laptop();
  makePrivateFolder(dirname(laptop.path));
  const db = connect(laptop.path);
  db.exec(frozen(version));
  db.close();
  return laptop;
}

describe('the list of migrations', () => {
  it('is the files in the order of their numbers, one for each number', async () => {
    expect(numbered.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, index) => index + 1));
    for (const [index, name] of numbered.entries()) {
      const file = (await import(new URL(name, folder).href)) as { up: Migration };
      expect(migrations[index]).toBe(file.up);
    }
  });

  it('makes the schema that was frozen for each version', () => {
    for (const version of migrations.keys()) {
      const upTo = migrations.slice(0, version + 1);
      const { db } = must(openDatabase({ ...new Laptop().options, migrations: upTo }));
      expect(schemaOf(db)).toEqual(frozenSchema(version + 1));
      db.close();
    }
  });
});

describe('a store of version 1', () => {
  it('opens with everything that was in it', () => {
    const store = laptopWith(1).open();
    const before = must(store.readNotebook(DOC));
    expect(before).toMatchObject({
      annotations: [{ id: uuid(1), colour: 'pink', selector: { start: 10, end: 17, exact: '97,3 tỷ' } }],
      notes: [{ id: uuid(2), annotation: uuid(1), text: 'Hỏi Sở Tài chính' }],
      canUndo: true,
      canRedo: true,
    });
    expect(must(store.readSettings())).toMatchObject({ theme: 'sepia', typeSizePx: 24, outlineOpen: false });
    expect(must(store.readPlace(DOC))).toEqual({ block: 'b12', offsetPx: 40.5 });
    expect(must(store.searchNotes(DOC, 'so tai'))).toHaveLength(1);
  });

  it('takes questions beside what was in it, and all of it can still be undone', () => {
    const laptop = laptopWith(1);
    const store = laptop.open();
    expect(laptop.peek((db) => db.pragma('user_version', { simple: true }))).toBe(migrations.length);
    expect(listBackups(laptop.backupFolder).map(({ version }) => version)).toContain(1);
    must(store.createQuestion(question(9, 'Vì sao?', { annotation: uuid(1) })));
    expect(must(store.readNotebook(DOC)).questions).toMatchObject([{ text: 'Vì sao?', status: 'draft' }]);
    for (let n = 0; n < 4; n++) expect(must(store.undo(DOC))).not.toBeNull();
    expect(must(store.readNotebook(DOC))).toMatchObject({ annotations: [], notes: [], questions: [] });
  });

  it('can still be undone to its first step and redone to its last', () => {
    const store = laptopWith(1).open();
    const changes: (string | undefined)[] = [];
    for (let n = 0; n < 3; n++) changes.push(must(store.undo(DOC))?.change);
    expect(changes).toEqual(['note-created', 'annotation-recoloured', 'annotation-created']);
    expect(must(store.readNotebook(DOC))).toMatchObject({ annotations: [], notes: [], canUndo: false });
    for (let n = 0; n < 4; n++) expect(must(store.redo(DOC))).not.toBeNull();
    expect(texts(store)).toEqual(['Hỏi Sở Tài chính', 'Đã bỏ']);
  });
});

describe('a store of version 2', () => {
  it('opens with its questions, which can be found and taken back step by step', () => {
    const store = laptopWith(2).open();
    expect(must(store.readNotebook(DOC)).questions).toMatchObject([
      { id: uuid(4), annotation: uuid(1), addressee: 'Sở Tài chính', status: 'asked' },
    ]);
    expect(must(store.searchQuestions(DOC, 'so tai 97,3'))).toHaveLength(1);
    expect(must(store.undo(DOC))?.notebook.questions).toMatchObject([{ status: 'draft' }]);
    expect(must(store.undo(DOC))?.notebook.questions).toEqual([]);
    expect(must(store.undo(DOC))).toMatchObject({ change: 'note-created', id: uuid(2) });
  });
});

describe('raising a store', () => {
  const addTag: Migration = (db) => db.exec(`ALTER TABLE note ADD COLUMN tag TEXT NOT NULL DEFAULT ''`);
  const breakHalfWay: Migration = (db) => db.exec(`DROP TABLE place; INSERT INTO nowhere VALUES (1);`);

  function used(): Laptop {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createNote(note(1, 'quý')));
    store.close();
    return laptop;
  }

  it('backs it up first, once for each migration', () => {
    const laptop = used();
    const raised = must(openDatabase({ ...laptop.options, migrations: [...migrations, addTag, () => null] }));
    expect(raised.db.pragma('user_version', { simple: true })).toBe(migrations.length + 2);
    expect(raised.db.prepare('SELECT text, tag FROM note').get()).toEqual({ text: 'quý', tag: '' });
    raised.db.close();
    expect(listBackups(laptop.backupFolder).map(({ version }) => version)).toEqual([
      migrations.length + 1,
      migrations.length,
    ]);
  });

  it('backs up nothing where there is nothing yet', () => {
    const laptop = new Laptop();
    must(openDatabase({ ...laptop.options, migrations: [...migrations, addTag] })).db.close();
    expect(listBackups(laptop.backupFolder)).toEqual([]);
  });

  it('that fails half way leaves it as it was', () => {
    const laptop = used();
    const broken = { ...laptop.options, migrations: [...migrations, breakHalfWay] };
    expect(() => openDatabase(broken)).toThrow('nowhere');
    const store = laptop.open();
    expect(texts(store)).toEqual(['quý']);
    expect(must(store.readPlace(DOC))).toBeNull();
  });

  it('does not begin without a backup', () => {
    const laptop = used();
    const nowhere = { ...laptop.options, backupFolder: `${laptop.path}/backups` };
    const refused = openDatabase({ ...nowhere, migrations: [...migrations, addTag] });
    expect(refused).toEqual({ ok: false, error: { code: 'store-read-only' } });
    expect(laptop.peek((db) => db.pragma('user_version', { simple: true }))).toBe(migrations.length);
  });
});

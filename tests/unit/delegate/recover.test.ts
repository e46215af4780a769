import {
  copyFileSync,
  readFileSync,
  readdirSync,
  renameSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../src-main/delegate/backup-names.ts';
import { DOC, Laptop, must, note, texts, uuid } from './harness.ts';

/** A store with a note that its backup has, and one that came later. */
async function used(): Promise<{ laptop: Laptop; backup: string }> {
  const laptop = new Laptop();
  const store = laptop.open();
  must(store.createNote(note(1, 'gửi vào bản sao')));
  const { path } = must(await store.backup());
  for (let n = 2; n < 40; n++) must(store.createNote(note(n, `viết sau ${'đ'.repeat(500)}`)));
  must(store.close());
  return { laptop, backup: path };
}

const damage: readonly [how: string, harm: (path: string) => void][] = [
  [
    'cut in the middle',
    (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2 / 4096) * 4096),
  ],
  ['cut to nothing', (path) => truncateSync(path, 0)],
  ['garbage from its first byte', (path) => writeFileSync(path, Buffer.alloc(20_000, 'rác'))],
  ['shorter than a header', (path) => writeFileSync(path, 'SQLite format 3\0')],
  [
    'garbage behind an intact first page',
    (path) => {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0xa5, 4096));
    },
  ],
  [
    'ours by its first page, with an impossible page size',
    (path) => {
      const bytes = readFileSync(path);
      bytes.writeUInt16BE(3, 16);
      writeFileSync(path, bytes);
    },
  ],
  [
    'another program’s database',
    (path) => {
      unlinkSync(path);
      new Database(path).exec('CREATE TABLE theirs (x)').close();
    },
  ],
];

describe('a damaged store', () => {
  it.each(damage)('(%s) is set aside whole, and its newest backup opens', async (_, harm) => {
    const { laptop, backup } = await used();
    harm(laptop.path);
    const harmed = readFileSync(laptop.path);
    const { store, recovered } = laptop.openAndTell();
    expect(recovered?.backup).toBe(backup);
    expect(readFileSync(recovered?.setAside ?? '')).toEqual(harmed);
    expect(texts(store)).toEqual(['gửi vào bản sao']);
    must(store.saveNote(uuid(1), 'sửa tiếp'));
    must(store.close());
    expect(laptop.openAndTell()).toMatchObject({ recovered: null });
    expect(readdirSync(laptop.backupFolder)).toEqual([basename(backup)]);
  });

  it('without any backup is set aside, and an empty one opens', () => {
    const laptop = new Laptop();
    laptop.open().close();
    writeFileSync(laptop.path, 'rác');
    const { store, recovered } = laptop.openAndTell();
    expect(recovered).toEqual({ setAside: `${laptop.path}.damaged-20260705T083000000Z`, backup: null });
    expect(texts(store)).toEqual([]);
  });

  it('passes over backups that are damaged themselves or from a newer version', async () => {
    const { laptop, backup } = await used();
    const later = (ms: number, version: number) =>
      join(laptop.backupFolder, `delegate-20270101T00000000${ms}Z-v${version}.db`);
    copyFileSync(backup, later(1, 1));
    truncateSync(later(1, 1), 8192);
    copyFileSync(backup, later(2, 9));
    const newer = new Database(later(2, 9));
    newer.pragma('user_version = 9');
    newer.close();
    writeFileSync(later(3, 1), '');
    writeFileSync(later(4, 1), 'rác '.repeat(5_000));
    writeFileSync(laptop.path, 'rác');
    expect(laptop.openAndTell().recovered?.backup).toBe(backup);
    expect(listBackups(laptop.backupFolder)).toHaveLength(5);
  });

  it('takes its log along, so that the new file is not mixed with it', async () => {
    const { laptop } = await used();
    writeFileSync(laptop.path, 'rác');
    writeFileSync(`${laptop.path}-wal`, 'rác trong nhật ký');
    const { recovered } = laptop.openAndTell();
    expect(readFileSync(`${recovered?.setAside}-wal`, 'utf8')).toBe('rác trong nhật ký');
  });

  it('never takes the place of one that was set aside before', async () => {
    const { laptop } = await used();
    for (let n = 0; n < 3; n++) {
      writeFileSync(laptop.path, `rác ${n}`);
      must(laptop.openAndTell().store.close());
    }
    const aside = readdirSync(dirname(laptop.path)).filter((name) => name.includes('.damaged-'));
    expect(aside.map((name) => readFileSync(join(dirname(laptop.path), name), 'utf8')).sort()).toEqual([
      'rác 0',
      'rác 1',
      'rác 2',
    ]);
  });
});

describe('a missing store', () => {
  it('with backups is restored: a crash in the middle of a recovery loses nothing', async () => {
    const { laptop, backup } = await used();
    renameSync(laptop.path, `${laptop.path}.damaged-x`);
    const { store, recovered } = laptop.openAndTell();
    expect(recovered).toEqual({ setAside: null, backup });
    expect(texts(store)).toEqual(['gửi vào bản sao']);
  });

  it('whose log is still there is not taken for a first start', () => {
    const laptop = new Laptop();
    laptop.open().close();
    unlinkSync(laptop.path);
    writeFileSync(`${laptop.path}-wal`, 'nhật ký');
    const { recovered } = laptop.openAndTell();
    expect(readFileSync(`${recovered?.setAside}-wal`, 'utf8')).toBe('nhật ký');
  });

  it('without a trace is a first start', () => {
    expect(new Laptop().openAndTell().recovered).toBeNull();
  });
});

it('a store with an unfinished log is whole: what was saved before a crash is read', () => {
  const laptop = new Laptop();
  const { store } = laptop.openWithDb();
  must(store.createNote(note(1, 'đã lưu')));
  const other = new Laptop();
  must(other.open().close());
  for (const suffix of ['', '-wal']) copyFileSync(laptop.path + suffix, other.path + suffix);
  const { store: reopened, recovered } = other.openAndTell();
  expect(recovered).toBeNull();
  expect(must(reopened.readNotebook(DOC)).notes).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src-main/contract/delegate.ts';
import { DOC, Laptop, must } from './harness.ts';

/** Settings as read from a row that says this. */
function readFrom(json: string) {
  const { db, store } = new Laptop().openWithDb();
  db.prepare('INSERT INTO setting (id, json) VALUES (1, ?)').run(json);
  return must(store.readSettings());
}

describe('settings', () => {
  it('are the usual ones until something was changed', () => {
    expect(must(new Laptop().open().readSettings())).toEqual(defaultSettings);
  });

  it('keep what was changed, and leave the rest', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.saveSettings({ theme: 'dark' }));
    expect(must(store.saveSettings({ typeSizePx: 28, theme: undefined }))).toEqual({
      ...defaultSettings,
      theme: 'dark',
      typeSizePx: 28,
    });
    store.close();
    expect(must(laptop.open().readSettings())).toMatchObject({ theme: 'dark', typeSizePx: 28 });
  });

  it('that this version does not know fall back one by one', () => {
    const kept = { theme: 'neon', typeSizePx: 24, lineWidthCh: '64', outlineOpen: false, future: 1 };
    expect(readFrom(JSON.stringify(kept))).toEqual({
      ...defaultSettings,
      typeSizePx: 24,
      outlineOpen: false,
    });
  });

  it.each(['', '{', 'null', '[]', '7', '"dark"', '{"theme":{"__proto__":1}}'])(
    'that are broken (%s) are the usual ones, and can be saved again',
    (json) => {
      expect(readFrom(json)).toEqual(defaultSettings);
      const { db, store } = new Laptop().openWithDb();
      db.prepare('INSERT INTO setting (id, json) VALUES (1, ?)').run(json);
      expect(must(store.saveSettings({ theme: 'sepia' })).theme).toBe('sepia');
      expect(must(store.readSettings())).toEqual({ ...defaultSettings, theme: 'sepia' });
    },
  );
});

describe('the place last read', () => {
  it('is kept for each document', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    expect(must(store.readPlace(DOC))).toBeNull();
    must(store.savePlace(DOC, { block: 'b1', offsetPx: 0 }));
    must(store.savePlace(DOC, { block: 'b12', offsetPx: -40.25 }));
    must(store.savePlace('other', { block: 'fn3', offsetPx: 1 }));
    store.close();
    const again = laptop.open();
    expect(must(again.readPlace(DOC))).toEqual({ block: 'b12', offsetPx: -40.25 });
    expect(must(again.readPlace('other'))).toEqual({ block: 'fn3', offsetPx: 1 });
  });

  it('that is no place is none', () => {
    const { db, store } = new Laptop().openWithDb();
    db.prepare('INSERT INTO place (document, block, offset_px) VALUES (?, ?, ?)').run(DOC, 'b 1', 0);
    expect(must(store.readPlace(DOC))).toBeNull();
    db.prepare('UPDATE place SET block = ?, offset_px = ?').run('b1', Infinity);
    expect(must(store.readPlace(DOC))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { annotation, DOC, Laptop, must, note, REVISION, START_MS, texts, uuid } from './harness.ts';

const missing = { ok: false, error: { code: 'store-missing-row' } };

describe('highlights', () => {
  it('come back as they were made, in the order they were made', () => {
    const store = new Laptop().open();
    for (const n of [3, 1, 2]) must(store.createAnnotation(annotation(n)));
    const { annotations } = must(store.readNotebook(DOC));
    expect(annotations.map(({ id }) => id)).toEqual([3, 1, 2].map(uuid));
    expect(annotations[0]).toEqual({ ...annotation(3), createdAtMs: START_MS, updatedAtMs: START_MS });
  });

  it('are made once, however often the call is repeated', () => {
    const store = new Laptop().open();
    must(store.createAnnotation(annotation(1)));
    must(store.recolourAnnotation(uuid(1), 'pink'));
    expect(must(store.createAnnotation(annotation(1))).colour).toBe('pink');
    expect(must(store.counts(DOC))).toEqual({ annotations: 1, notes: 0 });
    must(store.undo(DOC));
    expect(must(store.undo(DOC))?.change).toBe('annotation-created');
  });

  it('take a new colour and its time, and keep the time they were made', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createAnnotation(annotation(1)));
    laptop.nowMs += 5;
    expect(must(store.recolourAnnotation(uuid(1), 'blue'))).toMatchObject({
      colour: 'blue',
      createdAtMs: START_MS,
      updatedAtMs: START_MS + 5,
    });
    must(store.recolourAnnotation(uuid(1), 'blue'));
    must(store.undo(DOC));
    expect(must(store.readNotebook(DOC)).annotations[0]?.colour).toBe('yellow');
  });

  it('take their notes with them and bring them back', () => {
    const store = new Laptop().open();
    must(store.createAnnotation(annotation(1)));
    must(store.createNote(note(2, 'một', { annotation: uuid(1) })));
    must(store.createNote(note(3, 'riêng')));
    must(store.createNote(note(4, 'hai', { annotation: uuid(1) })));
    const before = must(store.readNotebook(DOC));
    must(store.removeAnnotation(uuid(1)));
    expect(texts(store)).toEqual(['riêng']);
    const undone = must(store.undo(DOC));
    expect(undone).toMatchObject({ change: 'annotation-removed', id: uuid(1) });
    expect(undone?.notebook).toEqual({ ...before, canRedo: true });
  });

  it('that are gone cannot be recoloured, removed or written to', () => {
    const store = new Laptop().open();
    expect(store.recolourAnnotation(uuid(1), 'pink')).toEqual(missing);
    expect(store.removeAnnotation(uuid(1))).toEqual(missing);
    expect(store.createNote(note(2, '', { annotation: uuid(1) }))).toEqual(missing);
    expect(must(store.readNotebook(DOC)).canUndo).toBe(false);
  });

  it('of one document take no notes of another', () => {
    const store = new Laptop().open();
    must(store.createAnnotation(annotation(1, 'other')));
    expect(store.createNote(note(2, '', { annotation: uuid(1) }))).toEqual(missing);
    expect(store.createAnnotation(annotation(1))).toEqual(missing);
  });

  it('keep a quote that half a character ends as text that SQLite can keep', () => {
    const store = new Laptop().open();
    const selector = { ...annotation(1).selector, start: 0, end: 2, exact: 'a\ud83d' };
    must(store.createAnnotation({ ...annotation(1), selector }));
    expect(must(store.readNotebook(DOC)).annotations[0]?.selector.exact).toBe('a\ufffd');
    must(store.undo(DOC));
    expect(must(store.redo(DOC))?.change).toBe('annotation-created');
  });
});

describe('notes', () => {
  it('come back letter for letter, NFD, empty lines and null characters included', () => {
    const laptop = new Laptop();
    const written = ['Hòa Bình'.normalize('NFD'), '', '  \n\n', 'a\u0000b', '🏛️ «đ» \u202e'];
    const store = laptop.open();
    written.forEach((text, n) => must(store.createNote(note(n, text))));
    store.close();
    expect(texts(laptop.open())).toEqual(written);
  });

  it('are made once, however often the call is repeated', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'đầu')));
    must(store.saveNote(uuid(1), 'sau'));
    expect(must(store.createNote(note(1, 'đầu'))).text).toBe('sau');
    expect(store.createNote(note(1, 'đầu', { document: 'other' }))).toEqual(missing);
    expect(texts(store)).toEqual(['sau']);
  });

  it('that were removed are not brought back by a late save', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'a')));
    must(store.removeNote(uuid(1)));
    expect(store.saveNote(uuid(1), 'b')).toEqual(missing);
    expect(store.removeNote(uuid(1))).toEqual(missing);
    expect(texts(store)).toEqual([]);
  });

  it('tell when they were saved; the same text again is no change', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createNote(note(1, 'a')));
    laptop.nowMs += 100_000;
    expect(must(store.saveNote(uuid(1), 'a'))).toMatchObject({
      savedAtMs: START_MS + 100_000,
      note: { updatedAtMs: START_MS },
    });
    expect(must(store.saveNote(uuid(1), 'b')).note).toMatchObject({
      text: 'b',
      createdAtMs: START_MS,
      updatedAtMs: START_MS + 100_000,
    });
    must(store.saveNote(uuid(1), 'b'));
    must(store.undo(DOC));
    expect(texts(store)).toEqual(['a']);
  });

  it('belong to their document alone', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'đây')));
    must(store.createNote(note(2, 'kia', { document: 'other' })));
    expect(texts(store)).toEqual(['đây']);
    expect(must(store.undo('third'))).toBeNull();
    expect(must(store.undo('other'))?.notebook.notes).toEqual([]);
    expect(texts(store)).toEqual(['đây']);
    expect(must(store.readNotebook(DOC)).notes[0]).toMatchObject({ revision: REVISION, section: 'muc-II.1' });
  });
});

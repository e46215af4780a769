import { describe, expect, it } from 'vitest';
import { STEPS_BYTES_MAX, STEPS_MAX } from '../../../src-main/delegate/journal.ts';
import { TYPING_MS } from '../../../src-main/delegate/notes.ts';
import { annotation, DOC, Laptop, must, note, texts, uuid } from './harness.ts';

/** Types into note 1, each text so many milliseconds after the one before; answers what undo then shows, step by step. */
function undoneAfterTyping(...typed: [afterMs: number, text: string][]): string[] {
  const laptop = new Laptop();
  const store = laptop.open();
  must(store.createNote(note(1, '')));
  laptop.nowMs += TYPING_MS + 1;
  for (const [afterMs, text] of typed) {
    laptop.nowMs += afterMs;
    must(store.saveNote(uuid(1), text));
  }
  const shown: string[] = [];
  for (let step = must(store.undo(DOC)); step?.change === 'note-edited'; step = must(store.undo(DOC))) {
    shown.push(step.notebook.notes[0]?.text ?? 'gone');
  }
  return shown;
}

describe('typing', () => {
  it('within half a minute is one step', () => {
    expect(undoneAfterTyping([0, 'a'], [200, 'ab'], [TYPING_MS - 200, 'abc'])).toEqual(['']);
  });

  it('for longer is a step each half minute', () => {
    expect(undoneAfterTyping([0, 'a'], [20_000, 'ab'], [20_000, 'abc'])).toEqual(['ab', '']);
  });

  it('after the clock was set back is another step', () => {
    expect(undoneAfterTyping([0, 'a'], [-1, 'ab'])).toEqual(['a', '']);
  });

  it('that ends where it began is nothing to undo', () => {
    expect(undoneAfterTyping([0, 'a'], [200, ''])).toEqual([]);
    expect(undoneAfterTyping([0, 'a'], [40_000, 'b'], [200, 'a'], [200, 'c'])).toEqual(['a', '']);
  });

  it('into a new note belongs to its creation: undo leaves no first letter behind', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'H')));
    must(store.saveNote(uuid(1), 'Hỏi'));
    expect(must(store.undo(DOC))).toMatchObject({ change: 'note-created', notebook: { notes: [] } });
    expect(must(store.redo(DOC))?.notebook.notes[0]?.text).toBe('Hỏi');
  });

  it('is parted by anything else that was done', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'a')));
    must(store.createAnnotation(annotation(2)));
    must(store.saveNote(uuid(1), 'ab'));
    must(store.undo(DOC));
    expect(texts(store)).toEqual(['a']);
    must(store.undo(DOC)); // the highlight
    must(store.saveNote(uuid(1), 'abc'));
    must(store.undo(DOC));
    expect(texts(store)).toEqual(['a']);
  });
});

describe('undo', () => {
  it('has nothing to do in a new notebook', () => {
    const store = new Laptop().open();
    expect(must(store.undo(DOC))).toBeNull();
    expect(must(store.redo(DOC))).toBeNull();
  });

  it('outlives the program', () => {
    const laptop = new Laptop();
    const first = laptop.open();
    must(first.createNote(note(1, 'một')));
    must(first.removeNote(uuid(1)));
    must(first.undo(DOC));
    first.close();
    const second = laptop.open();
    expect(must(second.readNotebook(DOC))).toMatchObject({ canUndo: true, canRedo: true });
    expect(must(second.redo(DOC))?.change).toBe('note-removed');
    must(second.undo(DOC));
    expect(must(second.undo(DOC))?.notebook).toMatchObject({ notes: [], canUndo: false });
  });

  it('leads nowhere any more from a branch that was left', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'một')));
    must(store.undo(DOC));
    must(store.createNote(note(2, 'hai')));
    expect(must(store.redo(DOC))).toBeNull();
    expect(must(store.readNotebook(DOC)).canRedo).toBe(false);
  });

  it('gives a row its old place back, whatever was written in other documents', () => {
    const store = new Laptop().open();
    for (const n of [1, 2]) must(store.createNote(note(n, `${n}`)));
    must(store.removeNote(uuid(2)));
    must(store.createNote(note(3, 'khác', { document: 'other' })));
    must(store.undo(DOC));
    expect(texts(store)).toEqual(['1', '2']);
    expect(texts(store, 'other')).toEqual(['khác']);
  });

  it('writes over nothing that another program changed', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createNote(note(1, 'của tôi')));
    laptop.peek((db) => db.prepare(`UPDATE note SET text = 'của ai?'`).run());
    expect(must(store.undo(DOC))).toBeNull();
    expect(texts(store)).toEqual(['của ai?']);
    expect(must(store.readNotebook(DOC)).canUndo).toBe(false);
  });

  it('does not take an id that meanwhile lives in another document', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'đây')));
    must(store.undo(DOC));
    must(store.createNote(note(1, 'kia', { document: 'other' })));
    expect(must(store.redo(DOC))).toBeNull();
    expect(texts(store, 'other')).toEqual(['kia']);
  });

  it(`goes back ${STEPS_MAX} steps and forgets older ones`, () => {
    const store = new Laptop().open();
    must(store.createAnnotation(annotation(1)));
    for (let n = 0; n < STEPS_MAX + 5; n++) {
      must(store.recolourAnnotation(uuid(1), n % 2 === 0 ? 'pink' : 'yellow'));
    }
    let steps = 0;
    while (must(store.undo(DOC)) !== null) steps++;
    expect(steps).toBe(STEPS_MAX);
    while (must(store.redo(DOC)) !== null) steps--;
    expect(steps).toBe(0);
  });

  it('forgets older steps when they grow too large, never the newest', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    const large = (n: number) => `${n} ${'đ'.repeat(99_000)}`;
    must(store.createNote(note(1, large(0))));
    const bytesAStep = 2 * Buffer.byteLength(large(0));
    const written = Math.ceil(STEPS_BYTES_MAX / bytesAStep) + 3;
    for (let n = 1; n <= written; n++) {
      laptop.nowMs += TYPING_MS + 1;
      must(store.saveNote(uuid(1), large(n)));
    }
    const ask = (query: string) => laptop.peek((db) => db.prepare(query).pluck().get() as number);
    expect(ask('SELECT sum(bytes) FROM step')).toBeLessThanOrEqual(STEPS_BYTES_MAX);
    expect(ask('SELECT count(*) FROM step')).toBeGreaterThan(written - 5);
    expect(must(store.undo(DOC))?.notebook.notes[0]?.text).toBe(large(written - 1));
  });
});

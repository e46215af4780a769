import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TYPING_MS } from '../../../src-main/delegate/notes.ts';
import { annotation, DOC, Laptop, must, question, START_MS, uuid } from './harness.ts';

const missing = { ok: false, error: { code: 'store-missing-row' } };
const draft = (text: string, addressee = '') => ({ addressee, status: 'draft' as const, text });

describe('questions', () => {
  it('come back letter for letter, with whom they are for and how far they are', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createQuestion(question(1, 'Vì sao?', { addressee: 'Sở Tài chính'.normalize('NFD') })));
    must(
      store.saveQuestion(uuid(1), { addressee: 'Sở Y tế', status: 'asked', text: 'Vì sao 98 mà ghi 71?' }),
    );
    store.close();
    expect(must(laptop.open().readNotebook(DOC)).questions).toEqual([
      {
        ...question(1, 'Vì sao 98 mà ghi 71?'),
        addressee: 'Sở Y tế',
        status: 'asked',
        createdAtMs: START_MS,
        updatedAtMs: START_MS,
      },
    ]);
  });

  it('are made once, in one document, on a highlight of it', () => {
    const store = new Laptop().open();
    must(store.createQuestion(question(1, 'đầu')));
    must(store.saveQuestion(uuid(1), draft('sau')));
    expect(must(store.createQuestion(question(1, 'đầu'))).text).toBe('sau');
    expect(store.createQuestion(question(1, '', { document: 'other' }))).toEqual(missing);
    expect(store.createQuestion(question(2, '', { annotation: uuid(9) }))).toEqual(missing);
  });

  it('that were removed are not brought back by a late save, but by undo', () => {
    const store = new Laptop().open();
    must(store.createQuestion(question(1, 'a')));
    must(store.removeQuestion(uuid(1)));
    expect(store.saveQuestion(uuid(1), draft('b'))).toEqual(missing);
    expect(store.removeQuestion(uuid(1))).toEqual(missing);
    expect(must(store.undo(DOC))).toMatchObject({
      change: 'question-removed',
      notebook: { questions: [{ text: 'a' }] },
    });
  });

  it('are typed in one step of undo, text and addressee together; a status is a step of its own', () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createQuestion(question(1, 'V')));
    must(store.saveQuestion(uuid(1), draft('Vì sao?', 'Sở')));
    laptop.nowMs += TYPING_MS + 1;
    must(store.saveQuestion(uuid(1), draft('Vì sao?', 'Sở Y tế')));
    must(store.saveQuestion(uuid(1), { ...draft('Vì sao?', 'Sở Y tế'), status: 'asked' }));
    must(store.saveQuestion(uuid(1), { ...draft('Vì sao vậy?', 'Sở Y tế'), status: 'asked' }));
    const changes: unknown[] = [];
    for (let turned = must(store.undo(DOC)); turned !== null; turned = must(store.undo(DOC)))
      changes.push([
        turned.change,
        turned.notebook.questions[0]?.text,
        turned.notebook.questions[0]?.addressee,
      ]);
    expect(changes).toEqual([
      ['question-edited', 'Vì sao?', 'Sở Y tế'],
      ['question-status-changed', 'Vì sao?', 'Sở Y tế'],
      ['question-edited', 'Vì sao?', 'Sở'],
      ['question-created', undefined, undefined],
    ]);
  });

  it('outlive the highlight they were asked on, and get it back by undo', () => {
    const store = new Laptop().open();
    must(store.createAnnotation(annotation(1)));
    must(store.createQuestion(question(2, 'Vì sao?', { annotation: uuid(1) })));
    must(store.removeAnnotation(uuid(1)));
    expect(must(store.readNotebook(DOC)).questions).toMatchObject([{ text: 'Vì sao?', annotation: null }]);
    expect(must(store.undo(DOC))?.notebook.questions).toMatchObject([{ annotation: uuid(1) }]);
  });

  it('are found by the words of their text and of whom they are for, without tones', () => {
    const store = new Laptop().open();
    must(store.createQuestion(question(1, 'Tỷ lệ 70,9%?', { addressee: 'Phòng Tài nguyên' })));
    const hits = (query: string) => must(store.searchQuestions(DOC, query));
    expect(hits('ty le')).toEqual([
      {
        question: uuid(1),
        ranges: [
          { start: 0, end: 2 },
          { start: 3, end: 5 },
        ],
      },
    ]);
    expect(hits('tai nguyen')).toEqual([{ question: uuid(1), ranges: [] }]);
    expect(hits('thue')).toEqual([]);
    expect(must(store.searchNotes(DOC, 'ty le'))).toEqual([]);
    must(store.removeQuestion(uuid(1)));
    expect(hits('ty le')).toEqual([]);
  });

  it('go into backups', async () => {
    const laptop = new Laptop();
    const store = laptop.open();
    must(store.createQuestion(question(1, 'giữ lại')));
    must(await store.backup());
    must(store.close());
    writeFileSync(laptop.path, 'rác');
    expect(must(laptop.open().readNotebook(DOC)).questions).toMatchObject([{ text: 'giữ lại' }]);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { colours, questionStatuses, type Notebook } from '../../../src-main/contract/delegate.ts';
import type { DelegateStore } from '../../../src-main/delegate/store.ts';
import { annotation, Laptop, must, note, question, uuid } from './harness.ts';
import { NotebookModel } from './notebook-model.ts';

const documents = ['bao-cao', 'nghi-quyet'] as const;
type Document = (typeof documents)[number];

const document = fc.constantFrom(...documents);
const slot = fc.integer({ min: 0, max: 2 });
const colour = fc.constantFrom(...colours);
const text = fc.constantFrom(
  '',
  'Thuỷ lợi',
  'Thuỷ lợi'.normalize('NFD'),
  'a\u0000b',
  '\ud83d',
  '"\n\\',
  '🏛️',
);
const action = fc.oneof(
  fc.record({ do: fc.constant('createAnnotation' as const), document, slot, colour }),
  fc.record({ do: fc.constant('recolourAnnotation' as const), document, slot, colour }),
  fc.record({ do: fc.constant('removeAnnotation' as const), document, slot }),
  fc.record({
    do: fc.constant('createNote' as const),
    document,
    slot,
    on: fc.option(slot, { nil: null }),
    text,
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('saveNote' as const), document, slot, text }) },
  fc.record({ do: fc.constant('removeNote' as const), document, slot }),
  fc.record({
    do: fc.constant('createQuestion' as const),
    document,
    slot,
    on: fc.option(slot, { nil: null }),
    text,
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('saveQuestion' as const),
      document,
      slot,
      status: fc.constantFrom(...questionStatuses),
      text,
    }),
  },
  fc.record({ do: fc.constant('removeQuestion' as const), document, slot }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), document }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const), document }) },
  fc.record({ do: fc.constant('wait' as const), document, ms: fc.integer({ min: 1, max: 40_000 }) }),
  fc.record({ do: fc.constant('reopen' as const), document }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const annotationId = (of: Document, n: number) => uuid(1000 * (documents.indexOf(of) + 1) + n);
const noteId = (of: Document, n: number) => uuid(1000 * (documents.indexOf(of) + 1) + 100 + n);

const questionId = (of: Document, n: number) => uuid(1000 * (documents.indexOf(of) + 1) + 200 + n);

/** A store and its models side by side. */
class Pair {
  readonly laptop = new Laptop();
  readonly models = { 'bao-cao': new NotebookModel(), 'nghi-quyet': new NotebookModel() };
  store: DelegateStore = this.laptop.open();

  run(a: Action): void {
    this.laptop.nowMs += 1;
    const { store } = this;
    const { nowMs } = this.laptop;
    const model = this.models[a.document];
    switch (a.do) {
      case 'createAnnotation': {
        const id = annotationId(a.document, a.slot);
        store.createAnnotation({ ...annotation(0, a.document), id, colour: a.colour });
        return model.createAnnotation(id, a.colour, nowMs);
      }
      case 'recolourAnnotation': {
        const id = annotationId(a.document, a.slot);
        store.recolourAnnotation(id, a.colour);
        return model.recolourAnnotation(id, a.colour, nowMs);
      }
      case 'removeAnnotation': {
        const id = annotationId(a.document, a.slot);
        store.removeAnnotation(id);
        return model.removeAnnotation(id, nowMs);
      }
      case 'createNote': {
        const id = noteId(a.document, a.slot);
        const on = a.on === null ? null : annotationId(a.document, a.on);
        store.createNote({ ...note(0, a.text, { document: a.document }), id, annotation: on });
        return model.createNote(id, on, kept(a.text), nowMs);
      }
      case 'saveNote': {
        const id = noteId(a.document, a.slot);
        store.saveNote(id, a.text);
        return model.saveNote(id, kept(a.text), nowMs);
      }
      case 'removeNote': {
        const id = noteId(a.document, a.slot);
        store.removeNote(id);
        return model.removeNote(id, nowMs);
      }
      case 'createQuestion': {
        const id = questionId(a.document, a.slot);
        const on = a.on === null ? null : annotationId(a.document, a.on);
        store.createQuestion({ ...question(0, a.text, { document: a.document }), id, annotation: on });
        return model.createQuestion(id, on, kept(a.text), nowMs);
      }
      case 'saveQuestion': {
        const id = questionId(a.document, a.slot);
        store.saveQuestion(id, { addressee: '', status: a.status, text: a.text });
        return model.saveQuestion(id, a.status, kept(a.text), nowMs);
      }
      case 'removeQuestion': {
        const id = questionId(a.document, a.slot);
        store.removeQuestion(id);
        return model.removeQuestion(id, nowMs);
      }
      case 'undo':
      case 'redo': {
        const step = model[a.do]();
        const turned = must(store[a.do](a.document));
        expect(turned && { kind: turned.change, id: turned.id }).toEqual(
          step && { kind: step.kind, id: step.id },
        );
        if (turned !== null) expect(turned.notebook).toEqual(must(store.readNotebook(a.document)));
        return;
      }
      case 'wait':
        this.laptop.nowMs += a.ms;
        return;
      case 'reopen':
        must(store.close());
        this.store = this.laptop.open();
        return;
    }
  }

  compare(): void {
    for (const document of documents) {
      const { now, done, undone } = this.models[document];
      expect(shortOf(must(this.store.readNotebook(document)))).toEqual({
        ...now,
        canUndo: done.length > 0,
        canRedo: undone.length > 0,
      });
    }
  }
}

/** What the model keeps of a notebook. */
function shortOf({ annotations, notes, questions, canUndo, canRedo }: Notebook) {
  return {
    annotations: annotations.map(({ id, colour }) => ({ id, colour })),
    notes: notes.map(({ id, annotation, text }) => ({ id, annotation, text })),
    questions: questions.map(({ id, annotation, status, text }) => ({ id, annotation, status, text })),
    canUndo,
    canRedo,
  };
}

/** Half a surrogate pair is the one text that cannot be kept as it is. */
const kept = (typed: string) => (typed === '\ud83d' ? '\ufffd' : typed);

it(
  'whatever is done, undone and redone, the notebook is what a person would expect',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40, size: 'max' }), (actions) => {
        const pair = new Pair();
        try {
          for (const each of actions) {
            pair.run(each);
            pair.compare();
          }
          for (const document of documents) {
            while (must(pair.store.redo(document)) !== null);
            const end = must(pair.store.readNotebook(document));
            let steps = 0;
            for (; must(pair.store.undo(document)) !== null; steps++);
            expect(must(pair.store.readNotebook(document))).toMatchObject({
              annotations: [],
              notes: [],
              questions: [],
            });
            for (let n = 0; n < steps; n++) must(pair.store.redo(document));
            expect(must(pair.store.readNotebook(document))).toEqual(end);
          }
        } finally {
          pair.store.close();
        }
      }),
      { numRuns: 60 },
    );
  },
);

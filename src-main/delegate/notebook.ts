/** The notebook of one document: read it, count it, step back and forward in it. */
import type { ChangeKind, Notebook } from '../contract/delegate.ts';
import { annotationsOfDocument, COUNT_ANNOTATIONS } from './annotations.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { hasStep, redoStep, undoStep, type Step } from './journal.ts';
import { COUNT_NOTES, notesOfDocument } from './notes.ts';
import { questionsOfDocument } from './questions.ts';

/** The step that was taken back or done again, and the notebook after it. */
export interface Turned {
  readonly notebook: Notebook;
  readonly change: ChangeKind;
  readonly id: string;
}

export interface Counts {
  readonly annotations: number;
  readonly notes: number;
}

export function readNotebook(db: ReadableDb, document: string): Notebook {
  return {
    annotations: annotationsOfDocument(db, document),
    notes: notesOfDocument(db, document),
    questions: questionsOfDocument(db, document),
    canUndo: hasStep(db, document, 'done'),
    canRedo: hasStep(db, document, 'undone'),
  };
}

export function undo(db: WritableDb, document: string): Turned | null {
  return turned(db, undoStep(db, document));
}

export function redo(db: WritableDb, document: string): Turned | null {
  return turned(db, redoStep(db, document));
}

export function counts(db: ReadableDb, document: string): Counts {
  const count = (query: string): number => db.prepare<[string], number>(query).pluck().get(document) ?? 0;
  return { annotations: count(COUNT_ANNOTATIONS), notes: count(COUNT_NOTES) };
}

function turned(db: ReadableDb, step: Step | null): Turned | null {
  return step === null ? null : { notebook: readNotebook(db, step.document), change: step.kind, id: step.id };
}

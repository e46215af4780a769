/** Notes: create, save, remove, read. */
import type { ChangeKind, Note } from '../contract/delegate.ts';
import { fail, ok } from '../contract/result.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { columnList, findRow, nextSeq, wellFormed, type Edit } from './edits.ts';
import type { StoreResult } from './failure.ts';
import { amend, findLastStep, record, type Step } from './journal.ts';

/**
 * What is saved to a note within this time of its creation, or of the first save after that, is one step of undo,
 * unless something else was done between. (The app creates a note with the first letters typed into it: an undo must
 * not leave those behind.)
 */
export const TYPING_MS = 30_000;

export interface NewNote {
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly section: string | null;
  readonly annotation: string | null;
  readonly text: string;
}

/** The note as it is now, and when the store was last found to hold this text: what "Đã lưu" may show. */
export interface SavedNote {
  readonly note: Note;
  readonly savedAtMs: number;
}

export interface NoteRow {
  readonly seq: number;
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly section: string | null;
  readonly annotation: string | null;
  readonly text: string;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

export const NOTES_OF_DOCUMENT = `SELECT ${columnList('note')} FROM note WHERE document = ? ORDER BY seq`;
export const NOTES_OF_ANNOTATION = `SELECT ${columnList('note')} FROM note WHERE annotation = ? ORDER BY seq`;
export const COUNT_NOTES = `SELECT count(*) FROM note WHERE document = ?`;

export function findNoteRow(db: ReadableDb, id: string): NoteRow | null {
  return findRow(db, 'note', id) as NoteRow | null;
}

/** In the order they were made. */
export function notesOfDocument(db: ReadableDb, document: string): readonly Note[] {
  return db.prepare<[string], NoteRow>(NOTES_OF_DOCUMENT).all(document).map(noteFromRow);
}

export function notesOfAnnotation(db: ReadableDb, annotation: string): readonly NoteRow[] {
  return db.prepare<[string], NoteRow>(NOTES_OF_ANNOTATION).all(annotation);
}

/**
 * A second call with the same id answers the row as it is now, whatever its text. `store-missing-row`: there is no
 * such annotation in this document, or the id is another document's.
 */
export function createNote(db: WritableDb, made: NewNote, nowMs: number): StoreResult<Note> {
  const { id, document, revision, section, annotation } = made;
  const existing = findNoteRow(db, id);
  if (existing !== null) {
    return existing.document === document ? ok(noteFromRow(existing)) : fail({ code: 'store-missing-row' });
  }
  if (annotation !== null && findRow(db, 'annotation', annotation)?.document !== document) {
    return fail({ code: 'store-missing-row' });
  }
  const after: NoteRow = {
    seq: nextSeq(db, 'note'),
    id,
    document,
    revision,
    section,
    annotation,
    text: wellFormed(made.text),
    created_at_ms: nowMs,
    updated_at_ms: nowMs,
  };
  record(db, { document, kind: 'note-created', id, edits: [{ table: 'note', before: null, after }] }, nowMs);
  return ok(noteFromRow(after));
}

/** The text it has already is no change: the note's `updatedAtMs` stays. `store-missing-row`: it was removed. */
export function saveNote(db: WritableDb, id: string, typed: string, nowMs: number): StoreResult<SavedNote> {
  const before = findNoteRow(db, id);
  if (before === null) return fail({ code: 'store-missing-row' });
  const saved = (row: NoteRow): StoreResult<SavedNote> => ok({ note: noteFromRow(row), savedAtMs: nowMs });
  const text = wellFormed(typed);
  if (before.text === text) return saved(before);
  const after: NoteRow = { ...before, text, updated_at_ms: nowMs };
  const edit: Edit = { table: 'note', before, after };
  const step = findLastStep(db, before.document);
  if (step !== null && isTyping(step, id, nowMs)) return saved(amend(db, step, edit).after as NoteRow);
  record(db, { document: before.document, kind: 'note-edited', id, edits: [edit] }, nowMs);
  return saved(after);
}

/** Answers what was removed. */
export function removeNote(db: WritableDb, id: string, nowMs: number): StoreResult<Note> {
  const before = findNoteRow(db, id);
  if (before === null) return fail({ code: 'store-missing-row' });
  const edits: Edit[] = [{ table: 'note', before, after: null }];
  record(db, { document: before.document, kind: 'note-removed', id, edits }, nowMs);
  return ok(noteFromRow(before));
}

/** Whether a save at this time belongs to the step before. A clock set back ends a stretch of typing, too. */
export function isTyping(
  step: Step,
  id: string,
  nowMs: number,
  kinds: readonly ChangeKind[] = ['note-created', 'note-edited'],
): boolean {
  const elapsedMs = nowMs - step.startedAtMs;
  return step.id === id && kinds.includes(step.kind) && elapsedMs >= 0 && elapsedMs <= TYPING_MS;
}

function noteFromRow(row: NoteRow): Note {
  const { id, document, revision, section, annotation, text } = row;
  return {
    id,
    document,
    revision,
    section,
    annotation,
    text,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

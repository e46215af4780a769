/** Questions: create, save, remove, read. They are written like notes, and have whom they are for and how far they are. */
import type { ChangeKind, Question, QuestionStatus } from '../contract/delegate.ts';
import { fail, ok } from '../contract/result.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { columnList, findRow, nextSeq, wellFormed, type Edit } from './edits.ts';
import type { StoreResult } from './failure.ts';
import { amend, findLastStep, record } from './journal.ts';
import { isTyping } from './notes.ts';

/** What a delegate may change of a question. */
export interface QuestionContent {
  readonly addressee: string;
  readonly status: QuestionStatus;
  readonly text: string;
}

export interface NewQuestion extends QuestionContent {
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly section: string | null;
  readonly annotation: string | null;
}

/** The question as it is now, and when the store was last found to hold it so. */
export interface SavedQuestion {
  readonly question: Question;
  readonly savedAtMs: number;
}

export interface QuestionRow {
  readonly seq: number;
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly section: string | null;
  readonly annotation: string | null;
  readonly addressee: string;
  readonly status: QuestionStatus;
  readonly text: string;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

export const QUESTIONS_OF_DOCUMENT = `SELECT ${columnList('question')} FROM question WHERE document = ? ORDER BY seq`;
export const QUESTIONS_OF_ANNOTATION = `SELECT ${columnList('question')} FROM question WHERE annotation = ? ORDER BY seq`;

const typed: readonly ChangeKind[] = ['question-created', 'question-edited'];

const findQuestionRow = (db: ReadableDb, id: string): QuestionRow | null =>
  findRow(db, 'question', id) as QuestionRow | null;

/** In the order they were made. */
export function questionsOfDocument(db: ReadableDb, document: string): readonly Question[] {
  return db.prepare<[string], QuestionRow>(QUESTIONS_OF_DOCUMENT).all(document).map(questionFromRow);
}

/**
 * A second call with the same id answers the row as it is now. `store-missing-row`: there is no such annotation in
 * this document, or the id is another document's.
 */
export function createQuestion(db: WritableDb, made: NewQuestion, nowMs: number): StoreResult<Question> {
  const { id, document, revision, section, annotation, status } = made;
  const existing = findQuestionRow(db, id);
  if (existing !== null) {
    return existing.document === document
      ? ok(questionFromRow(existing))
      : fail({ code: 'store-missing-row' });
  }
  if (annotation !== null && findRow(db, 'annotation', annotation)?.document !== document) {
    return fail({ code: 'store-missing-row' });
  }
  const after: QuestionRow = {
    seq: nextSeq(db, 'question'),
    id,
    document,
    revision,
    section,
    annotation,
    addressee: wellFormed(made.addressee),
    status,
    text: wellFormed(made.text),
    created_at_ms: nowMs,
    updated_at_ms: nowMs,
  };
  const edits: Edit[] = [{ table: 'question', before: null, after }];
  record(db, { document, kind: 'question-created', id, edits }, nowMs);
  return ok(questionFromRow(after));
}

/**
 * What it says already is no change. Typing goes into the step before, as with notes; a new status is a step of its
 * own. `store-missing-row`: it was removed.
 */
export function saveQuestion(
  db: WritableDb,
  id: string,
  content: QuestionContent,
  nowMs: number,
): StoreResult<SavedQuestion> {
  const before = findQuestionRow(db, id);
  if (before === null) return fail({ code: 'store-missing-row' });
  const saved = (row: QuestionRow): StoreResult<SavedQuestion> =>
    ok({ question: questionFromRow(row), savedAtMs: nowMs });
  const { status } = content;
  const [addressee, text] = [wellFormed(content.addressee), wellFormed(content.text)];
  if (before.addressee === addressee && before.status === status && before.text === text)
    return saved(before);
  const after: QuestionRow = { ...before, addressee, status, text, updated_at_ms: nowMs };
  const edit: Edit = { table: 'question', before, after };
  const step = findLastStep(db, before.document);
  const goesOn = status === before.status && step !== null && isTyping(step, id, nowMs, typed);
  if (goesOn) return saved(amend(db, step, edit).after as QuestionRow);
  const kind = status === before.status ? 'question-edited' : 'question-status-changed';
  record(db, { document: before.document, kind, id, edits: [edit] }, nowMs);
  return saved(after);
}

/** Answers what was removed. */
export function removeQuestion(db: WritableDb, id: string, nowMs: number): StoreResult<Question> {
  const before = findQuestionRow(db, id);
  if (before === null) return fail({ code: 'store-missing-row' });
  const edits: Edit[] = [{ table: 'question', before, after: null }];
  record(db, { document: before.document, kind: 'question-removed', id, edits }, nowMs);
  return ok(questionFromRow(before));
}

/** A question outlives the highlight it was asked on: the edits that let go of it. */
export function untie(db: ReadableDb, annotation: string): readonly Edit[] {
  return db
    .prepare<[string], QuestionRow>(QUESTIONS_OF_ANNOTATION)
    .all(annotation)
    .map((before) => ({ table: 'question', before, after: { ...before, annotation: null } }));
}

function questionFromRow(row: QuestionRow): Question {
  const { id, document, revision, section, annotation, addressee, status, text } = row;
  return {
    id,
    document,
    revision,
    section,
    annotation,
    addressee,
    status,
    text,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

/**
 * The one door for changes of annotations, notes and questions: it writes the rows and, in the same transaction, the step that
 * undo takes back. Steps belong to a document, survive a restart, and form a line: those done, then those undone.
 */
import { changeKinds, type ChangeKind } from '../contract/delegate.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { apply, fits, invert, isSame, type Edit } from './edits.ts';

/** At most this many steps, and this many bytes of them, are kept for one document; the newest is always kept. */
export const STEPS_MAX = 500;
export const STEPS_BYTES_MAX = 16 * 1024 * 1024;

/** Something the delegate did: what it was about and the rows it changes. */
export interface Change {
  readonly document: string;
  readonly kind: ChangeKind;
  readonly id: string;
  readonly edits: readonly Edit[];
}

export interface Step extends Change {
  readonly seq: number;
  readonly startedAtMs: number;
}

interface StepRow {
  readonly seq: number;
  readonly document: string;
  readonly kind: string;
  readonly row_id: string;
  readonly started_at_ms: number;
  readonly edits: string;
}

const STEP_COLUMNS = 'seq, document, kind, row_id, started_at_ms, edits';
export const LAST_DONE = `SELECT ${STEP_COLUMNS} FROM step WHERE document = ? AND undone = 0 ORDER BY seq DESC LIMIT 1`;
export const FIRST_UNDONE = `SELECT ${STEP_COLUMNS} FROM step WHERE document = ? AND undone = 1 ORDER BY seq LIMIT 1`;
export const HAS_STEP = `SELECT EXISTS (SELECT 1 FROM step WHERE document = ? AND undone = ?)`;
const INSERT_STEP = `INSERT INTO step (document, kind, row_id, started_at_ms, bytes, edits) VALUES (?, ?, ?, ?, ?, ?)`;
const UPDATE_STEP = `UPDATE step SET bytes = ?, edits = ? WHERE seq = ?`;
const MARK_STEP = `UPDATE step SET undone = ? WHERE seq = ?`;
const REMOVE_STEP = `DELETE FROM step WHERE seq = ?`;
export const REMOVE_BRANCH = `DELETE FROM step WHERE document = ? AND undone = ?`;
export const TRIM_STEPS = `DELETE FROM step WHERE seq IN (
  SELECT seq FROM (
    SELECT seq, row_number() OVER newest AS nth, sum(bytes) OVER newest AS total
    FROM step WHERE document = ? AND undone = 0 WINDOW newest AS (ORDER BY seq DESC))
  WHERE nth > 1 AND (nth > ${STEPS_MAX} OR total > ${STEPS_BYTES_MAX}))`;

/** Does and records a change; what had been undone before cannot be redone any more. Call in a transaction. */
export function record(db: WritableDb, change: Change, nowMs: number): void {
  for (const edit of change.edits) apply(db, edit);
  db.prepare<[string, number]>(REMOVE_BRANCH).run(change.document, 1);
  const json = JSON.stringify(change.edits);
  db.prepare(INSERT_STEP).run(change.document, change.kind, change.id, nowMs, Buffer.byteLength(json), json);
  db.prepare<[string]>(TRIM_STEPS).run(change.document);
}

/** Does an edit as part of the step before, which is about the same single row. Call in a transaction. */
export function amend(db: WritableDb, step: Step, edit: Edit): Edit {
  const before = step.edits[0]?.before ?? null;
  if (isSame(before, edit.after, ['updated_at_ms'])) {
    // Back to where the step began: the row takes its old time too, and there is nothing left to undo.
    const back = { ...edit, after: before };
    apply(db, back);
    db.prepare<[number]>(REMOVE_STEP).run(step.seq);
    return back;
  }
  apply(db, edit);
  const json = JSON.stringify([{ ...edit, before }]);
  db.prepare(UPDATE_STEP).run(Buffer.byteLength(json), json, step.seq);
  db.prepare<[string]>(TRIM_STEPS).run(step.document);
  return edit;
}

/** The step that undo would take back; null when there is none or something can be redone. */
export function findLastStep(db: ReadableDb, document: string): Step | null {
  return hasStep(db, document, 'undone')
    ? null
    : stepFromRow(db.prepare<[string], StepRow>(LAST_DONE).get(document));
}

/** Takes back the last step done; null when there is none. Call in a transaction. */
export function undoStep(db: WritableDb, document: string): Step | null {
  return turn(db, document, 'done', LAST_DONE, invert);
}

/** Does again the first step undone; null when there is none. Call in a transaction. */
export function redoStep(db: WritableDb, document: string): Step | null {
  return turn(db, document, 'undone', FIRST_UNDONE, (edits) => edits);
}

export function hasStep(db: ReadableDb, document: string, side: 'done' | 'undone'): boolean {
  return (
    db
      .prepare<[string, number], number>(HAS_STEP)
      .pluck()
      .get(document, side === 'done' ? 0 : 1) === 1
  );
}

function turn(
  db: WritableDb,
  document: string,
  side: 'done' | 'undone',
  query: string,
  direct: (edits: readonly Edit[]) => readonly Edit[],
): Step | null {
  const row = db.prepare<[string], StepRow>(query).get(document);
  if (row === undefined) return null;
  const step = stepFromRow(row);
  const edits = direct(step?.edits ?? []);
  if (step === null || !fits(db, edits)) {
    // The rows are not as this step left them (another program wrote): overwriting them would lose what is there.
    db.prepare<[string, number]>(REMOVE_BRANCH).run(document, side === 'done' ? 0 : 1);
    return null;
  }
  for (const edit of edits) apply(db, edit);
  db.prepare<[number, number]>(MARK_STEP).run(side === 'done' ? 1 : 0, step.seq);
  return step;
}

function stepFromRow(row: StepRow | undefined): Step | null {
  const kind = changeKinds.find((known) => known === row?.kind);
  if (row === undefined || kind === undefined) return null;
  const { seq, document, row_id: id, started_at_ms: startedAtMs } = row;
  return { seq, document, kind, id, startedAtMs, edits: JSON.parse(row.edits) as Edit[] };
}

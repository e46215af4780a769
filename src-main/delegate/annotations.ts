/** Highlights: create, recolour, remove, read. */
import type { Annotation, Colour } from '../contract/delegate.ts';
import { fail, ok } from '../contract/result.ts';
import type { Selector } from '../contract/selector.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { columnList, findRow, nextSeq, wellFormed, type Edit, type Row } from './edits.ts';
import type { StoreResult } from './failure.ts';
import { record } from './journal.ts';
import { notesOfAnnotation } from './notes.ts';
import { untie } from './questions.ts';

export interface NewAnnotation {
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly selector: Selector;
  readonly colour: Colour;
}

export interface AnnotationRow {
  readonly seq: number;
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly colour: Colour;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

export const ANNOTATIONS_OF_DOCUMENT = `SELECT ${columnList('annotation')} FROM annotation WHERE document = ? ORDER BY seq`;
export const COUNT_ANNOTATIONS = `SELECT count(*) FROM annotation WHERE document = ?`;

export function findAnnotationRow(db: ReadableDb, id: string): AnnotationRow | null {
  return findRow(db, 'annotation', id) as AnnotationRow | null;
}

/** In the order they were made. */
export function annotationsOfDocument(db: ReadableDb, document: string): readonly Annotation[] {
  return db.prepare<[string], AnnotationRow>(ANNOTATIONS_OF_DOCUMENT).all(document).map(annotationFromRow);
}

/** A second call with the same id answers the row as it is now. `store-missing-row`: the id is another document's. */
export function createAnnotation(
  db: WritableDb,
  made: NewAnnotation,
  nowMs: number,
): StoreResult<Annotation> {
  const existing = findAnnotationRow(db, made.id);
  if (existing !== null) {
    return existing.document === made.document
      ? ok(annotationFromRow(existing))
      : fail({ code: 'store-missing-row' });
  }
  const { id, document, revision, selector, colour } = made;
  const after: AnnotationRow = {
    seq: nextSeq(db, 'annotation'),
    id,
    document,
    revision,
    start_offset: selector.start,
    end_offset: selector.end,
    exact: wellFormed(selector.exact),
    prefix: wellFormed(selector.prefix),
    suffix: wellFormed(selector.suffix),
    colour,
    created_at_ms: nowMs,
    updated_at_ms: nowMs,
  };
  const edits: Edit[] = [{ table: 'annotation', before: null, after }];
  record(db, { document, kind: 'annotation-created', id, edits }, nowMs);
  return ok(annotationFromRow(after));
}

/** The colour it has already is no change. */
export function recolourAnnotation(
  db: WritableDb,
  id: string,
  colour: Colour,
  nowMs: number,
): StoreResult<Annotation> {
  const before = findAnnotationRow(db, id);
  if (before === null) return fail({ code: 'store-missing-row' });
  if (before.colour === colour) return ok(annotationFromRow(before));
  const after = { ...before, colour, updated_at_ms: nowMs };
  const edits: Edit[] = [{ table: 'annotation', before, after }];
  record(db, { document: before.document, kind: 'annotation-recoloured', id, edits }, nowMs);
  return ok(annotationFromRow(after));
}

/** Its notes go with it, and come back with it; its questions stay without it. Answers what was removed. */
export function removeAnnotation(db: WritableDb, id: string, nowMs: number): StoreResult<Annotation> {
  const before = findAnnotationRow(db, id);
  if (before === null) return fail({ code: 'store-missing-row' });
  const removed = (table: Edit['table'], row: Row): Edit => ({ table, before: row, after: null });
  const edits = [
    ...untie(db, id),
    ...notesOfAnnotation(db, id).map((row) => removed('note', row)),
    removed('annotation', before),
  ];
  record(db, { document: before.document, kind: 'annotation-removed', id, edits }, nowMs);
  return ok(annotationFromRow(before));
}

function annotationFromRow(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    document: row.document,
    revision: row.revision,
    selector: {
      start: row.start_offset,
      end: row.end_offset,
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
    },
    colour: row.colour,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

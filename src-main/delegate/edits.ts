/**
 * Edits of rows as values: an edit can be applied, inverted, compared with what is there, and kept as JSON. Every
 * change of an annotation, a note or a question is a list of edits, and so are its undo and redo.
 */
import { foldWords } from '../contract/fold.ts';
import type { ReadableDb, WritableDb } from './database.ts';

type Cell = string | number | null;
/** A row as it is in its table, a property a column. */
export interface Row {
  readonly id: string;
  readonly document: string;
}

const cellsOf = (row: Row): Readonly<Record<string, Cell>> => ({ ...row });

const columns = {
  annotation: [
    'seq',
    'id',
    'document',
    'revision',
    'start_offset',
    'end_offset',
    'exact',
    'prefix',
    'suffix',
    'colour',
    'created_at_ms',
    'updated_at_ms',
  ],
  note: [
    'seq',
    'id',
    'document',
    'revision',
    'section',
    'annotation',
    'text',
    'created_at_ms',
    'updated_at_ms',
  ],
  question: [
    'seq',
    'id',
    'document',
    'revision',
    'section',
    'annotation',
    'addressee',
    'status',
    'text',
    'created_at_ms',
    'updated_at_ms',
  ],
} as const;
export type TableName = keyof typeof columns;

/** Columns made from others when a row is written; they are no part of a row image. */
const derived: Readonly<Record<TableName, Readonly<Record<string, (row: Row) => Cell>>>> = {
  annotation: {},
  note: { folded: (row) => foldWords(String(cellsOf(row)['text'])) },
  question: {
    folded: (row) => foldWords(`${String(cellsOf(row)['addressee'])}\n${String(cellsOf(row)['text'])}`),
  },
};

/** From row to row: `before` null creates, `after` null removes. At least one is a row, and both have the same id. */
export interface Edit {
  readonly table: TableName;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** SQL for one row, by id. */
interface RowStatements {
  readonly find: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
}

function statementsOf(table: TableName): RowStatements {
  const written = [...columns[table], ...Object.keys(derived[table])];
  return {
    find: `SELECT ${columns[table].join(', ')} FROM ${table} WHERE id = ?`,
    insert: `INSERT INTO ${table} (${written.join(', ')}) VALUES (${written.map((c) => `@${c}`).join(', ')})`,
    update: `UPDATE ${table} SET ${written.map((c) => `${c} = @${c}`).join(', ')} WHERE id = @id`,
    remove: `DELETE FROM ${table} WHERE id = ?`,
  };
}
export const statements = {
  annotation: statementsOf('annotation'),
  note: statementsOf('note'),
  question: statementsOf('question'),
};

/** Columns to list in a SELECT, so that its rows can be images. */
export const columnList = (table: TableName): string => columns[table].join(', ');

export const NEXT_SEQ = `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0) + 1`;

/** The place after everything ever written to this table. */
export function nextSeq(db: ReadableDb, table: TableName): number {
  return db.prepare<[string], number>(NEXT_SEQ).pluck().get(table) as number;
}

export function findRow(db: ReadableDb, table: TableName, id: string): Row | null {
  return db.prepare<[string], Row>(statements[table].find).get(id) ?? null;
}

/** Writes one edit. The row must be as `before` says; see `fits`. */
export function apply(db: WritableDb, { table, before, after }: Edit): void {
  const { insert, update, remove } = statements[table];
  if (after === null) {
    if (before !== null) db.prepare<[string]>(remove).run(before.id);
    return;
  }
  const made = Object.entries(derived[table]).map(([column, make]) => [column, make(after)] as const);
  db.prepare<[Record<string, Cell>]>(before === null ? insert : update).run({
    ...after,
    ...Object.fromEntries(made),
  });
}

/** The edits that take back `edits`: each turned round, the last first. */
export function invert(edits: readonly Edit[]): readonly Edit[] {
  return edits.map(({ table, before, after }) => ({ table, before: after, after: before })).reverse();
}

/** True when every row is now as the edits expect it. */
export function fits(db: ReadableDb, edits: readonly Edit[]): boolean {
  return edits.every((edit) => {
    const id = edit.before?.id ?? edit.after?.id;
    return id !== undefined && isSame(findRow(db, edit.table, id), edit.before);
  });
}

/** True when both are the same row, or both none. Columns in `except` may differ. */
export function isSame(a: Row | null, b: Row | null, except: readonly string[] = []): boolean {
  if (a === null || b === null) return a === b;
  const [cellsA, cellsB] = [cellsOf(a), cellsOf(b)];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => except.includes(name) || cellsA[name] === cellsB[name]);
}

/** SQLite keeps UTF-8: half a surrogate pair would come back as U+FFFD, so it becomes that before anything compares it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

import type { WritableDb } from '../database.ts';

/**
 * The first schema. `seq` is the order of writing and is never used twice (AUTOINCREMENT), so that a row that undo
 * brings back takes its old place, whatever was written meanwhile in other documents.
 */
export const up = (db: WritableDb): unknown =>
  db.exec(`
CREATE TABLE annotation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  revision TEXT NOT NULL,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  colour TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'pink', 'blue')),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_by_document ON annotation (document);

CREATE TABLE note (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  revision TEXT NOT NULL,
  section TEXT,
  annotation TEXT REFERENCES annotation (id),
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX note_by_document ON note (document);
CREATE INDEX note_by_annotation ON note (annotation) WHERE annotation IS NOT NULL;

CREATE TABLE step (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  document TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  kind TEXT NOT NULL,
  row_id TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  edits TEXT NOT NULL CHECK (json_valid(edits))
) STRICT;
CREATE INDEX step_by_document ON step (document, undone, seq, bytes);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  json TEXT NOT NULL
) STRICT;

CREATE TABLE place (
  document TEXT PRIMARY KEY,
  block TEXT NOT NULL,
  offset_px REAL NOT NULL
) STRICT, WITHOUT ROWID;
`);

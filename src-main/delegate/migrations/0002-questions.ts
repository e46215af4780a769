import type { WritableDb } from '../database.ts';

/** Questions to the council (câu hỏi chất vấn), in a table of their own: images of older rows in `step` stay true. */
export const up = (db: WritableDb): unknown =>
  db.exec(`
CREATE TABLE question (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  revision TEXT NOT NULL,
  section TEXT,
  annotation TEXT REFERENCES annotation (id),
  addressee TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'asked', 'answered')),
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX question_by_document ON question (document);
CREATE INDEX question_by_annotation ON question (annotation) WHERE annotation IS NOT NULL;
`);

/** The place last read, one for each document. */
import { PlaceSchema, type Place } from '../contract/delegate.ts';
import type { ReadableDb, WritableDb } from './database.ts';

export const PLACE_OF_DOCUMENT = `SELECT block, offset_px AS offsetPx FROM place WHERE document = ?`;
const SAVE_PLACE = `INSERT INTO place (document, block, offset_px) VALUES (?, ?, ?)
  ON CONFLICT (document) DO UPDATE SET block = excluded.block, offset_px = excluded.offset_px`;

/** Null when the document was never read, or when what is kept is no place. */
export function findPlace(db: ReadableDb, document: string): Place | null {
  const row = db.prepare<[string], Place>(PLACE_OF_DOCUMENT).get(document);
  const answer = PlaceSchema['~standard'].validate(row);
  return answer instanceof Promise || answer.issues !== undefined ? null : answer.value;
}

export function savePlace(db: WritableDb, document: string, { block, offsetPx }: Place): Place {
  db.prepare<[string, string, number]>(SAVE_PLACE).run(document, block, offsetPx);
  return { block, offsetPx };
}

/** Remembers where the reader's window stood, in a small file of its own beside the store. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const SavedBounds = v.strictObject({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  maximized: v.boolean(),
});
export type SavedBounds = v.InferOutput<typeof SavedBounds>;

/** Null where nothing usable was saved: a window that opens in the middle is no failure. */
export function readBounds(file: string): SavedBounds | null {
  try {
    return v.parse(SavedBounds, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Best effort: a place that could not be saved only means that the next window opens in the middle. */
export function writeBounds(file: string, bounds: SavedBounds): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(bounds), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // See above.
  }
}

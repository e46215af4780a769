/** What resources/ knows about documents: every folder in it that holds a corrections.json. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Curation } from './corrections.ts';

const CorrectionsFile = v.object({
  document: v.object({ title: v.string() }),
  corrections: v.array(
    v.object({
      quote: v.pipe(v.string(), v.minLength(1)),
      original: v.pipe(v.string(), v.minLength(1)),
      corrected: v.string(),
      reason: v.string(),
      doubtful: v.boolean(),
    }),
  ),
});

/** Throws on a file that is not as described: these files are part of the product. A missing folder knows nothing. */
export function readCuration(resources: string): Curation {
  return foldersOf(resources).flatMap((folder) => {
    const text = readIfThere(join(resources, folder, 'corrections.json'));
    if (text === null) return [];
    const { document, corrections } = v.parse(CorrectionsFile, JSON.parse(text));
    return [{ title: document.title, corrections }];
  });
}

function foldersOf(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

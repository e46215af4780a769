/** What resources/ knows about documents: every folder in it that holds a corrections.json, and what lies beside that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CheckEntrySchema } from './checks/entries.ts';
import type { Curation } from './corrections.ts';
import { IndicatorEntrySchema } from './indicators/entries.ts';

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

const IndicatorsFile = v.object({ indicators: v.array(IndicatorEntrySchema) });
const ChecksFile = v.object({ checks: v.array(CheckEntrySchema) });

/** Throws on a file that is not as described: these files are part of the product. A missing folder knows nothing. */
export function readCuration(resources: string): Curation {
  return foldersOf(resources).flatMap((folder) => {
    const file = fileOf(resources, folder, 'corrections.json');
    if (file === null) return [];
    const { document, corrections } = v.parse(CorrectionsFile, file);
    const { indicators } = v.parse(
      IndicatorsFile,
      fileOf(resources, folder, 'indicators.json') ?? { indicators: [] },
    );
    const { checks } = v.parse(ChecksFile, fileOf(resources, folder, 'checks.json') ?? { checks: [] });
    return [{ title: document.title, corrections, indicators, checks }];
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

/** Parsed JSON; null where there is no such file. */
function fileOf(resources: string, folder: string, name: string): unknown {
  const text = readIfThere(join(resources, folder, name));
  return text === null ? null : JSON.parse(text);
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

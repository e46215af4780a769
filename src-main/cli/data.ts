/** `kyhop data FILE --out FOLDER`: the indicator database as CSV files with a note on their columns. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { dataFiles } from '../export/data-files.ts';
import type { DataCall } from './call.ts';
import { openDocument } from './open-document.ts';

export function runData(call: DataCall, resources: string): Result<null> {
  const opened = openDocument(call.file, resources);
  if (!opened.ok) return opened;
  try {
    const files = dataFiles(opened.value);
    mkdirSync(call.out, { recursive: true });
    for (const { name, text } of files) writeFileSync(join(call.out, name), text);
    return ok(null);
  } catch (error) {
    if (error instanceof Error && 'code' in error && !String(error.code).startsWith('ERR_'))
      return fail({ code: 'export-unwritable' });
    throw error;
  } finally {
    opened.value.close();
  }
}

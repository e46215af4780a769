/** The folder of everything private. */
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../contract/result.ts';

/** Makes it. One that cannot be written to is refused before Chromium stumbles over it. */
export function openDataFolder(folder: string): Result<null> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmdirSync(mkdtempSync(join(folder, '.ghi-')));
    return ok(null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // On a full disk what was written can still be read.
    return code === 'ENOSPC' || code === 'EDQUOT' ? ok(null) : fail({ code: 'store-read-only' });
  }
}

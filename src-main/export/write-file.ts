/** Writes a file that the delegate named so that there is the whole file or, after any failure, the one from before. */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../contract/result.ts';
import type { ExportFailure } from '../contract/failures.ts';
import { publish } from '../delegate/files.ts';

export function writeWhole(path: string, data: string | Uint8Array): Result<null, ExportFailure> {
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    writeFileSync(draft, data, { flag: 'wx' });
    publish(draft, path);
    return ok(null);
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof Error && 'code' in error) return fail({ code: 'export-unwritable' });
    throw error;
  }
}

/** A name that every file system takes: without what Windows refuses, not too long, never empty. */
export function fileNameOf(proposed: string, extension: string): string {
  const plain = proposed
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/u, '');
  return `${plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(plain) ? 'Ky Hop' : plain}.${extension}`;
}

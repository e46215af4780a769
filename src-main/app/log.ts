/**
 * A local log that rotates and never holds a word of the user's or of the report: each line is an event of the
 * union below, with numbers and fixed words only.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../contract/failures.ts';

export type LogEvent =
  | { readonly event: 'started'; readonly version: string; readonly runtime: string }
  | { readonly event: 'stopped' }
  | { readonly event: 'refused-start'; readonly code: Failure['code'] }
  | {
      readonly event: 'call-refused';
      readonly method: string;
      readonly reason: 'window' | 'frame' | 'origin';
    }
  | { readonly event: 'call-malformed'; readonly method: string }
  | { readonly event: 'call-failed'; readonly method: string; readonly code: Failure['code'] }
  | { readonly event: 'call-broke'; readonly method: string; readonly error: string }
  | {
      readonly event: 'refused';
      readonly what: 'navigation' | 'window' | 'webview' | 'permission' | 'request' | 'file';
    }
  | { readonly event: 'window-gone'; readonly window: string; readonly reason: string }
  | { readonly event: 'stage'; readonly state: 'opened' | 'closed' | 'display-lost' }
  | { readonly event: 'drafts-unsaved'; readonly count: number; readonly code: Failure['code'] }
  | { readonly event: 'backup'; readonly result: 'done' | Failure['code'] }
  | { readonly event: 'broke'; readonly error: string };

const BYTES_MAX = 512 * 1024;
const FILES_KEPT = 3;

export type Log = (event: LogEvent) => void;

/** Opens the log in `folder`. Writing never throws: a log that cannot be written must not stop a session. */
export function openLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'ky-hop.log');
  return (event) => {
    try {
      mkdirSync(folder, { recursive: true });
      rotate(file);
      appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), ...event })}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say so.
    }
  };
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < BYTES_MAX) return;
  for (let age = FILES_KEPT - 1; age >= 1; age--) {
    const from = age === 1 ? file : `${file}.${age - 1}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${file}.${age}`);
  }
}

/** Class and place of an error, without its message: a message may quote what the user wrote. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place = /at .*?([\w.-]+\.[cm]?[jt]s:\d+)/u.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name}${code} ${place}`.trim();
}

/** Opens what the user named, a source or a briefing file, as a briefing: both answer alike. */
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { briefingOf, openBriefing } from '../briefing/open.ts';
import type { Briefing } from '../briefing/open.ts';
import { analyse } from '../compile/analyse.ts';
import { compile } from '../compile/compile.ts';
import { readCuration } from '../compile/read-curation.ts';
import { readSource } from '../compile/read-source.ts';
import { fillBriefing } from '../compile/write-briefing.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';

/** `resources` holds what is known about documents beyond their sources. */
export function openDocument(file: string, resources: string): Result<Briefing> {
  return isBriefing(file) ? openBriefing(file) : compileInMemory(file, resources);
}

function compileInMemory(file: string, resources: string): Result<Briefing> {
  const source = readSource(file);
  if (!source.ok) return source;
  const curation = readCuration(resources);
  const compiled = compile(source.value, curation);
  const db = new Database(':memory:');
  fillBriefing(db, compiled, analyse(compiled, curation), source.value);
  return ok(briefingOf(db));
}

/** By its first bytes; what cannot be read is no briefing, and reading it as a source will say why. */
function isBriefing(path: string): boolean {
  const head = Buffer.alloc(16);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, 16, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return path.endsWith('.kyhop');
    throw error;
  }
  return head.toString('latin1') === 'SQLite format 3\0' || path.endsWith('.kyhop');
}

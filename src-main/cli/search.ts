/** `kyhop search FILE`: a query a line from standard input, an answer a line on standard output. */
import { closeSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { briefingOf, openBriefing } from '../briefing/open.ts';
import type { Briefing } from '../briefing/open.ts';
import { searchBlocks } from '../briefing/search.ts';
import { halfAt, readHalves } from '../briefing/sources.ts';
import { analyse } from '../compile/analyse.ts';
import { compile } from '../compile/compile.ts';
import { readCuration } from '../compile/read-curation.ts';
import { readSource } from '../compile/read-source.ts';
import { fillBriefing } from '../compile/write-briefing.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { SearchCall } from './call.ts';

export async function runSearch(call: SearchCall, resources: string): Promise<Result<null>> {
  const opened = isBriefing(call.file) ? openBriefing(call.file) : compileInMemory(call.file, resources);
  if (!opened.ok) return opened;
  const briefing = opened.value;
  try {
    for await (const query of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      const line = `${JSON.stringify(answerLine(briefing, query))}\n`;
      if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  } finally {
    briefing.close();
  }
  return ok(null);
}

/** An answer as DESIGN.md describes it: `start` and `end` are source offsets of the part of the block that holds the hit. */
function answerLine(briefing: Briefing, query: string): object {
  const { hits } = searchBlocks(briefing, query);
  return {
    query,
    hits: hits.map(({ block, kind, address, weak, why, ranges }) => {
      const part = halfAt(readHalves(briefing, block), ranges[0]?.start ?? 0);
      return { start: part.start, end: part.end, kind, address, weak, why };
    }),
    suggestion: null,
  };
}

function compileInMemory(file: string, resources: string): Result<Briefing> {
  const source = readSource(file);
  if (!source.ok) return source;
  const db = new Database(':memory:');
  const curation = readCuration(resources);
  const compiled = compile(source.value, curation);
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

/** `kyhop search FILE`: a query a line from standard input, an answer a line on standard output. */
import { createInterface } from 'node:readline';
import type { Briefing } from '../briefing/open.ts';
import { searchBlocks } from '../briefing/search.ts';
import { halfAt, readHalves } from '../briefing/sources.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { SearchCall } from './call.ts';
import { openDocument } from './open-document.ts';
import { printLines } from './print-lines.ts';

export async function runSearch(call: SearchCall, resources: string): Promise<Result<null>> {
  const opened = openDocument(call.file, resources);
  if (!opened.ok) return opened;
  const briefing = opened.value;
  try {
    const queries = createInterface({ input: process.stdin, crlfDelay: Infinity });
    await printLines(queries, (query) => JSON.stringify(answerLine(briefing, query)));
  } finally {
    briefing.close();
  }
  return ok(null);
}

/** An answer as DESIGN.md describes it: `start` and `end` are source offsets of the part of the block that holds the hit. */
function answerLine(briefing: Briefing, query: string): object {
  const { hits, suggestion } = searchBlocks(briefing, query);
  return {
    query,
    hits: hits.map(({ block, kind, address, weak, why, ranges }) => {
      const part = halfAt(readHalves(briefing, block), ranges[0]?.start ?? 0);
      return { start: part.start, end: part.end, kind, address, weak, why };
    }),
    suggestion,
  };
}

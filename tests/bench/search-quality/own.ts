/** Our own search, asked as the app asks it and as `kyhop search` does. */
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import type { Briefing } from '../../../src-main/briefing/open.ts';
import { searchBlocks } from '../../../src-main/briefing/search.ts';
import type { Block } from '../../../src-main/contract/briefing.ts';
import type { Engine } from './engine.ts';
import type { Hit } from './scores.ts';

export const ownEngine = (briefing: Briefing): Engine => ({
  name: 'Kỳ Họp',
  ask: (query) =>
    firstOfEach(searchBlocks(briefing, query).hits.map(({ block, weak }) => ({ block, confident: !weak }))),
});

const CommandLine = v.object({
  query: v.string(),
  hits: v.array(v.object({ start: v.number(), end: v.number(), weak: v.boolean() })),
});

/** Answers of `kyhop search` in the order of the queries: each hit is the block whose source holds its start. */
export function askCommand(
  cli: string,
  file: string,
  blocks: readonly Block[],
  queries: readonly string[],
): readonly (readonly Hit[])[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'search', file], {
    input: queries.map((query) => `${query}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const lines = stdout.trimEnd().split('\n');
  if (status !== 0 || lines.length !== queries.length)
    throw new Error(
      `kyhop search answered ${lines.length} of ${queries.length} queries. ${stderr.slice(0, 500)}`,
    );
  return lines.map((line) => {
    const { hits } = v.parse(CommandLine, JSON.parse(line));
    return firstOfEach(
      hits.map(({ start, weak }) => ({ block: blockAt(blocks, start)?.id ?? '', confident: !weak })),
    );
  });
}

const blockAt = (blocks: readonly Block[], offset: number): Block | undefined =>
  blocks.find(({ sources }) => sources.some(({ start, end }) => start <= offset && offset < end));

function firstOfEach(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ block }) => !seen.has(block) && seen.add(block));
}

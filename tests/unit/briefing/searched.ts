import Database from 'better-sqlite3';
import { briefingOf } from '../../../src-main/briefing/open.ts';
import type { Briefing } from '../../../src-main/briefing/open.ts';
import { searchBlocks } from '../../../src-main/briefing/search.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { fillBriefing } from '../../../src-main/compile/write-briefing.ts';

/** A briefing made of a text. */
export function searched(source: string): Briefing {
  const db = new Database(':memory:');
  const compiled = compile(source);
  fillBriefing(db, compiled, analyse(compiled), source);
  return briefingOf(db);
}

/** What a query finds: the blocks' first words, "?" before those that are not sure. */
export function found(briefing: Briefing, query: string): string[] {
  const texts = briefing.db.prepare<[string], { text: string }>('SELECT text FROM block WHERE id = ?');
  return searchBlocks(briefing, query).hits.map(
    ({ block, weak }) =>
      `${weak ? '? ' : ''}${(texts.get(block)?.text ?? '').split(' ').slice(0, 3).join(' ')}`,
  );
}

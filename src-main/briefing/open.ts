/** Opens a briefing file for reading, or says why it is none. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { BRIEFING_APPLICATION_ID, BRIEFING_VERSION } from '../contract/briefing-file.ts';
import type { BriefingFailure } from '../contract/failures.ts';
import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { SearchTools } from './search-tools.ts';
import { Searchables } from './searchable.ts';

declare const readable: unique symbol;
/** A database that only queries reach: nothing in `src-main/briefing` writes. */
export type ReadableDb = Pick<Database.Database, 'prepare'> & { readonly [readable]?: never };

export interface Briefing {
  readonly db: ReadableDb;
  /** The same for search, which asks the same few statements again and again and reads each answer whole. */
  readonly index: ReadableDb;
  readonly searchables: Searchables;
  readonly tools: SearchTools;
  readonly close: () => void;
}

const TABLES = [
  'abbreviation',
  'block',
  'block_search',
  'correction',
  'document',
  'entry_search',
  'footnote',
  'indicator',
  'mark',
  'numeral',
  'observation',
  'operand',
  'problem',
  'relation',
  'section',
  'separator',
  'source_range',
  'synonym',
  'word',
];
const TABLE_NAMES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN (${TABLES.map(() => '?').join(', ')})`;

/** Read-only. The file is checked whole before anything is read from it: later queries need not fear it. */
export function openBriefing(path: string): Result<Briefing, BriefingFailure> {
  if (!existsSync(path)) return fail({ code: 'briefing-missing' });
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    // In KiB: search jumps about in the index, and its inner pages should stay.
    db.pragma('cache_size = -16384');
    const failure = findFailure(db);
    if (failure === null) return ok(briefingOf(db));
    db.close();
    return fail(failure);
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError) return fail({ code: 'briefing-damaged' });
    throw error;
  }
}

/** A database that was filled a moment ago, in memory. */
export function briefingOf(db: Database.Database): Briefing {
  const index = remembering(db);
  return {
    db,
    index,
    searchables: new Searchables(index),
    tools: new SearchTools(index),
    close: () => db.close(),
  };
}

/** Prepares each statement once: search asks the same few with every keystroke, and never two of a kind at once. */
function remembering(db: Database.Database): ReadableDb {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return { prepare: prepare as ReadableDb['prepare'] };
}

function findFailure(db: Database.Database): BriefingFailure | null {
  if (db.pragma('application_id', { simple: true }) !== BRIEFING_APPLICATION_ID)
    return { code: 'briefing-damaged' };
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > BRIEFING_VERSION) return { code: 'briefing-newer', version };
  const tables = db.prepare(TABLE_NAMES).all(...TABLES);
  const isWhole = version === BRIEFING_VERSION && tables.length === TABLES.length;
  if (!isWhole || db.pragma('quick_check(1)', { simple: true }) !== 'ok') return { code: 'briefing-damaged' };
  return null;
}

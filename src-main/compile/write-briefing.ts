/** Writes a compiled document as a briefing file: the same document gives the same bytes, and never half a file. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { CompiledDocument } from '../contract/briefing.ts';
import type { Analysis } from './analyse.ts';
import { BRIEFING_APPLICATION_ID, BRIEFING_SCHEMA, BRIEFING_VERSION } from '../contract/briefing-file.ts';
import type { BriefingFailure } from '../contract/failures.ts';
import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { insertSearch } from './search-index.ts';
import { SourceMap } from './source-map.ts';
import { insertAnalysis } from './write-figures.ts';

/** A new file takes the place of an earlier one only when it is whole and on the disk. */
export function writeBriefing(
  compiled: CompiledDocument,
  analysis: Analysis,
  source: string,
  path: string,
): Result<null, BriefingFailure> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    // The file system, not SQLite, says why a file cannot be made here.
    closeSync(openSync(draft, 'w'));
    const db = new Database(draft);
    try {
      // Nobody else sees the draft: a journal would only leave something behind.
      db.pragma('journal_mode = OFF');
      db.pragma('synchronous = OFF');
      fillBriefing(db, compiled, analysis, source);
      db.exec('VACUUM');
    } finally {
      db.close();
    }
    sync(draft);
    renameSync(draft, path);
    syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    removeQuietly(draft);
    if (isSystemError(error)) return fail({ code: 'briefing-unwritable' });
    throw error;
  }
}

/** Creates the tables in an empty database and fills them. No clock, no chance: the document alone decides. */
export function fillBriefing(
  db: Database.Database,
  compiled: CompiledDocument,
  analysis: Analysis,
  source: string,
): void {
  db.pragma('page_size = 4096');
  db.pragma('encoding = "UTF-8"');
  db.pragma(`application_id = ${BRIEFING_APPLICATION_ID}`);
  db.pragma(`user_version = ${BRIEFING_VERSION}`);
  db.exec(BRIEFING_SCHEMA);
  db.transaction(() => {
    insertDocument(db, compiled);
    insertBlocks(db, compiled, source);
    insertRest(db, compiled);
    insertAnalysis(db, analysis, compiled, source);
    insertSearch(db, compiled, analysis);
  })();
}

const INSERT_DOCUMENT = `INSERT INTO document (id, revision, genre, title, number, date, place, issuer, addressee)
  VALUES (@id, @revision, @genre, @title, @number, @date, @place, @issuer, @addressee)`;
const INSERT_SECTION = `INSERT INTO section (position, id, kind, number, label, title, parent, source_start, source_end)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_BLOCK = `INSERT INTO block
  (position, id, kind, section, address, text, item_marker, item_depth, cell_table, cell_row, cell_column)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_SOURCE_RANGE = `INSERT INTO source_range (block, position, source_start, source_end, text_start)
  VALUES (?, ?, ?, ?, ?)`;
const INSERT_MARK = `INSERT INTO mark (block, position, kind, text_start, text_end, footnote) VALUES (?, ?, ?, ?, ?, ?)`;
const INSERT_SEPARATOR = `INSERT INTO separator (source_start, source_end, kind, stands_for) VALUES (?, ?, ?, ?)`;
const INSERT_FOOTNOTE = `INSERT INTO footnote (position, number, block, ref_block, ref_text_start, ref_text_end)
  VALUES (?, ?, ?, ?, ?, ?)`;
const INSERT_CORRECTION = `INSERT INTO correction
  (position, block, text_start, text_end, original, corrected, reason, doubtful) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_PROBLEM = `INSERT INTO problem (position, code, message, source_start, source_end) VALUES (?, ?, ?, ?, ?)`;

function insertDocument(db: Database.Database, { document, sections }: CompiledDocument): void {
  db.prepare(INSERT_DOCUMENT).run(document);
  const insert = db.prepare(INSERT_SECTION);
  sections.forEach(({ id, kind, number, label, title, parent, start, end }, index) => {
    insert.run(index + 1, id, kind, number, label, title, parent, start, end);
  });
}

function insertBlocks(db: Database.Database, { blocks, separators }: CompiledDocument, source: string): void {
  const insertBlock = db.prepare(INSERT_BLOCK);
  const insertRange = db.prepare(INSERT_SOURCE_RANGE);
  const insertMark = db.prepare(INSERT_MARK);
  blocks.forEach((block, index) => {
    const { id, kind, section, address, text, item, cell } = block;
    const place = [cell?.table ?? null, cell?.row ?? null, cell?.column ?? null];
    insertBlock.run(
      index + 1,
      id,
      kind,
      section,
      address,
      text,
      item?.marker ?? null,
      item?.depth ?? null,
      ...place,
    );
    const map = new SourceMap(source, block, separators);
    block.sources.forEach(({ start, end }, position) => {
      insertRange.run(id, position + 1, start, end, map.toBlock(start, 'start'));
    });
    block.marks.forEach((mark, position) => {
      insertMark.run(id, position + 1, mark.kind, mark.start, mark.end, mark.footnote);
    });
  });
  const insertSeparator = db.prepare(INSERT_SEPARATOR);
  for (const { start, end, kind, as } of separators) insertSeparator.run(start, end, kind, as);
}

function insertRest(db: Database.Database, { footnotes, corrections, problems }: CompiledDocument): void {
  const insertFootnote = db.prepare(INSERT_FOOTNOTE);
  footnotes.forEach(({ number, block, ref }, index) => {
    insertFootnote.run(index + 1, number, block, ref?.block ?? null, ref?.start ?? null, ref?.end ?? null);
  });
  const insertCorrection = db.prepare(INSERT_CORRECTION);
  corrections.forEach(({ block, start, end, original, corrected, reason, doubtful }, index) => {
    insertCorrection.run(index + 1, block, start, end, original, corrected, reason, doubtful ? 1 : 0);
  });
  const insertProblem = db.prepare(INSERT_PROBLEM);
  problems.forEach(({ code, message, start, end }, index) =>
    insertProblem.run(index + 1, code, message, start, end),
  );
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The rename itself must reach the disk; some systems cannot sync a folder, and the file is whole either way. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Errors of the file system and of SQLite carry a code; ours do not. */
const isSystemError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  !error.code.startsWith('ERR_');

/**
 * The briefing file (`.kyhop`): an SQLite database that anyone can read with the sqlite3 command. One document a file
 * for now. `source_…` columns count UTF-16 units of the source as stored, `text_…` columns those of a block's text.
 */
import { blockKinds, markKinds, problemCodes, sectionKinds, separatorKinds } from './briefing.ts';
import { checkKinds, operandRoles, verdicts } from './check.ts';
import { figureClasses, figureStatuses, nonFigureClasses } from './figure.ts';
import { domains } from './indicator.ts';

/** "KyHp" in ASCII. */
export const BRIEFING_APPLICATION_ID = 0x4b794870;
/** Grows with every change of the tables below. */
export const BRIEFING_VERSION = 3;

/** What `entry_search` knows beside the blocks; the order is part of the file. */
export const ENTRY_KINDS = ['section', 'place', 'indicator', 'check'] as const;

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

/** `position` is the place in reading order, from 1. */
export const BRIEFING_SCHEMA = `
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,     -- kept by later revisions of the same document
  revision TEXT NOT NULL,           -- another source is another revision
  genre TEXT, title TEXT NOT NULL, number TEXT, date TEXT, place TEXT, issuer TEXT, addressee TEXT
) STRICT;
CREATE TABLE section (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL ${oneOf('kind', sectionKinds)},
  number TEXT,                      -- "II.1.1"; null for a run-in heading
  label TEXT NOT NULL,              -- "Mục II.1.1"
  title TEXT NOT NULL,
  parent TEXT REFERENCES section (id),
  source_start INTEGER NOT NULL, source_end INTEGER NOT NULL
) STRICT;
CREATE TABLE block (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL ${oneOf('kind', blockKinds)},
  section TEXT REFERENCES section (id),
  address TEXT NOT NULL UNIQUE,     -- "Mục II.1.1, đoạn 4"
  text TEXT NOT NULL,               -- NFC, without markup
  item_marker TEXT, item_depth INTEGER,
  cell_table INTEGER, cell_row INTEGER, cell_column INTEGER
) STRICT;
CREATE TABLE source_range (         -- where a block's text comes from
  block TEXT NOT NULL REFERENCES block (id),
  position INTEGER NOT NULL,
  source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
  text_start INTEGER NOT NULL,      -- where it begins in the block's text
  PRIMARY KEY (block, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE separator (            -- source characters that are no block's text; with source_range they tile the source
  source_start INTEGER PRIMARY KEY, source_end INTEGER NOT NULL,
  kind TEXT NOT NULL ${oneOf('kind', separatorKinds)},
  stands_for TEXT NOT NULL ${oneOf('stands_for', ['', ' '])}
) STRICT;
CREATE TABLE mark (
  block TEXT NOT NULL REFERENCES block (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL ${oneOf('kind', markKinds)},
  text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
  footnote INTEGER,                 -- number of the footnote that a reference points to
  PRIMARY KEY (block, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE footnote (
  position INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  block TEXT NOT NULL REFERENCES block (id),
  ref_block TEXT REFERENCES block (id), ref_text_start INTEGER, ref_text_end INTEGER
) STRICT;
CREATE TABLE correction (           -- recognition errors: a layer over the text, never an edit of it
  position INTEGER PRIMARY KEY,
  block TEXT NOT NULL REFERENCES block (id),
  text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
  original TEXT NOT NULL, corrected TEXT NOT NULL, reason TEXT NOT NULL,
  doubtful INTEGER NOT NULL CHECK (doubtful IN (0, 1))
) STRICT;
CREATE TABLE problem (
  position INTEGER PRIMARY KEY,
  code TEXT NOT NULL ${oneOf('code', problemCodes)},
  message TEXT NOT NULL,
  source_start INTEGER, source_end INTEGER
) STRICT;
CREATE TABLE numeral (              -- every number of the source, in its order; every digit is in exactly one
  position INTEGER PRIMARY KEY,
  figure TEXT UNIQUE,               -- "f12"; null for a number that states no quantity
  class TEXT NOT NULL ${oneOf('class', [...figureClasses, ...nonFigureClasses])},
  block TEXT REFERENCES block (id), text_start INTEGER, text_end INTEGER, -- null for what is no block's text
  source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
  address TEXT,
  text TEXT NOT NULL,               -- as printed
  value TEXT,                       -- exact decimals as text from here; "1358000000000"; a decrease is negative
  of TEXT,                          -- denominator of a ratio or rank
  high TEXT,                        -- high end of a range
  unit TEXT,                        -- as printed, without scale words
  scale TEXT,                       -- what the last scale word stands for
  step TEXT,                        -- weight of the last printed digit
  approximation TEXT,               -- "trên", "gần", "khoảng"
  period TEXT,                      -- "2021", "2021-Q2", "2021-07/2023-10"
  status TEXT ${oneOf('status', figureStatuses)},
  from_plan INTEGER CHECK (from_plan IN (0, 1)), -- 1: distance from the plan, not part of it
  CHECK ((figure IS NULL) = (value IS NULL)),
  CHECK ((block IS NULL) = (text_start IS NULL) AND (block IS NULL) = (text_end IS NULL))
) STRICT;
CREATE TABLE indicator (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  detail TEXT,                      -- "theo giá so sánh"
  domain TEXT ${oneOf('domain', domains)},
  unit TEXT,
  curated INTEGER NOT NULL CHECK (curated IN (0, 1))
) STRICT;
CREATE TABLE observation (          -- one figure as a point of its indicator's series
  figure TEXT NOT NULL PRIMARY KEY REFERENCES numeral (figure),
  indicator TEXT NOT NULL REFERENCES indicator (id),
  period TEXT,
  status TEXT NOT NULL ${oneOf('status', figureStatuses)}
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_by_indicator ON observation (indicator);
CREATE TABLE relation (             -- checks: what the document's own figures must satisfy
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL ${oneOf('kind', checkKinds)},
  verdict TEXT NOT NULL ${oneOf('verdict', verdicts)},
  computed TEXT, stated TEXT,       -- exact decimals
  sentence TEXT NOT NULL,
  reason TEXT,                      -- why it is undetermined or was overruled
  possibility TEXT,                 -- a single misread digit that would make it agree
  curated INTEGER NOT NULL CHECK (curated IN (0, 1))
) STRICT;
CREATE TABLE operand (
  relation TEXT NOT NULL REFERENCES relation (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL ${oneOf('role', operandRoles)},
  figure TEXT REFERENCES numeral (figure),
  block TEXT NOT NULL REFERENCES block (id), text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
  source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (relation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX footnote_by_block ON footnote (block);
CREATE INDEX footnote_by_ref ON footnote (ref_block);
CREATE INDEX block_by_section ON block (section);
CREATE INDEX block_by_table ON block (cell_table, cell_row) WHERE cell_table IS NOT NULL;
CREATE INDEX numeral_by_value ON numeral (CAST(value AS REAL)) WHERE value IS NOT NULL;
CREATE TABLE abbreviation (         -- the document's own first, then the curated ones
  position INTEGER PRIMARY KEY,
  short TEXT NOT NULL, long TEXT NOT NULL,
  defined_here INTEGER NOT NULL CHECK (defined_here IN (0, 1))
) STRICT;
CREATE TABLE synonym (              -- words of one concept mean nearly the same
  concept INTEGER NOT NULL, position INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (concept, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE word (                 -- words of letters that the blocks have
  folded TEXT NOT NULL PRIMARY KEY, -- without diacritics, as in block_search
  printed TEXT NOT NULL,            -- as printed most often
  blocks INTEGER NOT NULL           -- that have it
) STRICT, WITHOUT ROWID;
-- Folded words (contract/words.ts), one space between them; texts are read from their own tables.
-- By block.position: as printed, and once more with corrections where there are any.
CREATE VIRTUAL TABLE block_search USING fts5 (
  words, content = '', columnsize = 0, tokenize = "ascii tokenchars '.%'"
);
-- What has a name: rowid = position * ${ENTRY_KINDS.length} + kind (${ENTRY_KINDS.map((kind, at) => `${at} ${kind}`).join(', ')}).
CREATE VIRTUAL TABLE entry_search USING fts5 (
  words, content = '', columnsize = 0, tokenize = "ascii tokenchars '.%'"
);
`;

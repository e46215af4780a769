/** How long search takes, keystroke by keystroke: in the report, and in a session of a thousand documents. Bundled and run by measure.mjs. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { briefingOf } from '../../../src-main/briefing/open.ts';
import { searchBlocks, searchInSteps } from '../../../src-main/briefing/search.ts';
import { warmSteps } from '../../../src-main/briefing/warm.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { readCuration } from '../../../src-main/compile/read-curation.ts';
import { readSource } from '../../../src-main/compile/read-source.ts';
import { insertSearch } from '../../../src-main/compile/search-index.ts';
import { fillBriefing } from '../../../src-main/compile/write-briefing.ts';
import type { Block } from '../../../src-main/contract/briefing.ts';
import { BRIEFING_SCHEMA } from '../../../src-main/contract/briefing-file.ts';
import { peersOf } from '../search-quality/peers.ts';
import { makeCorpus } from './corpus.ts';

/** Typed letter by letter, each a search. */
const TYPED = [
  'giai phong mat bang',
  'thu ngân sách 2021',
  'gpmb cham tien do',
  'hop khong giay to',
  'trên 1000 tỷ',
  'mục II.1.2',
  '116.026',
  'chuyen muc dich su dung dat',
  'giair phongs mawtj bawngf',
  'nguyen luong banng',
  'nhà máy đốt rác phát điện',
  'zzzz qqqq',
];
const ROUNDS = 3;
const LARGE_ROUNDS = 1;

export interface Times {
  readonly name: string;
  readonly calls: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

export interface SearchSpeed {
  readonly report: readonly Times[];
  readonly large: {
    readonly megabytes: number;
    readonly blocks: number;
    readonly engines: readonly Times[];
    /** Longest stretch of work without a pause. */
    readonly longestBlock: number;
    readonly indexBytes: number;
    readonly indexShare: number;
    readonly buildMegabytesPerSecond: number;
    readonly peerMegabytesPerSecond: number;
    readonly peerShare: number;
  } | null;
}

const keystrokes = (): readonly string[] =>
  TYPED.flatMap((query) => Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1)));

function timesOf(name: string, rounds: number, ask: (query: string) => void): Times {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const query of keystrokes()) {
      const from = performance.now();
      ask(query);
      all.push(performance.now() - from);
    }
  return summaryOf(name, all);
}

function summaryOf(name: string, all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    name,
    calls: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    longest: sorted.at(-1) ?? 0,
  };
}

/** `megabytes` 0: the report alone. */
export function measureSpeed(root: string, scratch: string, megabytes: number): SearchSpeed {
  return { report: reportTimes(root), large: megabytes > 0 ? largeTimes(root, scratch, megabytes) : null };
}

function reportTimes(root: string): readonly Times[] {
  const source = readSource(join(root, 'resources/report/source.txt'));
  if (!source.ok) throw new Error(source.error.code);
  const curation = readCuration(join(root, 'resources'));
  const compiled = compile(source.value, curation);
  const db = new Database(':memory:');
  fillBriefing(db, compiled, analyse(compiled, curation), source.value);
  const briefing = briefingOf(db);
  // What the app does after its first paint.
  Array.from(warmSteps(briefing, compiled.blocks.length));
  const own = timesOf('Kỳ Họp', ROUNDS, (query) => searchBlocks(briefing, query));
  const peers = peersOf(compiled.blocks).map((peer) => {
    const times = timesOf(peer.name, ROUNDS, (query) => peer.ask(query));
    peer.close?.();
    return times;
  });
  briefing.close();
  return [own, ...peers];
}

const INSERT_BLOCK = `INSERT INTO block (position, id, kind, section, address, text) VALUES (?, ?, 'paragraph', NULL, ?, ?)`;

function largeTimes(root: string, scratch: string, megabytes: number): SearchSpeed['large'] {
  const { blocks, bytes } = makeCorpus(root, megabytes * 1e6);
  const path = join(scratch, 'large.kyhop');
  const db = emptyFile(path);
  db.exec(BRIEFING_SCHEMA);
  const insert = db.prepare(INSERT_BLOCK);
  db.transaction(() =>
    blocks.forEach(({ id, address, text }, at) => insert.run(at + 1, id, address, text)),
  )();
  const before = pagesInUse(db);
  const from = performance.now();
  db.transaction(() => insertSearch(db, { ...nothingElse, blocks }, { indicators: [], checks: [] }))();
  const buildMs = performance.now() - from;
  const indexBytes = pagesInUse(db) - before;
  const peer = peerIndex(scratch, blocks);
  const briefing = briefingOf(db);
  Array.from(briefing.tools.load());
  const pauses: number[] = [];
  const own = timesOf('Kỳ Họp', LARGE_ROUNDS, (query) => {
    const steps = searchInSteps(briefing, query);
    for (let done = false; !done;) {
      const start = performance.now();
      done = steps.next().done === true;
      pauses.push(performance.now() - start);
    }
  });
  const engines = [own, timesOf('FTS5 unicode61', LARGE_ROUNDS, peer.ask), substringTimes(blocks)];
  briefing.close();
  peer.close();
  return {
    megabytes: bytes / 1e6,
    blocks: blocks.length,
    engines,
    longestBlock: Math.max(...pauses),
    indexBytes,
    indexShare: indexBytes / bytes,
    buildMegabytesPerSecond: bytes / 1e3 / buildMs,
    peerMegabytesPerSecond: bytes / 1e3 / peer.buildMs,
    peerShare: peer.bytes / bytes,
  };
}

const nothingElse = {
  document: {
    id: '',
    revision: '',
    genre: null,
    title: '',
    number: null,
    date: null,
    place: null,
    issuer: null,
    addressee: null,
  },
  sections: [],
  footnotes: [],
  corrections: [],
  separators: [],
  problems: [],
};

function emptyFile(path: string): Database.Database {
  const db = new Database(path);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  return db;
}

/** Bytes of all pages that hold something. */
function pagesInUse(db: Database.Database): number {
  const count =
    Number(db.pragma('page_count', { simple: true })) - Number(db.pragma('freelist_count', { simple: true }));
  return count * Number(db.pragma('page_size', { simple: true }));
}

function peerIndex(
  scratch: string,
  blocks: readonly Block[],
): {
  readonly ask: (query: string) => void;
  readonly buildMs: number;
  readonly bytes: number;
  readonly close: () => void;
} {
  const path = join(scratch, 'peer.db');
  const db = emptyFile(path);
  db.exec(
    `CREATE VIRTUAL TABLE peer USING fts5 (text, content = '', tokenize = "unicode61 remove_diacritics 2")`,
  );
  const insert = db.prepare('INSERT INTO peer (rowid, text) VALUES (?, ?)');
  const from = performance.now();
  db.transaction(() => blocks.forEach(({ text }, at) => insert.run(at + 1, text)))();
  db.exec(`INSERT INTO peer (peer) VALUES ('optimize')`);
  const buildMs = performance.now() - from;
  const select = db
    .prepare<[string], number>('SELECT rowid FROM peer WHERE peer MATCH ? ORDER BY rank LIMIT 200')
    .pluck();
  const ask = (query: string): void => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return;
    const quoted = words.map((word, at) => `"${word}"${at === words.length - 1 ? ' *' : ''}`);
    if (select.all(quoted.join(' AND ')).length === 0) select.all(quoted.join(' OR '));
  };
  return { ask, buildMs, bytes: Math.min(pagesInUse(db), statSync(path).size), close: () => db.close() };
}

function substringTimes(blocks: readonly Block[]): Times {
  const lower = blocks.map(({ text }) => text.toLowerCase());
  return timesOf('substring', LARGE_ROUNDS, (query) => {
    const sought = query.toLowerCase();
    lower.filter((text) => text.includes(sought));
  });
}

/** The evaluation of search: labelled queries, our engine and its peers, scores. Bundled and run by measure.mjs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { briefingOf } from '../../../src-main/briefing/open.ts';
import type { Briefing } from '../../../src-main/briefing/open.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { readCuration } from '../../../src-main/compile/read-curation.ts';
import { readSource } from '../../../src-main/compile/read-source.ts';
import { fillBriefing } from '../../../src-main/compile/write-briefing.ts';
import type { Block } from '../../../src-main/contract/briefing.ts';
import type { Engine } from './engine.ts';
import { askCommand, ownEngine } from './own.ts';
import { peersOf } from './peers.ts';
import { documentFiles, documentNames, parseQueries, setFiles, setNames } from './query-set.ts';
import type { DocumentName, LabelledQuery, SetName } from './query-set.ts';
import { rankOf, scoreSet } from './scores.ts';
import type { Answered, Hit, SetScores } from './scores.ts';

interface Miss {
  readonly id: string;
  readonly class: string;
  readonly query: string;
  /** Rank of the first acceptable passage; null if none is listed. */
  readonly rank: number | null;
  readonly wanted: readonly string[];
  readonly got: readonly string[];
}

export interface SearchQuality {
  readonly sets: readonly {
    readonly name: SetName;
    readonly engines: readonly { readonly name: string; readonly scores: SetScores }[];
    /** Queries that `kyhop search` answers with the same blocks in the same order and sureness as the app's function. */
    readonly command: { readonly same: number; readonly queries: number };
  }[];
  /** What goes wrong in the half that may be looked at. */
  readonly misses: readonly Miss[];
}

interface OpenDocument {
  readonly file: string;
  readonly blocks: readonly Block[];
  readonly engines: readonly Engine[];
  readonly close: () => void;
}

/** `cli` is the built `kyhop`. */
export function evaluate(root: string, cli: string): SearchQuality {
  const documents = new Map(documentNames.map((name) => [name, openDocument(root, name)]));
  const open = (name: DocumentName): OpenDocument => {
    const document = documents.get(name);
    if (document === undefined) throw new Error(`No document ${name}.`);
    return document;
  };
  try {
    const misses: Miss[] = [];
    const sets = setNames.map((name) => {
      const queries = parseQueries(readFileSync(join(root, setFiles[name]), 'utf8'));
      const engines = open('report').engines.map((engine, at) => ({
        name: engine.name,
        answers: queries.map((query) => ask(query, open(query.document).engines[at])),
      }));
      const [own] = engines;
      if (own !== undefined && name === 'tuned') misses.push(...missesOf(own.answers));
      return {
        name,
        engines: engines.map((engine) => ({ name: engine.name, scores: scoreSet(engine.answers) })),
        command: compareCommand(cli, own?.answers ?? [], open),
      };
    });
    return { sets, misses };
  } finally {
    for (const document of documents.values()) document.close();
  }
}

function ask(query: LabelledQuery, engine: Engine | undefined): Answered {
  if (engine === undefined) throw new Error('Every document has the same engines.');
  return { query, hits: engine.ask(query.query) };
}

function openDocument(root: string, name: DocumentName): OpenDocument {
  const file = join(root, documentFiles[name]);
  const source = readSource(file);
  if (!source.ok) throw new Error(`${file}: ${source.error.code}`);
  const curation = readCuration(join(root, 'resources'));
  const compiled = compile(source.value, curation);
  const db = new Database(':memory:');
  fillBriefing(db, compiled, analyse(compiled, curation), source.value);
  const briefing: Briefing = briefingOf(db);
  const engines = [ownEngine(briefing), ...peersOf(compiled.blocks)];
  return {
    file,
    blocks: compiled.blocks,
    engines,
    close: () => {
      for (const engine of engines) engine.close?.();
      briefing.close();
    },
  };
}

function compareCommand(
  cli: string,
  answers: readonly Answered[],
  open: (name: DocumentName) => OpenDocument,
): { same: number; queries: number } {
  let same = 0;
  for (const name of new Set(answers.map(({ query }) => query.document))) {
    const { file, blocks } = open(name);
    const here = answers.filter(({ query }) => query.document === name);
    const printed = askCommand(
      cli,
      file,
      blocks,
      here.map(({ query }) => query.query),
    );
    same += here.filter(({ hits }, at) => isSame(hits, printed[at] ?? [])).length;
  }
  return { same, queries: answers.length };
}

const isSame = (left: readonly Hit[], right: readonly Hit[]): boolean =>
  left.length === right.length &&
  left.every(({ block, confident }, at) => right[at]?.block === block && right[at].confident === confident);

/** Not first, or, without an answer, a confident hit. */
function missesOf(answers: readonly Answered[]): Miss[] {
  return answers
    .filter((answer) =>
      answer.query.class === 'no-answer'
        ? answer.hits.some(({ confident }) => confident)
        : rankOf(answer) > 1,
    )
    .map((answer) => ({
      id: answer.query.id,
      class: `${answer.query.class}/${answer.query.kind}`,
      query: answer.query.query,
      rank: Number.isFinite(rankOf(answer)) ? rankOf(answer) : null,
      wanted: answer.query.relevant.map(({ block }) => block),
      got: answer.hits.slice(0, 5).map(({ block }) => block),
    }));
}

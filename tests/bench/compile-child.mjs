// `node compile-child.mjs ENGINE SCRATCH TIMES RUNS`: compiles the report, TIMES as long, RUNS times in a process of its own,
// opens and searches the briefing, and prints the figures as JSON.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../src-main/setup/shell.mjs';
import { longSummary, summary } from './statistics.mjs';

const [engineFile, scratch, times, runs] = process.argv.slice(2);
const engine = await import(pathToFileURL(engineFile).href);
const QUERIES = ['g', 'th', 'giai phong mat bang', 'thu ngân sách', '116.026', 'tỷ đồng', 'zzzz qqqq'];
const SEARCHES = 3;

const source = valueOf(engine.readSource(join(root, 'resources/report/source.txt')));
const text = Array.from({ length: Number(times) }, () => source).join('\n\n');
const curation = engine.readCuration(join(root, 'resources'));

let compiled;
let analysis;
const structureMs = [];
const analyseMs = [];
// The first run, with code that is not yet warm, is what a user meets: it is kept apart.
for (let run = 0; run <= Number(runs); run++) {
  structureMs.push(timed(() => (compiled = engine.compile(text, curation))));
  analyseMs.push(timed(() => (analysis = engine.analyse(compiled, curation))));
}
const [firstMs, ...warmMs] = structureMs.map((spent, run) => spent + analyseMs[run]);
const figures = analysis.observations.length;

const path = join(scratch, `times-${times}.kyhop`);
const writeMs = timed(() => valueOf(engine.writeBriefing(compiled, analysis, text, path)));
let briefing;
const openMs = timed(() => (briefing = valueOf(engine.openBriefing(path))));
const viewMs = timed(() => engine.readView(briefing));
const searchMs = [];
for (let round = 0; round < SEARCHES; round++)
  for (const query of QUERIES) searchMs.push(timed(() => engine.searchBlocks(briefing, query)));
briefing.close();

process.stdout.write(
  JSON.stringify({
    times: Number(times),
    bytes: Buffer.byteLength(text),
    blocks: compiled.blocks.length,
    figures,
    checks: analysis.checks.length,
    firstMs,
    structureMs: summary(structureMs.slice(1)),
    analyseMs: summary(analyseMs.slice(1)),
    warmMs: summary(warmMs),
    writeMs,
    openMs,
    viewMs,
    searchMs: longSummary(searchMs),
  }),
);

function timed(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function valueOf(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

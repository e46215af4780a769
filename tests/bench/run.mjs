// `npm run bench` (src-main/setup/bench.mjs) runs this: start, memory and size beside the floor, the main process, typing, compiling,
// and how well search finds.
// Prints a table and writes out/bench.json. Figures decide nothing here: the exit code only says whether all were taken.
// `npm run bench -- starts size session numbers compile accuracy search-quality search-speed` measures only the parts named; `--runs=N` starts N times instead
// of 5, `--misses` lists what search gets wrong, `--megabytes=N` searches in another text than one of 100 MB (0: the report alone).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRuntime } from '../../src-main/setup/runtime.mjs';
import { root, runMain, say, SetupError, writeWhole } from '../../src-main/setup/shell.mjs';
import { measureAccuracy } from './accuracy.mjs';
import { measureCompile } from './compile.mjs';
import { makeFloor } from './floor.mjs';
import { measureInstalledSize } from './installed-size.mjs';
import { machineFacts } from './machine.mjs';
import { measureNumbers } from './numbers.mjs';
import { reportOf } from './report.mjs';
import { measureSearchQuality } from './search-quality/measure.mjs';
import { measureSearchSpeed } from './search-speed/measure.mjs';
import { measureSession } from './session.mjs';
import { measureStarts } from './starts.mjs';

const RESULT = join(root, 'out/bench.json');
const PARTS = [
  'starts',
  'size',
  'session',
  'numbers',
  'compile',
  'accuracy',
  'search-quality',
  'search-speed',
];
/** Text of a session of a thousand documents. */
const MEGABYTES = 100;
const RUNS = 5;

await runMain(async () => {
  const { parts, runs, megabytes, listMisses } = wishes(process.argv.slice(2));
  const runtime = await ensureRuntime();
  const executable = process.env.KYHOP_ELECTRON_PATH ?? runtime.executable;
  const scratch = mkdtempSync(join(tmpdir(), 'ky-hop-bench-'));
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const tell = (text) => say('bench', text);

  const result = { machine: machineFacts(runtime) };
  // The session comes first: the data it leaves is what a delegate's second start opens.
  const data = join(scratch, 'session');
  mkdirSync(data);
  if (parts.has('session') || parts.has('starts')) {
    const session = await measureSession({ executable, data, say: tell });
    if (parts.has('session')) result.session = session;
  }
  if (parts.has('starts')) {
    const floor = makeFloor(join(scratch, 'floor'));
    const targets = [
      { name: 'floor', folder: floor },
      { name: 'Kỳ Họp, first start', folder: root },
      { name: 'Kỳ Họp, where one was reading', folder: root, dataFrom: data },
    ];
    result.starts = await measureStarts({ executable, targets, runs, scratch, say: tell });
  }
  if (parts.has('size')) result.size = await measureInstalledSize(runtime);
  if (parts.has('numbers')) result.numbers = await measureNumbers({ executable, scratch, say: tell });
  if (parts.has('compile')) result.compile = await measureCompile({ scratch, say: tell });
  if (parts.has('accuracy')) result.accuracy = await measureAccuracy({ say: tell });
  if (parts.has('search-quality')) result.searchQuality = await measureSearchQuality({ say: tell });
  if (parts.has('search-speed'))
    result.searchSpeed = await measureSearchSpeed({ scratch, megabytes, say: tell });

  writeWhole(RESULT, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${reportOf(result, { listMisses })}\n`);
  process.exit(0);
});

function wishes(args) {
  const parts = new Set(args.filter((arg) => !arg.startsWith('--')));
  const number = (name, otherwise) =>
    Number(args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
  const runs = number('runs', RUNS);
  const megabytes = number('megabytes', MEGABYTES);
  const unknown = [...parts].filter((part) => !PARTS.includes(part));
  if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1 || !(megabytes >= 0))
    throw new SetupError(`Known are: ${PARTS.join(', ')}, --runs=N, --megabytes=N and --misses.`);
  return {
    parts: parts.size === 0 ? new Set(PARTS) : parts,
    runs,
    megabytes,
    listMisses: args.includes('--misses'),
  };
}

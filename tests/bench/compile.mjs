// How long the compiler takes, and whether it grows in step with the text.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI } from '../../src-main/setup/build.mjs';
import { root, run } from '../../src-main/setup/shell.mjs';
import { bundle } from './bundle.mjs';
import { summary } from './statistics.mjs';

const COMMAND_RUNS = 5;
/** The report itself, then longer texts made of it. */
const SIZES = [
  { times: 1, runs: 20 },
  { times: 10, runs: 3 },
  { times: 100, runs: 1 },
];
const TIMEOUT_MS = 180_000;

export async function measureCompile({ scratch, say }) {
  const command = await commandMs(scratch);
  say('kyhop compile');
  // Beside the built files, from where better-sqlite3 is found.
  const folder = join(root, `out/.bench-${process.pid}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const engine = await bundle('tests/bench/engine.mjs', folder);
    const sizes = [];
    for (const { times, runs } of SIZES) {
      sizes.push(await inChild([engine, scratch, times, runs]));
      say(`compiled the report times ${times}`);
    }
    return { commandMs: command, sizes: withGrowth(sizes) };
  } finally {
    remove();
  }
}

/** Wall time of `kyhop compile`, Node's own start included. */
async function commandMs(scratch) {
  const args = [CLI, 'compile', 'resources/report/source.txt', '--out', join(scratch, 'command.kyhop')];
  const times = [];
  for (let each = 0; each < COMMAND_RUNS; each++) {
    const from = performance.now();
    const { code, text } = await run(process.execPath, args, { output: 'collect' });
    if (code !== 0) throw new Error(`kyhop compile ended with ${code}: ${text.slice(0, 1000)}`);
    times.push(performance.now() - from);
  }
  return summary(times);
}

/** A text that takes too long is reported as such, and ends no bench. */
async function inChild([engine, scratch, times, runs]) {
  const child = join(root, 'tests/bench/compile-child.mjs');
  const { code, text } = await run(process.execPath, [child, engine, scratch, String(times), String(runs)], {
    output: 'collect',
    timeoutMs: TIMEOUT_MS,
  });
  if (code === 0) return JSON.parse(text);
  return { times, failed: text.trim().slice(0, 1000) || `not done after ${TIMEOUT_MS / 1000} s` };
}

/** `growth`: time per character relative to the report's own; 1 is linear. */
function withGrowth(sizes) {
  const [one] = sizes;
  return sizes.map((size) =>
    size.failed || one.failed
      ? size
      : { ...size, growth: size.warmMs.median / size.times / one.warmMs.median },
  );
}

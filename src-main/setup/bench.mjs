// `npm run bench`: installs, builds and finds a display as `npm test` does, then runs tests/bench/run.mjs, which measures.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDisplay } from './display.mjs';
import { ensureReady } from './prepare.mjs';
import { root, run, runMain, SetupError } from './shell.mjs';

const BENCH = join(root, 'tests/bench/run.mjs');

await runMain(async () => {
  const runtime = await ensureReady({ forTests: true });
  if (!existsSync(BENCH)) throw new SetupError('There is no tests/bench/run.mjs yet.');
  const env = { ...(await ensureDisplay()), KYHOP_ELECTRON_PATH: runtime.executable };
  const { code } = await run(process.execPath, [BENCH, ...process.argv.slice(2)], { env });
  process.exit(code);
});

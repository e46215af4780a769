// `npm run pictures`: installs, builds and finds a display as `npm test` does, then takes the pictures of README and review.
import { join } from 'node:path';
import { ensureDisplay } from './display.mjs';
import { ensureReady } from './prepare.mjs';
import { root, run, runMain } from './shell.mjs';

await runMain(async () => {
  const runtime = await ensureReady({ forTests: true });
  const env = { ...(await ensureDisplay()), KYHOP_ELECTRON_PATH: runtime.executable };
  const { code } = await run(process.execPath, [join(root, 'tests/pictures/take.mjs')], { env });
  process.exit(code);
});

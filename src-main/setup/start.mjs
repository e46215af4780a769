// `npm start`: installs what is missing, builds, and opens the app on the bundled report. Flags after `--` go to the app.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDisplay } from './display.mjs';
import { ensureReady, isRoot } from './prepare.mjs';
import { passSignals, root, runMain, say } from './shell.mjs';
import { isHeadless } from './system.mjs';

const PICTURE = join(root, 'out/first-window.png');
const PICTURE_EXPECTED_WITHIN_MS = 30_000;

await runMain(async () => {
  const runtime = await ensureReady();
  const env = { ...process.env, ...(await ensureDisplay()) };
  const flags = process.argv.slice(2);
  if (isRoot && !flags.includes('--no-sandbox')) {
    flags.push('--no-sandbox');
    say('app', 'started as root, so without the sandbox of Chromium');
  }
  if (isHeadless) {
    askForPicture(env);
    // Chromium would complain at length that there is neither D-Bus nor a graphics card.
    if (!flags.some((flag) => flag.startsWith('--log-level'))) flags.push('--log-level=3');
  }
  say('app', isHeadless ? 'running; Ctrl+C ends it' : 'opening');

  const app = spawn(runtime.executable, [root, ...flags], { cwd: process.cwd(), env, stdio: 'inherit' });
  passSignals(app);
  app.on('error', (error) => {
    process.stderr.write(`${runtime.executable}: ${error.message}\n`);
    process.exit(1);
  });
  app.on('exit', (code, signal) =>
    process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
  );
});

/** Where nobody sees the window, the app writes a picture of it once its text is readable. */
function askForPicture(env) {
  rmSync(PICTURE, { force: true });
  mkdirSync(join(root, 'out'), { recursive: true });
  env.KYHOP_PICTURE = PICTURE;
  const startedMs = performance.now();
  const timer = setInterval(() => {
    const waitedMs = performance.now() - startedMs;
    if (existsSync(PICTURE))
      say(
        'picture',
        `${relative(process.cwd(), PICTURE)} shows the first window (after ${(waitedMs / 1000).toFixed(1)} s)`,
      );
    else if (waitedMs > PICTURE_EXPECTED_WITHIN_MS) say('picture', 'the app has written none yet');
    else return;
    clearInterval(timer);
  }, 100);
}

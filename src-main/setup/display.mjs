// A display of our own where there is none: Xvfb with a window manager, gone when this process is gone.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say, SetupError } from './shell.mjs';
import { isHeadless } from './system.mjs';

const START_TIMEOUT_MS = 15_000;

/** Environment for programs with windows: `{}` on a desktop, `{DISPLAY}` of a virtual display on a machine without one. */
export async function ensureDisplay() {
  if (!isHeadless) return {};
  // Xvfb picks a free number by itself and writes it to the file descriptor once it answers.
  const server = startTied(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(new SetupError(`There is no display, and Xvfb ${why}. Debian: apt-get install xvfb openbox`));
    const timer = setTimeout(() => fail('did not start'), START_TIMEOUT_MS);
    server.on('error', () => fail('is not installed'));
    server.on('exit', (code) => fail(`ended with ${code}`));
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
  const env = { DISPLAY: `:${number}` };
  if (!(await startWindowManager(env)))
    say('display', 'openbox did not start: windows will not become full screen');
  say('display', `none here; using a virtual one, ${env.DISPLAY} (1920x1080)`);
  return env;
}

/** Without a window manager a window is neither made full screen nor moved when its display goes. Returns whether it runs. */
async function startWindowManager(env) {
  const manager = startTied('openbox', ['--startup', 'echo ready'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    const answer = (runs) => {
      clearTimeout(timer);
      resolve(runs);
    };
    const timer = setTimeout(answer, START_TIMEOUT_MS, false);
    manager.on('error', () => answer(false));
    manager.on('exit', () => answer(false));
    manager.stdout.once('data', () => answer(true));
  });
}

/** Starts a program that ends with this process, however this one ends, and does not keep it going. */
function startTied(command, args, options) {
  const setpriv = '/usr/bin/setpriv';
  const tied = existsSync(setpriv) ? [setpriv, ['--pdeathsig', 'TERM', command, ...args]] : [command, args];
  const child = spawn(...tied, options);
  child.unref();
  child.stdio.forEach((pipe) => pipe?.unref());
  process.on('exit', () => child.kill());
  return child;
}

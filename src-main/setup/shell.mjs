// What every script here uses: where things lie, a line per step, child processes, locks, stamps. Bare Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, and its cache: gone with node_modules, so nothing in it outlives a reinstall. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const checkoutCache = join(root, 'node_modules/.cache/ky-hop');

/** What is expensive to get and the same for every checkout of a user lies here. */
export const userCache = process.env.KYHOP_CACHE || join(cacheHome(), 'ky-hop');

function cacheHome() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'win32') return process.env.LOCALAPPDATA || join(homedir(), 'AppData/Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches');
  // Root's home is closed to others, and a test of the sandbox starts the runtime as another user.
  return process.getuid() === 0 ? '/var/cache' : join(homedir(), '.cache');
}

let stream = process.stdout;
let quiet = false;

/** For commands whose standard output is their answer: every line goes to stderr, and only when something is done. */
export function keepStdoutClean() {
  stream = process.stderr;
  quiet = true;
}

/** One line about one step. */
export function say(step, text) {
  stream.write(`${`${step}:`.padEnd(13)} ${text}\n`);
}

/** The same for a step that had nothing to do. */
export function sayUnchanged(step, text) {
  if (!quiet) say(step, text);
}

/** A failure that a developer can act on: printed without a stack trace. */
export class SetupError extends Error {}

/** Runs `main`, printing a SetupError as one message; the process then ends with code 1. */
export async function runMain(main) {
  endWithNpm();
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : (error.stack ?? error)}\n`);
    process.exit(1);
  }
}

/** npm passes a signal to the shell between it and us, and that dies without passing it on: so we notice its death. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

/**
 * Runs a program to its end. `output: 'inherit'` shows it where the step lines go, `'collect'` returns stdout and stderr as one text.
 * A program that cannot be started or is killed counts as code 1. Signals that end this process end the program first.
 */
export function run(command, args, { cwd = root, env, output = 'inherit', timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const outFd = stream === process.stderr ? 2 : 1;
    const stdio = output === 'inherit' ? ['ignore', outFd, 2] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio,
      timeout: timeoutMs,
      shell,
      windowsHide: true,
    });
    const stopPassing = passSignals(child, true);
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const finish = (code, text) => {
      stopPassing();
      resolve({ code, text });
    };
    child.on('error', (error) => finish(1, error.message));
    child.on('close', (code) => finish(code ?? 1, Buffer.concat(chunks).toString()));
  });
}

/** Passes the signals that end programs on to `child`; `thenExit` ends this process too. Returns what stops it. */
export function passSignals(child, thenExit = false) {
  const handlers = Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }).map(([signal, code]) => {
    const handler = () => {
      child.kill(signal);
      if (thenExit) process.exit(code);
    };
    process.on(signal, handler);
    return () => process.removeListener(signal, handler);
  });
  return () => handlers.forEach((remove) => remove());
}

/** Runs npm: the one that started us where there is one. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

export function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** Contents of a text file, or null when there is none. */
export function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Writes a file so that a reader sees the old one or the new one, never half of it. */
export function writeWhole(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

const LOCK_BEAT_MS = 5_000;
const LOCK_STALE_MS = 60_000;

/** Runs `work` while no other process holds `file`. A lock whose holder is gone or silent for a minute is taken over. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !tryLock(file);) {
    if (takeOver(file)) continue;
    if (!waited) sayUnchanged('waiting', 'another process is doing this step');
    waited = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const beat = setInterval(() => existsSync(file) && utimesSync(file, new Date(), new Date()), LOCK_BEAT_MS);
  const release = () => readIfThere(file) === String(process.pid) && rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.removeListener('exit', release);
    release();
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock when nobody holds it any more; returns whether trying again makes sense. */
function takeOver(file) {
  const holder = readIfThere(file);
  if (holder === null) return true;
  const silentMs = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  // An empty file is a lock being written. Its number, 0, asks for our own group, which is alive.
  if (isAlive(Number(holder)) && silentMs < LOCK_STALE_MS) return false;
  const stale = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, stale);
    rmSync(stale, { force: true });
  } catch {
    // Somebody else was quicker.
  }
  return true;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

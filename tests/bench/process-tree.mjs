// A started program with all its children: its memory, and its end, whatever happens to this process.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const END_TIMEOUT_MS = 5_000;
/** The unit of /proc/PID/stat on every Linux that matters. */
const TICK_MS = 10;
const running = new Set();

process.on('exit', () => running.forEach(killGroup));
for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => process.exit(code));
}

/** Starts a program in a process group of its own. `spawnedAtMs` is the wall clock just before. */
export function startProgram(executable, args, { env } = {}) {
  const spawnedAtMs = Date.now();
  const child = spawn(executable, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  child.once('exit', () => {
    killGroup(child);
    running.delete(child);
  });
  return { child, spawnedAtMs };
}

/** Asks a program to end, and makes it end when it does not. */
export async function endProgram(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child), END_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function killGroup(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of it runs any more.
  }
}

/** Processor time that a process and all its descendants have used, in milliseconds; null outside Linux. */
export function treeCpuMs(pid) {
  if (!existsSync('/proc/self/stat')) return null;
  const fields = treeOf(pid).map(statOf);
  return (
    fields.reduce((sum, stat) => sum + (stat === null ? 0 : Number(stat[11]) + Number(stat[12])), 0) * TICK_MS
  );
}

/**
 * Proportional set size of a process and all its descendants, in bytes: memory they share counts once. Null where the
 * system does not tell: outside Linux, and for sandboxed children of another user than root.
 */
export function treePssBytes(pid) {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  let bytes = 0;
  for (const member of treeOf(pid)) {
    const pss = pssBytes(member);
    if (pss === null) return null;
    bytes += pss;
  }
  return bytes;
}

function pssBytes(pid) {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return kilobytes === null ? 0 : Number(kilobytes[1]) * 1024;
  } catch (error) {
    // Ended meanwhile, or a zombie: it holds no memory.
    return ['ENOENT', 'ESRCH'].includes(error.code) ? 0 : null;
  }
}

function treeOf(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(name);
    if (stat === null) continue;
    const parent = Number(stat[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [pid];
  for (const member of tree) tree.push(...(children.get(member) ?? []));
  return tree;
}

/** What the kernel tells of a process, from its state on: state, parent, …; null when it has ended. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

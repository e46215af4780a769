// What the figures were measured on: without it they cannot be compared with others.
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { isRoot } from '../../src-main/setup/prepare.mjs';

export function machineFacts(runtime) {
  const processors = cpus();
  return {
    system: `${platform()} ${release()}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: round(totalmem() / 2 ** 30),
    load: loadavg().map(round),
    root: isRoot,
    display: process.env.DISPLAY ?? null,
    node: process.versions.node,
    runtime: { kind: runtime.kind, electron: runtime.version },
    date: new Date().toISOString(),
  };
}

/** A machine that does other things meanwhile gives figures to distrust. */
export function isBusy() {
  return loadavg()[0] > cpus().length * 0.75;
}

const round = (number) => Math.round(number * 10) / 10;

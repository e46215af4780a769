// The steps that come before anything with a window, in their order.
import { ensureBuilt } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureSqliteAddon } from './sqlite-addon.mjs';
import { ensureSystemPackages } from './system.mjs';

/** Installs what is missing; returns the runtime (see runtime.mjs). */
export async function ensureInstalled(options) {
  await ensurePackages();
  await ensureSystemPackages(options);
  // This Node alone may need the addon compiled, which takes longer than all else.
  const [runtime] = await Promise.all([ensureRuntime(), ensureSqliteAddon()]);
  await ensureSqliteAddon(runtime.napi);
  return runtime;
}

/** The same, and builds everything. */
export async function ensureReady(options) {
  const runtime = await ensureInstalled(options);
  await ensureBuilt();
  return runtime;
}

/** Chromium refuses to start as root with its sandbox. */
export const isRoot = process.platform === 'linux' && process.getuid() === 0;

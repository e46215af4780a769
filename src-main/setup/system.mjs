// What Electron and the tests need of a Debian: installed when we are root, named otherwise.
import { existsSync } from 'node:fs';
import { run, say, sayUnchanged } from './shell.mjs';

const ELECTRON = ['libgtk-3-0', 'libnss3', 'libatk-bridge2.0-0', 'libgbm1', 'libasound2'];
const VIRTUAL_DISPLAY = ['xvfb', 'xauth', 'openbox'];
// A second display that can be unplugged, what looks at windows and at the network, and at the databases.
const TESTS = [
  'xserver-xorg-core',
  'xserver-xorg-video-dummy',
  'x11-xserver-utils',
  'x11-utils',
  'strace',
  'sqlite3',
];

/** True where a window has nowhere to appear. */
export const isHeadless =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Sees to the libraries of Electron, of a virtual display where there is no other, and of the tests where asked. */
export async function ensureSystemPackages({ forTests = false } = {}) {
  await ensureDebian([
    ...ELECTRON,
    ...(isHeadless || forTests ? VIRTUAL_DISPLAY : []),
    ...(forTests ? TESTS : []),
  ]);
}

/** For better-sqlite3 on an older Node. */
export async function ensureCompiler() {
  await ensureDebian(['gcc', 'g++']);
}

async function ensureDebian(wanted) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingOf(wanted);
  if (missing.length === 0) return sayUnchanged('system', 'all Debian packages are there');

  const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid() !== 0) {
    return say(
      'system',
      `Debian packages are missing; going on without. To install them: sudo apt-get ${install.join(' ')}`,
    );
  }
  say('system', `apt-get install ${missing.join(' ')}`);
  if ((await aptGet(install)).code === 0) return;
  // Most often the lists are missing or old.
  await aptGet(['-o', 'DPkg::Lock::Timeout=300', 'update', '-q']);
  const { code, text } = await aptGet(install);
  if (code !== 0)
    say(
      'system',
      `apt-get could not install them; going on without.\n${text.trim().split('\n').slice(-5).join('\n')}`,
    );
}

function aptGet(args) {
  return run('apt-get', args, { output: 'collect', env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

async function missingOf(names) {
  // Newer Debians and Ubuntus call some of them …t64.
  const asked = names.flatMap((name) => [name, `${name}t64`]);
  const { text } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...asked], {
    output: 'collect',
  });
  const installed = new Set(
    text
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

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
  const wanted = [
    ...ELECTRON,
    ...(isHeadless || forTests ? VIRTUAL_DISPLAY : []),
    ...(forTests ? TESTS : []),
  ];
  if (!(await findMissing(wanted)).length) return sayUnchanged('system', 'nothing is missing');
  await install(wanted);
}

/** For better-sqlite3 on an older Node. */
export async function ensureCompiler() {
  await install(['gcc', 'g++']);
}

/** Installs those of the Debian packages that are missing, as root; as somebody else it names them. */
async function install(wanted) {
  const missing = await findMissing(wanted);
  if (missing.length === 0) return;
  const args = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid() !== 0) {
    say('system', `missing, going on without: sudo apt-get ${args.join(' ')}`);
    return;
  }
  say('system', `apt-get install ${missing.join(' ')}`);
  if ((await aptGet(args)).code === 0) return;
  // Most often the lists are missing or old.
  await aptGet(['update', '-q']);
  const { code, text } = await aptGet(args);
  const lastLines = text.trim().split('\n').slice(-5).join('\n');
  if (code !== 0) say('system', `apt-get could not install them; going on without.\n${lastLines}`);
}

function aptGet(args) {
  return run('apt-get', args, { output: 'collect', env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Those of the packages that are not installed; none where there is no dpkg. */
async function findMissing(names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return [];
  // Newer Debians and Ubuntus call some of them …t64.
  const asked = names.flatMap((name) => [name, `${name}t64`]);
  const format = '${Package} ${db:Status-Status}\\n';
  const { text } = await run('dpkg-query', ['-W', '-f', format, ...asked], { output: 'collect' });
  const lines = text.split('\n').filter((line) => line.endsWith(' installed'));
  const installed = new Set(lines.map((line) => line.split(' ')[0]));
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

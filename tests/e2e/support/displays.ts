/** An X server with two displays (Linux), the second of which can be unplugged; and a window manager on it. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const left = { x: 0, y: 0, width: 1920, height: 1080 } as const;
export const right = { x: 1920, y: 0, width: 1920, height: 1080 } as const;

export interface TwoDisplays {
  /** For the app's environment. */
  readonly env: { readonly DISPLAY: string };
  plug(): void;
  unplug(): void;
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 15_000;

// The driver "dummy" has sixteen outputs and no hardware.
const configuration = `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 1080
  EndSubSection
EndSection
`;

/** 1920 x 1080 at 60 Hz, as `cvt` prints it. */
const timings = '173.00 1920 2048 2248 2576 1080 1083 1088 1120 -hsync +vsync';

/** Starts both in `folder`, on a display number that nobody uses. */
export async function startTwoDisplays(folder: string): Promise<TwoDisplays> {
  const config = join(folder, 'xorg.conf');
  writeFileSync(config, configuration);
  const server = spawn(
    'Xorg',
    [
      ...['-displayfd', '3', '-config', config, '-logfile', join(folder, 'xorg.log')],
      ...['-noreset', '-nolisten', 'tcp', '-novtswitch', '-sharevts'],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await firstLine(server, 3);
  const env = { DISPLAY: `:${number}` };
  const xrandr = (...args: string[]): void => {
    execFileSync('xrandr', args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const plug = (): void => {
    xrandr(
      ...['--output', 'DUMMY0', '--mode', '1920x1080', '--pos', '0x0', '--primary'],
      ...['--output', 'DUMMY1', '--mode', '1920x1080', '--pos', '1920x0'],
    );
    // The server looks at its outputs when it is asked; until then programs are told that nothing is plugged in.
    xrandr('--query');
  };
  xrandr('--newmode', '1920x1080', ...timings.split(' '));
  for (const output of ['DUMMY0', 'DUMMY1']) xrandr('--addmode', output, '1920x1080');
  plug();
  const manager = spawn('openbox', ['--startup', 'echo ready'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await firstLine(manager, 1);
  return {
    env,
    plug,
    unplug: () => xrandr('--output', 'DUMMY1', '--off'),
    stop: async () => {
      await end(manager);
      await end(server);
    },
  };
}

/** The first line that a program writes to one of its pipes: it is ready. */
function firstLine(program: ChildProcess, pipe: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${program.spawnfile} ${why}`));
    const timer = setTimeout(fail, STARTS_WITHIN_MS, 'did not start');
    program.once('error', ({ message }) => fail(message));
    program.once('exit', (code) => fail(`ended with ${code}`));
    let text = '';
    (program.stdio[pipe] as NodeJS.ReadableStream).on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.slice(0, text.indexOf('\n')));
    });
  });
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((done) => program.once('exit', done));
  program.kill();
  await ended;
}

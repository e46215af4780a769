/** Starts Electron under Playwright, past two faults of theirs that a busy machine brings out. Neither is the app's. */
import { _electron, errors, type ElectronApplication } from '@playwright/test';
import {
  checkout,
  electronPath,
  inherited,
  test as base,
  windowOf,
  type Started,
  type StartOptions,
} from './app.ts';

const CONNECTS_WITHIN_MS = 20_000;
const TRIES = 3;

/**
 * Playwright attaches to an app that is already running (only Electron's own `-r` would hold it back, which a packaged app
 * does not have). A window that commits its first page in just that moment is attached without `Page.frameNavigated`, and
 * Playwright waits for that event for ever: a few starts in two hundred, as long as a header made Chromium change the
 * renderer for that page. The app was well, so it is started again.
 */
export async function launchElectron(
  options: NonNullable<Parameters<typeof _electron.launch>[0]>,
): Promise<ElectronApplication> {
  const launched = await again(
    () => _electron.launch({ ...options, timeout: CONNECTS_WITHIN_MS }),
    (error) => error instanceof errors.TimeoutError,
  );
  const evaluate = launched.evaluate.bind(launched);
  // The inspector of Electron's main process loses an answer when memory is tidied up at the wrong moment.
  const evaluateAgain = (...call: Parameters<typeof evaluate>): Promise<unknown> =>
    again(
      () => evaluate(...call),
      (error) => error instanceof Error && error.message.includes('promise was garbage collected'),
    );
  return Object.assign(launched, { evaluate: evaluateAgain as typeof evaluate });
}

async function again<T>(work: () => Promise<T>, isWorthIt: (error: unknown) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !isWorthIt(error)) throw error;
    }
  }
}

/** Starts the app on a data folder; resolves when the report can be read. */
async function start(data: string, { args = [], env = {} }: StartOptions = {}): Promise<Started> {
  const app = await launchElectron({
    executablePath: electronPath(),
    args: [checkout, `--user-data-dir=${data}`, ...args],
    cwd: checkout,
    env: { ...inherited(), ...env },
  });
  const reader = await windowOf(app, 'reader');
  await reader.getByRole('article').waitFor();
  return { app, reader };
}

export const test = base.extend({
  launch: async ({ data }, use) => {
    const running: ElectronApplication[] = [];
    await use(async (options) => {
      const started = await start(data, options);
      running.push(started.app);
      return started;
    });
    for (const app of running) await app.close().catch(() => undefined);
  },
});

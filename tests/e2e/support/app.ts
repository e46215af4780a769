/** Starts the real app on a data folder of its own, and says how a delegate would do things. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Locator,
  type Page,
} from '@playwright/test';

export const checkout = resolve(import.meta.dirname, '../../..');

export const electronPath = (): string => {
  const path = process.env['KYHOP_ELECTRON_PATH'];
  if (path === undefined) throw new Error('run the tests through `npm test`: it chooses the runtime');
  return path;
};

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Started {
  readonly app: ElectronApplication;
  readonly reader: Page;
}

/** Starts the app on a data folder; resolves when the report can be read. */
export async function start(data: string, { args = [], env = {} }: StartOptions = {}): Promise<Started> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [checkout, `--user-data-dir=${data}`, ...args],
    cwd: checkout,
    env: { ...inherited(), ...env },
  });
  askAgainWhenCollected(app);
  const reader = await windowOf(app, 'reader');
  await reader.getByRole('article').waitFor();
  return { app, reader };
}

/**
 * The debugger loses an answer when main collects its garbage just then ("Resulting promise was garbage collected"),
 * once in some hundred tests on a busy machine: that says nothing of the app, and the question is put again.
 */
function askAgainWhenCollected(app: ElectronApplication): void {
  const ask = app.evaluate.bind(app) as (...question: unknown[]) => Promise<unknown>;
  const patient = async (...question: unknown[]): Promise<unknown> => {
    try {
      return await ask(...question);
    } catch (error) {
      if (error instanceof Error && error.message.includes('garbage collected')) return ask(...question);
      throw error;
    }
  };
  Object.assign(app, { evaluate: patient });
}

export function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The app's window of that name, waiting for it to open. */
export async function windowOf(app: ElectronApplication, name: 'reader' | 'stage'): Promise<Page> {
  const isIt = (page: Page): boolean => page.url().startsWith(`app://${name}/`);
  // Polled, because a window is announced before it has its address.
  await expect.poll(() => app.windows().some(isIt), { timeout: 30_000 }).toBe(true);
  const found = app.windows().find(isIt);
  if (found === undefined) throw new Error(`the ${name} window closed again`);
  return found;
}

/** A test with a fresh data folder, which is removed afterwards with whatever still runs on it. */
export const test = base.extend<{ data: string; launch: (options?: StartOptions) => Promise<Started> }>({
  // Playwright reads the names it must provide from this pattern.
  // eslint-disable-next-line no-empty-pattern
  data: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ky-hop-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
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

/** The block that begins with these words. */
export const blockWith = (reader: Page, words: string): Locator =>
  reader.getByRole('article').locator('[data-address]').filter({ hasText: words }).first();

/** Drags over words of a block with the mouse, as a delegate does. */
export async function selectWords(reader: Page, block: Locator, words: string): Promise<void> {
  await block.scrollIntoViewIfNeeded();
  const ends = await block.evaluate((element, text) => {
    const whole = element.textContent;
    const at = whole.indexOf(text);
    if (at === -1) throw new Error(`no such words: ${text}`);
    const boxOf = (offset: number): { x: number; y: number } => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (offset <= before + length) {
          const range = document.createRange();
          range.setStart(node, offset - before);
          range.setEnd(node, offset - before);
          const box = range.getBoundingClientRect();
          return { x: box.x, y: box.y + box.height / 2 };
        }
        before += length;
      }
      throw new Error('beyond the text');
    };
    return { from: boxOf(at), to: boxOf(at + text.length) };
  }, words);
  await reader.mouse.move(ends.from.x + 0.5, ends.from.y);
  await reader.mouse.down();
  await reader.mouse.move((ends.from.x + ends.to.x) / 2, ends.to.y, { steps: 3 });
  await reader.mouse.move(ends.to.x + 0.5, ends.to.y, { steps: 3 });
  await reader.mouse.up();
  await reader.getByRole('toolbar', { name: 'Đánh dấu' }).waitFor();
}

/** Closes the app as the user does: the window's own close. Resolves when the process has ended. */
export async function closeByWindow(app: ElectronApplication): Promise<void> {
  const ended = new Promise((done) => app.process().once('exit', done));
  await app
    .evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    })
    .catch(() => undefined);
  await ended;
}

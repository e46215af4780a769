/** A delegate who starts the app again finds the one that is open. */
import { spawn } from 'node:child_process';
import { expect, type ElectronApplication } from '@playwright/test';
import { checkout, electronPath, inherited, windowOf } from './support/app.ts';
import { launchElectron, test } from './support/launching.ts';
import { isRoot } from './support/packaged.ts';

/** Starts the app a second time on the same data; resolves with its exit code. */
function startAgain(data: string): Promise<number | null> {
  const args = [checkout, `--user-data-dir=${data}`, ...(isRoot ? ['--no-sandbox'] : [])];
  const second = spawn(electronPath(), args, { cwd: checkout, env: inherited(), stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    second.once('error', reject);
    second.once('exit', resolve);
  });
}

const windows = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      name: /reader|stage|blank/u.exec(window.webContents.getURL())?.[0],
      visible: window.isVisible(),
      minimized: window.isMinimized(),
      focused: window.isFocused(),
    })),
  );

test('a second start ends at once and brings the minimised window back, with what was typed', async ({
  launch,
  data,
}) => {
  const { app, reader } = await launch();
  const notes = reader.getByRole('textbox', { name: /^Ghi chú cho/u });
  await notes.first().fill('đang viết dở');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(async () => (await windows(app))[0]?.minimized).toBe(true);

  expect(await startAgain(data)).toBe(0);
  await expect
    .poll(() => windows(app))
    .toEqual([{ name: 'reader', visible: true, minimized: false, focused: true }]);
  const texts = () =>
    notes.evaluateAll((fields) => fields.map((each) => (each as HTMLTextAreaElement).value));
  await expect.poll(texts).toContain('đang viết dở');
});

test('a second start brings the window forward from behind another', async ({ launch, data }) => {
  const { app } = await launch();
  await app.evaluate(async ({ BrowserWindow }) => {
    const other = new BrowserWindow({ width: 400, height: 300, title: 'khác' });
    await other.loadURL('about:blank');
    other.focus();
  });
  const focused = async () => (await windows(app)).filter((each) => each.focused).map(({ name }) => name);
  await expect.poll(focused).toEqual(['blank']);
  expect(await startAgain(data)).toBe(0);
  await expect.poll(focused).toEqual(['reader']);
});

test('a second start during a presentation on the only display does not show the reader to the room', async ({
  launch,
  data,
}) => {
  const { app, reader } = await launch();
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();
  const stage = await windowOf(app, 'stage');
  await stage.getByRole('heading', { level: 1 }).waitFor();
  const visible = async () =>
    Object.fromEntries((await windows(app)).map((each) => [each.name ?? '', each.visible]));
  await expect.poll(visible).toEqual({ reader: false, stage: true });
  const heard = app.evaluate(
    ({ app: electron }) => new Promise((done) => electron.once('second-instance', () => done(null))),
  );
  expect(await startAgain(data)).toBe(0);
  await heard;
  expect(await visible()).toEqual({ reader: false, stage: true });
});

test('two data folders are two apps, side by side', async ({ launch, data }) => {
  const { app } = await launch();
  const other = await launchElectron({
    executablePath: electronPath(),
    args: [checkout, `--user-data-dir=${data}/khac`],
    cwd: checkout,
    env: inherited(),
  });
  await (await windowOf(other, 'reader')).getByRole('article').waitFor();
  expect(await windows(app)).toHaveLength(1);
  await other.close();
});

/** What a delegate sees when something is wrong: a sentence that says what to do, and every letter still there. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { closeByWindow } from './support/app.ts';
import { test } from './support/launching.ts';
import { copyOfApp, holdStore, lockFolder, mountDisk, startRefused, storeOf } from './support/obstacles.ts';
import { isRoot } from './support/packaged.ts';

const notes = (reader: Page) => reader.getByRole('textbox', { name: /^Ghi chú cho/u });
const composer = (reader: Page) => notes(reader).first();
const status = (reader: Page) => reader.getByRole('contentinfo').getByRole('status');
const texts = (reader: Page): Promise<string[]> =>
  notes(reader).evaluateAll((fields) => fields.map((each) => (each as HTMLTextAreaElement).value));

/** Writes a note and closes the app: the store holds it, and a backup. */
async function writeFirst(launch: () => Promise<{ app: ElectronApplication; reader: Page }>): Promise<void> {
  const { app, reader } = await launch();
  await composer(reader).fill('ghi chú hôm trước');
  await expect(status(reader)).toHaveText(/^Đã lưu/u);
  await closeByWindow(app);
}

const said = (text: RegExp) => [{ title: 'Kỳ Họp', text: expect.stringMatching(text) }];

test('an altered report is not opened, and the notes stay what they were', async ({ launch, data }) => {
  await writeFirst(launch);
  const { app, briefing } = copyOfApp(data);
  const bytes = readFileSync(briefing);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(briefing, bytes);
  expect(await startRefused(data, data, app)).toEqual({
    code: 1,
    said: said(/^Hồ sơ kỳ họp bị hỏng.*Hãy chép lại tệp từ nguồn ban đầu\.$/u),
  });
  expect(await texts((await launch()).reader)).toContain('ghi chú hôm trước');
});

test('a missing report is said to be missing', async ({ data }) => {
  const { app, briefing } = copyOfApp(data);
  rmSync(briefing);
  expect(await startRefused(data, join(data, 'private'), app)).toEqual({
    code: 1,
    said: said(/^Không tìm thấy hồ sơ kỳ họp\. Hãy /u),
  });
  // The notebook was not even opened, and the log says why the app did not start.
  expect(existsSync(storeOf(join(data, 'private')))).toBe(false);
  const log = readFileSync(join(data, 'private/logs/ky-hop.log'), 'utf8');
  expect(log).toContain('"event":"refused-start","code":"briefing-missing"');
});

test('a notebook of a newer version is refused and not touched', async ({ launch, data }) => {
  await writeFirst(launch);
  const store = new Database(storeOf(data));
  store.pragma('user_version = 999');
  store.close();
  const before = readFileSync(storeOf(data));
  expect(await startRefused(data, data)).toEqual({
    code: 1,
    said: said(/định dạng 999.*Hãy cập nhật ứng dụng rồi mở lại\.$/u),
  });
  expect(readFileSync(storeOf(data)).equals(before)).toBe(true);
});

test('a notebook that another program holds is said to be in use', async ({ launch, data }) => {
  await writeFirst(launch);
  const letGo = holdStore(data);
  expect(await startRefused(data, data)).toEqual({
    code: 1,
    said: said(/đang được một chương trình khác sử dụng\. Hãy đóng chương trình đó/u),
  });
  letGo();
  expect(await texts((await launch()).reader)).toContain('ghi chú hôm trước');
});

test('a data folder that cannot be written to is said at the start', async ({ data }) => {
  const folder = join(data, 'private');
  const unlock = lockFolder(folder);
  try {
    expect(await startRefused(data, folder)).toEqual({
      code: 1,
      said: said(/chỉ đọc.*Hãy kiểm tra quyền ghi của thư mục dữ liệu\.$/u),
    });
  } finally {
    unlock();
  }
});

test('a damaged notebook is set aside, the backup takes its place, and both are said', async ({
  launch,
  data,
}) => {
  await writeFirst(launch);
  const damaged = readFileSync(storeOf(data)).fill(0x5a, 0, 4096);
  writeFileSync(storeOf(data), damaged);

  const { reader } = await launch();
  const toast = reader.getByRole('status').filter({ hasText: 'Tệp ghi chú bị hỏng nên đã được cất riêng' });
  await expect(toast).toContainText('sổ tay được lấy lại từ bản sao lưu');
  expect(await texts(reader)).toContain('ghi chú hôm trước');
  const aside = readdirSync(data).find(
    (name) => name.startsWith('so-tay.sqlite.damaged-') && !/-(?:wal|shm)$/u.test(name),
  );
  expect(aside).toBeDefined();
  await expect(toast).toContainText(aside ?? '');
  expect(readFileSync(join(data, aside ?? '')).equals(damaged)).toBe(true);
  await composer(reader).fill('viết tiếp trên sổ tay đã lấy lại');
  await expect(status(reader)).toHaveText(/^Đã lưu/u);
});

test('a damaged notebook without a backup is set aside, and an empty one begins', async ({
  launch,
  data,
}) => {
  writeFileSync(storeOf(data), 'không phải là cơ sở dữ liệu');
  const { reader } = await launch();
  await expect(
    reader.getByRole('status').filter({ hasText: 'sổ tay bắt đầu lại từ trang trắng' }),
  ).toBeVisible();
  expect(await texts(reader)).toEqual(['']);
  const aside = readdirSync(data).find((name) => name.startsWith('so-tay.sqlite.damaged-')) ?? '';
  expect(readFileSync(join(data, aside), 'utf8')).toBe('không phải là cơ sở dữ liệu');
});

interface Asked {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** Answers every question box of the app with this button; what was asked and answered can be read. */
async function answerWith(app: ElectronApplication, button: string): Promise<() => Promise<Asked[]>> {
  await app.evaluate(({ dialog }, wanted) => {
    const asked: Asked[] = [];
    Object.assign(globalThis, { asked });
    const answer = (...args: unknown[]) => {
      const { message, detail = '', buttons = [] } = args.at(-1) as Electron.MessageBoxOptions;
      const answered = { response: buttons.indexOf(wanted), checkboxChecked: false };
      // Nobody answers at once: the app goes on meanwhile.
      return new Promise<typeof answered>((resolve) =>
        setTimeout(() => {
          asked.push({ message, detail, buttons });
          resolve(answered);
        }, 100),
      );
    };
    dialog.showMessageBox = answer;
  }, button);
  return () => app.evaluate(() => (globalThis as unknown as { asked: Asked[] }).asked);
}

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

const inUse = 'Sổ tay đang được một chương trình khác sử dụng. Hãy đóng chương trình đó rồi thử lại.';

test('text that cannot be saved stays, is spoken of, and is saved by itself when the store is free', async ({
  launch,
  data,
}) => {
  const { app, reader } = await launch();
  const letGo = holdStore(data);
  await composer(reader).fill('chưa lưu được ngay');
  await expect(status(reader)).toHaveText(`Chưa lưu được. ${inUse}`);
  expect(await texts(reader)).toContain('chưa lưu được ngay');
  letGo();
  await expect(status(reader)).toHaveText(/^Đã lưu/u, { timeout: 15_000 });
  expect(await texts(reader)).toContain('chưa lưu được ngay');

  const killed = new Promise((done) => app.process().once('exit', done));
  app.process().kill('SIGKILL');
  await killed;
  expect(await texts((await launch()).reader)).toContain('chưa lưu được ngay');
});

test('closing with text that cannot be saved asks, and stays when told to', async ({ launch, data }) => {
  const { app, reader } = await launch();
  const letGo = holdStore(data);
  await composer(reader).fill('đóng lại khi chưa lưu được');
  await expect(status(reader)).toHaveText(`Chưa lưu được. ${inUse}`);
  const asked = await answerWith(app, 'Ở lại');
  await closeWindow(app);
  await expect.poll(asked).toEqual([
    {
      message: 'Còn 1 ghi chú chưa lưu được.',
      detail: inUse,
      buttons: ['Thử lưu lại', 'Lưu ra tệp khác rồi đóng', 'Ở lại'],
    },
  ]);
  expect(await texts(reader)).toContain('đóng lại khi chưa lưu được');

  // The store is free again: closing asks nothing more and keeps everything.
  letGo();
  await closeByWindow(app);
  expect(await texts((await launch()).reader)).toContain('đóng lại khi chưa lưu được');
});

test('“Thử lưu lại” saves when the store has become free', async ({ launch, data }) => {
  const { app, reader } = await launch();
  const letGo = holdStore(data);
  await composer(reader).fill('thử lại thì lưu được');
  await expect(status(reader)).toHaveText(`Chưa lưu được. ${inUse}`);
  const ended = new Promise((done) => app.process().once('exit', done));
  const asked = await answerWith(app, 'Thử lưu lại');
  await closeWindow(app);
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(0);
  letGo();
  await ended;
  expect(await texts((await launch()).reader)).toContain('thử lại thì lưu được');
});

test('“Lưu ra tệp khác rồi đóng” leaves the text in a file of the user’s choice', async ({
  launch,
  data,
}) => {
  const { app, reader } = await launch();
  const letGo = holdStore(data);
  await composer(reader).fill('mang chữ này đi chỗ khác');
  await expect(status(reader)).toHaveText(`Chưa lưu được. ${inUse}`);
  await answerWith(app, 'Lưu ra tệp khác rồi đóng');
  const saved = join(data, 'mang đi.txt');
  const ended = new Promise((done) => app.process().once('exit', done));
  await app.evaluate(({ dialog }, filePath) => {
    // Given up once, then a folder that is none, then a file: only the last closes the app.
    const answers = ['', '/dev/null/khong-co/tep.txt', filePath];
    dialog.showSaveDialog = () => {
      const answer = answers.shift() ?? '';
      return Promise.resolve({ canceled: answer === '', filePath: answer });
    };
    dialog.showErrorBox = () => undefined;
  }, saved);
  await closeWindow(app);
  await ended;
  expect(readFileSync(saved, 'utf8')).toBe('mang chữ này đi chỗ khác\n');
  letGo();
});

// A disk of a test's own is Linux's to give, to root; the rule is the same everywhere (tests/unit/delegate).
if (process.platform === 'linux' && isRoot) {
  test('on a full disk text stays on screen, the reason is said, and it is saved when there is room again', async ({
    launch,
    data,
  }) => {
    const disk = mountDisk(data);
    try {
      const { app, reader } = await launch();
      disk.fill();
      const long = 'Ổ đĩa đầy giữa phiên họp. '.repeat(400);
      await composer(reader).fill(long);
      await expect(status(reader)).toHaveText(/^Chưa lưu được\. Ổ đĩa đã đầy\. Hãy xóa bớt tệp khác/u);
      expect(await texts(reader)).toContain(long);
      disk.free();
      await expect(status(reader)).toHaveText(/^Đã lưu/u, { timeout: 15_000 });
      const killed = new Promise((done) => app.process().once('exit', done));
      app.process().kill('SIGKILL');
      await killed;
      const again = await launch();
      expect(await texts(again.reader)).toContain(long);
      await closeByWindow(again.app);
    } finally {
      disk.remove();
    }
  });
}

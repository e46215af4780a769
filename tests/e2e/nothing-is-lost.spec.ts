import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { checkout, closeByWindow, electronPath, inherited, test, windowOf } from './support/app.ts';

const field = (reader: Page) => reader.getByRole('textbox', { name: /^Ghi chú cho/u }).first();
const notes = (reader: Page) => reader.getByRole('complementary', { name: 'Sổ tay' }).getByRole('textbox');

test('typing and closing within one frame loses nothing, a hundred times', async ({ launch, data }) => {
  test.setTimeout(240_000);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const hand = spawn(
    electronPath(),
    [join(import.meta.dirname, 'support/close-a-hundred-times'), `--user-data-dir=${data}`, ...asRoot],
    { env: { ...inherited(), KYHOP_MAIN: join(checkout, 'out/main/main.cjs') }, stdio: 'ignore' },
  );
  expect(await new Promise((done) => hand.once('exit', done))).toBe(0);

  const { reader } = await launch();
  const kept = await notes(reader).evaluateAll((fields) =>
    fields.map((each) => (each as HTMLTextAreaElement).value),
  );
  const typed = Array.from({ length: 100 }, (_, turn) => String.fromCharCode(0x61 + (turn % 26)));
  expect(kept.slice(1).sort()).toEqual(typed.sort());
});

test('quitting, reloading and being terminated lose nothing', async ({ launch, data }) => {
  expect(data).not.toBe('');
  const quit = await launch();
  await field(quit.reader).fill('viết rồi thoát');
  const ended = new Promise((done) => quit.app.process().once('exit', done));
  await quit.app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  await ended;

  const reloaded = await launch();
  await expect(notes(reloaded.reader).nth(1)).toHaveValue('viết rồi thoát');
  await field(reloaded.reader).fill('viết rồi nạp lại');
  await reloaded.reader.reload();
  await expect(notes(reloaded.reader).nth(2)).toHaveValue('viết rồi nạp lại');
  await field(reloaded.reader).fill('viết rồi bị tắt');
  const terminated = new Promise((done) => reloaded.app.process().once('exit', done));
  reloaded.app.process().kill('SIGTERM');
  await terminated;

  const again = await launch();
  const kept = await notes(again.reader).evaluateAll((each) =>
    each.map((one) => (one as HTMLTextAreaElement).value),
  );
  expect(kept.sort()).toEqual(['', 'viết rồi bị tắt', 'viết rồi nạp lại', 'viết rồi thoát']);
});

test('“Đã lưu” is said only of what a killed process leaves behind', async ({ launch }) => {
  const { app, reader } = await launch();
  await field(reader).fill('chỉ nói đã lưu khi đã ghi xong');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  const killed = new Promise((done) => app.process().once('exit', done));
  app.process().kill('SIGKILL');
  await killed;

  const again = await launch();
  await expect(notes(again.reader).nth(1)).toHaveValue('chỉ nói đã lưu khi đã ghi xong');
  await closeByWindow(again.app);
  const last = await launch();
  expect(await notes(await windowOf(last.app, 'reader')).count()).toBe(2);
});

for (const ending of ['suspend', 'lock-screen', 'shutdown', 'session-end', 'query-session-end'] as const) {
  test(`what was typed is committed at once on ${ending}`, async ({ launch }) => {
    const { app, reader } = await launch();
    // Without its timer the buffer commits only when it is told to.
    await app.evaluate(() => {
      const { setTimeout } = globalThis;
      Object.assign(globalThis, {
        setTimeout: (work: () => void, ms: number) => (ms === 200 ? 0 : setTimeout(work, ms)),
      });
    });
    await field(reader).fill(`viết trước khi ${ending}`);
    const status = reader.getByRole('status').filter({ hasText: /lưu/u });
    await expect(status).toHaveText('Đang lưu…');
    // Messages arrive in order: when this one is answered, the draft before it has been received.
    await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('covid');
    await reader.getByRole('option').first().waitFor();
    await expect(status).toHaveText('Đang lưu…');
    await app.evaluate(({ BrowserWindow, powerMonitor }, event) => {
      if (event.endsWith('session-end')) BrowserWindow.getAllWindows()[0]?.emit(event);
      else powerMonitor.emit(event);
    }, ending);
    await expect(status).toHaveText(/^Đã lưu/u);
  });
}

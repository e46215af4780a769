/** The delegate's laptop with a projector beside it, which somebody unplugs. */
import { expect, type ElectronApplication } from '@playwright/test';
import { startTwoDisplays, left, right, type TwoDisplays } from './support/displays.ts';
import { windowOf } from './support/app.ts';
import { test as base } from './support/launching.ts';

const test = base.extend<{ displays: TwoDisplays }>({
  displays: async ({ data }, use) => {
    const displays = await startTwoDisplays(data);
    await use(displays);
    await displays.stop();
  },
  // On these displays, and closed before they go.
  launch: async ({ displays, launch }, use) => {
    await use((options) => launch({ ...options, env: { ...options?.env, ...displays.env } }));
  },
});

const windowsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    Object.fromEntries(
      BrowserWindow.getAllWindows().map((window) => [
        /reader|stage/u.exec(window.webContents.getURL())?.[0] ?? '',
        { bounds: window.getBounds(), full: window.isFullScreen(), visible: window.isVisible() },
      ]),
    ),
  );

/** Whether a window lies wholly on the first display. */
const isWhole = ({ x, y, width, height }: Electron.Rectangle): boolean =>
  x >= 0 && y >= 0 && x + width <= left.width && y + height <= left.height;

const moveReader = (app: ElectronApplication, bounds: Electron.Rectangle) =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);

// A second display without hardware exists for X servers alone; where the stage goes is unit-tested for all systems.
if (process.platform === 'linux') {
  test('“Trình chiếu” fills the second display, and the reader stays on the first with the presenter’s buttons', async ({
    launch,
  }) => {
    const { app, reader } = await launch();
    const before = (await windowsOf(app))['reader'];
    await reader
      .getByRole('navigation', { name: 'Mục lục' })
      .getByRole('button', { name: /Về kinh tế/u })
      .click();
    await reader.getByRole('button', { name: 'Trình chiếu' }).click();
    const stage = await windowOf(app, 'stage');
    await expect(stage.getByRole('heading', { level: 1 })).toHaveText('Về kinh tế');
    await expect
      .poll(() => windowsOf(app))
      .toEqual({
        reader: before,
        stage: { bounds: right, full: true, visible: true },
      });
    expect(before?.visible).toBe(true);
    expect(await stage.evaluate(() => [innerWidth, innerHeight])).toEqual([right.width, right.height]);

    const bar = reader.getByRole('group', { name: 'Trình chiếu' });
    await expect(bar).toContainText('Đang trình chiếu Mục II.1.1');
    const pages = Number(
      /^1 \/ (\d+)$/u.exec((await stage.getByText(/^1 \/ \d+$/u).textContent()) ?? '')?.[1],
    );
    await expect(bar).toContainText(`Trang 1 / ${pages}`);
    await bar.getByRole('button', { name: 'Trang sau' }).click();
    await expect(bar).toContainText(`Trang 2 / ${pages}`);
    await expect(stage.getByText(`2 / ${pages}`)).toBeVisible();
    await bar.getByRole('button', { name: 'Trang trước' }).click();
    await expect(bar).toContainText(`Trang 1 / ${pages}`);
    await expect(stage.getByText(`1 / ${pages}`)).toBeVisible();
    await bar.getByRole('button', { name: 'Tắt hình' }).click();
    await expect(stage.getByText(`1 / ${pages}`)).toBeHidden();
    await bar.getByRole('button', { name: 'Bật hình' }).click();
    await expect(stage.getByText(`1 / ${pages}`)).toBeVisible();

    const gone = stage.waitForEvent('close');
    await bar.getByRole('button', { name: 'Thôi trình chiếu' }).click();
    await gone;
    await expect(bar).toHaveCount(0);
    await expect.poll(() => windowsOf(app)).toEqual({ reader: before });
  });

  test('a reader on the second display projects onto the first', async ({ launch }) => {
    const { app, reader } = await launch();
    await moveReader(app, { x: 2100, y: 100, width: 1400, height: 800 });
    await expect.poll(async () => (await windowsOf(app))['reader']?.bounds.x).toBe(2100);
    await reader.getByRole('button', { name: 'Trình chiếu' }).click();
    await windowOf(app, 'stage');
    await expect
      .poll(async () => (await windowsOf(app))['stage'])
      .toEqual({ bounds: left, full: true, visible: true });
    expect((await windowsOf(app))['reader']).toMatchObject({ visible: true, bounds: { x: 2100 } });
  });

  test('unplugging the display ends the presentation, says so, and leaves the reader where it was', async ({
    launch,
    displays,
  }) => {
    const { app, reader } = await launch();
    const before = await windowsOf(app);
    await reader
      .getByRole('navigation', { name: 'Mục lục' })
      .getByRole('button', { name: /Về kinh tế/u })
      .click();
    const place = () =>
      reader.evaluate(() => document.querySelector('article')?.getBoundingClientRect().top ?? Number.NaN);
    const notes = reader.getByRole('textbox', { name: /^Ghi chú cho/u });
    await notes.first().fill('đang viết khi dây bị rút');
    await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
    const placeBefore = await place();
    await reader.getByRole('button', { name: 'Trình chiếu' }).click();
    const stage = await windowOf(app, 'stage');
    await stage.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(async () => (await windowsOf(app))['stage']?.bounds).toEqual(right);

    const gone = stage.waitForEvent('close');
    displays.unplug();
    await gone;
    await expect(reader.getByText('Màn chiếu đã bị rút ra nên trình chiếu đã dừng.')).toBeVisible();
    await expect(reader.getByRole('group', { name: 'Trình chiếu' })).toHaveCount(0);
    await expect.poll(() => windowsOf(app)).toEqual(before);
    expect(await place()).toBe(placeBefore);
    await expect(notes.nth(1)).toHaveValue('đang viết khi dây bị rút');

    // Plugged in again, the same button projects again.
    displays.plug();
    await expect.poll(() => app.evaluate(({ screen }) => screen.getAllDisplays().length)).toBe(2);
    await reader.getByRole('button', { name: 'Trình chiếu' }).click();
    await windowOf(app, 'stage');
    await expect.poll(async () => (await windowsOf(app))['stage']?.bounds).toEqual(right);
  });

  test('a reader that stood on the unplugged display comes back whole onto the first', async ({
    launch,
    displays,
  }) => {
    const { app, reader } = await launch();
    await moveReader(app, { x: 2300, y: 150, width: 1500, height: 900 });
    await expect.poll(async () => (await windowsOf(app))['reader']?.bounds.x).toBe(2300);
    displays.unplug();
    await expect.poll(async () => isWhole((await windowsOf(app))['reader']?.bounds ?? right)).toBe(true);
    expect((await windowsOf(app))['reader']?.visible).toBe(true);
    await expect(reader.getByRole('article')).toBeVisible();
  });

  test('a maximised reader on the unplugged display comes back and can be seen', async ({
    launch,
    displays,
  }) => {
    const { app } = await launch();
    await moveReader(app, { x: 2300, y: 150, width: 1500, height: 900 });
    await expect.poll(async () => (await windowsOf(app))['reader']?.bounds.x).toBe(2300);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
    await expect.poll(async () => (await windowsOf(app))['reader']?.bounds.width).toBeGreaterThan(1900);
    displays.unplug();
    await expect.poll(async () => isWhole((await windowsOf(app))['reader']?.bounds ?? right)).toBe(true);
  });

  test('when only the room’s display is left, as when the laptop is shut, the reader is not shown on it', async ({
    launch,
    displays,
  }) => {
    const { app, reader } = await launch();
    await moveReader(app, { x: 2100, y: 100, width: 1400, height: 800 });
    await expect.poll(async () => (await windowsOf(app))['reader']?.bounds.x).toBe(2100);
    await reader.getByRole('button', { name: 'Trình chiếu' }).click();
    const stage = await windowOf(app, 'stage');
    await stage.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(async () => (await windowsOf(app))['stage']?.bounds).toEqual(left);
    displays.unplug();
    await expect.poll(async () => (await windowsOf(app))['reader']?.visible).toBe(false);
    expect((await windowsOf(app))['stage']).toEqual({ bounds: left, full: true, visible: true });

    const gone = stage.waitForEvent('close');
    await stage.keyboard.press('Escape');
    // The window goes while the key is still down.
    await stage.keyboard.press('Escape').catch(() => undefined);
    await gone;
    await expect
      .poll(async () => {
        const { bounds, visible } = (await windowsOf(app))['reader'] ?? { bounds: right, visible: false };
        return visible && isWhole(bounds);
      })
      .toBe(true);
  });
}

import { expect } from '@playwright/test';
import { selectWords, blockWith, test, windowOf } from './support/app.ts';

test('“Trình chiếu” shows the current section verbatim, in sentences, with everything private hidden', async ({
  launch,
}) => {
  const { app, reader } = await launch();
  await selectWords(reader, blockWith(reader, 'Giá trị sản xuất ngành công nghiệp'), 'CCN Tây Việt Hòa');
  await reader.getByRole('toolbar', { name: 'Đánh dấu' }).getByRole('button', { name: 'Ghi chú' }).click();
  await reader.keyboard.type('bí mật của đại biểu');
  await reader
    .getByRole('navigation', { name: 'Mục lục' })
    .getByRole('button', { name: /Về kinh tế/u })
    .click();
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();

  const stage = await windowOf(app, 'stage');
  await expect(stage.getByRole('heading', { level: 1 })).toHaveText('Về kinh tế');
  await expect(stage.getByText(/^1 \/ \d+$/u)).toBeVisible();
  const report = (await reader.getByRole('article').textContent())?.replace(/\s+/gu, ' ') ?? '';
  const pages = Number((await stage.getByText(/^1 \/ \d+$/u).textContent())?.split('/')[1]);
  expect(pages).toBeGreaterThan(1);
  const shown: string[] = [];
  for (let page = 1; page <= pages; page++) {
    await expect(stage.getByText(`${page} / ${pages}`)).toBeVisible();
    const text = stage.locator('.text:not(.twin)');
    for (const paragraph of await text.locator('p, h2').allTextContents()) {
      expect(report).toContain(paragraph.trim());
      shown.push(paragraph);
    }
    // Nothing is cut off, and the last row can read it: 28 px at 1080p.
    const fits = await text.evaluate((element) => ({
      inside: element.scrollHeight <= (element.parentElement?.clientHeight ?? 0),
      size: parseFloat(getComputedStyle(element).fontSize) / Math.min(innerWidth / 1920, innerHeight / 1080),
    }));
    expect(fits.inside).toBe(true);
    expect(fits.size).toBeGreaterThanOrEqual(27.9);
    await stage.keyboard.press(['ArrowRight', 'PageDown', 'Space', 'ArrowDown'][page % 4] ?? 'Space');
  }
  expect(shown.join(' ')).toContain('116.026 tỷ đồng');
  for (const words of shown) expect(words.trimEnd()).toMatch(/[.;:!?…)”]$|^[^.]{1,160}$/u);
  expect(shown.join(' ')).not.toContain('bí mật');
  expect(await stage.content()).not.toContain('bí mật');

  // The only display: the reader is hidden behind it, and both fill the screen.
  const seen = await app.evaluate(({ BrowserWindow, screen }) => ({
    windows: BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      visible: window.isVisible(),
      full: window.isFullScreen(),
      bounds: window.getBounds(),
    })),
    display: screen.getPrimaryDisplay().bounds,
  }));
  expect(seen.windows.find(({ url }) => url.startsWith('app://reader/'))?.visible).toBe(false);
  expect(seen.windows.find(({ url }) => url.startsWith('app://stage/'))).toMatchObject({
    full: true,
    bounds: seen.display,
  });
});

test('Escape once changes nothing; twice leads back to the reader', async ({ launch }) => {
  const { app, reader } = await launch();
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();
  const stage = await windowOf(app, 'stage');
  await stage.getByRole('heading', { level: 1 }).waitFor();
  await stage.keyboard.press('Escape');
  await stage.keyboard.press('ArrowRight');
  await stage.keyboard.press('Escape');
  await expect(stage.getByRole('heading', { level: 1 })).toBeVisible();
  const closed = stage.waitForEvent('close');
  // The window goes while the key is still down.
  await stage.keyboard.press('Escape').catch(() => undefined);
  await closed;
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())),
    )
    .toEqual([true]);
  await expect(reader.getByRole('group', { name: 'Trình chiếu' })).toHaveCount(0);
});

test('a clicker pages on, back, blanks the picture and brings it again', async ({ launch }) => {
  const { app, reader } = await launch();
  await reader
    .getByRole('navigation', { name: 'Mục lục' })
    .getByRole('button', { name: /Về kinh tế/u })
    .click();
  await reader.keyboard.press('F5');
  const stage = await windowOf(app, 'stage');
  await expect(stage.getByText(/^1 \/ /u)).toBeVisible();
  await stage.keyboard.press('PageDown');
  await expect(stage.getByText(/^2 \/ /u)).toBeVisible();
  await stage.keyboard.press('PageUp');
  await expect(stage.getByText(/^1 \/ /u)).toBeVisible();
  await stage.keyboard.press('.');
  await expect(stage.getByText(/^1 \/ /u)).toBeHidden();
  await stage.keyboard.press('b');
  await expect(stage.getByText(/^1 \/ /u)).toBeVisible();
});

/** The window opens where it stood, and whole, whatever became of the displays. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication } from '@playwright/test';
import { closeByWindow } from './support/app.ts';
import { test } from './support/launching.ts';

interface Place {
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly area: Place['bounds'];
  readonly maximized: boolean;
  readonly visible: boolean;
}

/** Where the reader's window is, and the display's area without task bars. */
const placeOf = (app: ElectronApplication): Promise<Place> =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().startsWith('app://reader/'),
    );
    if (window === undefined) throw new Error('no reader');
    return {
      bounds: window.getBounds(),
      area: screen.getPrimaryDisplay().workArea,
      maximized: window.isMaximized(),
      visible: window.isVisible(),
    };
  });

const isWhole = ({ bounds, area }: Place): boolean =>
  bounds.x >= area.x &&
  bounds.y >= area.y &&
  bounds.x + bounds.width <= area.x + area.width &&
  bounds.y + bounds.height <= area.y + area.height;

const middle = ({ area }: Place): Place['bounds'] => {
  const width = Math.min(1440, area.width);
  const height = Math.min(900, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
};

const fileOf = (data: string): string => join(data, 'window.json');

test('the first window stands in the middle', async ({ launch }) => {
  const { app } = await launch();
  const place = await placeOf(app);
  expect(place.bounds).toEqual(middle(place));
});

test('place and size are kept over a restart', async ({ launch, data }) => {
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 240, y: 160, width: 1000, height: 700 }),
  );
  await expect
    .poll(async () => (await placeOf(first.app)).bounds)
    .toEqual({ x: 240, y: 160, width: 1000, height: 700 });
  await closeByWindow(first.app);
  const again = await launch();
  await expect
    .poll(async () => (await placeOf(again.app)).bounds)
    .toEqual({ x: 240, y: 160, width: 1000, height: 700 });
  await closeByWindow(again.app);
  // And not a frame's height further down with every start.
  expect(JSON.parse(readFileSync(fileOf(data), 'utf8'))).toMatchObject({
    x: 240,
    y: 160,
    width: 1000,
    height: 700,
  });
});

test('a maximised window is maximised again, and returns to its own size', async ({ launch }) => {
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 240, y: 160, width: 1000, height: 700 });
  });
  await expect.poll(async () => (await placeOf(first.app)).bounds.width).toBe(1000);
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
  await expect.poll(async () => (await placeOf(first.app)).maximized).toBe(true);
  await closeByWindow(first.app);
  const again = await launch();
  await expect.poll(async () => (await placeOf(again.app)).maximized).toBe(true);
  await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.unmaximize());
  await expect
    .poll(async () => (await placeOf(again.app)).bounds)
    .toEqual({ x: 240, y: 160, width: 1000, height: 700 });
});

for (const [what, saved] of Object.entries({
  'to the right, on a display that has gone': { x: 2400, y: 200, width: 1000, height: 700 },
  'above and to the left, on a display that has gone': { x: -1500, y: -900, width: 1000, height: 700 },
  'half outside': { x: 1700, y: 900, width: 1000, height: 700 },
  'on a display larger than the present one': { x: 100, y: 100, width: 3600, height: 2000 },
  'with next to no size': { x: 600, y: 300, width: 1, height: 1 },
})) {
  test(`a place saved ${what} opens whole and visible on the present display`, async ({ launch, data }) => {
    writeFileSync(fileOf(data), JSON.stringify({ ...saved, maximized: false }));
    const { app } = await launch();
    await expect.poll(async () => isWhole(await placeOf(app))).toBe(true);
    const place = await placeOf(app);
    await expect.poll(async () => (await placeOf(app)).visible).toBe(true);
    expect(place.bounds.width).toBeGreaterThanOrEqual(480);
    expect(place.bounds.height).toBeGreaterThanOrEqual(400);
  });
}

for (const [what, text] of Object.entries({
  'cut off': '{"x":240,"y":160,"wid',
  empty: '',
  'of another kind': '[]',
  'with words for numbers': '{"x":"a","y":160,"width":1000,"height":700,"maximized":false}',
  'with endless numbers': '{"x":1e999,"y":160,"width":1000,"height":700,"maximized":false}',
  'without a size': '{"x":240,"y":160,"width":0,"height":-5,"maximized":false}',
  'no text at all': '\u0000\u0001\ufffd',
})) {
  test(`a remembered place that is ${what} opens the window in the middle`, async ({ launch, data }) => {
    writeFileSync(fileOf(data), text);
    const { app } = await launch();
    await expect.poll(async () => (await placeOf(app)).bounds).toEqual(middle(await placeOf(app)));
    await expect.poll(async () => (await placeOf(app)).visible).toBe(true);
  });
}

/** For everybody in the hall: screen readers, the keyboard alone, weak eyes, no wish for motion. */
import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { blockWith, selectWords, windowOf } from './support/app.ts';
import { test } from './support/launching.ts';
import { controls, cutOff, readableShare, resizeTo, sidewaysPx, walkByTab } from './support/controls.ts';

const themes = ['Sáng', 'Ngà', 'Tối', 'Tương phản cao'] as const;
const TARGET_PX = 44;

/** Rules of WCAG 2.1 A and AA and axe's own good practice that the page breaks, each with where. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  // The list of results is moved through from the search box (aria-activedescendant); axe knows that of comboboxes only.
  return found
    .filter(
      ({ id, nodes }) =>
        id !== 'scrollable-region-focusable' ||
        nodes.some(({ target }) => target.join() !== '#search-results'),
    )
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
}

const expectNoViolation = async (page: Page, where: string): Promise<void> => {
  expect.soft(await violations(page), where).toEqual([]);
};

/** Opens a sheet by its button, whether it stands in the bar or in the sheet "Thêm". */
async function press(reader: Page, name: string): Promise<void> {
  const button = reader.getByRole('button', { name, exact: true });
  if ((await button.count()) === 0) await reader.getByRole('button', { name: 'Thêm', exact: true }).click();
  await button.click();
}

async function chooseTheme(reader: Page, theme: string): Promise<void> {
  await press(reader, 'Hiển thị');
  await reader.getByRole('dialog').getByRole('button', { name: theme, exact: true }).click();
  await expect(reader.getByRole('button', { name: theme, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await reader.keyboard.press('Escape');
}

/** A mark in each colour, a note on one of them, a free note: what a notebook looks like after an hour. */
async function writeNotebook(reader: Page): Promise<void> {
  const words = ['CCN Tây Việt Hòa', 'tỷ lệ lấp đầy', 'đạt trên 90%', 'Giá trị sản xuất'];
  for (const [index, colour] of ['Vàng', 'Xanh lá', 'Hồng', 'Xanh dương'].entries()) {
    await selectWords(reader, blockWith(reader, 'Giá trị sản xuất ngành công nghiệp'), words[index] ?? '');
    await reader.getByRole('toolbar', { name: 'Đánh dấu' }).getByRole('button', { name: colour }).click();
  }
  await reader
    .getByRole('textbox', { name: /^Ghi chú cho/u })
    .nth(1)
    .fill('Hỏi lại số liệu này.');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
}

/** The states of the reader that a delegate sees, each brought about from the one before. */
const states: readonly { readonly name: string; readonly reach: (reader: Page) => Promise<unknown> }[] = [
  { name: 'the report and the notebook', reach: () => Promise.resolve() },
  { name: 'the footnotes', reach: (reader) => reader.getByRole('tab', { name: /^Chú thích/u }).click() },
  { name: 'the corrections', reach: (reader) => reader.getByRole('tab', { name: /^Đính chính/u }).click() },
  {
    name: 'a selection',
    reach: async (reader) => {
      await reader.getByRole('tab', { name: /^Sổ tay/u }).click();
      await selectWords(reader, blockWith(reader, 'Giá trị sản xuất ngành công nghiệp'), 'cụm công nghiệp');
    },
  },
  {
    name: 'a footnote',
    reach: async (reader) => {
      await reader.keyboard.press('Escape');
      await reader.getByRole('link', { name: 'Chú thích 1', exact: true }).click();
    },
  },
  {
    name: 'the search results',
    reach: async (reader) => {
      await reader.keyboard.press('Escape');
      await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('khieu nai');
      await reader.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'no search results',
    reach: async (reader) => {
      await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('zzzz qqqq');
      await reader.getByText('Không thấy “zzzz qqqq”').waitFor();
    },
  },
  {
    name: 'a hit',
    reach: async (reader) => {
      await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('khieu nai');
      await reader.getByRole('option').first().waitFor();
      await reader.keyboard.press('Enter');
    },
  },
  {
    name: 'the display sheet',
    reach: async (reader) => {
      await reader.keyboard.press('Escape');
      await press(reader, 'Hiển thị');
    },
  },
  {
    name: 'the sheet of keys',
    reach: async (reader) => {
      await reader.keyboard.press('Escape');
      await reader.getByRole('button', { name: /^Phím tắt/u }).click();
    },
  },
];

for (const theme of themes) {
  test(`axe finds nothing in the theme “${theme}”`, async ({ launch }) => {
    test.setTimeout(180_000);
    const { reader } = await launch();
    await chooseTheme(reader, theme);
    await writeNotebook(reader);
    for (const { name, reach } of states) {
      await reach(reader);
      await expectNoViolation(reader, name);
    }
  });
}

test('axe finds nothing on the stage', async ({ launch }) => {
  const { app, reader } = await launch();
  await reader
    .getByRole('navigation', { name: 'Mục lục' })
    .getByRole('button', { name: /Về kinh tế/u })
    .click();
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();
  const stage = await windowOf(app, 'stage');
  await stage.getByRole('heading', { level: 1 }).waitFor();
  await expectNoViolation(stage, 'a first page');
  await stage.keyboard.press('PageDown');
  await expectNoViolation(stage, 'a second page');
});

test('every button and field is at least 44 px high', async ({ launch }) => {
  const { reader } = await launch();
  await writeNotebook(reader);
  for (const { name, reach } of states) {
    await reach(reader);
    const small = (await controls(reader)).filter(
      ({ heightPx, inText }) => !inText && heightPx < TARGET_PX - 0.01,
    );
    expect.soft(small, name).toEqual([]);
  }
});

test('Tab comes by everything that can be used, with a frame around it and in sight', async ({ launch }) => {
  test.setTimeout(180_000);
  const { reader } = await launch();
  await writeNotebook(reader);
  const { stops, missed } = await walkByTab(reader);
  expect(missed).toEqual([]);
  expect(stops.filter(({ outlinePx, inSight }) => outlinePx <= 0 || !inSight)).toEqual([]);

  for (const sheet of ['Hiển thị', 'Phím tắt ?']) {
    await reader.getByRole('button', { name: sheet, exact: true }).click();
    const inSheet = await walkByTab(reader);
    expect(inSheet.missed, sheet).toEqual([]);
    expect(
      inSheet.stops.filter(({ outlinePx, inSight }) => outlinePx <= 0 || !inSight),
      sheet,
    ).toEqual([]);
    await reader.keyboard.press('Escape');
    // The keyboard returns to where it was.
    await expect(reader.getByRole('button', { name: sheet, exact: true })).toBeFocused();
  }
});

const sizes = [
  { name: '1024 × 640', width: 1024, height: 640, zoom: 1 },
  { name: '200 % in 1024 × 640', width: 1024, height: 640, zoom: 2 },
  { name: '200 % in 1366 × 768', width: 1366, height: 768, zoom: 2 },
];
for (const size of sizes) {
  test(`at ${size.name} nothing is cut off, nothing scrolls sideways, and the report keeps its room`, async ({
    launch,
  }, info) => {
    test.setTimeout(120_000);
    const { app, reader } = await launch();
    await writeNotebook(reader);
    await resizeTo(app, reader, size);
    const look = async (name: string) => {
      // Two frames on, the picture shows what is measured.
      await reader.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const png = await app.evaluate(async ({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0];
        return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
      });
      // For people to look at; page.screenshot() is wrong under zoom.
      writeFileSync(info.outputPath(`${name}.png`), Buffer.from(png, 'base64'));
      expect.soft(await sidewaysPx(reader), name).toBe(0);
      expect.soft(await cutOff(reader), name).toEqual([]);
      await expectNoViolation(reader, name);
    };
    await look('the report');
    expect.soft(await readableShare(reader)).toBeGreaterThanOrEqual(0.4);

    const drawer = reader.getByRole('button', { name: 'Mục lục', exact: true });
    const isDrawer = (await drawer.getAttribute('aria-expanded')) === 'false';
    if (isDrawer) await drawer.click();
    await look('the outline');
    await reader
      .getByRole('navigation', { name: 'Mục lục' })
      .getByRole('button', { name: /Về kinh tế/u })
      .click();

    await press(reader, 'Sổ tay');
    await look('the notebook');
    await reader.keyboard.press('Escape');

    await press(reader, 'Hiển thị');
    await look('the display sheet');
    await reader.keyboard.press('Escape');

    await reader.getByRole('article').press('?');
    await look('the sheet of keys');
    await reader.keyboard.press('Escape');

    await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('khieu nai');
    await reader.getByRole('option').first().waitFor();
    await look('the search results');
    await reader.keyboard.press('Enter');
    await look('a hit');
    expect.soft(await readableShare(reader), 'beside a hit').toBeGreaterThanOrEqual(0.4);
    await reader.keyboard.press('Escape');

    await selectWords(reader, blockWith(reader, 'Giá trị sản xuất ngành công nghiệp'), 'cụm công nghiệp');
    await look('a selection');
    await reader.keyboard.press('Escape');

    await reader.getByRole('link', { name: 'Chú thích 1', exact: true }).click();
    await look('a footnote');
  });
}

test('nothing moves by itself for those who asked for less motion', async ({ launch }) => {
  const { reader } = await launch();
  await reader.emulateMedia({ reducedMotion: 'reduce' });
  await reader.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { motionSeen: seen });
    const note = ({ type, target }: Event): void => {
      const { animationDuration, transitionDuration } = getComputedStyle(target as Element);
      const lasts = [animationDuration, transitionDuration].some((each) => parseFloat(each) > 0);
      if (lasts) seen.push(`${type} of ${(target as Element).className}`);
    };
    document.addEventListener('transitionrun', note, true);
    document.addEventListener('animationstart', note, true);
  });
  for (const { reach } of states) {
    await reach(reader);
    expect(await reader.evaluate(() => document.getAnimations().length)).toBe(0);
  }
  expect(await reader.evaluate(() => (globalThis as unknown as { motionSeen: string[] }).motionSeen)).toEqual(
    [],
  );
  const scrolling = await reader.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((each) => getComputedStyle(each).scrollBehavior)
      .filter((each) => each !== 'auto'),
  );
  expect(scrolling).toEqual([]);
});

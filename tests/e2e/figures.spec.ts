/** “Số liệu”: finding an indicator, seeing it as a chart, comparing it, taking it away, projecting it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { electronPath, windowOf } from './support/app.ts';
import { appOn } from './support/another-report.ts';
import { controls, cutOff, resizeTo, sidewaysPx } from './support/controls.ts';
import { launchElectron, test } from './support/launching.ts';
import { packagedApp } from './support/packaged.ts';

const industry = 'Giá trị sản xuất công nghiệp, xây dựng';
const trade = 'Giá trị sản xuất thương mại, dịch vụ';
const values = ['88.910', '102.267', '116.026'];

const grid = (reader: Page): Locator => reader.getByRole('grid', { name: 'Bảng chỉ tiêu' });
const detail = (reader: Page): Locator => reader.getByRole('region', { name: 'Chi tiết chỉ tiêu' });
const search = (reader: Page): Locator => reader.getByRole('searchbox', { name: 'Tìm chỉ tiêu' });
/** The row of the indicator of that name, not of one whose name goes on. */
const rowOf = (reader: Page, name: string): Locator =>
  grid(reader)
    .getByRole('row')
    .filter({ has: reader.locator(`[title="${name}"]`) })
    .first();

async function openFigures(reader: Page): Promise<void> {
  await reader.getByRole('button', { name: 'Số liệu', exact: true }).click();
  await expect(grid(reader)).toBeFocused();
}

async function chooseIndustry(reader: Page): Promise<void> {
  await search(reader).fill('gia tri san xuat cong nghiep');
  await rowOf(reader, industry).click();
  await expect(detail(reader).getByRole('heading', { name: industry, exact: true })).toBeVisible();
}

/** Answers the system's save dialog; nothing else of the app is replaced. */
async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    const answer = path === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path };
    dialog.showSaveDialog = () => Promise.resolve(answer);
  }, filePath);
}

const clipboard = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard: board }) => board.readText());

const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
};

test('the view opens by its button and by its key, and Escape leads back to the report', async ({
  launch,
}) => {
  const { reader } = await launch();
  await openFigures(reader);
  await reader.keyboard.press('Escape');
  await expect(grid(reader)).toHaveCount(0);
  await reader.keyboard.press('b');
  await expect(grid(reader)).toBeFocused();
  await reader.keyboard.press('Control+b');
  await expect(grid(reader)).toHaveCount(0);
  // What acts on the report's text does nothing while nobody sees it.
  await reader.keyboard.press('b');
  await search(reader).focus();
  await reader.keyboard.press('Escape');
  await expect(grid(reader)).toHaveCount(0);
});

test('an indicator is found without diacritics, by filters, and in the order that is asked for', async ({
  launch,
}) => {
  const { reader } = await launch();
  await openFigures(reader);
  const summary = reader.getByRole('status').filter({ hasText: 'chỉ tiêu' });
  const all = Number(/^\d+/u.exec((await summary.textContent()) ?? '')?.[0]);
  expect(all).toBeGreaterThan(100);

  await search(reader).fill('SAN XUAT cong nghiep');
  await expect(rowOf(reader, industry)).toBeVisible();
  await search(reader).fill('zzzz');
  await expect(grid(reader).getByText('Không có chỉ tiêu nào')).toBeVisible();
  await search(reader).fill('');

  await reader.getByRole('button', { name: /^Kinh tế/u }).click();
  await reader.getByRole('button', { name: /^Chuỗi nhiều kỳ/u }).click();
  await expect(rowOf(reader, industry)).toBeVisible();
  await expect(grid(reader).getByRole('row').filter({ hasText: 'Văn hóa – xã hội' })).toHaveCount(0);

  await reader.getByRole('button', { name: '2022', exact: true }).click();
  await expect(reader.getByRole('columnheader', { name: '2022' })).toHaveAttribute('aria-sort', 'descending');
  await reader.getByRole('button', { name: '2022', exact: true }).click();
  await expect(reader.getByRole('columnheader', { name: '2022' })).toHaveAttribute('aria-sort', 'ascending');

  await reader.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(summary).toContainText(`${all} chỉ tiêu`);
  await reader.getByLabel('Nhóm theo').selectOption('section');
  await expect(grid(reader).getByRole('row').filter({ hasText: 'Mục ' }).first()).toBeVisible();
});

test('a chart has a table with the exact values of the report', async ({ launch }) => {
  const { reader } = await launch();
  await openFigures(reader);
  await chooseIndustry(reader);
  const picture = detail(reader).getByRole('img', { name: new RegExp(industry, 'u') });
  await expect(picture).toBeVisible();
  for (const value of values) await expect(picture.getByText(value, { exact: true })).toBeVisible();
  // The estimate is filled with a pattern, and named.
  await expect(picture.getByText('2023 (ước)')).toBeVisible();
  expect(await picture.locator('rect.hatched').count()).toBe(1);

  const table = detail(reader).getByRole('table', { name: new RegExp(industry, 'u') });
  expect(await table.getByRole('row').allInnerTexts()).toHaveLength(4);
  await detail(reader).getByRole('button', { name: 'Xem bảng số' }).click();
  await expect(picture).toHaveCount(0);
  for (const value of values)
    await expect(table.getByRole('cell', { name: value, exact: true })).toBeVisible();
});

test('from an indicator one gets to its sentence and back, to a note, and to a question', async ({
  launch,
}) => {
  const { reader } = await launch();
  await openFigures(reader);
  await chooseIndustry(reader);
  await detail(reader).getByRole('button', { name: 'Xem trong văn bản' }).click();
  const sentence = reader.getByRole('article').getByText('88.910 tỷ đồng').first();
  await expect(sentence).toBeInViewport();
  await reader.getByRole('button', { name: /Quay lại/u }).click();
  await expect(detail(reader).getByRole('heading', { name: industry, exact: true })).toBeVisible();

  await detail(reader).getByRole('button', { name: 'Ghi chú', exact: true }).click();
  await expect(reader.getByRole('textbox', { name: 'Ghi chú cho Mục II.1.1, đoạn 2' })).toBeFocused();
  await reader.keyboard.type('Hỏi thêm.');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();

  await openFigures(reader);
  await detail(reader).getByRole('button', { name: 'Câu hỏi' }).click();
  const draft = reader.getByRole('textbox').and(reader.locator(':focus'));
  await expect(draft).toHaveValue(/đoạn 2 ghi: “.*88\.910 tỷ đồng/u);
});

test('figures go to the clipboard with their citation, and as a table for a spreadsheet', async ({
  launch,
}) => {
  const { app, reader } = await launch();
  await openFigures(reader);
  await chooseIndustry(reader);
  await detail(reader).getByRole('button', { name: 'Chép', exact: true }).click();
  await expect.poll(() => clipboard(app)).toContain('2021: 88.910; 2022: 102.267; 2023 (ước): 116.026');
  expect(await clipboard(app)).toContain('mục II.1.1, đoạn 2');

  await reader.getByRole('button', { name: 'Chép bảng' }).click();
  await expect.poll(() => clipboard(app)).toContain('\t88.910\t102.267\t116.026 (ước)\t');
  const lines = (await clipboard(app)).split('\n').map((line) => line.split('\t').length);
  expect(new Set(lines).size).toBe(1);
});

test('a spreadsheet holds the figures as numbers, with their words and places', async ({ launch, data }) => {
  const { app, reader } = await launch();
  await openFigures(reader);
  await chooseIndustry(reader);
  await answerSaveDialog(app, null);
  await reader.getByRole('button', { name: 'Xuất XLSX' }).click();
  await expect(reader.getByRole('button', { name: 'Xuất XLSX' })).toBeEnabled();

  const file = join(data, 'so lieu');
  await answerSaveDialog(app, file);
  await reader.getByRole('button', { name: 'Xuất XLSX' }).click();
  await expect(reader.getByText('Đã lưu “so lieu.xlsx”.')).toBeVisible();
  const parts = unzipSync(readFileSync(`${file}.xlsx`));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  for (const value of ['88910', '102267', '116026']) expect(sheet).toContain(`<v>${value}</v>`);
  const words = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
  expect(words).toContain('116.026 tỷ đồng');
  expect(words).toContain('Mục II.1.1, đoạn 2');
  expect(words).not.toContain('Cây trồng mới');

  await answerSaveDialog(app, join(data, 'no such folder', 'a.xlsx'));
  await reader.getByRole('button', { name: 'Xuất XLSX' }).click();
  await expect(reader.getByText(/^Không ghi được tệp xuất/u)).toBeVisible();
});

test('a chart is saved as a sharp picture and as a drawing', async ({ launch, data }) => {
  const { app, reader } = await launch();
  await openFigures(reader);
  await chooseIndustry(reader);
  const png = join(data, 'a.png');
  await answerSaveDialog(app, png);
  await detail(reader).getByRole('button', { name: 'Lưu hình PNG' }).click();
  await expect(reader.getByText('Đã lưu “a.png”.')).toBeVisible();
  const bytes = readFileSync(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1600);
  // It is no white sheet: the bars' colour is in it.
  const colours = await app.evaluate(({ nativeImage }, path) => {
    const bitmap = nativeImage.createFromPath(path).toBitmap();
    const seen = new Set<number>();
    for (let at = 0; at < bitmap.length; at += 4) seen.add(bitmap.readUIntBE(at, 3));
    return seen.size;
  }, png);
  expect(colours).toBeGreaterThan(8);

  const svg = join(data, 'a.svg');
  await answerSaveDialog(app, svg);
  await detail(reader).getByRole('button', { name: 'Lưu hình SVG' }).click();
  await expect.poll(() => existsSync(svg)).toBe(true);
  for (const value of values) expect(readFileSync(svg, 'utf8')).toContain(`>${value}</text>`);
});

test('indicators of one unit share a chart; of another unit they do not', async ({ launch }) => {
  const { reader } = await launch();
  await openFigures(reader);
  await search(reader).fill('gia tri san xuat');
  await rowOf(reader, industry).click();
  await detail(reader).getByRole('button', { name: 'Thêm vào so sánh' }).click();
  await rowOf(reader, trade).click({ modifiers: ['Control'] });
  const comparison = detail(reader).getByRole('region', { name: 'So sánh' });
  await expect(comparison.getByRole('heading', { name: 'So sánh 2 chỉ tiêu' })).toBeVisible();
  const table = comparison.getByRole('table');
  for (const value of [...values, '35.000', '40.600'])
    await expect(table.getByRole('cell', { name: value, exact: true })).toBeAttached();

  await rowOf(reader, `${industry} (tốc độ tăng)`).click();
  await expect(detail(reader).getByRole('button', { name: 'Thêm vào so sánh' })).toBeDisabled();
  await expect(detail(reader).getByText(/^Không so sánh được: khác đơn vị/u)).toBeVisible();
  await comparison.getByRole('button', { name: 'Thôi so sánh' }).click();
  await expect(comparison).toHaveCount(0);
});

test('the stage shows the chart, its source and nothing private', async ({ launch }) => {
  const { app, reader } = await launch();
  await reader.getByRole('button', { name: 'Sổ tay', exact: true }).waitFor();
  await openFigures(reader);
  await chooseIndustry(reader);
  await detail(reader).getByRole('button', { name: 'Ghi chú', exact: true }).click();
  await reader.keyboard.type('điều bí mật');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  await openFigures(reader);
  await detail(reader).getByRole('button', { name: 'Chiếu', exact: true }).click();

  const stage = await windowOf(app, 'stage');
  await expect(stage.getByRole('heading', { level: 1, name: industry })).toBeVisible();
  const picture = stage.getByRole('img');
  for (const value of values) await expect(picture.getByText(value, { exact: true })).toBeVisible();
  await expect(stage.getByText('Mục II.1.1, đoạn 2')).toBeVisible();
  await expect(stage.getByText('tỷ đồng').first()).toBeVisible();
  expect(await stage.content()).not.toContain('bí mật');
  // The last row can read every word: 28 px at 1080p.
  const smallest = await stage.evaluate(() => {
    const u = Math.min(innerWidth / 1920, innerHeight / 1080);
    const shown = [...document.querySelectorAll('main *')].filter(
      (each) =>
        each.closest('.visually-hidden') === null &&
        [...each.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
        ) &&
        each.checkVisibility(),
    );
    return Math.min(...shown.map((each) => parseFloat(getComputedStyle(each).fontSize))) / u;
  });
  expect(smallest).toBeGreaterThanOrEqual(27.9);
  // And the picture lies inside the window.
  const box = await picture.boundingBox();
  const size = await stage.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);

  // A section follows on the same stage.
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.show();
  });
  await reader.keyboard.press('Escape');
  await reader.keyboard.press('Escape');
  await reader.evaluate(() => (document.activeElement as HTMLElement).blur());
  await reader.keyboard.press('F5');
  await expect(stage.locator('.text:not(.twin) p').first()).toBeVisible();
  await expect(stage.getByText(/^1 \/ \d+$/u)).toBeVisible();
});

test('all of it can be done from the keyboard', async ({ launch }) => {
  const { app, reader } = await launch();
  await reader.keyboard.press('b');
  await expect(grid(reader)).toBeFocused();
  await reader.keyboard.press('Control+f');
  await expect(search(reader)).toBeFocused();
  await reader.keyboard.type('gia tri san xuat cong nghiep');
  await reader.keyboard.press('Enter');
  await expect(grid(reader)).toBeFocused();
  await reader.keyboard.press('Home');
  await reader.keyboard.press('ArrowDown');
  await reader.keyboard.press('ArrowUp');
  const active = await grid(reader).getAttribute('aria-activedescendant');
  await expect(reader.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await expect(reader.locator(`[id="${active}"]`)).toContainText('88.910');
  await reader.keyboard.press('x');
  await expect(reader.getByRole('status').filter({ hasText: 'đang so sánh 1' })).toBeVisible();
  await reader.keyboard.press('x');
  await reader.keyboard.press('c');
  await expect.poll(() => clipboard(app)).toContain('2021: 88.910');
  await reader.keyboard.press('Enter');
  await expect(detail(reader)).toBeFocused();
  await reader.keyboard.press('Tab');
  await expect(detail(reader).getByRole('button', { name: 'Xem bảng số' })).toBeFocused();
  await reader.keyboard.press('Escape');
  await expect(grid(reader)).toBeFocused();
  await reader.keyboard.press('End');
  await reader.keyboard.press('v');
  await expect(reader.getByRole('article').getByText('88.910 tỷ đồng').first()).toBeAttached();
  await expect(grid(reader)).toHaveCount(0);
  await reader.keyboard.press('Alt+ArrowLeft');
  await expect(grid(reader)).toBeVisible();
  await reader.keyboard.press('Escape');
  await expect(grid(reader)).toHaveCount(0);
});

for (const theme of ['Sáng', 'Ngà', 'Tối', 'Tương phản cao']) {
  test(`axe finds nothing in “Số liệu” in the theme “${theme}”`, async ({ launch }) => {
    test.setTimeout(120_000);
    const { reader } = await launch();
    await reader.getByRole('button', { name: 'Hiển thị' }).click();
    await reader.getByRole('dialog').getByRole('button', { name: theme, exact: true }).click();
    await reader.keyboard.press('Escape');
    await openFigures(reader);
    await chooseIndustry(reader);
    expect.soft(await violations(reader), 'an indicator').toEqual([]);
    await detail(reader).getByRole('button', { name: 'Xem bảng số' }).click();
    await detail(reader).getByRole('button', { name: 'Thêm vào so sánh' }).click();
    expect.soft(await violations(reader), 'its table').toEqual([]);
    const small = (await controls(reader)).filter(({ heightPx, inText }) => !inText && heightPx < 43.99);
    expect.soft(small).toEqual([]);
  });
}

for (const size of [
  { name: '1024 × 640', width: 1024, height: 640, zoom: 1 },
  { name: '200 % in 1024 × 640', width: 1024, height: 640, zoom: 2 },
]) {
  test(`at ${size.name} everything can be reached and nothing is cut off`, async ({ launch }) => {
    test.setTimeout(120_000);
    const { app, reader } = await launch();
    await resizeTo(app, reader, size);
    await reader.keyboard.press('b');
    await expect(grid(reader)).toBeFocused();
    expect.soft(await sidewaysPx(reader)).toBe(0);
    expect.soft(await cutOff(reader), 'the table').toEqual([]);
    if (size.zoom === 2) {
      await reader.getByRole('button', { name: /^Lọc/u }).click();
      await reader.getByRole('button', { name: /^Kinh tế/u }).click();
      expect.soft(await cutOff(reader), 'the filters').toEqual([]);
      await reader.keyboard.press('Escape');
    }
    await search(reader).fill('san xuat cong nghiep');
    await rowOf(reader, industry).click();
    await expect(detail(reader).getByText('116.026', { exact: true }).first()).toBeVisible();
    expect.soft(await sidewaysPx(reader)).toBe(0);
    expect.soft(await cutOff(reader), 'the detail').toEqual([]);
    expect.soft(await violations(reader)).toEqual([]);
    await detail(reader).getByRole('button', { name: 'Đóng' }).click();
    await expect(grid(reader)).toBeFocused();
  });
}

test('a document without figures says so, and leads back', async ({ data }) => {
  const folder = appOn(
    join(data, 'app'),
    'THÔNG BÁO\n\nVề việc tổ chức họp\n\nĐề nghị các đại biểu dự họp đầy đủ.\n',
  );
  const app = await launchElectron({
    executablePath: electronPath(),
    args: [folder, `--user-data-dir=${join(data, 'own')}`],
    cwd: folder,
  });
  try {
    const reader = await windowOf(app, 'reader');
    await reader.getByRole('article').waitFor();
    await reader.keyboard.press('b');
    await expect(reader.getByText('Tài liệu này không có số liệu.')).toBeVisible();
    expect.soft(await violations(reader)).toEqual([]);
    await reader.getByRole('button', { name: 'Về báo cáo' }).click();
    await expect(reader.getByText('Tài liệu này không có số liệu.')).toHaveCount(0);
  } finally {
    await app.close();
  }
});

test('the packaged app makes a spreadsheet out of its archive', async ({ data }) => {
  const app = await launchElectron({
    executablePath: packagedApp(),
    args: [`--user-data-dir=${join(data, 'own')}`],
  });
  try {
    const reader = await windowOf(app, 'reader');
    await reader.getByRole('article').waitFor();
    await answerSaveDialog(app, join(data, 'a.xlsx'));
    await openFigures(reader);
    await reader.getByRole('button', { name: 'Xuất XLSX' }).click();
    await expect(reader.getByText('Đã lưu “a.xlsx”.')).toBeVisible();
    expect(Object.keys(unzipSync(readFileSync(join(data, 'a.xlsx'))))).toContain('xl/worksheets/sheet1.xml');
  } finally {
    await app.close();
  }
});

/** A delegate writes questions to ask in the session, and loses none of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { controls } from './support/controls.ts';
import { chooseTheme, expectNoViolation } from './support/numbers.ts';
import { blockWith, closeByWindow, selectWords, test, windowOf } from './support/app.ts';

const notebook = (reader: Page) => reader.getByRole('complementary', { name: 'Sổ tay' });
const fields = (reader: Page) => notebook(reader).getByRole('textbox', { name: /^Câu hỏi về/u });
const saved = (reader: Page) =>
  expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();

test('a question is written, addressed, marked as asked, and all of it is there the next day', async ({
  launch,
}) => {
  const first = await launch();
  const { reader } = first;
  await reader.getByRole('tab', { name: /^Câu hỏi/u }).click();
  await fields(reader).first().fill('Vì sao chưa chọn chủ đầu tư?');
  await reader.getByRole('article').click();
  await expect(reader.getByRole('tab', { name: 'Câu hỏi 1', exact: true })).toBeVisible();
  await notebook(reader).getByRole('textbox', { name: 'Hỏi ai' }).fill('Phòng Quản lý đô thị');
  await notebook(reader).getByRole('combobox', { name: 'Tình trạng' }).selectOption('Đã hỏi');
  await saved(reader);
  // Closed within a frame of the last keystroke.
  await fields(reader).nth(1).fill('Vì sao chưa chọn chủ đầu tư? Bao giờ chọn?');
  await closeByWindow(first.app);

  const again = await launch();
  await again.reader.getByRole('tab', { name: 'Câu hỏi 1', exact: true }).click();
  await expect(fields(again.reader).nth(1)).toHaveValue('Vì sao chưa chọn chủ đầu tư? Bao giờ chọn?');
  await expect(notebook(again.reader).getByRole('textbox', { name: 'Hỏi ai' })).toHaveValue(
    'Phòng Quản lý đô thị',
  );
  await expect(notebook(again.reader).getByRole('combobox', { name: 'Tình trạng' })).toHaveValue('asked');

  // Found as notes are, without tones, by its words and by whom it is for.
  for (const words of ['chu dau tu bao gio', 'quan ly do thi bao gio']) {
    await again.reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill(words);
    const group = again.reader.getByRole('group', { name: 'Câu hỏi của tôi' });
    await expect(group.getByRole('option')).toHaveCount(1);
  }
  await again.reader.getByRole('group', { name: 'Câu hỏi của tôi' }).getByRole('option').click();
  await expect(fields(again.reader).nth(1)).toBeFocused();
});

test('deleting a question asks nothing and is undone, step by step', async ({ launch }) => {
  const { reader } = await launch();
  await reader.getByRole('tab', { name: /^Câu hỏi/u }).click();
  await fields(reader).first().fill('Bao giờ xong?');
  await reader.getByRole('article').click();
  await notebook(reader).getByRole('combobox').selectOption('Đã được trả lời');
  await saved(reader);
  await notebook(reader).getByRole('button', { name: 'Xóa câu hỏi' }).click();
  await expect(fields(reader)).toHaveCount(1);
  await reader.getByText('Đã xóa câu hỏi.').locator('..').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(fields(reader).nth(1)).toHaveValue('Bao giờ xong?');
  await expect(notebook(reader).getByRole('combobox')).toHaveValue('answered');
  await notebook(reader).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(notebook(reader).getByRole('combobox')).toHaveValue('draft');
  await notebook(reader).getByRole('button', { name: 'Làm lại' }).click();
  await expect(notebook(reader).getByRole('combobox')).toHaveValue('answered');
});

test('with the keyboard a sentence becomes a question that quotes it with its place', async ({ launch }) => {
  const { reader } = await launch();
  await selectWords(reader, blockWith(reader, 'Giá trị sản xuất ngành công nghiệp'), 'CCN Tây Việt Hòa');
  await reader.keyboard.press('q');
  const field = fields(reader).nth(1);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^Mục II\.1\.1, đoạn \d+ ghi: “CCN Tây Việt Hòa”\.\nĐề nghị $/u);
  await reader.keyboard.type('cho biết tiến độ.');
  await expect(field).toHaveValue(/Đề nghị cho biết tiến độ\.$/u);
  // The address in it leads there.
  await reader.getByRole('article').press('l');
  await notebook(reader)
    .getByRole('button', { name: /^Đến Mục II\.1\.1, đoạn/u })
    .click();
  await expect(blockWith(reader, 'Giá trị sản xuất ngành công nghiệp')).toBeInViewport();
});

test('questions reach neither the room nor the log', async ({ launch, data }) => {
  const { app, reader } = await launch();
  await reader.getByRole('tab', { name: /^Câu hỏi/u }).click();
  await fields(reader).first().fill('câu hỏi bí mật của đại biểu');
  await saved(reader);
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();
  const stage = await windowOf(app, 'stage');
  await stage.getByRole('heading', { level: 1 }).waitFor();
  expect(await stage.content()).not.toContain('bí mật');
  expect(
    await stage.evaluate(() => Object.keys((globalThis as never as { kyhop: { call: object } }).kyhop.call)),
  ).toEqual(['stage.ready']);
  const logs = readdirSync(join(data, 'logs')).map((name) => readFileSync(join(data, 'logs', name), 'utf8'));
  expect(logs.join('')).toContain('"started"');
  expect(logs.join('')).not.toContain('bí mật');
});

test('the questions are clean in each theme, with targets large enough', async ({ launch }) => {
  test.setTimeout(120_000);
  const { reader } = await launch();
  await reader.getByRole('tab', { name: /^Câu hỏi/u }).click();
  await fields(reader).first().fill('Theo Mục II.1.1, đoạn 2: vì sao?');
  await reader.getByRole('article').click();
  for (const theme of ['Sáng', 'Ngà', 'Tối', 'Tương phản cao']) {
    await chooseTheme(reader, theme);
    await expectNoViolation(reader, theme);
  }
  const small = (await controls(reader)).filter(({ heightPx, inText }) => !inText && heightPx < 43.99);
  expect(small).toEqual([]);
});

import { expect } from '@playwright/test';
import { blockWith, test } from './support/app.ts';

test('a query without diacritics finds the passage, shows the hit in the list and in the text', async ({
  launch,
}) => {
  const { reader } = await launch();
  await reader.keyboard.press('Control+k');
  const box = reader.getByRole('searchbox', { name: 'Tìm kiếm' });
  await expect(box).toBeFocused();
  await box.pressSequentially('vanh dai i');
  const results = reader.getByRole('listbox', { name: 'Kết quả' });
  await expect(results.getByRole('option').first()).toContainText(/vành đai i/iu);
  await expect(results.getByRole('option').first().locator('mark').first()).toHaveText(/vành/iu);
  await box.press('Enter');
  await expect(results).toHaveCount(0);
  await expect(reader.getByRole('article').locator('mark.hit.now').first()).toBeInViewport();
  await expect(reader.getByRole('group', { name: 'Tìm kiếm' })).toContainText(/^Tìm “vanh dai i”\s*1 \//u);
  await reader.keyboard.press('F3');
  await expect(reader.getByRole('group', { name: 'Tìm kiếm' })).toContainText('2 /');
  await reader.keyboard.press('Shift+F3');
  await expect(reader.getByRole('group', { name: 'Tìm kiếm' })).toContainText('1 /');
});

test('decomposed and composed input find the same', async ({ launch }) => {
  const { reader } = await launch();
  const box = reader.getByRole('searchbox', { name: 'Tìm kiếm' });
  const options = reader.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');
  await box.fill('giải phóng mặt bằng'.normalize('NFC'));
  await expect(options.first()).toBeVisible();
  const composed = await options.allInnerTexts();
  await box.fill('x');
  await box.fill('giải phóng mặt bằng'.normalize('NFD'));
  await expect(options.first()).toContainText('giải phóng mặt bằng');
  expect(await options.allInnerTexts()).toEqual(composed);
});

test('the right word finds the wrongly recognised one', async ({ launch }) => {
  const { reader } = await launch();
  await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('họp không giấy tờ');
  await expect(reader.getByRole('option').first()).toContainText('hộp không giấy tờ');
});

test('Escape leads back to the line that was being read', async ({ launch }) => {
  const { reader } = await launch();
  await reader.getByRole('navigation', { name: 'Mục lục' }).getByRole('button', { name: /^IV/u }).click();
  const heading = reader.getByRole('heading', { name: /^IV\. VỀ CHẤP HÀNH/u });
  await expect(heading).toBeInViewport();
  await reader.keyboard.press('Control+f');
  await reader.keyboard.type('covid');
  await reader.getByRole('option').first().waitFor();
  await reader.keyboard.press('Enter');
  await expect(heading).not.toBeInViewport();
  await reader.keyboard.press('Escape');
  await expect(heading).toBeInViewport();
  await expect(reader.getByRole('article').locator('mark.hit')).toHaveCount(0);
});

test('own notes are found too, and a query without an answer says so', async ({ launch }) => {
  const { reader } = await launch();
  await reader
    .getByRole('textbox', { name: /^Ghi chú cho/u })
    .first()
    .fill('Hỏi chủ đầu tư về tiến độ chợ Phú Lương');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  const box = reader.getByRole('searchbox', { name: 'Tìm kiếm' });
  await box.fill('hoi chu dau tu ve tien do cho');
  await expect(reader.getByRole('group', { name: 'Ghi chú của tôi' }).getByRole('option')).toContainText(
    'chợ Phú Lương',
  );
  await box.fill('zzzz qqqq');
  await expect(reader.getByText('Không thấy “zzzz qqqq”')).toBeVisible();
});

test('the numbers of footnotes are no part of the words before them', async ({ launch }) => {
  const { reader } = await launch();
  await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('505 cuoc hop khac');
  await expect(reader.getByRole('option').first()).toContainText('505 cuộc họp khác');
  await reader.keyboard.press('Enter');
  await expect(blockWith(reader, 'đã tổ chức 71')).toBeInViewport();
});

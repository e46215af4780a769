import { expect, type Page } from '@playwright/test';
import { blockWith, closeByWindow, selectWords, test } from './support/app.ts';

const toolbar = (reader: Page) => reader.getByRole('toolbar', { name: 'Đánh dấu' });
const own = (reader: Page) => reader.getByRole('article').locator('mark.own');
const notebook = (reader: Page) => reader.getByRole('complementary', { name: 'Sổ tay' });

test('a sentence is marked in two actions, a note written on it, and both are there the next day', async ({
  launch,
}) => {
  const first = await launch();
  const block = blockWith(first.reader, 'Giá trị sản xuất ngành công nghiệp');
  await selectWords(first.reader, block, 'tỷ lệ lấp đầy các khu, cụm công nghiệp đạt trên 90%');
  await toolbar(first.reader).getByRole('button', { name: 'Xanh lá' }).click();
  await expect(own(first.reader)).toHaveText('tỷ lệ lấp đầy các khu, cụm công nghiệp đạt trên 90%');

  await selectWords(first.reader, block, 'CCN Tây Việt Hòa');
  await toolbar(first.reader).getByRole('button', { name: 'Ghi chú' }).click();
  await first.reader.keyboard.type('Đã chọn chủ đầu tư chưa?');
  await expect(first.reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  const outline = first.reader.getByRole('navigation', { name: 'Mục lục' });
  await expect(outline.getByRole('button', { name: /Về kinh tế/u })).toContainText('2');
  await closeByWindow(first.app);

  const { reader } = await launch();
  await expect(own(reader)).toHaveText([
    'tỷ lệ lấp đầy các khu, cụm công nghiệp đạt trên 90%',
    'CCN Tây Việt Hòa',
  ]);
  await expect(
    notebook(reader)
      .getByRole('textbox', { name: /^Ghi chú cho Mục II\.1\.1, đoạn/u })
      .last(),
  ).toHaveValue('Đã chọn chủ đầu tư chưa?');
  await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('da chon chu dau tu');
  await reader.getByRole('group', { name: 'Ghi chú của tôi' }).getByRole('option').click();
  await expect(own(reader).last()).toBeInViewport();
});

test('marks overlap, cross bold words and footnote references, and span blocks', async ({ launch }) => {
  const { reader } = await launch();
  const block = blockWith(reader, 'Tính từ tháng 7/2021 đến tháng 10/2023');
  const painted = (colour: string) =>
    expect.poll(async () => (await reader.locator(`mark.own.${colour}`).allTextContents()).join(''));
  await selectWords(reader, block, 'cuộc họp khác¹. Hầu hết các phiên họp');
  await toolbar(reader).getByRole('button', { name: 'Vàng' }).click();
  // A mark that is still being saved would draw the block anew under the next selection.
  await painted('yellow').toBe('cuộc họp khác¹. Hầu hết các phiên họp');
  await selectWords(reader, block, '505 cuộc họp khác¹. Hầu hết');
  await toolbar(reader).getByRole('button', { name: 'Hồng' }).click();
  await painted('pink').toBe('505 cuộc họp khác¹. Hầu hết');
  await painted('yellow').toBe(' các phiên họp');
  expect(await block.textContent()).toContain('505 cuộc họp khác¹. Hầu hết các phiên họp');

  // From the middle of one block into the next.
  await reader.evaluate(() => {
    const blocks = [...document.querySelectorAll('article [data-address]')];
    const from = blocks.find((each) => each.textContent.startsWith('2. Về chất lượng'));
    const to = from === undefined ? undefined : blocks[blocks.indexOf(from) + 1];
    const start = document.createTreeWalker(from as Element, NodeFilter.SHOW_TEXT).nextNode();
    // Twenty characters into the block, wherever its marks divide them.
    let left = 20;
    const walker = document.createTreeWalker(to as Element, NodeFilter.SHOW_TEXT);
    let end = walker.nextNode();
    for (; end !== null && left > (end.nodeValue ?? '').length; end = walker.nextNode())
      left -= (end.nodeValue ?? '').length;
    document.getSelection()?.setBaseAndExtent(start as Node, 3, end as Node, left);
  });
  await toolbar(reader).getByRole('button', { name: 'Xanh dương' }).click();
  await painted('blue').toBe('Về chất lượng thành viên UBND thành phố100% thành viên UBND');
  await expect(notebook(reader).getByRole('button', { name: /^Đến Mục I\.2/u })).toHaveCount(1);
});

test('everything can be undone and redone, deleting asks nothing', async ({ launch }) => {
  const { reader } = await launch();
  const block = blockWith(reader, 'Giá trị sản xuất ngành công nghiệp');
  await selectWords(reader, block, 'CCN Tây Việt Hòa');
  await toolbar(reader).getByRole('button', { name: 'Ghi chú' }).click();
  await reader.keyboard.type('hỏi lại');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  await own(reader).click();
  await toolbar(reader).getByRole('button', { name: 'Hồng' }).click();
  await expect(reader.locator('mark.own.pink')).toHaveCount(1);
  await own(reader).click();
  await toolbar(reader).getByRole('button', { name: 'Bỏ đánh dấu' }).click();
  await expect(own(reader)).toHaveCount(0);
  await expect(notebook(reader).getByRole('textbox')).toHaveCount(1);

  await reader.getByText('Đã bỏ đánh dấu.').locator('..').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(reader.locator('mark.own.pink')).toHaveCount(1);
  await expect(notebook(reader).getByRole('textbox').nth(1)).toHaveValue('hỏi lại');
  await reader.getByRole('article').press('Control+z');
  await expect(reader.locator('mark.own.yellow')).toHaveCount(1);
  await reader.keyboard.press('Control+z');
  await reader.keyboard.press('Control+z');
  await expect(own(reader)).toHaveCount(0);
  for (let step = 0; step < 3; step++) await reader.keyboard.press('Control+Shift+z');
  await expect(reader.locator('mark.own.pink')).toHaveCount(1);
  await expect(notebook(reader).getByRole('textbox').nth(1)).toHaveValue('hỏi lại');
});

test('a quote is copied with its citation', async ({ launch }) => {
  const { app, reader } = await launch();
  await selectWords(
    reader,
    blockWith(reader, 'Giá trị sản xuất ngành công nghiệp'),
    'CCN Tây Việt Hòa (diện tích 59,9 ha)',
  );
  await toolbar(reader).getByRole('button', { name: 'Sao chép kèm trích dẫn' }).click();
  await expect(reader.getByText('Đã sao chép kèm trích dẫn.')).toBeVisible();
  const copied = await app.evaluate(async ({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(
    /^“CCN Tây Việt Hòa \(diện tích 59,9 ha\)” \(Báo cáo số …\/BC-UBND, mục II\.1\.1, đoạn \d+\)$/u,
  );
});

test('with the keyboard alone a sentence is chosen, marked and noted', async ({ launch }) => {
  const { reader } = await launch();
  await reader
    .getByRole('navigation', { name: 'Mục lục' })
    .getByRole('button', { name: /Về cơ cấu/u })
    .press('Enter');
  await reader.keyboard.press('j');
  await reader.keyboard.press('j');
  await reader.keyboard.press('s');
  await expect(toolbar(reader)).toBeVisible();
  await reader.keyboard.press('3');
  await expect(reader.locator('mark.own.pink').first()).toContainText('Thực hiện quy định của Luật');
  await reader.keyboard.press('s');
  await reader.keyboard.press('n');
  await expect(
    notebook(reader)
      .getByRole('textbox', { name: /^Ghi chú cho Mục I\.1/u })
      .last(),
  ).toBeFocused();
});

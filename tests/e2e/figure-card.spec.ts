/** The figures of the report are marked in its text, and each opens a card that says what it is. */
import { expect } from '@playwright/test';
import { blockWith, selectWords, test } from './support/app.ts';
import { cutOff, resizeTo } from './support/controls.ts';
import { card, chooseTheme, expectNoViolation, figure } from './support/numbers.ts';

test('a figure opens its card by a click: value, period, the other places of its series, its checks', async ({
  launch,
}) => {
  const { app, reader } = await launch();
  await figure(reader, '116.026 tỷ đồng').click();
  await expect(card(reader)).toHaveAccessibleName('Số liệu 116.026 tỷ đồng');
  await expect(card(reader).getByText('ước 2023', { exact: true })).toBeVisible();
  await expect(card(reader).getByRole('button', { name: /^Khớp.*116\.026.*102\.267/u })).toBeVisible();
  await expect(card(reader)).toBeFocused();

  await card(reader).getByRole('button', { name: 'Sao chép kèm trích dẫn' }).click();
  await expect(reader.getByText('Đã sao chép kèm trích dẫn.')).toBeVisible();
  expect(await app.evaluate(async ({ clipboard }) => clipboard.readText())).toMatch(
    /^“năm 2023 ước đạt 116\.026 tỷ đồng, tăng 13,5% so với năm 2022” \(Báo cáo số …\/BC-UBND, mục II\.1\.1, đoạn \d+\)$/u,
  );

  await card(reader)
    .getByRole('button', { name: /^Xem trong văn bản: 88\.910 tỷ đồng năm 2021 Mục II\.1\.1, đoạn \d+$/u })
    .click();
  await expect(card(reader)).toHaveCount(0);
  await expect(figure(reader, '88.910 tỷ đồng')).toBeInViewport();

  await figure(reader, '88.910 tỷ đồng').click();
  await card(reader).getByRole('button', { name: 'Mở trong Số liệu' }).click();
  const view = reader.getByRole('region', { name: 'Số liệu', exact: true });
  await expect(view.getByRole('heading', { name: /^Giá trị sản xuất công nghiệp, xây dựng/u })).toBeVisible();
});

test('with the keyboard one steps from figure to figure, goes into the card and comes out again', async ({
  launch,
}) => {
  const { reader } = await launch();
  await figure(reader, '116.026 tỷ đồng').waitFor();
  await reader
    .getByRole('navigation', { name: 'Mục lục' })
    .getByRole('button', { name: /Về kinh tế/u })
    .press('Enter');
  const seen: (string | null)[] = [];
  const open = reader.getByRole('article').locator('.figure.open');
  for (let step = 0; step < 3; step++) {
    await reader.keyboard.press('f');
    await expect(card(reader)).toBeFocused();
    await expect(open.first()).toBeInViewport();
    seen.push(await open.first().textContent());
  }
  expect(new Set(seen).size).toBe(3);
  await reader.keyboard.press('Shift+f');
  expect(await open.first().textContent()).toBe(seen[1]);
  await reader.keyboard.press('Enter');
  await expect(card(reader).getByRole('button').first()).toBeFocused();
  await reader.keyboard.press('Escape');
  await expect(card(reader)).toHaveCount(0);
  // The keyboard is back where it was, and goes on from there.
  await expect(reader.getByRole('button', { name: /Về kinh tế/u })).toBeFocused();

  // With the card open, Q asks about its figure.
  await reader.keyboard.press('f');
  const quoted = (await open.first().textContent()) ?? '';
  await reader.keyboard.press('q');
  const question = reader
    .getByRole('complementary', { name: 'Sổ tay' })
    .getByRole('textbox', { name: /^Câu hỏi về/u })
    .nth(1);
  await expect(question).toBeFocused();
  await expect(question).toHaveValue(/^Mục II\.1\.1, đoạn \d+ ghi: “[^”]+”\.\nĐề nghị $/u);
  expect(await question.inputValue()).toContain(quoted);
  await reader.getByRole('button', { name: /Về kinh tế/u }).press('Enter');

  // A figure that is scrolled away takes its card along.
  await reader.keyboard.press('f');
  await expect(card(reader)).toBeVisible();
  await reader.locator('.scroller').evaluate((element) => (element.scrollTop += 3000));
  await expect(card(reader)).toHaveCount(0);
});

test('figures change neither the words nor a line of the report, and can be hidden', async ({ launch }) => {
  const { reader } = await launch();
  await figure(reader, '116.026 tỷ đồng').waitFor();
  // Until all of them are there.
  const count = () => reader.locator('[data-figure]').count();
  await expect(async () => {
    const before = await count();
    await reader.waitForTimeout(400);
    expect(await count()).toBe(before);
  }).toPass();
  const lines = () =>
    reader
      .locator('article [data-address]')
      .evaluateAll((blocks) =>
        blocks.map((each) => [each.id, each.textContent, each.getBoundingClientRect().height]),
      );
  const shown = await lines();
  await reader.getByRole('button', { name: 'Hiển thị', exact: true }).click();
  await reader.getByRole('checkbox', { name: 'Hiện số liệu trong văn bản' }).uncheck();
  await expect(reader.locator('[data-figure]')).toHaveCount(0);
  expect(await lines()).toEqual(shown);
  await reader.getByRole('checkbox', { name: 'Hiện số liệu trong văn bản' }).check();
  await expect(figure(reader, '116.026 tỷ đồng')).toBeAttached();
});

test('selecting, marking, noting and searching go on over figures', async ({ launch }) => {
  const { reader } = await launch();
  await figure(reader, '116.026 tỷ đồng').waitFor();
  const block = blockWith(reader, 'Giá trị sản xuất ngành công nghiệp');
  // The selection begins and ends inside figures; letting go of the button on one opens no card.
  await selectWords(reader, block, '026 tỷ đồng, tăng 13,5');
  await expect(card(reader)).toHaveCount(0);
  await reader.getByRole('toolbar', { name: 'Đánh dấu' }).getByRole('button', { name: 'Vàng' }).click();
  const mark = (await reader.locator('mark.own.yellow').allTextContents()).join('');
  expect(mark).toBe('026 tỷ đồng, tăng 13,5');
  await expect(block).toContainText('năm 2023 ước đạt 116.026 tỷ đồng, tăng 13,5% so với năm 2022');
  // On a figure in a mark the first click is the figure's, the second the mark's.
  await figure(reader, '116.').click();
  await expect(card(reader)).toHaveAccessibleName('Số liệu 116.026 tỷ đồng');
  await expect(reader.getByRole('toolbar', { name: 'Đánh dấu' })).toHaveCount(0);
  await reader.locator('mark.own [data-figure]').first().click();
  await expect(card(reader)).toHaveCount(0);
  await reader.getByRole('toolbar', { name: 'Đánh dấu' }).getByRole('button', { name: 'Hồng' }).click();
  expect((await reader.locator('mark.own.pink').allTextContents()).join('')).toBe('026 tỷ đồng, tăng 13,5');

  await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('116.026 ty dong');
  await reader.getByRole('option').first().waitFor();
  await reader.keyboard.press('Enter');
  await expect
    .poll(async () => (await block.locator('mark.hit').allTextContents()).join(''))
    .toBe('116.026 tỷ đồng');
  await reader.keyboard.press('Escape');

  await figure(reader, '88.910 tỷ đồng').click();
  await card(reader).getByRole('button', { name: 'Ghi chú', exact: true }).click();
  await reader.keyboard.type('hỏi nguồn');
  const notebook = reader.getByRole('complementary', { name: 'Sổ tay' });
  await expect(notebook.getByText('Năm 2021, đạt 88.910 tỷ đồng, tăng 13,5% so năm 2020')).toBeVisible();
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
});

test('the card has a good picture in each theme, and stays in the window at 200 %', async ({ launch }) => {
  test.setTimeout(120_000);
  const { app, reader } = await launch();
  for (const theme of ['Sáng', 'Ngà', 'Tối', 'Tương phản cao']) {
    await figure(reader, '116.026 tỷ đồng').waitFor();
    await chooseTheme(reader, theme);
    await figure(reader, '116.026 tỷ đồng').click();
    await expectNoViolation(reader, theme);
    await reader.keyboard.press('Escape');
  }
  await resizeTo(app, reader, { width: 1024, height: 640, zoom: 2 });
  await figure(reader, '116.026 tỷ đồng').click();
  expect(await cutOff(reader)).toEqual([]);
});

/** Đối chiếu: what the report's own numbers say of each other, and what one does about it. */
import { expect } from '@playwright/test';
import { blockWith, closeByWindow, test, windowOf } from './support/app.ts';
import { controls, cutOff, resizeTo, sidewaysPx } from './support/controls.ts';
import {
  checkDetail,
  checkList,
  checksView,
  chooseTheme,
  expectNoViolation,
  openChecks,
} from './support/numbers.ts';

/** A contradiction of the bundled report: 127/179 is 70,9 %. */
const ratio = /127\/179 = 70,9\d* ?%.*65,3 ?%/u;

test('what does not agree stands first; a check shows its arithmetic and its places, which one visits and leaves', async ({
  launch,
}) => {
  const { reader } = await launch();
  await openChecks(reader);
  await expect(checkList(reader).getByRole('option').first()).toHaveAccessibleName(/^Không khớp:/u);
  await checkList(reader).getByRole('option', { name: ratio }).click();
  const detail = checkDetail(reader);
  await expect(detail.getByText('Không khớp')).toBeVisible();
  await expect(detail.getByText(ratio)).toBeVisible();
  const place = detail.getByRole('button', { name: /^Chú thích 12/u });
  await expect(place).toContainText('Đã xử lý được 127/179 trường hợp, đạt 65,3% kế hoạch');
  expect(await place.locator('mark').allTextContents()).toEqual(['127', '179', '65,3%']);

  await place.click();
  await expect(checksView(reader)).toHaveCount(0);
  await expect(blockWith(reader, 'Đã xử lý được 127/179')).toBeInViewport();
  await expect(blockWith(reader, 'Đã xử lý được 127/179')).toBeFocused();
  await reader.getByRole('button', { name: 'Quay lại' }).click();
  await expect(detail.getByText(ratio)).toBeVisible();
  // From the report back into the view, and out of it again.
  await reader.keyboard.press('Alt+ArrowRight');
  await expect(blockWith(reader, 'Đã xử lý được 127/179')).toBeInViewport();
  await expect(checksView(reader)).toHaveCount(0);
});

test('a sum whose parts stand in a footnote shows both places, and one goes to each and back', async ({
  launch,
}) => {
  const { reader } = await launch();
  await openChecks(reader);
  await checkList(reader)
    .getByRole('option', { name: /6 \+ 21 \+ 71 = 98.*71/u })
    .click();
  const detail = checkDetail(reader);
  const places = detail.getByRole('button', { name: /^(?:Mục|Chú thích)/u });
  await expect(places).toHaveText([/^\s*Mục I\.3, đoạn 1/u, /^\s*Chú thích 1/u]);
  expect(await places.nth(0).locator('mark').allTextContents()).toEqual(['71']);
  expect(await places.nth(1).locator('mark').allTextContents()).toEqual(['6', '21', '71']);
  for (const [at, words] of [
    [0, 'UBND thành phố đã tổ chức 71 phiên họp UBND'],
    [1, 'tổ chức 6 phiên họp UBND'],
  ] as const) {
    await places.nth(at).click();
    await expect(blockWith(reader, words)).toBeInViewport();
    await reader.keyboard.press('Alt+ArrowLeft');
    await expect(detail.getByText('6 + 21 + 71 = 98')).toBeVisible();
  }
  // What else the same sentence says is one click away.
  await detail.getByRole('button', { name: /^Khớp: .*12 \+ 62 \+ 52 = 126/u }).click();
  await expect(checkList(reader).getByRole('option', { selected: true })).toHaveAccessibleName(/= 126/u);
});

test('numbers that could not be read are asked for again', async ({ launch }) => {
  const { app, reader } = await launch();
  await reader.locator('[data-figure]').first().waitFor();
  await app.evaluate(({ ipcMain }) => {
    type Answer = (...call: unknown[]) => unknown;
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Answer> };
    const answer = handlers.get('check.list');
    handlers.set('check.list', () => {
      if (answer !== undefined) handlers.set('check.list', answer);
      return { ok: false, error: { code: 'call-broke' } };
    });
  });
  await reader.reload();
  await reader.getByRole('button', { name: 'Đối chiếu', exact: true }).click();
  await expect(checksView(reader).getByRole('alert')).toBeVisible();
  await expect(checksView(reader).getByText(/^\d+ số liệu có phép đối chiếu/u)).toHaveCount(0);
  await checksView(reader).getByRole('button', { name: 'Thử lại' }).click();
  await expect(checkList(reader).getByRole('option').first()).toBeVisible();
});

test('the filters count what they would list, and what was never checked is said', async ({ launch }) => {
  const { reader } = await launch();
  await openChecks(reader);
  const all = await checkList(reader).getByRole('option').count();
  await expect(checksView(reader).getByRole('button', { name: `Tất cả ${all}`, exact: true })).toBeVisible();
  let sum = 0;
  for (const verdict of ['Không khớp', 'Chưa kiểm được', 'Cắt bớt khi làm tròn', 'Khớp xấp xỉ', 'Khớp']) {
    const button = checksView(reader).getByRole('button', { name: new RegExp(`^${verdict} \\d+$`, 'u') });
    const count = Number(/\d+$/u.exec((await button.innerText()).trim())?.[0]);
    await button.click();
    await expect(checkList(reader).getByRole('option')).toHaveCount(count);
    await button.click();
    sum += count;
  }
  expect(sum).toBe(all);
  await expect(
    checksView(reader).getByText(/^\d+ số liệu có phép đối chiếu, \d+ số liệu chưa có phép nào\./u),
  ).toContainText('Chưa kiểm không có nghĩa là đúng.');

  const covered = await checksView(reader)
    .getByText(/số liệu có phép đối chiếu/u)
    .innerText();
  const numbers = [...covered.matchAll(/\d+/gu)].map(([number]) => Number(number));
  // Covered, without any, and with none that could be decided: every figure is one of them.
  const figures = await reader
    .locator('[data-figure]')
    .evaluateAll((spans) => new Set(spans.map((each) => each.getAttribute('data-figure'))).size);
  expect(numbers.reduce((total, number) => total + number, 0)).toBe(figures);
});

test('with the keyboard one goes down the list, into a check, back, and out', async ({ launch }) => {
  const { reader } = await launch();
  const article = reader.getByRole('article');
  await article.locator('[data-figure]').first().waitFor();
  await reader.getByRole('button', { name: 'Sổ tay', exact: true }).focus();
  await reader.keyboard.press('d');
  await expect(checkList(reader)).toBeFocused();
  await reader.keyboard.press('ArrowDown');
  await reader.keyboard.press('ArrowDown');
  const second = checkList(reader).getByRole('option').nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(checkList(reader)).toHaveAttribute(
    'aria-activedescendant',
    (await second.getAttribute('id')) ?? '',
  );
  await reader.keyboard.press('Enter');
  await expect(checkDetail(reader)).toBeFocused();
  await reader.keyboard.press('Tab');
  await expect(checkDetail(reader).getByRole('button').first()).toBeFocused();
  await reader.keyboard.press('Escape');
  await expect(checkList(reader)).toBeFocused();
  await reader.keyboard.press('End');
  await expect(checkList(reader).getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await reader.keyboard.press('Escape');
  await expect(checksView(reader)).toHaveCount(0);
  await expect(reader.getByRole('button', { name: 'Sổ tay', exact: true })).toBeFocused();
});

test('“Tạo câu hỏi” quotes every place and the arithmetic; the question is there after a restart, and undo takes it back', async ({
  launch,
}) => {
  const first = await launch();
  await openChecks(first.reader);
  await checkList(first.reader).getByRole('option', { name: ratio }).click();
  await checkDetail(first.reader).getByRole('button', { name: 'Tạo câu hỏi' }).click();
  const questions = (page: typeof first.reader) =>
    page.getByRole('complementary', { name: 'Sổ tay' }).getByRole('textbox', { name: /^Câu hỏi về/u });
  await expect(questions(first.reader).nth(1)).toBeFocused();
  await expect(questions(first.reader).nth(1)).toHaveValue(
    /^Chú thích 12 ghi: “Đã xử lý được 127\/179 trường hợp, đạt 65,3% kế hoạch”\.\nĐối chiếu: .*127\/179 = 70,9.*\nĐề nghị làm rõ các số liệu này\.$/u,
  );
  await first.reader.keyboard.type(' Vì sao?');
  await closeByWindow(first.app);

  const { reader } = await launch();
  await reader.getByRole('tab', { name: 'Câu hỏi 1', exact: true }).click();
  await expect(questions(reader).nth(1)).toHaveValue(/^Chú thích 12 ghi[^]* Vì sao\?$/u);
  await reader.getByRole('article').press('Control+z');
  await expect(reader.getByRole('tab', { name: 'Câu hỏi 0', exact: true })).toBeVisible();
});

test('a check is copied with its quotes, and noted where its number stands', async ({ launch }) => {
  const { app, reader } = await launch();
  await openChecks(reader);
  await checkList(reader).getByRole('option', { name: ratio }).click();
  await checkDetail(reader).getByRole('button', { name: 'Chép', exact: true }).click();
  await expect(reader.getByText('Đã sao chép kèm trích dẫn.')).toBeVisible();
  expect(await app.evaluate(async ({ clipboard }) => clipboard.readText())).toMatch(
    /^127\/179.*\n“Đã xử lý được 127\/179 trường hợp, đạt 65,3% kế hoạch\.” \(Báo cáo số …\/BC-UBND, chú thích 12\)$/u,
  );
  await checkDetail(reader).getByRole('button', { name: 'Ghi chú', exact: true }).click();
  const note = reader
    .getByRole('complementary', { name: 'Sổ tay' })
    .getByRole('textbox', { name: 'Ghi chú cho Chú thích 12' });
  await expect(note).toBeFocused();
  await expect(note).toHaveValue(ratio);
  await expect(reader.locator('mark.own').first()).toBeInViewport();
});

test('“Chiếu” shows the room the check and its places, large enough, and nothing private', async ({
  launch,
}) => {
  const { app, reader } = await launch();
  await reader
    .getByRole('textbox', { name: /^Ghi chú cho/u })
    .first()
    .fill('bí mật của đại biểu');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  await openChecks(reader);
  await checkList(reader).getByRole('option', { name: ratio }).click();
  await checkDetail(reader).getByRole('button', { name: 'Chiếu', exact: true }).click();
  const stage = await windowOf(app, 'stage');
  await expect(stage.getByText(ratio)).toBeVisible();
  await expect(stage.getByText('Chú thích 12', { exact: true })).toBeVisible();
  await expect(stage.getByRole('blockquote')).toContainText(
    'Đã xử lý được 127/179 trường hợp, đạt 65,3% kế hoạch',
  );
  expect(await stage.locator('mark').allTextContents()).toEqual(['127', '179', '65,3%']);
  const sizes = await stage
    .locator('.sentence, blockquote, cite')
    .evaluateAll((all) =>
      all.map(
        (each) =>
          parseFloat(getComputedStyle(each).fontSize) / Math.min(innerWidth / 1920, innerHeight / 1080),
      ),
    );
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(27.9);
  expect(await stage.content()).not.toContain('bí mật');
  await expectNoViolation(stage, 'the stage');
});

test('the view is clean in each theme, with targets large enough', async ({ launch }) => {
  test.setTimeout(120_000);
  const { reader } = await launch();
  for (const theme of ['Sáng', 'Ngà', 'Tối', 'Tương phản cao']) {
    await chooseTheme(reader, theme);
    await openChecks(reader);
    await checkList(reader).getByRole('option', { name: ratio }).click();
    await expectNoViolation(reader, theme);
    const small = (await controls(reader)).filter(({ heightPx, inText }) => !inText && heightPx < 43.99);
    expect(small).toEqual([]);
    await reader.keyboard.press('Escape');
  }
});

for (const size of [
  { name: '1024 × 640', width: 1024, height: 640, zoom: 1 },
  { name: '200 % in 1366 × 768', width: 1366, height: 768, zoom: 2 },
  { name: '200 % in 1024 × 640', width: 1024, height: 640, zoom: 2 },
]) {
  test(`at ${size.name} the view is whole: nothing cut off, nothing sideways`, async ({ launch }) => {
    const { app, reader } = await launch();
    await reader.getByRole('article').locator('[data-figure]').first().waitFor();
    await resizeTo(app, reader, size);
    if (size.zoom === 1) await openChecks(reader);
    else {
      await reader.getByRole('button', { name: 'Thêm', exact: true }).click();
      await reader.getByRole('dialog').getByRole('button', { name: 'Đối chiếu' }).click();
    }
    const look = async (where: string) => {
      expect.soft(await sidewaysPx(reader), where).toBe(0);
      const wide = await checksView(reader).evaluate((each) => each.scrollWidth - each.clientWidth);
      expect.soft(wide, where).toBeLessThanOrEqual(0);
      expect.soft(await cutOff(reader), where).toEqual([]);
    };
    await look('the list');
    await checkList(reader).getByRole('option', { name: ratio }).click();
    await expect(checkDetail(reader).getByText(ratio)).toBeInViewport();
    await look('a check');
    await checkDetail(reader).getByRole('button', { name: 'Xem trong văn bản' }).click();
    await expect(blockWith(reader, 'Đã xử lý được 127/179')).toBeInViewport();
    await reader.keyboard.press('Alt+ArrowLeft');
    await expect(checkDetail(reader).getByText(ratio)).toBeInViewport();
  });
}

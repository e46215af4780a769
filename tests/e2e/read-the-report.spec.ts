import { expect } from '@playwright/test';
import { blockWith, closeByWindow, test, windowOf } from './support/app.ts';

test('a delegate opens the report and reads it', async ({ launch }) => {
  const { reader } = await launch();
  const article = reader.getByRole('article', { name: /Kết quả hoạt động của UBND thành phố/u });
  await expect(article).toBeVisible();
  await expect(article.getByRole('heading', { name: '1.1. Về kinh tế' })).toBeAttached();
  await expect(blockWith(reader, 'Giá trị sản xuất ngành công nghiệp')).toHaveAttribute(
    'data-address',
    /^Mục II\.1\.1, đoạn \d+$/u,
  );
  expect(await article.innerText()).not.toMatch(/\*\*|\\|<\/?sup>/u);
  // What was put off until the first paint has been laid out like the rest.
  await expect(article.locator('.far')).toHaveCount(0);
});

test('the outline leads to section III in one click, follows the scrolling, and back leads back', async ({
  launch,
}) => {
  const { reader } = await launch();
  const outline = reader.getByRole('navigation', { name: 'Mục lục' });
  await outline.getByRole('button', { name: /^III/u }).click();
  await expect(reader.getByRole('heading', { name: /^III\. CÔNG TÁC PHỐI HỢP/u })).toBeInViewport();
  await expect(outline.locator('[aria-current]')).toHaveText(/^III/u);
  await reader.keyboard.press('Alt+ArrowLeft');
  await expect(reader.getByRole('heading', { name: /^III\. CÔNG TÁC/u })).not.toBeInViewport();
  await reader.keyboard.press('Alt+ArrowRight');
  await expect(reader.getByRole('heading', { name: /^III\. CÔNG TÁC/u })).toBeInViewport();
});

test('the side buttons of a mouse lead back and forward too, and so do the visible ones', async ({
  launch,
}) => {
  const { app, reader } = await launch();
  const heading = reader.getByRole('heading', { name: /^III\. CÔNG TÁC/u });
  await reader.getByRole('navigation', { name: 'Mục lục' }).getByRole('button', { name: /^III/u }).click();
  await expect(heading).toBeInViewport();
  const side = (button: 'back' | 'forward') =>
    reader.evaluate(
      (code) => {
        document.body.dispatchEvent(
          new MouseEvent('mouseup', { button: code, bubbles: true, cancelable: true }),
        );
      },
      button === 'back' ? 3 : 4,
    );
  await side('back');
  await expect(heading).not.toBeInViewport();
  await side('forward');
  await expect(heading).toBeInViewport();
  await reader.getByRole('button', { name: 'Quay lại' }).click();
  await expect(heading).not.toBeInViewport();
  await reader.getByRole('button', { name: 'Đi tới' }).click();
  await expect(heading).toBeInViewport();
  expect(app.windows()).toHaveLength(1);
});

test('a footnote opens for the pointer and the keyboard alike, and Escape gives the keyboard back', async ({
  launch,
}) => {
  const { reader } = await launch();
  const ref = reader.getByRole('link', { name: 'Chú thích 2', exact: true });
  await ref.hover();
  const note = reader.getByRole('note', { name: 'Chú thích 2' });
  await expect(note).toContainText('ban hành 32 Thông báo');
  await reader.mouse.move(5, 5);
  await expect(note).toHaveCount(0);
  await ref.focus();
  await expect(note).toBeVisible();
  await reader.keyboard.press('Enter');
  await reader.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(ref).toBeFocused();
});

test('corrections are shown on demand, the words stay as they are', async ({ launch }) => {
  const { reader } = await launch();
  const block = blockWith(reader, 'Việc ứng dụng công nghệ thông tin');
  const before = await block.textContent();
  await expect(block.locator('[data-corrected]')).toHaveCount(0);
  await reader.getByRole('button', { name: 'Hiển thị' }).click();
  await reader.getByRole('checkbox', { name: /^Hiện đính chính nhận dạng/u }).check();
  await reader.keyboard.press('Escape');
  await expect(block.locator('[data-corrected="họp"]')).toHaveText('hộp');
  expect(await block.textContent()).toBe(before);
});

test('a footnote opens where it is pointed to, and in the list, with a way back', async ({ launch }) => {
  const { reader } = await launch();
  const ref = reader.getByRole('link', { name: 'Chú thích 12', exact: true });
  await ref.click();
  const note = reader.getByRole('note', { name: 'Chú thích 12' });
  await expect(note).toContainText('127/179 trường hợp');
  await note.getByRole('button', { name: 'Xem trong danh sách chú thích' }).click();
  await expect(reader.locator('#fn12')).toBeInViewport();
  await reader.getByRole('button', { name: 'Về chỗ đang đọc: Chú thích 12' }).click();
  await expect(ref).toBeInViewport();
});

test('type size, theme and the place last read are still there the next day', async ({ launch }) => {
  const first = await launch();
  await first.reader.getByRole('button', { name: 'Chữ to' }).click();
  await first.reader.getByRole('button', { name: 'Hiển thị' }).click();
  await first.reader.getByRole('button', { name: 'Tối', exact: true }).click();
  await first.reader.keyboard.press('Escape');
  await first.reader
    .getByRole('navigation', { name: 'Mục lục' })
    .getByRole('button', { name: /^V\b/u })
    .click();
  await closeByWindow(first.app);

  const { app } = await launch();
  const reader = await windowOf(app, 'reader');
  await expect(reader.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(reader.getByRole('article')).toHaveCSS('font-size', '22px');
  await expect(reader.getByRole('heading', { name: /^V\. MỐI QUAN HỆ/u })).toBeInViewport();
});

test('the ? sheet lists the keys', async ({ launch }) => {
  const { reader } = await launch();
  await reader.keyboard.press('?');
  await expect(reader.getByRole('dialog', { name: 'Phím tắt' })).toContainText('Ctrl K');
  await reader.keyboard.press('Escape');
  await expect(reader.getByRole('dialog')).toHaveCount(0);
});

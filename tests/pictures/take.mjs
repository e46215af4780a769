/**
 * `npm run pictures`: pictures of the real app in the states a delegate meets, into out/pictures/, and the one that
 * README shows into resources/pictures/. Uses its own data folder.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';

const checkout = resolve(import.meta.dirname, '../..');
const out = join(checkout, 'out/pictures');
mkdirSync(out, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'ky-hop-pictures-'));

const app = await _electron.launch({
  executablePath: process.env.KYHOP_ELECTRON_PATH,
  args: [checkout, `--user-data-dir=${data}`],
  cwd: checkout,
});
const reader = await app.firstWindow();
await reader.getByRole('article').waitFor();
const size = async (width, height) => {
  await app.evaluate(
    ({ BrowserWindow }, bounds) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().startsWith('app://reader'),
      );
      window.setContentSize(bounds.width, bounds.height);
    },
    { width, height },
  );
  await reader.waitForTimeout(300);
};
const shoot = async (name, page = reader) => {
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(out, `${name}.png`) });
  console.log(`out/pictures/${name}.png`);
};
const outline = reader.getByRole('navigation', { name: 'Mục lục' });
const select = async (words) => {
  await reader.evaluate((text) => {
    for (const block of document.querySelectorAll('article [data-address]')) {
      const at = block.textContent.indexOf(text);
      if (at === -1) continue;
      const point = (offset) => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let before = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (offset <= before + node.length) return [node, offset - before];
          before += node.length;
        }
      };
      const [from, a] = point(at);
      const [to, b] = point(at + text.length);
      document.getSelection().setBaseAndExtent(from, a, to, b);
      return;
    }
  }, words);
  await reader.getByRole('toolbar', { name: 'Đánh dấu' }).waitFor();
};
const theme = async (name) => {
  await reader.getByRole('button', { name: 'Hiển thị' }).click();
  await reader.getByRole('button', { name, exact: true }).click();
  await reader.keyboard.press('Escape');
};

const figure = (words) => reader.getByRole('article').locator('[data-figure]', { hasText: words }).first();
const openChecks = async () => {
  await reader.getByRole('button', { name: 'Đối chiếu', exact: true }).click();
  await reader.getByRole('listbox', { name: 'Các phép đối chiếu' }).getByRole('option').first().click();
};

await size(1440, 900);
await figure('127/179').waitFor();
await shoot('first-window');
await outline.getByRole('button', { name: /Về kinh tế/u }).click();
await select('năm 2023 ước đạt 116.026 tỷ đồng, tăng 13,5% so với năm 2022');
await shoot('toolbar');
await reader.getByRole('button', { name: 'Ghi chú', exact: true }).click();
await reader.keyboard.type('Hỏi thêm: tăng trưởng đến từ doanh nghiệp FDI hay trong nước?');
await select('tỷ lệ lấp đầy các khu, cụm công nghiệp đạt trên 90%');
await reader.getByRole('button', { name: 'Xanh lá' }).click();
await reader.waitForTimeout(500);
for (const [file, name] of [
  ['light', 'Sáng'],
  ['sepia', 'Ngà'],
  ['dark', 'Tối'],
  ['contrast', 'Tương phản cao'],
]) {
  await theme(name);
  await shoot(`reader-${file}`);
  await figure('116.026 tỷ đồng').click();
  await shoot(`figure-card-${file}`);
  await reader.keyboard.press('Escape');
  await openChecks();
  await shoot(`checks-${file}`);
  await reader.keyboard.press('Escape');
}
await theme('Sáng');
await openChecks();
await reader.getByRole('button', { name: 'Tạo câu hỏi' }).click();
await reader.waitForTimeout(500);
await shoot('question');
await reader.getByRole('tab', { name: /Sổ tay/u }).click();
await outline.getByRole('button', { name: /Về kinh tế/u }).click();
await reader.getByRole('link', { name: 'Chú thích 6', exact: true }).click();
await shoot('footnote');
await reader.keyboard.press('Escape');
await reader.keyboard.press('Control+k');
await reader.keyboard.type('giai phong mat bang');
await reader.getByRole('option').first().waitFor();
await shoot('search');
await reader.keyboard.press('Enter');
await shoot('search-hit');
await reader.keyboard.press('Escape');
await reader.getByRole('button', { name: 'Hiển thị' }).click();
await shoot('display-sheet');
await reader.getByRole('checkbox', { name: /đính chính/u }).click();
await reader.keyboard.press('Escape');
await reader.getByRole('tab', { name: /Đính chính/u }).click();
await reader
  .getByRole('complementary', { name: 'Sổ tay' })
  .getByRole('button', { name: /họp/u })
  .first()
  .click();
await shoot('corrections');
await reader.getByRole('tab', { name: /Chú thích/u }).click();
await shoot('footnote-tab');
await reader.getByRole('tab', { name: /Sổ tay/u }).click();
await reader.keyboard.press('Escape');
await reader.getByRole('article').press('?');
await shoot('keys');
await reader.keyboard.press('Escape');
await reader.evaluate(() => (document.querySelector('.scroller').scrollTop = 1e9));
await shoot('end');
await size(1024, 640);
await outline.getByRole('button', { name: /Về kinh tế/u }).click();
await shoot('small');
await reader.getByRole('button', { name: 'Sổ tay', exact: true }).click();
await shoot('small-notebook');
await reader.getByRole('button', { name: 'Sổ tay', exact: true }).click();
await reader.getByRole('link', { name: 'Chú thích 6', exact: true }).click();
await shoot('small-footnote');
await reader.keyboard.press('Escape');
await openChecks();
await shoot('small-checks');
await reader.keyboard.press('Escape');
await reader.keyboard.press('Escape');
await reader.keyboard.press('Control+k');
await reader.keyboard.type('hop khong giay to');
await reader.getByRole('option').first().waitFor();
await shoot('small-search');
await reader.keyboard.press('Escape');
await app.evaluate(({ webContents }) => {
  webContents
    .getAllWebContents()
    .find((each) => each.getURL().startsWith('app://reader'))
    .setZoomFactor(2);
});
await shoot('zoom-200');
await reader.getByRole('button', { name: 'Mục lục' }).click();
await shoot('zoom-200-outline');
await reader.keyboard.press('Escape');
await reader.keyboard.press('f');
await shoot('zoom-200-figure-card');
await reader.keyboard.press('Escape');
await reader.keyboard.press('d');
await shoot('zoom-200-checks');
await reader.keyboard.press('Enter');
await shoot('zoom-200-check');
await reader.keyboard.press('Escape');
await reader.keyboard.press('Escape');
await app.evaluate(({ webContents }) => {
  webContents
    .getAllWebContents()
    .find((each) => each.getURL().startsWith('app://reader'))
    .setZoomFactor(1);
});
await size(1440, 900);
await reader.getByRole('button', { name: 'Số liệu', exact: true }).click();
const numbers = reader.getByRole('grid', { name: 'Bảng chỉ tiêu' });
await numbers.waitFor();
await reader.getByRole('searchbox', { name: 'Tìm chỉ tiêu' }).fill('cong nghiep, xay dung');
await reader.keyboard.press('Enter');
await reader.getByRole('searchbox', { name: 'Tìm chỉ tiêu' }).fill('');
await numbers.focus();
for (const [file, name] of [
  ['light', 'Sáng'],
  ['sepia', 'Ngà'],
  ['dark', 'Tối'],
  ['contrast', 'Tương phản cao'],
]) {
  await theme(name);
  await shoot(`figures-${file}`);
}
await theme('Sáng');
await numbers.focus();
await reader.keyboard.press('x');
await reader.getByRole('searchbox', { name: 'Tìm chỉ tiêu' }).fill('thuong mai, dich vu');
await reader.keyboard.press('Enter');
await reader.keyboard.press('x');
await shoot('figures-compared');
await reader.getByRole('button', { name: 'Thôi so sánh' }).click();
await size(1024, 640);
await shoot('small-figures');
await numbers.focus();
await reader.keyboard.press('Enter');
await shoot('small-figures-detail');
await reader.keyboard.press('Escape');
await size(1440, 900);
await reader.keyboard.press('Escape');
await outline.getByRole('button', { name: /Về kinh tế/u }).click();
await reader.getByRole('button', { name: 'Trình chiếu' }).click();
const stage =
  app.windows().find((page) => page.url().startsWith('app://stage')) ?? (await app.waitForEvent('window'));
await stage.getByRole('heading', { level: 1 }).waitFor();
await shoot('stage-1', stage);
await stage.keyboard.press('ArrowRight');
await stage.keyboard.press('ArrowRight');
await shoot('stage-3', stage);
await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((each) => each.show()));
await reader.getByRole('button', { name: 'Số liệu', exact: true }).click();
await reader.getByRole('searchbox', { name: 'Tìm chỉ tiêu' }).fill('cong nghiep, xay dung');
await reader.keyboard.press('Enter');
await reader.keyboard.press('F5');
await stage.getByRole('img').waitFor();
await shoot('stage-chart', stage);
await stage.close();
await openChecks();
await reader.getByRole('button', { name: 'Chiếu', exact: true }).click();
const checkStage =
  app.windows().find((page) => page.url().startsWith('app://stage')) ?? (await app.waitForEvent('window'));
await checkStage.getByRole('heading', { level: 1 }).waitFor();
await shoot('stage-check', checkStage);
await app.close();
rmSync(data, { recursive: true, force: true });
mkdirSync(join(checkout, 'resources/pictures'), { recursive: true });
copyFileSync(join(out, 'reader-light.png'), join(checkout, 'resources/pictures/reader.png'));

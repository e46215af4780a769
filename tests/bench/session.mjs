// A delegate's typical minutes in the real app, watched from the main process and from the page.
import { _electron } from '@playwright/test';
import { root } from '../../src-main/setup/shell.mjs';
import { typeTimed } from './keystrokes.mjs';
import { callsByMethod, forgetDelays, longestDelayMs, watchMain } from './main-watch.mjs';
import { longSummary } from './statistics.mjs';

const LONG_QUERY = 'giai phong mat bang ';
const QUERIES = ['thu ngân sách', 'vanh dai', 'hộp không giấy tờ', '116.026', 'y te', 'zzzz qqqq', 'tỷ đồng'];
const MARKED = [
  'năm 2023 ước đạt 116.026 tỷ đồng',
  'tỷ lệ lấp đầy các khu, cụm công nghiệp đạt trên 90%',
  'CCN Tây Việt Hòa',
];
const NOTE = 'Hỏi thêm: tăng trưởng đến từ doanh nghiệp FDI hay trong nước?';

/** Drives the session on `data`, which afterwards holds its marks, notes and place. */
export async function measureSession({ executable, data, say }) {
  const app = await _electron.launch({
    executablePath: executable,
    args: [root, `--user-data-dir=${data}`],
    cwd: root,
  });
  try {
    const reader = app.windows()[0] ?? (await app.firstWindow());
    await reader.getByRole('article').waitFor();
    if ((await watchMain(app)) === 0)
      throw new Error('Electron no longer keeps its handlers where they were.');
    // `reader.start` was answered before anyone could watch.
    await reader.reload();
    await reader.getByRole('article').waitFor();
    await reader.waitForTimeout(1_000);
    await forgetDelays(app);

    const keystrokes = await search(reader);
    say('searched');
    await mark(reader);
    await undo(reader);
    await settle(reader);
    say('marked, noted, undone, settings changed');
    const delayMs = await longestDelayMs(app);
    await present(app, reader);
    say('projected a section');
    await leaveInTheMiddle(reader);
    const calls = await callsByMethod(app);
    return {
      keystrokeMs: longSummary(keystrokes.map(({ resultsMs }) => resultsMs)),
      marksMs: longSummary(keystrokes.map(({ marksMs }) => marksMs)),
      longestTaskMs: Math.max(...keystrokes.map((each) => each.longestTaskMs)),
      calls,
      longestDelayMs: delayMs,
    };
  } finally {
    await app.close();
  }
}

async function search(reader) {
  const box = reader.getByRole('searchbox', { name: 'Tìm kiếm' });
  await reader.keyboard.press('Control+k');
  const times = await typeTimed(reader, box, LONG_QUERY);
  await box.fill('');
  times.push(...(await typeTimed(reader, box, 'vanh dai')));
  for (const query of QUERIES) {
    await box.fill(query);
    await reader.waitForTimeout(100);
  }
  await box.press('Enter');
  for (let hit = 0; hit < 5; hit++) await reader.keyboard.press('F3');
  await reader.keyboard.press('Escape');
  return times;
}

async function mark(reader) {
  for (const words of MARKED) {
    await select(reader, words);
    await reader
      .getByRole('toolbar', { name: 'Đánh dấu' })
      .getByRole('button', { name: 'Ghi chú', exact: true })
      .click();
    await reader.keyboard.type(NOTE, { delay: 15 });
    await reader.waitForTimeout(300);
  }
}

async function undo(reader) {
  // In a text field these keys would be the field's own.
  await reader.evaluate(() => document.activeElement.blur());
  for (const key of [
    'Control+z',
    'Control+z',
    'Control+z',
    'Control+Shift+z',
    'Control+Shift+z',
    'Control+Shift+z',
  ]) {
    await reader.keyboard.press(key);
    await reader.waitForTimeout(100);
  }
}

async function settle(reader) {
  await reader.getByRole('button', { name: 'Hiển thị' }).click();
  for (const theme of ['Ngà', 'Tối', 'Sáng']) {
    await reader.getByRole('button', { name: theme, exact: true }).click();
    await reader.waitForTimeout(100);
  }
  await reader.keyboard.press('Escape');
}

async function present(app, reader) {
  await goToSection(reader, /Về kinh tế/u);
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();
  const isStage = (page) => page.url().startsWith('app://stage/');
  const stage = app.windows().find(isStage) ?? (await app.waitForEvent('window', { predicate: isStage }));
  await stage.getByRole('heading', { level: 1 }).waitFor();
  await stage.waitForTimeout(500);
  for (let page = 0; page < 4; page++) {
    await stage.keyboard.press('ArrowRight');
    await stage.waitForTimeout(100);
  }
  // Twice leads back; a slow machine may take longer between two than the app allows.
  for (let press = 0; press < 10 && !stage.isClosed(); press++) {
    await stage.keyboard.press('Escape').catch(() => undefined);
    await reader.waitForTimeout(50);
  }
}

/** The next start opens where one was reading. */
async function leaveInTheMiddle(reader) {
  await goToSection(reader, /^IV/u);
  await reader.waitForTimeout(800);
}

const goToSection = (reader, name) =>
  reader.getByRole('navigation', { name: 'Mục lục' }).getByRole('button', { name }).first().click();

/** Selects words of the report as a keyboard user's selection would stand. */
async function select(reader, words) {
  await reader.evaluate((text) => {
    const block = [...document.querySelectorAll('article [data-address]')].find((each) =>
      each.textContent.includes(text),
    );
    if (block === undefined) throw new Error(`no such words: ${text}`);
    const from = block.textContent.indexOf(text);
    const pointAt = (offset) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let before = 0;
      let node = walker.nextNode();
      for (; before + node.length < offset; node = walker.nextNode()) before += node.length;
      return [node, offset - before];
    };
    block.scrollIntoView({ block: 'center' });
    document.getSelection().setBaseAndExtent(...pointAt(from), ...pointAt(from + text.length));
  }, words);
  await reader.getByRole('toolbar', { name: 'Đánh dấu' }).waitFor();
}

// The table of a document with ten thousand observations, and the card of a figure in the bundled report.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { BRIEFING, CLI } from '../../src-main/setup/build.mjs';
import { root, run } from '../../src-main/setup/shell.mjs';
import { callsByMethod, forgetDelays, watchMain } from './main-watch.mjs';
import { summary } from './statistics.mjs';

const OBSERVATIONS = 10_000;
const A_PARAGRAPH = 4;
const CARDS = 12;

/** Opens table and cards in the real app; frames are counted while the table scrolls from top to bottom. */
export async function measureNumbers({ executable, scratch, say }) {
  const folder = await appOnLongReport(scratch);
  say(`compiled a report of ${OBSERVATIONS} observations`);
  const table = await inApp(executable, folder, join(scratch, 'numbers-data'), openTable);
  say('scrolled its table');
  const cards = await inApp(executable, root, join(scratch, 'cards-data'), openCards);
  say('opened cards');
  return { observations: OBSERVATIONS, table, cards };
}

/** The built app around another briefing, whose digest takes the place of the bundled one's in main. */
async function appOnLongReport(scratch) {
  const folder = join(scratch, 'long-app');
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const source = join(scratch, 'long.txt');
  writeFileSync(source, longReport());
  mkdirSync(join(folder, 'resources/built'), { recursive: true });
  const briefing = join(folder, 'resources/built/briefing.kyhop');
  const { code, text } = await run(process.execPath, [CLI, 'compile', source, '--out', briefing], {
    output: 'collect',
  });
  if (code !== 0) throw new Error(`kyhop compile ended with ${code}: ${text.slice(0, 1000)}`);
  const [bundled, long] = [BRIEFING, briefing].map((file) =>
    createHash('sha256').update(readFileSync(file)).digest('hex'),
  );
  for (const name of readdirSync(join(folder, 'out/main'))) {
    if (!name.endsWith('.cjs')) continue;
    const file = join(folder, 'out/main', name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(bundled, long));
  }
  return folder;
}

function longReport() {
  const paragraphs = Array.from({ length: OBSERVATIONS / A_PARAGRAPH }, (_, at) => {
    const [earlier, later] = [1000 + at, 1100 + at];
    return `${at + 1}. Sản lượng ${nameOf(at)} năm 2021 đạt ${earlier} tấn, năm 2022 đạt ${later} tấn; diện tích ${nameOf(at)} năm 2021 là ${at + 10} ha, năm 2022 là ${at + 12} ha.`;
  });
  return `BÁO CÁO\n\nKết quả sản xuất\n\n${paragraphs.join('\n\n')}\n`;
}

/** A name of its own for every number: "lúa ba bốn". */
function nameOf(at) {
  const words = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  return `cây ${[...String(at)].map((digit) => words[Number(digit)]).join(' ')}`;
}

async function inApp(executable, folder, data, work) {
  const app = await _electron.launch({
    executablePath: executable,
    args: [folder, `--user-data-dir=${data}`],
    cwd: folder,
  });
  try {
    const reader = app.windows()[0] ?? (await app.firstWindow());
    await reader.getByRole('article').waitFor();
    return await work(app, reader);
  } finally {
    await app.close();
  }
}

async function openTable(_app, reader) {
  // All lists are there when the button can show the table at once.
  await reader.waitForTimeout(5_000);
  const openMs = await reader.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent.trim().startsWith('Số liệu'),
    );
    const from = performance.now();
    button.click();
    while (
      document.querySelector('[role=grid] [role=row] [role=gridcell], [role=grid] [role=rowheader]') === null
    )
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - from;
  });
  const frames = await reader.evaluate(async () => {
    const grid = document.querySelector('[role=grid]');
    const gaps = [];
    let last = performance.now();
    const STEP_PX = 240;
    for (let frame = 0; frame < 240; frame++) {
      grid.scrollTop += STEP_PX;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    return { gaps: gaps.slice(5), scrolledPx: grid.scrollTop, heightPx: grid.scrollHeight };
  });
  const { gaps, ...scrolled } = frames;
  return {
    openMs,
    ...scrolled,
    frameMs: summary(gaps),
    frames: gaps.length,
    // A frame is 16.7 ms; one and a half of it means that a picture was missed.
    dropped: gaps.filter((gap) => gap > 25).length,
  };
}

async function openCards(app, reader) {
  await reader.locator('[data-figure]').first().waitFor();
  await watchMain(app);
  await forgetDelays(app);
  const times = [];
  for (let card = 0; card < CARDS; card++) {
    times.push(
      await reader.evaluate(async (at) => {
        const figure = document.querySelectorAll('[data-figure]')[at * 3];
        figure.scrollIntoView({ block: 'center' });
        await new Promise((resolve) => setTimeout(resolve, 300));
        const from = performance.now();
        figure.click();
        while (document.querySelector('[role=dialog]') === null)
          await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - from;
      }, card),
    );
    await reader.keyboard.press('Escape');
    await reader.waitForTimeout(100);
  }
  const calls = await callsByMethod(app);
  return { openMs: summary(times), mainMs: Math.max(0, ...calls.map(({ totalMs }) => totalMs.max)) };
}

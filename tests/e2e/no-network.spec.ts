/** A whole session without the network: nothing is asked of it, and nothing of it is listened to. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication } from '@playwright/test';
import {
  blockWith,
  checkout,
  closeByWindow,
  electronPath,
  inherited,
  selectWords,
  windowOf,
} from './support/app.ts';
import { launchElectron, test } from './support/launching.ts';
import { isRoot, packagedApp } from './support/packaged.ts';
import { traced, withoutCardNames } from './support/traced.ts';

/** Opens, searches, marks, notes, presents and closes. */
async function session(app: ElectronApplication): Promise<void> {
  const reader = await windowOf(app, 'reader');
  await reader.getByRole('article').waitFor();
  await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('khieu nai');
  await reader.getByRole('option').first().waitFor();
  await reader.keyboard.press('Enter');
  await selectWords(reader, blockWith(reader, 'Giá trị sản xuất ngành công nghiệp'), 'CCN Tây Việt Hòa');
  await reader.getByRole('toolbar', { name: 'Đánh dấu' }).getByRole('button', { name: 'Ghi chú' }).click();
  await reader.keyboard.type('https://example.invalid/');
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();
  const stage = await windowOf(app, 'stage');
  await stage.getByRole('heading', { level: 1 }).waitFor();
  await stage.keyboard.press('PageDown');
  const gone = stage.waitForEvent('close');
  await stage.keyboard.press('Escape');
  // The window goes while the key is still down.
  await stage.keyboard.press('Escape').catch(() => undefined);
  await gone;
  await closeByWindow(app);
}

/** What a request, a name looked up or a connection leaves in Chromium's record. */
const contact =
  /^(?:TCP_|UDP_|SSL_|SOCKS|SOCKET|CONNECT_JOB|HOST_RESOLVER|DNS_TRANSACTION|URL_REQUEST|HTTP_STREAM|HTTP_TRANSACTION|WEBSOCKET|QUIC_SESSION$)/u;

test('Chromium’s own record of a whole session holds no connection, no name looked up and no request', async ({
  data,
}) => {
  const record = join(data, 'net-log.json');
  const app = await launchElectron({
    executablePath: electronPath(),
    args: [checkout, `--user-data-dir=${data}`, `--log-net-log=${record}`],
    cwd: checkout,
    env: inherited(),
  });
  await session(app);
  const { constants, events } = JSON.parse(readFileSync(record, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number }[];
  };
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const recorded = [...new Set(events.map(({ type }) => names.get(type) ?? String(type)))];
  expect(recorded.filter((name) => contact.test(name))).toEqual([]);
});

// Other systems have no strace; there the test above stands alone.
if (process.platform === 'linux') {
  test('a whole session connects to nothing and opens no socket but those of the debugger that drives it', async ({
    data,
  }) => {
    const trace = traced(data, electronPath());
    const app = await launchElectron({
      executablePath: trace.executable,
      args: [checkout, `--user-data-dir=${data}`],
      cwd: checkout,
      env: inherited(),
    });
    await session(app);
    const calls = withoutCardNames(trace.internetCalls());
    expect(calls.filter((call) => !/<TCP:|SOCK_STREAM/u.test(call))).toEqual([]);
    expect(calls.filter((call) => call.startsWith('connect('))).toEqual([]);
    // Playwright starts Node's inspector and Chromium's DevTools, which listen on this machine alone, and comes to them.
    // Every other TCP socket would be the app's own: it would have been made without being listened on, or at another port.
    const listening = calls.flatMap(
      (call) => /^listen\(\d+<TCP:\[(127\.0\.0\.1:\d+)\]>/u.exec(call)?.[1] ?? [],
    );
    expect(listening).toHaveLength(2);
    expect(calls.filter((call) => call.startsWith('socket('))).toHaveLength(2);
    const atDebugger = (call: string): boolean =>
      listening.some((address) =>
        new RegExp(`<TCP:\\[${address}(?:->127\\.0\\.0\\.1:\\d+)?\\]>`, 'u').test(call),
      );
    const before = /^(?:socket\(|(?:setsockopt|bind)\(\d+<TCP:\[\d+\]>)/u;
    expect(calls.filter((call) => !before.test(call) && !atDebugger(call))).toEqual([]);
  });

  test('started without a debugger, the packaged app opens no network socket', async ({ data }) => {
    const trace = traced(data, packagedApp());
    const picture = join(data, 'picture.png');
    const args = [`--user-data-dir=${join(data, 'private')}`, ...(isRoot ? ['--no-sandbox'] : [])];
    const tracer = spawn(trace.executable, args, {
      env: { ...inherited(), KYHOP_PICTURE: picture },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => tracer.once('exit', done));
    // Written when the report could be read for a while; by then Electron has looked for what it looks for at a start.
    await expect
      .poll(() => existsSync(picture) && readFileSync(picture).includes('IEND'), { timeout: 30_000 })
      .toBe(true);
    const pid = trace.pid();
    expect(pid).not.toBeNull();
    process.kill(pid as number, 'SIGTERM');
    await ended;
    expect(withoutCardNames(trace.internetCalls())).toEqual([]);
  });
}

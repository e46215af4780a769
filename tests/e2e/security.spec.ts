/** The security baseline, asserted at run time in every window, and tried. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { methods, methodsOf, type MethodName } from '../../src-main/contract/methods.ts';
import { test, windowOf, type StartOptions, type Started } from './support/app.ts';

async function bothWindows(launch: (options?: StartOptions) => Promise<Started>) {
  const { app, reader } = await launch();
  await reader.getByRole('button', { name: 'Trình chiếu' }).click();
  const stage = await windowOf(app, 'stage');
  await stage.getByRole('heading', { level: 1 }).waitFor();
  return { app, windows: { reader, stage } as const };
}

const preferencesOf = (app: ElectronApplication, url: string) =>
  app.evaluate(({ webContents }, start) => {
    const contents = webContents.getAllWebContents().find((each) => each.getURL().startsWith(start));
    // Not in Electron's types, but the only place where it says what a window really has.
    const asked = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    return asked.getLastWebPreferences();
  }, url);

test('every window has the safe preferences and no way into Node', async ({ launch }) => {
  const { app, windows } = await bothWindows(launch);
  for (const [name, page] of Object.entries(windows)) {
    const preferences = await preferencesOf(app, `app://${name}/`);
    expect(preferences, name).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
    });
    // Electron leaves these out where they are off.
    expect(preferences['nodeIntegrationInWorker'] ?? false, name).toBe(false);
    expect(preferences['spellcheck'] ?? false, name).toBe(false);
    const inside = await page.evaluate(() => ({
      origin: location.origin,
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((each) => each in globalThis),
      bridge: Object.keys((globalThis as unknown as { kyhop: object }).kyhop).sort(),
    }));
    expect(inside).toEqual({ origin: `app://${name}`, node: [], bridge: ['call', 'on'] });
  }
});

test('the spelling checker, which would look for dictionaries on the network, is off', async ({ launch }) => {
  const { app } = await launch();
  const spelling = await app.evaluate(({ session }) => ({
    enabled: session.defaultSession.isSpellCheckerEnabled(),
    languages: session.defaultSession.getSpellCheckerLanguages(),
  }));
  expect(spelling).toEqual({ enabled: false, languages: [] });
});

test('the content security policy is the agreed one and blocks inline code, eval and every connection', async ({
  launch,
}) => {
  const { app, windows } = await bothWindows(launch);
  for (const [name, page] of Object.entries(windows)) {
    const policy = await app.evaluate(async ({ session }, url) => {
      const response = await session.defaultSession.fetch(url);
      return response.headers.get('content-security-policy');
    }, `app://${name}/`);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "frame-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy, name).toContain(rule);
    }
    const tried = await page.evaluate(async () => {
      const attempt = async (what: () => unknown): Promise<string> => {
        try {
          await what();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'refused';
        }
      };
      return {
        // Not in this task: what the debugger evaluates is exempt from the policy.
        eval: await attempt(
          () =>
            new Promise((done, failed) =>
              setTimeout(() => {
                try {
                  done((0, eval)('1'));
                } catch (error) {
                  failed(error instanceof Error ? error : new Error('refused'));
                }
              }),
            ),
        ),
        html: await attempt(() => (document.createElement('div').innerHTML = '<b>x</b>')),
        own: await attempt(() => fetch('app://reader/index.html')),
        out: await attempt(() => fetch('https://example.invalid/')),
        file: await attempt(() => fetch('file:///etc/passwd')),
        worker: await attempt(() => new Worker('data:text/javascript,1')),
        socket: await attempt(
          () =>
            new Promise((done, failed) => {
              document.addEventListener('securitypolicyviolation', () => failed(new Error('blocked')));
              new WebSocket('ws://127.0.0.1:9').onopen = done;
            }),
        ),
      };
    });
    expect(
      Object.entries(tried).filter(([, result]) => result === 'done'),
      name,
    ).toEqual([]);
  }
});

test('navigation, new windows, frames, permissions and foreign files are refused', async ({ launch }) => {
  const { app, windows } = await bothWindows(launch);
  for (const [name, page] of Object.entries(windows)) {
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.invalid/';
    });
    await page.evaluate(() => {
      location.href = 'app://stage/../reader/../../package.json';
    });
    const opened = await page.evaluate(() => window.open('https://example.invalid/') === null);
    expect(opened, name).toBe(true);
    const permissions = await page.evaluate(async () => {
      const media = await navigator.mediaDevices
        .getUserMedia({ audio: true })
        .then(() => 'granted')
        .catch(() => 'refused');
      const notification = await Notification.requestPermission();
      const location = await new Promise<string>((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('granted'),
          () => done('refused'),
        ),
      );
      return { media, notification, location };
    });
    expect(permissions, name).toEqual({ media: 'refused', notification: 'denied', location: 'refused' });
    expect(page.url(), name).toBe(before);
  }
  expect(app.windows()).toHaveLength(2);
  const foreign = await app.evaluate(async ({ session }) => {
    const urls = [
      'app://reader/../../main/main.cjs',
      'app://reader/%2e%2e/package.json',
      'app://other/index.html',
      'app://reader/nothing.js',
    ];
    return Promise.all(urls.map(async (url) => (await session.defaultSession.fetch(url)).status));
  });
  expect(foreign).toEqual([404, 404, 404, 404]);
});

/** Sends a raw message from a page, past the bridge's own choice of names, as hijacked code in it could try to. */
async function callFrom(page: Page, name: string, args: unknown): Promise<unknown> {
  return page.evaluate(
    async ([method, argument]) => {
      const { call } = (
        globalThis as unknown as { kyhop: { call: Record<string, (args: unknown) => Promise<unknown>> } }
      ).kyhop;
      const ask = call[method];
      return ask === undefined ? 'no such call' : ask(argument);
    },
    [name, args] as const,
  );
}

test('the stage can receive and say that it is ready, and nothing else', async ({ launch }) => {
  const { windows } = await bothWindows(launch);
  const { stage } = windows;
  const calls = await stage.evaluate(() =>
    Object.keys((globalThis as unknown as { kyhop: { call: object } }).kyhop.call),
  );
  expect(calls).toEqual(['stage.ready']);
  for (const name of methodsOf('reader')) expect(await callFrom(stage, name, {})).toBe('no such call');
  const heard = await stage.evaluate(() => {
    const { on } = (
      globalThis as unknown as { kyhop: { on: (name: string, handler: () => void) => unknown } }
    ).kyhop;
    try {
      on('stage.changed', () => undefined);
      return 'listening';
    } catch {
      return 'refused';
    }
  });
  expect(heard).toBe('refused');
});

test('main refuses a call from the wrong window, from no window of ours and with a malformed argument', async ({
  launch,
  data,
}) => {
  const { app, windows } = await bothWindows(launch);
  // A window whose page speaks the reader's bridge, but is not the reader.
  const answers = await app.evaluate(
    async ({ BrowserWindow }, [preload, names]) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await stranger.loadURL('app://reader/');
      const code = `Promise.all(${JSON.stringify(names)}.map((name) => kyhop.call[name]({})))`;
      const result: unknown = await stranger.webContents.executeJavaScript(code);
      stranger.destroy();
      return result as { ok: boolean; error?: { code: string } }[];
    },
    [join(import.meta.dirname, '../../out/preload/reader.cjs'), methodsOf('reader')] as const,
  );
  expect(answers).toHaveLength(methodsOf('reader').length);
  for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'call-refused' } });

  const malformed: unknown[] = [
    undefined,
    null,
    7,
    'x',
    [],
    { surplus: true },
    { id: 'not-a-uuid' },
    { query: 7 },
    { text: { toString: 1 } },
  ];
  for (const name of methodsOf('reader')) {
    if (name === 'reader.flushed') continue;
    for (const argument of malformed) {
      const answer = await callFrom(windows.reader, name, argument);
      expect(answer, `${name} ${JSON.stringify(argument)}`).toEqual({
        ok: false,
        error: { code: 'call-malformed' },
      });
    }
  }
  const log = readFileSync(join(data, 'logs', 'ky-hop.log'), 'utf8');
  expect(log).toContain('call-refused');
  expect(log).toContain('call-malformed');
});

test('the contract leaves no call to every window', () => {
  for (const name of Object.keys(methods) as MethodName[]) expect(methods[name].windows).toHaveLength(1);
});

test('the log holds no word that the delegate wrote or that the report says', async ({ launch, data }) => {
  const { reader } = await launch();
  await reader
    .getByRole('textbox', { name: /^Ghi chú cho/u })
    .first()
    .fill('bí mật của đại biểu');
  await reader.getByRole('searchbox', { name: 'Tìm kiếm' }).fill('khiếu nại');
  await expect(reader.getByRole('listbox', { name: 'Kết quả' }).getByRole('option').first()).toBeVisible();
  await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
  const log = readFileSync(join(data, 'logs', 'ky-hop.log'), 'utf8');
  expect(log).toContain('"event":"started"');
  expect(log).not.toMatch(/bí mật|khiếu nại|Hải Dương/u);
});

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron, expect, test } from '@playwright/test';

/** The app as electron-builder makes it, with the one fuse on that lets Playwright in (src-main/setup/package.mjs). */
const executablePath = process.env['KYHOP_PACKAGED_APP'] ?? '';
const userData = mkdtempSync(join(tmpdir(), 'ky-hop-packaged-'));

test.afterAll(() => rmSync(userData, { recursive: true, force: true }));

test('the packaged app opens on the bundled report, and quits', async () => {
  const app = await _electron.launch({ executablePath, args: [`--user-data-dir=${userData}`] });
  const running = app.process();
  try {
    const reader = await app.firstWindow();
    await expect(reader.getByRole('article')).toBeVisible();
    // Node knows no origin of app:, so the address is compared.
    expect(reader.url()).toMatch(/^app:\/\/reader\//);
    expect(await app.evaluate(({ app }) => app.isPackaged)).toBe(true);

    const closed = app.waitForEvent('close', { timeout: 20_000 });
    await app.evaluate(({ app }) => {
      app.quit();
    });
    await closed;
  } finally {
    running.kill('SIGKILL');
  }
});

test('the packaged app has its fuses as designed, but for the one that lets these tests in', async () => {
  const fuses = await getCurrentFuseWire(executablePath);
  // The wire holds a digit a fuse, as its character.
  const on = (fuse: FuseV1Options) => String.fromCharCode(Number(fuses[fuse])) === '1';
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeCliInspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    onlyLoadAppFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    embeddedAsarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    browserProcessSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocolExtraPrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: true,
    onlyLoadAppFromAsar: true,
    embeddedAsarIntegrity: true,
    browserProcessSnapshot: false,
    fileProtocolExtraPrivileges: false,
  });
});

test('the packaged app holds no code but its archive', () => {
  const resources =
    process.platform === 'darwin'
      ? join(dirname(executablePath), '../Resources')
      : join(dirname(executablePath), 'resources');
  expect(existsSync(join(resources, 'app.asar'))).toBe(true);
  expect(existsSync(join(resources, 'app'))).toBe(false);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
});

/** The sandbox of the operating system: what a page could not leave even if it ran foreign code. */
import { readFileSync } from 'node:fs';
import { expect, type ElectronApplication } from '@playwright/test';
import { inherited, windowOf } from './support/app.ts';
import { launchElectron, test } from './support/launching.ts';
import { ownFolder, sandboxedApp } from './support/packaged.ts';

/** Pids of all windows' renderers. */
const rendererPids = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
  );

/** A field of /proc/PID/status, split at its spaces. */
function statusOf(pid: number, field: string): readonly string[] {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${field}:`));
  if (line === undefined) throw new Error(`/proc/${pid}/status says nothing of ${field}`);
  return line.split(/\s+/u).slice(1);
}

test('the packaged app reads its report, keeps a note and projects with every window in the system’s sandbox', async ({
  data,
}) => {
  const home = ownFolder(data, 'home');
  const app = await launchElectron({
    executablePath: sandboxedApp(data),
    chromiumSandbox: true,
    args: [`--user-data-dir=${ownFolder(data, 'private')}`],
    cwd: home,
    env: { ...inherited(), HOME: home },
  });
  try {
    const reader = await windowOf(app, 'reader');
    await expect(reader.getByRole('article')).toContainText('Giá trị sản xuất ngành công nghiệp');
    await reader
      .getByRole('textbox', { name: /^Ghi chú cho/u })
      .first()
      .fill('viết được');
    await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
    await reader.getByRole('button', { name: 'Trình chiếu' }).click();
    const stage = await windowOf(app, 'stage');
    await expect(stage.getByRole('heading', { level: 1 })).toBeVisible();

    const renderers = await rendererPids(app);
    expect(renderers).toHaveLength(2);
    const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics());
    for (const pid of renderers) {
      const metric = metrics.find((each) => each.pid === pid);
      expect(metric?.type).toBe('Tab');
      if (process.platform === 'linux') {
        // 2: a filter of system calls is on. Several process ids: it sees none but its own namespace's.
        expect(statusOf(pid, 'Seccomp')).toEqual(['2']);
        expect(statusOf(pid, 'NSpid').length).toBeGreaterThan(1);
        expect(statusOf(pid, 'NoNewPrivs')).toEqual(['1']);
        expect(statusOf(pid, 'Uid')).not.toContain('0');
      } else {
        expect(metric?.sandboxed).toBe(true);
      }
    }
    expect(await app.evaluate(({ app: electron }) => electron.commandLine.hasSwitch('no-sandbox'))).toBe(
      false,
    );
  } finally {
    await app.close();
  }
});

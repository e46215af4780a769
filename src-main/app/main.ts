/** Electron's entry: order of start and end. Everything that decides something lives in a file of its own. */
import { once } from 'node:events';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Failure } from '../contract/failures.ts';
import { messages } from '../contract/messages.ts';
import { builtFile } from './built-file.ts';
import { openDataFolder } from './data-folder.ts';
import { guardContents, guardSession } from './guards.ts';
import { errorKind, openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { registerScheme, serveWindows, warmProtocol } from './protocol.ts';
import { openReaderWindow } from './reader-window.ts';
import { openSession } from './session.ts';

declare const __RENDERER_FILES__: readonly string[];
declare const __APP_VERSION__: string;

app.setName('Kỳ Họp');
app.setPath('userData', userDataFolder());
const folder = openDataFolder(app.getPath('userData'));
// As root Chromium runs only with --no-sandbox, and would then restart crashing children for ever.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();

/** `--user-data-dir` moves everything private; otherwise a folder with an ASCII name, which old tools can back up. */
function userDataFolder(): string {
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  return chosen !== '' ? chosen : join(app.getPath('appData'), 'ky-hop');
}

const log = openLog(join(app.getPath('userData'), 'logs'), () => new Date());
process.on('uncaughtException', (error) => log({ event: 'broke', error: errorKind(error) }));
process.on('unhandledRejection', (error) => log({ event: 'broke', error: errorKind(error) }));

if (!folder.ok) refuse(folder.error);
else if (!app.requestSingleInstanceLock()) app.quit();
else {
  start().catch((error: unknown) => {
    log({ event: 'broke', error: errorKind(error) });
    dialog.showErrorBox(messages.appName, messages.failure({ code: 'call-broke' }));
    app.exit(1);
  });
}

/** Tells the user why the app does not open, and what to do; then it ends. */
function refuse(failure: Failure, window: BrowserWindow | null = null): void {
  log({ event: 'refused-start', code: failure.code });
  // Without its last window the app would end before the user has read why.
  app.on('window-all-closed', () => undefined);
  window?.destroy();
  void app.whenReady().then(() => {
    dialog.showErrorBox(messages.appName, messages.failure(failure));
    app.exit(1);
  });
}

async function start(): Promise<void> {
  guardContents(log);
  await app.whenReady();
  log({ event: 'started', version: __APP_VERSION__, runtime: process.versions.electron });
  guardSession(log);
  setMenu();
  const page = new Promise<void>((resolve) => {
    const served = (file: string): void => {
      if (file.startsWith('reader/') && file.endsWith('.css')) resolve();
    };
    serveWindows(builtFile('out/renderer'), __RENDERER_FILES__, log, served);
  });
  const window = openReaderWindow();
  warmProtocol();
  // The databases are opened while the page's script starts in its own process: its first call waits for them. A page
  // that could not be loaded must not leave the app waiting without a window.
  await Promise.race([page, once(window.webContents, 'did-stop-loading')]);
  const opened = openSession(window, log);
  if (!opened.ok) refuse(opened.error, window);
}

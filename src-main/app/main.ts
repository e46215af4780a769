/** Electron's entry: order of start and end. Everything that decides something lives in a file of its own. */
import { join } from 'node:path';
import { app, dialog, powerMonitor, screen, type BrowserWindow, type WebContents } from 'electron';
import type { Failure } from '../contract/failures.ts';
import { messages } from '../contract/messages.ts';
import type { WindowName } from '../contract/methods.ts';
import { Backups } from './backups.ts';
import { Closing } from './closing.ts';
import { Drafts, type Draft, type Saved } from './drafts.ts';
import { guardContents, guardSession } from './guards.ts';
import { makeHandlers } from './handlers.ts';
import { registerMethods } from './ipc.ts';
import { errorKind, openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { openDataFolder, openPrivateStore, openPublicBriefing } from './open-data.ts';
import { Presentation } from './presentation.ts';
import { writePictureWhenReadable } from './picture.ts';
import { registerScheme, serveWindows } from './protocol.ts';
import { Saving } from './saving.ts';
import { stageContentOf } from './stage-subject.ts';
import { warmSearch } from './warm-search.ts';
import { keepOnDisplay, openReaderWindow } from './reader-window.ts';

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
function refuse(failure: Failure): void {
  log({ event: 'refused-start', code: failure.code });
  void app.whenReady().then(() => {
    dialog.showErrorBox(messages.appName, messages.failure(failure));
    app.exit(1);
  });
}

async function start(): Promise<void> {
  const now = (): number => Date.now();
  guardContents(log);

  const briefing = openPublicBriefing();
  if (!briefing.ok) {
    refuse(briefing.error);
    return;
  }
  const opened = openPrivateStore(app.getPath('userData'), now);
  if (!opened.ok) {
    refuse(opened.error);
    return;
  }
  await app.whenReady();
  log({ event: 'started', version: __APP_VERSION__, runtime: process.versions.electron });
  guardSession(log);
  setMenu();
  serveWindows(join(__dirname, '../renderer'), __RENDERER_FILES__, log);

  const { store, notices } = opened.value;
  const { view, briefing: publicBriefing, path: briefingPath } = briefing.value;
  const drafts = new Drafts((draft) => saveDraft(draft));
  const backups = new Backups(() => store.backup(), log);
  const closing = new Closing(drafts, log);
  let reader: BrowserWindow | null = null;
  // A window is destroyed a moment before it says that it closed.
  const openedReader = (): BrowserWindow | null => (reader?.isDestroyed() === false ? reader : null);
  const presentation = new Presentation(
    (subject) => stageContentOf(publicBriefing, view, subject),
    openedReader,
    log,
  );

  function saveDraft(draft: Draft): Saved {
    const { id: document, revision } = view.document;
    backups.changed();
    if ('addressee' in draft) {
      const created = store.createQuestion({ ...draft, document, revision });
      return created.ok ? store.saveQuestion(draft.id, draft) : created;
    }
    const created = store.createNote({ ...draft, document, revision });
    return created.ok ? store.saveNote(draft.id, draft.text) : created;
  }

  const identify = (sender: WebContents): WindowName | null => {
    if (openedReader()?.webContents === sender) return 'reader';
    return presentation.isStage(sender) ? 'stage' : null;
  };
  const handlers = makeHandlers({
    briefing: publicBriefing,
    view,
    store,
    drafts,
    presentation,
    saving: new Saving(openedReader, briefingPath, view.document.title),
    notices,
    version: __APP_VERSION__,
    changed: () => backups.changed(),
    flushed: () => closing.flushed(),
  });
  registerMethods(handlers, identify, log);

  // Whatever ends the session, what was typed is committed first.
  const commitNow = (): void => void drafts.flush();

  function openReader(): void {
    const settings = store.readSettings();
    const window = openReaderWindow({
      title: `${view.document.title} — Kỳ Họp`,
      theme: settings.ok ? settings.value.theme : 'light',
      boundsFile: join(app.getPath('userData'), 'window.json'),
    });
    reader = window;
    closing.guard(window);
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log({ event: 'window-gone', window: 'reader', reason });
      drafts.flush();
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
    });
    // Windows signs out or shuts down: there may be no time for a window's answer.
    window.on('query-session-end', commitNow);
    window.on('session-end', commitNow);
    window.on('closed', () => {
      if (reader === window) reader = null;
      presentation.end();
    });
    // Not while the first page is still being drawn.
    window.webContents.once('did-finish-load', () => {
      setTimeout(() => warmSearch(publicBriefing, view), 500);
    });
    writePictureWhenReadable(window);
  }
  openReader();

  const showReader = (): void => {
    const window = openedReader();
    if (window === null) return openReader();
    // Over the only display a presentation runs: the room must not see the reader.
    if (presentation.state.alone) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  app.on('second-instance', showReader);
  app.on('activate', showReader);
  const keepReaderOnDisplay = (): void => {
    const window = openedReader();
    if (window !== null) keepOnDisplay(window);
  };
  screen.on('display-removed', keepReaderOnDisplay);
  screen.on('display-metrics-changed', keepReaderOnDisplay);

  powerMonitor.on('suspend', commitNow);
  powerMonitor.on('lock-screen', commitNow);
  powerMonitor.on('shutdown', commitNow);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      commitNow();
      app.quit();
    });
  }
  app.on('window-all-closed', () => void backups.finish().then(() => app.quit()));
  app.on('will-quit', () => {
    commitNow();
    store.close();
    log({ event: 'stopped' });
  });
}

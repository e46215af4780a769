/** A session: the two databases behind the reader and the stage, from the first window to the last commit. */
import { app, powerMonitor, screen, type BrowserWindow, type WebContents } from 'electron';
import type { Briefing } from '../briefing/open.ts';
import type { BriefingView } from '../contract/briefing.ts';
import type { Notice } from '../contract/methods.ts';
import { ok, type Result } from '../contract/result.ts';
import type { WindowName } from '../contract/windows.ts';
import type { DelegateStore } from '../delegate/store.ts';
import { Backups } from './backups.ts';
import { Closing } from './closing.ts';
import { Drafts, type Draft, type Saved } from './drafts.ts';
import { makeHandlers } from './handlers.ts';
import { registerMethods } from './ipc.ts';
import type { Log } from './log.ts';
import { writePictureWhenReadable } from './picture.ts';
import { openPrivateStore, openPublicBriefing } from './open-data.ts';
import { Presentation } from './presentation.ts';
import { dressReaderWindow, keepOnDisplay, openReaderWindow } from './reader-window.ts';
import { Saving } from './saving.ts';
import { stageContentOf } from './stage-subject.ts';
import { warmSearch } from './warm-search.ts';

declare const __APP_VERSION__: string;

/**
 * Opens the databases and serves the window that is loading already, and those that follow it. What it answers once
 * they are open is the last word: the session itself ends the app.
 */
export function openSession(firstWindow: BrowserWindow, log: Log): Result<null> {
  const briefing = openPublicBriefing();
  if (!briefing.ok) return briefing;
  const store = openPrivateStore(app.getPath('userData'), () => Date.now());
  if (!store.ok) return store;
  runSession({ ...briefing.value, ...store.value }, firstWindow, log);
  return ok(null);
}

interface SessionData {
  readonly briefing: Briefing;
  readonly view: BriefingView;
  /** Where the briefing file lies. */
  readonly path: string;
  readonly store: DelegateStore;
  readonly notices: readonly Notice[];
}

function runSession(data: SessionData, firstWindow: BrowserWindow, log: Log): void {
  const { briefing, view, store, path } = data;
  const drafts = new Drafts((draft) => saveDraft(draft));
  const backups = new Backups(() => store.backup(), log);
  const closing = new Closing(drafts, log);
  let reader: BrowserWindow | null = null;
  // A window is destroyed a moment before it says that it closed.
  const openedReader = (): BrowserWindow | null => (reader?.isDestroyed() === false ? reader : null);
  const presentation = new Presentation(
    (subject) => stageContentOf(briefing, view, subject),
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
    ...data,
    drafts,
    presentation,
    saving: new Saving(openedReader, path, view.document.title),
    version: __APP_VERSION__,
    changed: () => backups.changed(),
    flushed: () => closing.flushed(),
  });
  registerMethods(handlers, identify, log);

  // Whatever ends the session, what was typed is committed first.
  const commitNow = (): void => void drafts.flush();

  function takeReader(window: BrowserWindow): void {
    const settings = store.readSettings();
    dressReaderWindow(window, {
      title: `${view.document.title} — Kỳ Họp`,
      theme: settings.ok ? settings.value.theme : 'light',
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
      setTimeout(() => warmSearch(briefing, view, (query) => void handlers['search.find']({ query })), 500);
    });
    writePictureWhenReadable(window);
  }
  takeReader(firstWindow);

  const showReader = (): void => {
    const window = openedReader();
    if (window === null) return takeReader(openReaderWindow());
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

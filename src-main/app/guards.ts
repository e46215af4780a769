/** What no window may do, whatever runs in it. */
import { app, session } from 'electron';
import { SCHEME } from './protocol.ts';
import type { Log } from './log.ts';

/** Preferences of every window, without its preload. */
export const guardedPreferences = {
  devTools: !app.isPackaged,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
} as const;

/** Refuses navigation, redirects, new windows and webviews in all contents, from before any exists. */
export function guardContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuseNavigation = (event: { preventDefault: () => void }): void => {
      event.preventDefault();
      log({ event: 'refused', what: 'navigation' });
    };
    contents.on('will-navigate', refuseNavigation);
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) refuseNavigation(event);
    });
    contents.on('will-redirect', refuseNavigation);
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      log({ event: 'refused', what: 'webview' });
    });
    contents.setWindowOpenHandler(() => {
      log({ event: 'refused', what: 'window' });
      return { action: 'deny' };
    });
  });
}

/** Refuses permissions, devices and every request that is not ours; keeps Electron itself off the network. */
export function guardSession(log: Log): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    log({ event: 'refused', what: 'permission' });
    answer(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler(null);
  own.on('will-download', (event) => {
    event.preventDefault();
    log({ event: 'refused', what: 'request' });
  });
  // Without this Electron looks for a spelling dictionary on the network at each start.
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
  own.webRequest.onBeforeRequest((request, answer) => {
    const ours = request.url.startsWith(`${SCHEME}://`) || request.url.startsWith('devtools://');
    if (!ours) log({ event: 'refused', what: 'request' });
    answer({ cancel: !ours });
  });
}

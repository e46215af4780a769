/** The projected window: public words only, on the second display, or over the only one with all else hidden. */
import { BrowserWindow, screen, type Display } from 'electron';
import { stagePaper } from '../contract/theme.ts';
import { builtFile } from './built-file.ts';
import { guardedPreferences } from './guards.ts';
import { originOf } from './protocol.ts';

/** Opens the stage full screen on `display`. Its title is the room's: it names nothing private. */
export function openStageWindow(display: Display): BrowserWindow {
  const window = new BrowserWindow({
    ...display.bounds,
    show: false,
    frame: false,
    title: 'Trình chiếu',
    backgroundColor: stagePaper,
    autoHideMenuBar: true,
    webPreferences: { ...guardedPreferences, preload: builtFile('out/preload/stage.cjs') },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (window.isDestroyed()) return;
    window.show();
    window.setBounds(display.bounds);
    window.setFullScreen(true);
  });
  void window.loadURL(`${originOf('stage')}/`);
  return window;
}

/** The display a window is on now. */
export const displayOf = (window: BrowserWindow): Display => screen.getDisplayMatching(window.getBounds());

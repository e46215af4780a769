/** The delegate's own window. */
import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { themeColours } from '../contract/theme.ts';
import type { Theme } from '../contract/delegate.ts';
import { readerSizeMin, saneBounds } from './displays.ts';
import { builtFile } from './built-file.ts';
import { guardedPreferences } from './guards.ts';
import { originOf } from './protocol.ts';
import { readBounds, writeBounds } from './window-bounds.ts';

/** File that remembers the window's place. */
const boundsFile = (): string => join(app.getPath('userData'), 'window.json');

/** Opens the reader where it stood, or in the middle if that display has gone. Shown when it has something to show. */
export function openReaderWindow(): BrowserWindow {
  const saved = readBounds(boundsFile());
  const primary = screen.getPrimaryDisplay();
  const displays = [primary, ...screen.getAllDisplays().filter((display) => display.id !== primary.id)];
  const window = new BrowserWindow({
    ...saneBounds(saved, displays),
    minWidth: readerSizeMin.width,
    minHeight: readerSizeMin.height,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...guardedPreferences, preload: builtFile('out/preload/reader.cjs') },
  });
  if (saved?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => {
    writeBounds(boundsFile(), { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(`${originOf('reader')}/`);
  return window;
}

/** Before it is shown: its title, and the paper that is seen until the page has painted. */
export function dressReaderWindow(
  window: BrowserWindow,
  { title, theme }: { title: string; theme: Theme },
): void {
  window.setTitle(title);
  window.setBackgroundColor(themeColours[theme].paper);
}

/** Brings a window back onto a display after displays changed; leaves one alone that is still whole on one. */
export function keepOnDisplay(window: BrowserWindow): void {
  if (window.isDestroyed() || window.isFullScreen() || window.isMaximized()) return;
  const bounds = window.getBounds();
  const sane = saneBounds(bounds, screen.getAllDisplays());
  const moved = (['x', 'y', 'width', 'height'] as const).some((side) => sane[side] !== bounds[side]);
  if (moved) window.setBounds(sane);
}

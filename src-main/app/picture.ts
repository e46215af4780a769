/** `KYHOP_PICTURE=file.png`: a picture of the first window once its text can be read, for machines without a display. */
import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

export function writePictureWhenReadable(window: BrowserWindow): void {
  const file = process.env['KYHOP_PICTURE'];
  if (file === undefined || file === '') return;
  window.webContents.once('did-finish-load', () => {
    // Fonts and the first layout follow the load; a picture may be late, it must not be empty.
    setTimeout(() => {
      void window.webContents.capturePage().then((image) => writeFile(file, image.toPNG()));
    }, 1500);
  });
}

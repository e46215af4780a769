import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    webPreferences: { preload: join(__dirname, '../preload/reader.cjs') },
  });
  await window.loadFile(join(__dirname, '../renderer/reader/index.html'));
});

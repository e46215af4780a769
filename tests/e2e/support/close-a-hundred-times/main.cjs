/**
 * The product's own main process, and a hand that types a letter and closes the window in the same task of the page,
 * a hundred times. Without Playwright: its debugger on a window that goes away crashes Electron 33 now and then.
 */
const { app, BrowserWindow } = require('electron');

require(process.env.KYHOP_MAIN);

const TURNS = 100;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const readerWindow = () =>
  BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().startsWith('app://reader/'));

async function until(wanted) {
  for (;;) {
    const found = await wanted();
    if (found) return found;
    await sleep(10);
  }
}

app.whenReady().then(async () => {
  // The app lives on while its window comes and goes, as on macOS.
  globalThis.kept = new BrowserWindow({ show: false });
  for (let turn = 0; turn < TURNS; turn++) {
    const window = await until(readerWindow);
    const page = window.webContents;
    await until(() =>
      page.executeJavaScript("document.querySelector('textarea') !== null").catch(() => false),
    );
    const closed = new Promise((resolve) => window.once('closed', resolve));
    const letter = String.fromCharCode(0x61 + (turn % 26));
    await page.executeJavaScript(`setTimeout(() => {
      const field = document.querySelector('textarea');
      field.focus();
      field.setRangeText('${letter}');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: '${letter}', inputType: 'insertText' }));
      window.close();
    }); 0`);
    await closed;
    app.emit('activate');
  }
  const last = await until(readerWindow);
  await until(() => !last.webContents.isLoading());
  app.quit();
  globalThis.kept.destroy();
});

// The floor of every ratio: the least an Electron app can do. One window as large as the reader's, one static page.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  new BrowserWindow({ width: 1440, height: 900 }).loadFile(join(app.getAppPath(), 'index.html'));
});
app.on('window-all-closed', () => app.quit());

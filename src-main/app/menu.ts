/** No menu bar: it would take a line of the page. macOS needs one for copy, paste and quit to exist at all. */
import { Menu } from 'electron';

export function setMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}

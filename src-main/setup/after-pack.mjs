// electron-builder calls this before it flips the fuses and signs: the loader that lets the fallback runtime start a
// folder (fallback-electron.mjs) is no part of a product, and Electron would prefer nothing else to app.asar.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

export default function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'linux')
    rmSync(join(appOutDir, 'resources/app'), { recursive: true, force: true });
}

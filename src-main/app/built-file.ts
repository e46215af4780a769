/** Where the build puts things, whichever file asks: some of main is loaded later, from a folder of its own. */
import { join } from 'node:path';
import { app } from 'electron';

/** Path of what lies under the app's own folder: "out/preload/reader.cjs". */
export const builtFile = (path: string): string => join(app.getAppPath(), path);

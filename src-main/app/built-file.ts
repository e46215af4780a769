/** Where the build puts things. */
import { join } from 'node:path';

/** Path of what lies under the app's own folder ("out/preload/reader.cjs"): main is one bundled file in out/main. */
export const builtFile = (path: string): string => join(__dirname, '../..', path);

// TypeScript of ours for plain Node: one file, with everything but better-sqlite3 in it.
import { join } from 'node:path';
import { root } from '../../src-main/setup/shell.mjs';

/** Bundles `entry` (a path from the root) into `folder`, from where better-sqlite3 must be found; returns the file. */
export async function bundle(entry, folder) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { bundle: join(root, entry) },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
  return join(folder, 'bundle.mjs');
}

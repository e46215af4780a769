/** The built app around another report: main pins the digest of its briefing, so that of the other takes its place. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './app.ts';

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Makes `folder` an app whose report is `source`, plain text; answers the folder. */
export function appOn(folder: string, source: string): string {
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer'])
    cpSync(join(checkout, part), join(folder, part), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const file = join(folder, 'source.txt');
  writeFileSync(file, source);
  const built = 'resources/built/briefing.kyhop';
  mkdirSync(join(folder, 'resources/built'), { recursive: true });
  execFileSync(process.execPath, [
    ...[join(checkout, 'out/cli/kyhop.mjs'), 'compile', file],
    ...['--out', join(folder, built)],
  ]);
  const [bundled, other] = [digestOf(join(checkout, built)), digestOf(join(folder, built))];
  for (const name of readdirSync(join(folder, 'out/main')).filter((each) => each.endsWith('.cjs'))) {
    const main = join(folder, 'out/main', name);
    writeFileSync(main, readFileSync(main, 'utf8').replaceAll(bundled, other));
  }
  return folder;
}

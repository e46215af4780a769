// How well search finds: evaluate.ts, bundled for plain Node.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI } from '../../../src-main/setup/build.mjs';
import { root } from '../../../src-main/setup/shell.mjs';
import { bundle } from '../bundle.mjs';

export async function measureSearchQuality({ say }) {
  const folder = join(root, `out/.bench-quality-${process.pid}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const { evaluate } = await import(await bundle('tests/bench/search-quality/evaluate.ts', folder));
    const quality = evaluate(root, CLI);
    say('asked the labelled queries');
    return quality;
  } finally {
    remove();
  }
}

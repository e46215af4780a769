// How well figures are found, named and checked, by the labelled samples: what the evaluation tests print.
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, run } from '../../src-main/setup/shell.mjs';

const VITEST = join(root, 'node_modules/vitest/vitest.mjs');

/** The samples' tables as text. */
export async function measureAccuracy({ say }) {
  const args = [VITEST, 'run', '--reporter=default', 'evaluation'];
  const { code, text } = await run(process.execPath, args, { output: 'collect' });
  if (code !== 0) throw new Error(`the evaluation tests ended with ${code}:\n${text.slice(-2000)}`);
  say('read the labelled samples');
  const lines = stripVTControlCharacters(text).split('\n');
  // What a test prints stands between its own heading and the next line of the reporter.
  const printed = [];
  let inside = false;
  for (const line of lines) {
    if (line.startsWith('stdout | ')) inside = true;
    else if (/^\s*✓/u.test(line)) inside = false;
    else if (inside) printed.push(line);
  }
  return { text: printed.join('\n').trim() };
}

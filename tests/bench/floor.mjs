// Makes the floor: floor/ with the first characters of the report as plain paragraphs.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src-main/setup/shell.mjs';

const TEXT_CHARS = 15_000;

/** Copies the floor into `folder`, fills its page, and returns the folder. */
export function makeFloor(folder) {
  cpSync(join(root, 'tests/bench/floor'), folder, { recursive: true });
  const text = readFileSync(join(root, 'resources/report/source.txt'), 'utf8').slice(0, TEXT_CHARS);
  const paragraphs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line)}</p>`);
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    html.replace('<article></article>', () => `<article>${paragraphs.join('\n')}</article>`),
  );
  return folder;
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

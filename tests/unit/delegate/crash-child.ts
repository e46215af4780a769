/**
 * Another process that opens the store: bundled into one CommonJS file like the app itself, and told by its arguments
 * what to do. It says what the store answered, a line each, on stdout.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../../src-main/delegate/store.ts';

const [, , task, path, backupFolder, countText] = process.argv;
if (path === undefined || backupFolder === undefined) throw new Error('usage: TASK PATH BACKUPS [COUNT]');
const say = (what: unknown) => writeSync(1, `${JSON.stringify(what)}\n`);

const opened = openStore({ path, backupFolder, now: Date.now });
if (!opened.ok) say(opened.error);
else if (task === 'write') {
  const { store } = opened.value;
  for (let n = 0; n < Number(countText); n++) {
    const id = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
    store.createAnnotation({
      id,
      document: 'd',
      revision: 'r',
      selector: { start: 0, end: 1, exact: 'a', prefix: '', suffix: '' },
      colour: 'green',
    });
    store.createNote({ id, document: 'd', revision: 'r', section: null, annotation: id, text: '' });
    const saved = store.saveNote(id, `ghi chú ${n} ${'đ'.repeat(2_000)}`);
    if (saved.ok) say(n);
  }
  // As the battery taken out: no handler runs, nothing is closed.
  process.kill(process.pid, 'SIGKILL');
} else {
  say('opened');
  opened.value.store.close();
}

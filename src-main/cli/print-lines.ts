/** Long answers, a line at a time, no faster than the reader takes them; ends early where nobody reads on. */
import { once } from 'node:events';

export async function printLines<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  lineOf: (row: Row) => string,
): Promise<void> {
  const { stdout } = process;
  for await (const row of rows) {
    if (stdout.destroyed) return;
    if (stdout.write(`${lineOf(row)}\n`)) continue;
    const heard = new AbortController();
    const { signal } = heard;
    // A pipe that was closed drains no more.
    await Promise.race([once(stdout, 'drain', { signal }), closed(stdout, signal)]).catch(() => undefined);
    heard.abort();
  }
}

const closed = (stream: NodeJS.WriteStream, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    stream.once('close', resolve);
    signal.addEventListener('abort', () => stream.off('close', resolve));
  });

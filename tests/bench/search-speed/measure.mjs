// How fast search is: speed.ts, bundled for plain Node.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src-main/setup/shell.mjs';
import { bundle } from '../bundle.mjs';
import { table } from '../table.mjs';

export async function measureSearchSpeed({ scratch, megabytes, say }) {
  const folder = join(root, `out/.bench-speed-${process.pid}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const { measureSpeed } = await import(await bundle('tests/bench/search-speed/speed.ts', folder));
    say(`typing queries in the report${megabytes > 0 ? ` and in ${megabytes} MB of text` : ''}`);
    return measureSpeed(root, scratch, megabytes);
  } finally {
    remove();
  }
}

export function searchSpeedLines({ report, large }) {
  return [
    ...timesTable(
      'Search as one types, ms a keystroke in the report (at most 5 at the 95th percentile)',
      report,
    ),
    ...(large ? largeLines(large) : []),
  ];
}

function largeLines(large) {
  const { megabytes, blocks, engines, longestBlock, indexShare, buildMegabytesPerSecond } = large;
  const title = `The same in ${megabytes.toFixed(0)} MB of text, ${blocks} blocks (at most 50 at the 95th percentile, no step over 16)`;
  return [
    ...timesTable(title, engines),
    `Longest step without a pause: ${longestBlock.toFixed(1)} ms.`,
    `Index: ${indexShare.toFixed(2)} times the text (at most 1.2), built at ${buildMegabytesPerSecond.toFixed(1)} MB/s (at least 10). Beside it FTS5 unicode61 without columns' text: ${large.peerShare.toFixed(2)} times, ${large.peerMegabytesPerSecond.toFixed(1)} MB/s.`,
  ];
}

function timesTable(title, times) {
  const [own] = times;
  return table(
    title,
    ['', 'calls', 'p50', 'p95', 'p99', 'longest', 'p95 to ours'],
    times.map(({ name, calls, p50, p95, p99, longest }) => [
      name,
      String(calls),
      ...[p50, p95, p99, longest].map((ms) => ms.toFixed(2)),
      (p95 / own.p95).toFixed(2),
    ]),
  );
}

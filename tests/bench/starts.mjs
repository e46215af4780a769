// Floor and app in turn, so that whatever else the machine does meets both.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureStart } from './one-start.mjs';
import { ratio, summary } from './statistics.mjs';

/**
 * Starts every target once to warm up and `runs` times to measure, each on a data folder of its own. A target is
 * `{name, folder, dataFrom?}`; the first is the floor. Returns per target its runs, summaries and ratios to the floor.
 */
export async function measureStarts({ executable, targets, runs, scratch, say }) {
  const results = targets.map((target) => ({ ...target, runs: [], paintGuessMs: 1_000 }));
  for (let run = 0; run <= runs; run++) {
    for (const result of results) {
      const data = join(scratch, 'data');
      mkdirSync(data);
      if (result.dataFrom) cpSync(result.dataFrom, data, { recursive: true });
      const { folder, paintGuessMs } = result;
      const measured = await measureStart({ executable, folder, data, paintGuessMs });
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
      result.paintGuessMs = measured.paintMs;
      if (run > 0) result.runs.push(measured);
    }
    say(run === 0 ? 'warm-up of every start' : `start ${run} of ${runs}`);
  }
  const summaries = results.map(({ name, runs: all }) => ({
    name,
    paintMs: summary(all.map(({ paintMs }) => paintMs)),
    readableMs: summary(all.map(({ readableMs }) => readableMs)),
    pssBytes: summary(all.map(({ pssBytes }) => pssBytes)),
    cpuMs: summary(all.map(({ cpuMs }) => cpuMs)),
    runs: all,
  }));
  const [floor] = summaries;
  return summaries.map((target) => ({
    ...target,
    ratios: {
      paint: ratio(target.paintMs, floor.paintMs),
      readable: ratio(target.readableMs, floor.readableMs),
      memory: ratio(target.pssBytes, floor.pssBytes),
      cpu: ratio(target.cpuMs, floor.cpuMs),
    },
  }));
}

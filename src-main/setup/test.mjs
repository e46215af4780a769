// `npm test`: installs what is missing, checks types, lint and format, builds and packages, runs the unit tests (Vitest) and
// the end-to-end tests (Playwright), and closes with one line "N passed, N failed". A step that fails counts as a failure.
// For developers: `npm test -- checks`, `npm test -- unit [filter…]`, `npm test -- e2e [filter…]` do one part of it.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureDisplay } from './display.mjs';
import { ensurePackaged } from './package.mjs';
import { ensureInstalled } from './prepare.mjs';
import { readIfThere, root, run, runMain, say, SetupError } from './shell.mjs';

const RESULTS = {
  unit: join(root, 'out/test-results/unit.json'),
  e2e: join(root, 'out/test-results/e2e.json'),
};
const AT_ONCE = 2;

const bin = (path, ...args) => [join(root, 'node_modules', path), ...args];
// The slowest first; what they remember lies in node_modules/.cache.
const CHECKS = {
  lint: 'eslint/bin/eslint.js . --max-warnings 0 --cache --cache-location node_modules/.cache/eslint/',
  svelte: 'svelte-check/bin/svelte-check --tsconfig src-renderer/tsconfig.json --fail-on-warnings',
  types: 'typescript/bin/tsc -b',
  format: 'prettier/bin/prettier.cjs --check --log-level warn --cache .',
};

await runMain(async () => {
  const [part = 'all', ...filters] = process.argv.slice(2);
  if (!['all', 'checks', 'unit', 'e2e'].includes(part))
    throw new SetupError(`npm test -- ${part}: only checks, unit and e2e are known.`);
  const wants = (name) => part === 'all' || part === name;
  const runtime = await ensureInstalled({ forTests: true });

  let packagedApp = null;
  const jobs = [];
  if (part !== 'checks') {
    jobs.push(async () => {
      await ensureBuilt();
      if (wants('e2e')) packagedApp = await ensurePackaged(runtime, { forTests: true });
    });
  }
  if (wants('checks')) {
    for (const [name, command] of Object.entries(CHECKS))
      jobs.push(() => check(name, bin(...command.split(' '))));
  }
  const total = { passed: 0, failed: await failuresOf(jobs), skipped: 0 };
  const add = (result) => Object.keys(total).forEach((key) => (total[key] += result[key]));

  if (wants('unit')) add(await unitTests(filters));
  if (wants('e2e') && packagedApp) {
    const env = { KYHOP_ELECTRON_PATH: runtime.executable, KYHOP_PACKAGED_APP: packagedApp };
    add(await e2eTests(filters, { ...(await ensureDisplay()), ...env }));
  } else if (wants('e2e')) say('e2e', 'left out, because there is no app to test');

  if (part === 'checks') return process.exit(total.failed === 0 ? 0 : 1);
  if (total.skipped > 0) say('skipped', total.skipped);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
});

/** Runs the jobs, as many at once as a small machine bears; returns how many failed. */
async function failuresOf(jobs) {
  let failed = 0;
  const waiting = [...jobs];
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      try {
        await job();
      } catch (error) {
        failed++;
        say('FAILED', error instanceof SetupError ? error.message : error.stack);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed;
}

async function check(name, args) {
  const startedMs = performance.now();
  const { code, text } = await run(process.execPath, args, { output: 'collect' });
  if (code !== 0) throw new SetupError(`${name}\n${text.trim()}`);
  say(name, `no problem (${seconds(startedMs)})`);
}

async function unitTests(filters) {
  const { code, report } = await runTests(
    'unit',
    bin('vitest/vitest.mjs', 'run', '--passWithNoTests', ...filters),
  );
  return counted(
    code,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

async function e2eTests(filters, env) {
  const { code, report } = await runTests(
    'e2e',
    bin('@playwright/test/cli.js', 'test', '--pass-with-no-tests', ...filters),
    env,
  );
  const stats = report?.stats;
  return counted(
    code,
    stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
  );
}

/** A runner that ends in failure without a failed test (a file that does not load, a crash) counts as one. */
function counted(code, counts) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

async function runTests(name, args, env) {
  const startedMs = performance.now();
  rmSync(RESULTS[name], { force: true });
  say(name, 'tests');
  const { code } = await run(process.execPath, args, { env });
  say(name, `${code === 0 ? 'done' : 'FAILED'} (${seconds(startedMs)})`);
  return {
    code: existsSync(RESULTS[name]) ? code : code || 1,
    report: JSON.parse(readIfThere(RESULTS[name]) ?? 'null'),
  };
}

function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

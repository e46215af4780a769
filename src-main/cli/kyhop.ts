/** The `kyhop` command: everything the compiler knows, as JSON for scripts, tests and other people's tools. */
import { fileURLToPath } from 'node:url';
import type { Failure } from '../contract/failures.ts';
import { failureMessages } from '../contract/failure-messages.ts';
import type { Result } from '../contract/result.ts';
import { parseCall, usage } from './call.ts';
import type { Call } from './call.ts';
import { runChecks } from './checks.ts';
import { runCompile } from './compile.ts';
import { runData } from './data.ts';
import { runFigures } from './figures.ts';
import { runSearch } from './search.ts';

/** From out/cli/kyhop.mjs. */
const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

/** A null error has been told already. */
type Outcome = Result<null, Failure | null>;

const sentence = (failure: Failure): string =>
  (failureMessages[failure.code] as (failure: Failure) => string)(failure);

function run(
  call: Exclude<Call, { verb: 'help' }>,
  complain: (line: string) => void,
): Outcome | Promise<Outcome> {
  switch (call.verb) {
    case 'compile':
      return runCompile(call, RESOURCES, complain);
    case 'data':
      return runData(call, RESOURCES);
    case 'figures':
      return runFigures(call, RESOURCES);
    case 'checks':
      return runChecks(call, RESOURCES);
    case 'search':
      return runSearch(call, RESOURCES);
  }
}

/** 0 done, 1 the file cannot be used (one clear line why), 2 wrong call. Never `process.exit`: output must be flushed. */
async function main(args: readonly string[]): Promise<number> {
  const call = parseCall(args);
  if (call === null) {
    process.stderr.write(usage);
    return 2;
  }
  if (call.verb === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const complain = (line: string): void => void process.stderr.write(`kyhop: ${line}\n`);
  const done = await run(call, complain);
  if (done.ok) return 0;
  if (done.error !== null) complain(`${call.file}: ${sentence(done.error)}`);
  return 1;
}

// A reader that has seen enough ("| head") closes the pipe: nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode = 0;
});
process.exitCode = await main(process.argv.slice(2));

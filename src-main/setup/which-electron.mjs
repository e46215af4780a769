// `npm run --silent which-electron`: the path of the Electron in use on stdout, and nothing else there.
import { ensurePackages } from './packages.mjs';
import { ensureRuntime } from './runtime.mjs';
import { keepStdoutClean, runMain } from './shell.mjs';

await runMain(async () => {
  keepStdoutClean();
  await ensurePackages();
  const { executable } = await ensureRuntime();
  process.stdout.write(`${executable}\n`);
});

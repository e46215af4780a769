// `npm run --silent kyhop -- VERB FILE`: the kyhop command, installed and built first where needed. Paths are those of
// the caller's folder, standard input, output and exit code those of the command; our own lines go to stderr.
import { spawn } from 'node:child_process';
import { CLI, ensureCli } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { keepStdoutClean, passSignals, runMain } from './shell.mjs';
import { ensureSqliteAddon } from './sqlite-addon.mjs';

await runMain(async () => {
  keepStdoutClean();
  await ensurePackages();
  await ensureSqliteAddon();
  await ensureCli();
  const child = spawn(process.execPath, [CLI, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD || process.cwd(),
    stdio: 'inherit',
  });
  passSignals(child);
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
});

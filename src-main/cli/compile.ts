/** `kyhop compile FILE`: prints the compiled document, and writes the briefing file if asked. */
import { analyse } from '../compile/analyse.ts';
import { compile } from '../compile/compile.ts';
import { readCuration } from '../compile/read-curation.ts';
import { readSource } from '../compile/read-source.ts';
import { writeBriefing } from '../compile/write-briefing.ts';
import type { Failure } from '../contract/failures.ts';
import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { CompileCall } from './call.ts';

/** A null error has been told already. An earlier briefing file stays in place unless all went well. */
export function runCompile(
  call: CompileCall,
  resources: string,
  complain: (line: string) => void,
): Result<null, Failure | null> {
  const source = readSource(call.file);
  if (!source.ok) return source;
  const curation = readCuration(resources);
  const compiled = compile(source.value, curation);
  if (call.strict || call.out !== null) {
    const analysis = analyse(compiled, curation);
    const lost = compiled.problems.filter((problem) => problem.code === 'correction-not-found');
    const unfit = [...lost.map(({ message }) => message), ...analysis.lost];
    if (call.strict && unfit.length > 0) {
      for (const message of unfit) complain(message);
      return fail(null);
    }
    if (call.out !== null) {
      const written = writeBriefing(compiled, analysis, source.value, call.out);
      if (!written.ok) return written;
    }
  }
  process.stdout.write(`${JSON.stringify(compiled)}\n`);
  return ok(null);
}

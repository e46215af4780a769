/** Folds the report's blocks before the first search, a few at a time, so that the first letter is as quick as the next. */
import type { Briefing } from '../briefing/open.ts';
import type { BriefingView } from '../contract/briefing.ts';

/** A few milliseconds of work at most: nobody waits behind it. */
const BLOCKS_AT_ONCE = 8;

export function warmSearch({ searchables, tools }: Briefing, { blocks }: BriefingView): void {
  let at = 0;
  const loading = tools.load();
  const next = (): void => {
    if (loading.next().done === true) {
      for (let count = 0; count < BLOCKS_AT_ONCE; count++) searchables.at(++at);
      if (at >= blocks.length) return;
    }
    setImmediate(next);
  };
  next();
}

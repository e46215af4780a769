/** Folds the report's blocks before the first search, a few at a time, so that the first letter is as quick as the next. */
import type { Briefing } from '../briefing/open.ts';
import type { BriefingView } from '../contract/briefing.ts';

/** About a millisecond of work: nobody waits behind it. */
const BLOCKS_AT_ONCE = 8;

export function warmSearch({ searchables }: Briefing, { blocks }: BriefingView): void {
  let at = 0;
  const next = (): void => {
    for (const { id } of blocks.slice(at, at + BLOCKS_AT_ONCE)) searchables.of(id);
    at += BLOCKS_AT_ONCE;
    if (at < blocks.length) setImmediate(next);
  };
  next();
}

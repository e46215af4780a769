/** Readies search before the first key, a few milliseconds of work at a time: the first letter is to be as quick as the next. */
import type { Briefing } from './open.ts';
import { searchInSteps } from './search.ts';

/** About a millisecond of work: nobody waits behind it. */
const BLOCKS_AT_ONCE = 8;

/** One search of each kind, so that the first of the user's meets code that has run before. */
const PRACTICE = ['t', 'th', 'thu chi', 'giai ph', 'thu ngan sach nam', 'zqx'];

/** Reads what search knows and cuts the first `blocks` blocks into words. Pauses between. */
export function* warmSteps(briefing: Briefing, blocks: number): Generator<void, void> {
  yield* briefing.tools.load();
  for (let position = 1; position <= blocks; position++) {
    briefing.searchables.at(position);
    if (position % BLOCKS_AT_ONCE === 0) yield;
  }
  for (const query of PRACTICE) {
    yield* searchInSteps(briefing, query);
    yield;
  }
}

/** What a bare number counts, where the words before it say so: "Tổng số vụ: 45", "số giường bệnh/vạn dân: 31,2". */
import { approximations } from './contexts.ts';
import { counters } from './counters.ts';
import type { Reading } from './reading.ts';

/** How far back the subject may begin, in tokens. */
const SUBJECT_REACH = 12;

/** The thing that "Số …" before the number at a token counts, as printed but in lower case; null where none is named. */
export function subjectThing(reading: Reading, at: number): string | null {
  const verb = at - 1 - (reading.before(approximations, at)?.length ?? 0);
  if (!reading.is(verb, ':', 'là', 'đạt', 'còn')) return null;
  for (let index = verb - 1; index >= Math.max(0, verb - SUBJECT_REACH); index--) {
    if (!reading.isWord(index) && !reading.is(index, '/')) return null;
    if (!reading.is(index, 'số')) continue;
    const start = reading.is(index + 1, 'lượng') ? index + 2 : index + 1;
    const thing = reading.at(counters, start);
    // "một số hộ", "dân số" count otherwise.
    const opens = reading.is(index - 1, 'tổng') || !reading.isWord(index - 1);
    return thing !== null && opens ? reading.slice(start, start + thing.length).toLowerCase() : null;
  }
  return null;
}

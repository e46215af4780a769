/** "Diện tích lúa, ngô và lạc lần lượt là 12 ha, 3 ha và 1 ha": which of the things listed each number is of. */
import { lowered, startsWith, wordCount, written } from './phrase.ts';
import type { Words } from './phrase.ts';
import { measures } from './words.ts';

/** The full names of what is listed, in order; empty where nothing is listed for several numbers in turn. */
export function respectiveNames(run: Words, subject: Words, isTimed: boolean): string[] {
  const isInTurn = run.some(({ key }, at) => key === 'lần' && run[at + 1]?.key === 'lượt');
  // "năm 2021, 2022 lần lượt đạt": the numbers are of times, not of things.
  if (!isInTurn || isTimed || !startsWith(subject, measures)) return [];
  const items = itemsOf(subject);
  if (items.length < 2 || items.some((item) => wordCount(item) === 0)) return [];
  const measure = written(subject.slice(0, measures.at(subject, 0)?.length ?? 0));
  return items.map((item, index) =>
    index === 0 || startsWith(item, measures) ? written(item) : `${measure} ${lowered(written(item))}`,
  );
}

function itemsOf(subject: Words): Words[] {
  const items: Words[] = [];
  let from = 0;
  for (let at = 0; at <= subject.length; at++) {
    if (at < subject.length && subject[at]?.key !== ',' && subject[at]?.key !== 'và') continue;
    items.push(subject.slice(from, at));
    from = at + 1;
  }
  return items;
}

/** Totals and their parts: in brackets, behind "gồm" and "trong đó", before "tổng cộng", in footnotes, lists and tables. */
import type { Finding } from './relation.ts';
import type { Scene } from './scene.ts';
import { bracketedSums } from './sums-bracketed.ts';
import { itemSums, listedSums } from './sums-listed.ts';
import { notedSums } from './sums-noted.ts';
import { totalledSums } from './sums-totalled.ts';

export const findSums = (scene: Scene): Finding[] => [
  ...scene.passages.flatMap((passage) => [
    ...bracketedSums(passage),
    ...listedSums(passage),
    ...totalledSums(passage),
  ]),
  ...notedSums(scene),
  ...itemSums(scene),
];

/** Totals and their parts: in brackets, behind "gồm" and "trong đó", by year, in the footnote of the total. */
import type { Finding } from './relation.ts';
import type { Scene } from './scene.ts';
import { bracketedSums } from './sums-bracketed.ts';

export const findSums = (scene: Scene): Finding[] => [...scene.passages.flatMap(bracketedSums)];

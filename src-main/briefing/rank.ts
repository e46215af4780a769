/** Orders matches: literal before meant, sure before unsure, phrase before near before far. The numbers were set on the tuned half of the labelled queries. */
import type { Match } from './match.ts';

export interface Rank {
  /** 0 to about 1. */
  readonly score: number;
  /** No confident answer. */
  readonly weak: boolean;
  /** Found by words of nearly the same meaning only: always below what was asked for literally. */
  readonly isMeant: boolean;
}

/** `needed`: terms that must be found. Without accents words are often others: they must stand closer together. */
export function rank(match: Match, needed: number, isAccented: boolean): Rank {
  const isMeant = match.used.some(({ kind }) => kind === 'synonym');
  const weak = !isConfident(match, needed, isAccented) || (isMeant && !isTight(match));
  return { score: scoreOf(match, needed), weak, isMeant };
}

function scoreOf(
  { kind, grade, between, share, wholeShare, cohesion, isClose }: Match,
  needed: number,
): number {
  switch (kind) {
    case 'phrase':
      return grade;
    case 'words':
      return (0.56 + 0.18 * (needed / (needed + between)) + 0.22 * cohesion) * grade;
    case 'words around':
      // A footnote and what points to it are one passage.
      return isClose
        ? (0.52 + 0.08 * share + 0.22 * cohesion) * grade
        : (0.36 + 0.16 * share + 0.2 * cohesion) * grade;
    case 'some words':
      return (0.28 * share + 0.12 * wholeShare + 0.2 * cohesion) * grade;
  }
}

/** Other words than those typed must at least stand together. */
const isTight = ({ kind, between }: Match): boolean =>
  kind === 'phrase' || (kind === 'words' && between <= 4);

function isConfident(match: Match, needed: number, isAccented: boolean): boolean {
  const { kind, trust, leastTrust, between, share, wholeShare, cohesion, hasLoner } = match;
  switch (kind) {
    case 'phrase':
      if (needed === 1) return trust >= 0.9;
      if (needed === 2) return trust >= 0.86 && leastTrust >= 0.79;
      return trust >= 0.85 && leastTrust >= 0.4;
    case 'words': {
      if (needed <= 2) return isAccented && leastTrust >= 0.9 && between <= 3;
      if (leastTrust < 0.7 || trust < 0.87 || (hasLoner && between > 3)) return false;
      if (needed === 3) return isAccented ? between <= 4 || cohesion >= 0.7 : between <= 2 || cohesion >= 0.8;
      return isAccented ? between <= 8 || cohesion >= 0.6 : between <= 5 || cohesion >= 0.7;
    }
    case 'words around':
      if (needed < 3 || trust < 0.9 || leastTrust < 0.8 || share < 0.4 || hasLoner) return false;
      return cohesion >= (isAccented ? 0.6 : 0.7);
    case 'some words':
      return (
        needed >= 5 && wholeShare >= 0.8 && trust >= 0.9 && leastTrust >= 0.8 && cohesion >= 0.7 && !hasLoner
      );
  }
}

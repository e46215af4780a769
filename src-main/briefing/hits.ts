/** What a hit tells about itself: where it is, and why it is one. */
import type { AnswerKind, Expansion, HitRange, Why } from '../contract/search.ts';
import type { Alternative } from './expand.ts';
import type { Match } from './match.ts';
import type { Query } from './query.ts';

/** Words of a stretch that are none of the query's: with more of them it is no longer near. */
const NEAR = 6;

export function whyOf(match: Match, query: Query): Why {
  return { kind: answerKindOf(match), expansions: expansionsOf(match.used, query) };
}

function answerKindOf({ kind, used, isExact, between }: Match): AnswerKind {
  if (kind === 'phrase' && isExact) return 'exact phrase';
  if (kind === 'phrase') return used.some(({ places }) => places !== null) ? 'amount' : 'phrase';
  return kind === 'words' ? (between <= NEAR ? 'words near' : 'words') : kind;
}

function expansionsOf(used: readonly Alternative[], { terms }: Query): readonly Expansion[] {
  return used.flatMap(({ kind, meant, from, to }): Expansion[] => {
    if (meant === null) return [];
    if (kind !== 'abbreviation' && kind !== 'synonym' && kind !== 'spelling' && kind !== 'keys') return [];
    const typed = terms
      .slice(from, to)
      .map(({ raw }) => raw)
      .join(' ');
    return [{ kind, typed, meant }];
  });
}

/** In order, merged where they overlap, empty ones left out. */
export function withoutOverlap(ranges: readonly HitRange[]): HitRange[] {
  const merged: HitRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (range.start >= range.end) continue;
    if (last !== undefined && range.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

/** Search over a briefing: what a query means, which blocks answer it, how well, and what to say where none does. */
import { HITS_MAX } from '../contract/search.ts';
import type { BlockHit, EntryHit, Why } from '../contract/search.ts';
import { candidates } from './candidates.ts';
import { searchEntries } from './entries.ts';
import { expand, expandInPhrase } from './expand.ts';
import type { Alternative } from './expand.ts';
import { whyOf, withoutOverlap } from './hits.ts';
import { Matcher } from './match.ts';
import type { Match } from './match.ts';
import type { Briefing } from './open.ts';
import { findPlace } from './places.ts';
import { parseQuery } from './query.ts';
import type { Query, Term } from './query.ts';
import { rank } from './rank.ts';
import type { Rank } from './rank.ts';
import type { SearchText } from './searchable.ts';
import { suggest } from './suggest.ts';

/** What the document itself answers. */
export interface BlockAnswer {
  readonly hits: readonly BlockHit[];
  readonly sections: readonly EntryHit[];
  readonly indicators: readonly EntryHit[];
  readonly checks: readonly EntryHit[];
  /** Blocks that hit, also beyond the listed ones. */
  readonly total: number;
  readonly suggestion: string | null;
}

interface Ranked {
  readonly match: Match;
  readonly rank: Rank;
}
export interface Found extends Ranked {
  readonly text: SearchText;
}

const nothing: BlockAnswer = {
  hits: [],
  sections: [],
  indicators: [],
  checks: [],
  total: 0,
  suggestion: null,
};
/** Blocks with some of the words fill up to so many hits. */
const PAGE = 10;
const WITHOUT_SURE = 20;
/** A phrase of fewer words is too easily another one. */
const GUESSED_MIN = 3;
/** What stands around a block counts only where the block has this much itself. */
const OWN_SHARE_MIN = 0.2;
/** Blocks that are matched before the work may pause. */
const MATCHED_AT_ONCE = 16;

/** Never throws, whatever the query. For a report: all at once. */
export function searchBlocks(briefing: Briefing, typed: string): BlockAnswer {
  const steps = searchInSteps(briefing, typed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, pausing wherever a long search in many documents may pause. */
export function* searchInSteps(briefing: Briefing, typed: string): Generator<void, BlockAnswer> {
  const query = parseQuery(typed);
  if (query.terms.length === 0) return nothing;
  briefing.searchables.trim();
  const place = findPlace(briefing.index, query);
  const alternatives = expand(query, briefing.tools);
  const weights = query.terms.map((term, at) => weightOf(term, at, alternatives, briefing));
  const positions = yield* candidates(briefing.index, query, alternatives, briefing.tools.vocabulary);
  let matcher = new Matcher(query, alternatives, weights, briefing.searchables.forms);
  let found = yield* matchAll(briefing, matcher, positions);
  const isSure = place !== null || found.some(({ rank: { weak } }) => !weak);
  if (!isSure && matcher.needed >= GUESSED_MIN) {
    const guesses = expandInPhrase(query, briefing.tools.vocabulary);
    // One word may be guessed: the others must be there.
    const nearly = found.filter(({ match }) => match.missing <= 1);
    if (guesses.length > 0 && nearly.length > 0) {
      matcher = new Matcher(query, [...alternatives, ...guesses], weights, briefing.searchables.forms);
      const again = yield* matchAll(
        briefing,
        matcher,
        nearly.map(({ text }) => text.block.position),
      );
      found = [...found.filter(({ match }) => match.missing > 1), ...again];
    }
  }
  found.sort(better);
  const placed = place === null ? [] : placeHits(briefing, place.positions, place.rest);
  const listed = withoutSame(
    placed,
    chosen(found).map((one) => hitOf(one, query)),
  );
  const sure = placed.length > 0 || found.some(({ rank: { weak } }) => !weak);
  const sureCount = found.filter(({ rank: { weak } }) => !weak).length;
  const entries = searchEntries(briefing, query, alternatives, matcher);
  return {
    hits: listed.slice(0, HITS_MAX),
    ...entries,
    total: Math.max(listed.length, placed.length + sureCount),
    suggestion: sure ? null : suggest(briefing, query, found),
  };
}

function* matchAll(
  briefing: Briefing,
  matcher: Matcher,
  positions: readonly number[],
): Generator<void, Found[]> {
  const { searchables } = briefing;
  const found: Found[] = [];
  let count = 0;
  for (const position of positions) {
    if (++count % MATCHED_AT_ONCE === 0) yield;
    const text = searchables.at(position);
    if (text === null) continue;
    const best = bestMatch(briefing, matcher, text);
    if (best !== null) found.push({ text, ...best });
  }
  return found;
}

function bestMatch({ searchables }: Briefing, matcher: Matcher, text: SearchText): Ranked | null {
  let best = null as Ranked | null;
  for (const reading of text.readings) {
    let own = matcher.match(reading, text.block.id, null);
    if (own !== null && own.kind === 'some words' && own.share >= OWN_SHARE_MIN) {
      const context = searchables.contexts.of(text.block);
      own = matcher.match(reading, text.block.id, context);
    }
    if (own === null) continue;
    const match = { ...own, ranges: own.ranges.map(({ start, end }) => reading.toPrinted(start, end)) };
    const ranked = rank(match, matcher.needed, matcher.isAccented);
    if (best === null || ranked.score > best.rank.score) best = { match, rank: ranked };
    else if (ranked.score === best.rank.score)
      best = { match: { ...best.match, ranges: [...best.match.ranges, ...match.ranges] }, rank: best.rank };
  }
  return best;
}

/** Sure before unsure, literal before meant, then by how well it fits, then in reading order. */
function better(a: Found, b: Found): number {
  return (
    Number(a.rank.weak) - Number(b.rank.weak) ||
    (a.rank.weak ? 0 : Number(a.rank.isMeant) - Number(b.rank.isMeant)) ||
    b.rank.score - a.rank.score ||
    a.text.block.position - b.text.block.position
  );
}

/** All that answer, and of those with only some of the words as many as fill a page. */
function chosen(found: readonly Found[]): readonly Found[] {
  const answers = found.filter(({ match, rank: { weak } }) => !weak || match.kind !== 'some words');
  const isSure = found.some(({ rank: { weak } }) => !weak);
  const room = (isSure ? PAGE : WITHOUT_SURE) - answers.length;
  if (room <= 0) return answers;
  const rest = found.filter(({ match, rank: { weak } }) => weak && match.kind === 'some words');
  return [...answers, ...rest.slice(0, room)].sort(better);
}

function hitOf({ text: { block }, match, rank: { weak } }: Found, query: Query): BlockHit {
  const { id, kind, section, address } = block;
  return {
    block: id,
    kind,
    section,
    address,
    ranges: withoutOverlap(match.ranges),
    weak,
    why: whyOf(match, query),
  };
}

/** The named place, those blocks first that also have the other words. */
function placeHits(briefing: Briefing, positions: readonly number[], rest: string): readonly BlockHit[] {
  const texts = positions.flatMap((position) => briefing.searchables.at(position) ?? []);
  const query = parseQuery(rest);
  const why: Why = { kind: 'place', expansions: [] };
  const hits = texts.map(({ block: { id, kind, section, address, text } }) => ({
    hit: { block: id, kind, section, address, ranges: [{ start: 0, end: text.length }], weak: false, why },
    has: 0,
  }));
  if (query.terms.length > 0) {
    const alternatives = expand(query, briefing.tools);
    const weights = query.terms.map(() => 1);
    const matcher = new Matcher(query, alternatives, weights, briefing.searchables.forms);
    texts.forEach((text, at) => {
      const [hit] = hits.slice(at, at + 1);
      if (hit !== undefined) hit.has = bestMatch(briefing, matcher, text)?.rank.score ?? 0;
    });
  }
  return hits.sort((a, b) => b.has - a.has).map(({ hit }) => hit);
}

function withoutSame(first: readonly BlockHit[], then: readonly BlockHit[]): readonly BlockHit[] {
  if (first.length === 0) return then;
  const blocks = new Set(first.map(({ block }) => block));
  return [...first, ...then.filter(({ block }) => !blocks.has(block))];
}

/** What a term tells: the rarer its words, the more. */
function weightOf(term: Term, at: number, alternatives: readonly Alternative[], { tools }: Briefing): number {
  const { vocabulary } = tools;
  const counts = term.words
    .map(({ folded }) => (/^\d/u.test(folded) ? 1 : vocabulary.blocksWith(folded)))
    .filter((count) => count > 0);
  if (counts.length === 0)
    for (const { from, to, words } of alternatives)
      if (from === at && to === at + 1 && words.length > 0)
        counts.push(Math.max(...words.map(({ folded }) => vocabulary.blocksWith(folded))));
  const blocks = counts.length === 0 ? 0 : Math.min(...counts);
  return Math.log(1 + (vocabulary.blocks + 1) / (blocks + 0.5));
}

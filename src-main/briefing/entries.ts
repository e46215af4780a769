/** What has a name beside the blocks: headings of the outline, indicators, checks. */
import { ENTRY_KINDS } from '../contract/briefing-file.ts';
import type { EntryHit } from '../contract/search.ts';
import type { Alternative } from './expand.ts';
import { phraseOf } from './fts.ts';
import { whyOf, withoutOverlap } from './hits.ts';
import type { Matcher } from './match.ts';
import type { Briefing } from './open.ts';
import type { Query } from './query.ts';
import { rank } from './rank.ts';

const kinds = ENTRY_KINDS.length;
const ENTRIES = `SELECT rowid AS entry FROM entry_search WHERE entry_search MATCH ? ORDER BY rowid LIMIT ?`;
const SECTION = `SELECT section.id, title AS text,
    (SELECT block.id FROM block WHERE block.section = section.id ORDER BY block.position LIMIT 1) AS block
  FROM section WHERE position = ?`;
const INDICATOR = `SELECT id, coalesce(name || ' ' || detail, name) AS text,
    (SELECT block FROM observation JOIN numeral ON numeral.figure = observation.figure
      WHERE observation.indicator = indicator.id ORDER BY numeral.position LIMIT 1) AS block
  FROM indicator WHERE position = ?`;
const CHECK = `SELECT id, sentence AS text,
    (SELECT block FROM operand WHERE relation = relation.id ORDER BY position LIMIT 1) AS block
  FROM relation WHERE position = ?`;
const sources = { section: SECTION, indicator: INDICATOR, check: CHECK } as const;

/** So many entries are compared, and so many of a kind are listed. */
const COMPARED_MAX = 300;
const LISTED_MAX = 30;

interface EntryRow {
  readonly id: string;
  readonly text: string;
  readonly block: string | null;
}

export interface EntryAnswer {
  readonly sections: readonly EntryHit[];
  readonly indicators: readonly EntryHit[];
  readonly checks: readonly EntryHit[];
}

/** Entries that have all words of the query, best first. */
export function searchEntries(
  { index: db, searchables }: Briefing,
  query: Query,
  alternatives: readonly Alternative[],
  matcher: Matcher,
): EntryAnswer {
  const expression = expressionOf(query, alternatives);
  const answer = { section: [], indicator: [], check: [] } as Record<keyof typeof sources, Scored[]>;
  if (expression !== null)
    for (const { entry } of db
      .prepare<[string, number], { entry: number }>(ENTRIES)
      .all(expression, COMPARED_MAX)) {
      const kind = ENTRY_KINDS[entry % kinds];
      if (kind === undefined || kind === 'place') continue;
      const row = db.prepare<[number], EntryRow>(sources[kind]).get(Math.floor(entry / kinds));
      if (row?.block == null) continue;
      const match = matcher.match(searchables.runOfEntry(entry, row.text), null, null);
      if (match === null || (match.kind !== 'phrase' && match.kind !== 'words')) continue;
      const { score, weak } = rank(match, matcher.needed, matcher.isAccented);
      const ranges = withoutOverlap(match.ranges);
      answer[kind].push({ score, hit: { ...row, block: row.block, ranges, weak, why: whyOf(match, query) } });
    }
  const listed = (scored: readonly Scored[]): readonly EntryHit[] =>
    [...scored]
      .sort((a, b) => Number(a.hit.weak) - Number(b.hit.weak) || b.score - a.score)
      .slice(0, LISTED_MAX)
      .map(({ hit }) => hit);
  return {
    sections: listed(answer.section),
    indicators: listed(answer.indicator),
    checks: listed(answer.check),
  };
}

interface Scored {
  readonly score: number;
  readonly hit: EntryHit;
}

/** Every needed term in one of its forms; null where one has none but amounts. */
function expressionOf({ terms }: Query, alternatives: readonly Alternative[]): string | null {
  const groups: string[] = [];
  for (let at = 0; at < terms.length; at++) {
    if (terms[at]?.isOptional === true) continue;
    const forms = new Set<string>();
    for (const { from, to, words, isBeginning, needsPhrase } of alternatives)
      if (from <= at && at < to && words.length > 0 && !needsPhrase)
        forms.add(
          phraseOf(
            words.map(({ folded }) => folded),
            isBeginning,
          ),
        );
    if (forms.size === 0) return null;
    groups.push(`(${[...forms].join(' OR ')})`);
  }
  return groups.length === 0 ? null : groups.join(' AND ');
}

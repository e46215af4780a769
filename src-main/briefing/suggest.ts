/** "Có phải bạn tìm …": words of the document nearest to a query that nothing answers well. */
import type { Briefing } from './open.ts';
import type { Query } from './query.ts';
import type { Found } from './search.ts';

const WORDS_MAX = 12;
const letters = /^[a-z]+$/u;
const NEAR_MIN = 3;

/** A phrase that stands in the document; null where nothing is near. `found`: the unsure answers, best first. */
export function suggest(briefing: Briefing, query: Query, found: readonly Found[]): string | null {
  return alike(query, found) ?? corrected(briefing, query) ?? part(query, found);
}

/** The same words with other accents, or with one letter else. */
function alike({ text }: Query, found: readonly Found[]): string | null {
  for (const { match, text: where } of found) {
    if (match.kind !== 'phrase') continue;
    const [range] = match.ranges;
    if (range === undefined) continue;
    const words = where.block.text.slice(range.start, range.end);
    if (words.toLowerCase() !== text && words.split(/\s+/u).length <= WORDS_MAX) return words;
  }
  return null;
}

/** Words that the document does not have, each by the nearest it has. */
function corrected({ tools: { vocabulary } }: Briefing, { terms }: Query): string | null {
  const words = terms.slice(0, WORDS_MAX).map(({ words: own, raw }) => {
    const [word] = own;
    const isKnown =
      word === undefined || own.length > 1 || !letters.test(word.folded) || vocabulary.has(word.folded);
    if (isKnown) return { raw, meant: raw };
    if (word.folded.length < NEAR_MIN) return { raw, meant: null };
    const [nearest] = vocabulary.near(word.folded, word.folded.length >= 5 ? 2 : 1);
    return { raw, meant: nearest === undefined ? null : (vocabulary.printed(nearest) ?? nearest) };
  });
  const changed = words.filter(({ raw, meant }) => raw !== meant).length;
  if (changed === 0 || words.some(({ meant }) => meant === null)) return null;
  return changed < words.length || changed === 1 ? words.map(({ meant }) => meant).join(' ') : null;
}

/** The longest part of the query that the document has, as it stands there. */
function part({ text, terms }: Query, found: readonly Found[]): string | null {
  if (terms.length < 2) return null;
  const longest = found.reduce<Found | null>(
    (best, one) => ((best?.match.runShare ?? 0) < one.match.runShare ? one : best),
    null,
  );
  const range = longest?.match.runRange ?? null;
  if (longest === null || range === null) return null;
  const words = longest.text.block.text.slice(range.start, range.end);
  return words === '' || words.toLowerCase() === text ? null : words;
}

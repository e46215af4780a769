/** The curated abbreviations and synonyms of administrative Vietnamese, as every briefing takes them along. */
import * as v from 'valibot';
import abbreviationsFile from '../../resources/search/abbreviations.json' with { type: 'json' };
import synonymsFile from '../../resources/search/synonyms.json' with { type: 'json' };

const Words = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const AbbreviationsFile = v.strictObject({
  abbreviations: v.array(v.strictObject({ short: Words, long: Words })),
});
const SynonymsFile = v.strictObject({ synonyms: v.array(v.pipe(v.array(Words), v.minLength(2))) });

export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

/** Throws on a file that is not as described: they are part of the product. */
export const curatedAbbreviations = (): readonly Abbreviation[] =>
  v.parse(AbbreviationsFile, abbreviationsFile).abbreviations;

/** Groups of words that mean nearly the same, best known first. */
export const curatedSynonyms = (): readonly (readonly string[])[] =>
  v.parse(SynonymsFile, synonymsFile).synonyms;

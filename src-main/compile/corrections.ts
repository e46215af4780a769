/** Known recognition errors, laid over the blocks of the document that they were read in. */
import type { Block, Correction, Problem } from '../contract/briefing.ts';
import { foldWords } from '../contract/fold.ts';
import { collapse } from './characters.ts';
import type { CheckEntry } from './checks/entries.ts';
import type { IndicatorEntry } from './indicators/entries.ts';

/** An error as a proofreader wrote it down: `quote` occurs once in the source, `original` once in the quote. */
export interface CorrectionEntry {
  readonly quote: string;
  readonly original: string;
  readonly corrected: string;
  /** Vietnamese, for the reader. */
  readonly reason: string;
  readonly doubtful: boolean;
}

/** What is known about one document beyond its source. */
export interface CuratedDocument {
  readonly title: string;
  readonly corrections: readonly CorrectionEntry[];
  readonly indicators?: readonly IndicatorEntry[];
  readonly checks?: readonly CheckEntry[];
}

export type Curation = readonly CuratedDocument[];

export const noCuration: Curation = [];

const key = (title: string): string => collapse(foldWords(title));

/** What is known about the document of that title. */
export const curatedFor = (curation: Curation, title: string): Curation =>
  curation.filter((document) => key(document.title) === key(title));

export interface Corrected {
  readonly corrections: readonly Correction[];
  readonly problems: readonly Problem[];
}

/** A block and the way from source offsets into its text. */
export interface Locatable {
  readonly block: Block;
  readonly toBlock: (sourceOffset: number, side: 'start' | 'end') => number;
}

export function applyCorrections(
  source: string,
  title: string,
  curation: Curation,
  locate: (sourceOffset: number) => Locatable | null,
): Corrected {
  const corrections: Correction[] = [];
  const problems: Problem[] = [];
  for (const document of curatedFor(curation, title)) {
    for (const entry of document.corrections) {
      const found = place(source, entry, locate);
      if (typeof found === 'string') problems.push(notFound(entry, found));
      else corrections.push(found);
    }
  }
  return { corrections, problems };
}

function place(
  source: string,
  entry: CorrectionEntry,
  locate: (offset: number) => Locatable | null,
): Correction | string {
  for (const form of forms) {
    const quote = form(entry.quote);
    const original = form(entry.original);
    const at = source.indexOf(quote);
    if (at === -1 || quote === '') continue;
    if (source.includes(quote, at + 1)) return 'câu trích này có ở nhiều chỗ';
    const inQuote = quote.indexOf(original);
    if (inQuote === -1 || original === '') return 'chữ cần đính chính không có trong câu trích';
    if (quote.includes(original, inQuote + 1)) return 'chữ cần đính chính có nhiều lần trong câu trích';
    const start = at + inQuote;
    const located = locate(start);
    if (located === null) break;
    const range = {
      start: located.toBlock(start, 'start'),
      end: located.toBlock(start + original.length, 'end'),
    };
    if (located.block.text.slice(range.start, range.end) !== entry.original.normalize('NFC')) break;
    const { corrected, reason, doubtful } = entry;
    return {
      block: located.block.id,
      ...range,
      original: entry.original.normalize('NFC'),
      corrected: corrected.normalize('NFC'),
      reason,
      doubtful,
    };
  }
  return 'văn bản này không có câu trích đó';
}

/** The same words as other systems store them. */
const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFC'),
  (text) => text.normalize('NFD'),
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.normalize('NFD').replace(/\r?\n/g, '\r\n'),
];

function notFound(entry: CorrectionEntry, why: string): Problem {
  return {
    code: 'correction-not-found',
    message: `Không đặt được đính chính “${entry.original}” → “${entry.corrected}” (${why}): “${entry.quote}”. Hãy sửa câu trích trong tệp đính chính hoặc bỏ mục này.`,
    start: null,
    end: null,
  };
}

/** Sentences of Vietnamese administrative prose, for paging and snippets. */

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

// A full stop after these does not end a sentence, whatever follows.
const abbreviation =
  /(?:^|[\s(“"])(?:TP|Tp|TX|TT|TM|KT|TL|TUQ|PGS|GS|TS|ThS|BS|Q|P|Nxb|tr|vv|v\.v|đ\/c)\.\s*$/u;
// "1. ", "a) ", "(2) ", "II. ": the number of what follows.
const bareMarker = /^\s*(?:\(?[0-9]+(?:\.[0-9]+)*[.)]?|\(?[a-zđ][.)]|[IVXLC]+\.)\s*$/u;

let segmenter: Intl.Segmenter | null = null;

/**
 * Ranges of the sentences of `text`, in UTF-16 units; joined they are the text, trailing white space goes with the
 * sentence before it. Unicode's sentence rules (UAX #29, by ICU), with numbers and abbreviations kept together.
 */
export function sentences(text: string): readonly TextRange[] {
  segmenter ??= new Intl.Segmenter('vi', { granularity: 'sentence' });
  const ranges: { start: number; end: number }[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    const last = ranges.at(-1);
    const unfinished = last !== undefined && isUnfinished(text.slice(last.start, last.end));
    if (last !== undefined && unfinished) last.end = end;
    else ranges.push({ start: index, end });
  }
  return ranges;
}

function isUnfinished(sentence: string): boolean {
  // The abbreviation stands at the end: a short tail is enough, and keeps the test linear in the text.
  return abbreviation.test(sentence.slice(-16)) || (sentence.length < 16 && bareMarker.test(sentence));
}

/** Tables of contents: lines with leaders and a page number name sections, and open none. */
import type { ScannedLine, TextLine } from './scan.ts';

const leader = /(?:(?:[.·_]\s?){5,}|…[\s.…]*…)[\s.…]*\d{1,4}$/u;
/** So many lines with leaders make a table of contents; one or two may be a form to fill in. */
const ENTRIES_MIN = 3;
/** An entry may take so many lines before its leader comes, blank lines included. */
const ENTRY_LINES_MAX = 3;

export const isContentsEntry = (text: string): boolean => leader.test(text.slice(-400));
export const isContentsTitle = (text: string): boolean => /^mục\s+lục\W*$/iu.test(text);

/** Lines of a table of contents lose what they seem to open. */
export function readContents(lines: readonly ScannedLine[]): readonly ScannedLine[] {
  const entries = lines.flatMap((line, index) =>
    line.kind === 'text' && isContentsEntry(line.text) ? [index] : [],
  );
  if (entries.length < ENTRIES_MIN) return lines;
  const contents = new Set(entries);
  entries.forEach((entry, place) => {
    const before = entries[place - 1];
    if (before !== undefined && entry - before <= ENTRY_LINES_MAX)
      for (let index = before + 1; index < entry; index++) contents.add(index);
  });
  return lines.map((line, index): ScannedLine =>
    line.kind === 'text' && contents.has(index) ? asEntry(line) : line,
  );
}

const asEntry = (line: TextLine): TextLine => ({ ...line, opener: null, hashes: 0, isContents: true });

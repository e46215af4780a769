/**
 * How a source breaks its lines: one paragraph a line, or lines cut at a fixed width; with blank lines between the
 * paragraphs or without. Decided once for the whole document, from the lines themselves.
 */
import { firstCharacter, isAllCapitals, isFinished, isLower } from './characters.ts';
import { rankStyles } from './openers.ts';
import type { ScannedLine, TextLine } from './scan.ts';

export interface Layout {
  /** Columns at which lines are cut; null where a line is as long as its paragraph. */
  readonly wrapColumns: number | null;
  /** Whether blank lines part the paragraphs, so that lines without one between them belong together. */
  readonly spaced: boolean;
}

/** Lines that a page cuts are not longer than this; longer ones are whole paragraphs. */
const WRAP_COLUMNS_MAX = 150;
const WRAP_COLUMNS_MIN = 40;

export function measureLayout(lines: readonly ScannedLine[]): Layout {
  const columns: number[] = [];
  let blanks = 0;
  let pairs = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind === 'text') {
      columns.push(line.columns);
      if (lines[index + 1]?.kind === 'text') pairs++;
    } else if (line?.kind === 'blank' && lines[index - 1]?.kind === 'text') blanks++;
  }
  const ordered = columns.sort((a, b) => a - b);
  const width = ordered[Math.floor(ordered.length * 0.97)] ?? 0;
  const spaced = blanks * 8 >= columns.length;
  if (width > WRAP_COLUMNS_MAX || width < WRAP_COLUMNS_MIN) return { wrapColumns: null, spaced };
  let cut = 0;
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index];
    if (
      line?.kind === 'text' &&
      lines[index + 1]?.kind === 'text' &&
      line.columns >= 0.7 * width &&
      !isFinished(line.text)
    )
      cut++;
  }
  return { wrapColumns: cut >= 3 && cut >= 0.3 * pairs ? width : null, spaced };
}

/** Whether `next`, the line straight below `line`, goes on with its paragraph. Both are body text. */
export function continues(line: TextLine, next: TextLine, layout: Layout): boolean {
  if (line.hashes > 0 || next.hashes > 0 || next.note !== null || isBareRank(line)) return false;
  // "(Ban hành kèm theo …)" below a title is a line of its own.
  if (/^\(\p{Lu}[^()]*\)$/u.test(next.text)) return false;
  const finished = isFinished(line.text);
  const first = firstCharacter(next.text);
  const cutHere = layout.wrapColumns !== null && wouldNotFit(line, next, layout.wrapColumns);
  if (next.opener !== null) {
    // Only a cut line can leave "- xã hội" or "12. " at the start of the next one by chance.
    if (finished || !cutHere || line.opener?.kind === 'recipients') return false;
    if (next.opener.kind === 'item')
      return isLower(firstCharacter(next.text.slice(next.opener.length))) || joinsNumbers(line, next);
    return next.opener.kind === 'numbered' && next.opener.readings.every((reading) => reading.value > 1);
  }
  if (isAllCapitals(line.text) && isAllCapitals(next.text)) return !finished && !isOffice(next.text);
  if (isAllCapitals(line.text) && !isAllCapitals(next.text)) return isLower(first);
  if (layout.wrapColumns !== null) {
    // Only the first line of a paragraph is set in; below a list marker all lines are.
    const isSetIn = next.indent >= line.indent + 3 && line.opener?.kind !== 'item';
    if (isSetIn && finished) return false;
    if (cutHere) return layout.spaced || !finished || line.columns >= 0.93 * layout.wrapColumns;
    if (layout.spaced && line.columns >= 0.75 * layout.wrapColumns && next.indent <= line.indent + 3)
      return true;
  }
  if (finished && !line.text.endsWith(',')) return false;
  return (
    isLower(first) ||
    line.text.endsWith(',') ||
    (/^[\d(“"]/.test(first) && !finished && line.text.length > 30)
  );
}

/** "PHẦN THỨ NHẤT", "Chương I": the title below is a line of its own. */
const isBareRank = ({ opener, text }: TextLine): boolean =>
  opener?.kind === 'numbered' &&
  opener.readings.some(({ style, length }) => rankStyles.includes(style) && text.length <= length);

/** The first word of `next` had no room on `line`: the break says nothing. */
function wouldNotFit(line: TextLine, next: TextLine, columns: number): boolean {
  const space = next.text.indexOf(' ');
  const word = space === -1 ? next.text.length : space;
  return line.columns + 1 + word > columns - 4 || line.columns >= 0.85 * columns;
}

/** "giai đoạn 2021" and "- 2025": a range that the line end cut. */
function joinsNumbers(line: TextLine, next: TextLine): boolean {
  return /\d$/.test(line.text) && /^\S\s*\d/.test(next.text);
}

const offices =
  /^(?:HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HĐND|QUỐC HỘI|CHÍNH PHỦ|CHỦ TỊCH|THƯỜNG TRỰC|BAN CHẤP HÀNH)/u;
const nation = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐỘC LẬP\s*[-–—]\s*TỰ DO|ĐẢNG CỘNG SẢN VIỆT NAM)/iu;
/** The nation's name or motto. */
export const isNation = (text: string): boolean => nation.test(text);
/** A line that only a letterhead has. */
export const isLetterhead = (text: string): boolean =>
  isNation(text) || isOffice(text) || /^số\s*:/iu.test(text);

/** A line that names the office which speaks, above "Căn cứ …". */
export const isOffice = (text: string): boolean => offices.test(text) && isAllCapitals(text);

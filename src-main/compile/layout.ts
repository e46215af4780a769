/**
 * How a source breaks its lines: one paragraph a line, or lines cut at a fixed width; with blank lines between the
 * paragraphs or without. Decided once for the whole document, from the lines themselves.
 */
import { firstCharacter, isAllCapitals, isFinished, isLower } from './characters.ts';
import { isContentsEntry } from './contents.ts';
import { rankStyles } from './openers.ts';
import type { ScannedLine, TextLine } from './scan.ts';
import { cutsNumber, endsOpen, opensWithQuantity } from './sentences.ts';

export interface Layout {
  /** Columns at which lines are cut; null where a line is as long as its paragraph. */
  readonly wrapColumns: number | null;
  /** Whether blank lines part the paragraphs, so that lines without one between them belong together. */
  readonly spaced: boolean;
  /** Indentation from which on a line begins a paragraph; null where it says nothing. */
  readonly setInFrom: number | null;
}

/** Lines that a page cuts are not longer than this; longer ones are whole paragraphs. */
const WRAP_COLUMNS_MAX = 150;
const WRAP_COLUMNS_MIN = 40;
/** So many examples make a habit. */
const HABIT_MIN = 3;

export function measureLayout(lines: readonly ScannedLine[]): Layout {
  const spaced = measureSpacing(lines);
  const width = measureWidth(lines);
  if (width > WRAP_COLUMNS_MAX || width < WRAP_COLUMNS_MIN)
    return { wrapColumns: null, spaced, setInFrom: null };
  let cut = 0;
  let pairs = 0;
  for (const [line, next] of neighbours(lines)) {
    if (next.kind !== 'text') continue;
    pairs++;
    if (line.columns >= 0.7 * width && !isFinished(line.text)) cut++;
  }
  if (cut < HABIT_MIN || cut < 0.3 * pairs) return { wrapColumns: null, spaced, setInFrom: null };
  return { wrapColumns: width, spaced, setInFrom: measureIndent(lines, width) };
}

/** Every line with words and what stands straight below it. */
function* neighbours(lines: readonly ScannedLine[]): Generator<[TextLine, ScannedLine]> {
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line?.kind === 'text' && next !== undefined) yield [line, next];
  }
}

/** Surely cut in the middle of a sentence. */
const isCut = (line: TextLine, next: ScannedLine): next is TextLine =>
  next.kind === 'text' &&
  next.opener === null &&
  !isFinished(line.text) &&
  isLower(firstCharacter(next.text));

/** Columns that nearly all lines keep to: of cut lines, where there are some, so that a set-in note counts for little. */
function measureWidth(lines: readonly ScannedLine[]): number {
  const ordered = (columns: number[]): number[] => columns.sort((a, b) => a - b);
  const cut = ordered(
    [...neighbours(lines)].flatMap(([line, next]) => (isCut(line, next) ? [line.columns] : [])),
  );
  if (cut.length >= 2 * HABIT_MIN) return cut[Math.floor(cut.length * 0.9)] ?? 0;
  const all = ordered(lines.flatMap((line) => (line.kind === 'text' ? [line.columns] : [])));
  return all[Math.floor(all.length * 0.97)] ?? 0;
}

/** Letterheads and signatures have blank lines everywhere; what follows a sentence is what counts. */
function measureSpacing(lines: readonly ScannedLine[]): boolean {
  let blanks = 0;
  let ends = 0;
  let endsBeforeBlank = 0;
  let count = 0;
  for (const [line, next] of neighbours(lines)) {
    count++;
    if (next.kind === 'blank') blanks++;
    if (!/[.:]$/.test(line.text) || line.text.length < WRAP_COLUMNS_MIN / 2) continue;
    ends++;
    if (next.kind !== 'text') endsBeforeBlank++;
  }
  if (ends >= 2 * HABIT_MIN) return endsBeforeBlank >= 0.4 * ends;
  return blanks * 8 >= count;
}

/** Where cut lines go on at the margin and paragraphs begin set in. */
function measureIndent(lines: readonly ScannedLine[], width: number): number | null {
  const margins = new Map<number, number>();
  let cut = 0;
  for (const [line, next] of neighbours(lines)) {
    if (!isCut(line, next) || line.columns < 0.7 * width) continue;
    cut++;
    margins.set(next.indent, (margins.get(next.indent) ?? 0) + 1);
  }
  const [margin, times] = [...margins].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (times < HABIT_MIN || times < 0.7 * cut) return null;
  const from = margin + 2;
  let setIn = 0;
  for (const [line, next] of neighbours(lines)) {
    if (next.kind === 'text' && isFinished(line.text) && next.indent >= from && next.indent < width / 3)
      setIn++;
  }
  return setIn >= HABIT_MIN ? from : null;
}

/** Whether `next`, the line straight below `line`, goes on with its paragraph. Both are body text. */
export function continues(line: TextLine, next: TextLine, layout: Layout): boolean {
  if (line.hashes > 0 || next.hashes > 0 || next.note !== null || isBareRank(line)) return false;
  if (line.isContents || next.isContents) return line.isContents && !isContentsEntry(line.text);
  // "(Ban hành kèm theo …)" below a title is a line of its own.
  if (/^\(\p{Lu}[^()]*\)$/u.test(next.text)) return false;
  if (/^\p{M}/u.test(next.text)) return false;
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
  // "…, QUYẾT ĐỊNH:" on a line of its own, and one greeting below the other.
  if (isAllCapitals(next.text) && next.text.length > 8 && /[,:]$/.test(`${line.text}${next.text}`))
    return false;
  if (/^kính thưa/iu.test(line.text) && /^(?:kính )?thưa/iu.test(next.text)) return false;
  if (endsOpen(line.text) || cutsNumber(line.text, next.text)) return true;
  if (layout.setInFrom !== null) {
    if (next.indent >= layout.setInFrom) {
      if (!isLower(first)) return false;
    } else if (cutHere) return true;
  }
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
    (/^[\d(“"]/.test(first) && !finished && line.text.length > 30) ||
    (opensWithQuantity(next.text) && line.text.length > 12)
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
  isNation(text) || isOffice(text) || /^(?:luật\s+)?số\s*(?::|\d)/iu.test(text);

/** A line that names the office which speaks, above "Căn cứ …". */
export const isOffice = (text: string): boolean => offices.test(text) && isAllCapitals(text);

/** What a page has beside its text: page numbers, and heads and feet that run through the pages. */
import { collapse, firstCharacter, isFinished, isLower } from './characters.ts';
import type { Ink } from './ink.ts';
import { isLetterhead } from './layout.ts';
import { readOpener } from './openers.ts';
import { markWords } from './raw-lines.ts';
import type { Raw } from './raw-lines.ts';

/** Sets page numbers and running heads as markup; their lines are page ends. */
export function dropFurniture(ink: Ink, lines: Raw[]): Raw[] {
  const numbered = dropPageNumbers(ink, lines);
  const dropped = dropRunningHeads(ink, numbered);
  // A number beside a running head is that page's.
  return dropped === numbered ? numbered : dropPageNumbers(ink, dropped);
}

const asPages = (ink: Ink, lines: Raw[], dropped: ReadonlySet<number>): Raw[] =>
  lines.map((raw, index) => {
    if (!dropped.has(index)) return raw;
    markWords(ink, raw.line.start, raw.line.end);
    return { ...raw, kind: 'page' };
  });

const wordsOf = (ink: Ink, raw: Raw): string =>
  collapse(ink.visible(raw.contentStart, raw.line.end).normalize('NFC'));

const pageNumber =
  /^(?:(?:trang|page)\s+(\d{1,4})(?:\s*\/\s*\d{1,4})?|[-–—~]\s*(\d{1,4})\s*[-–—~]|(\d{1,4}))$/iu;

/** So many characters lie at least between two page numbers that nothing else tells from numbers in a column. */
const PAGE_CHARS_MIN = 120;
const PROSE_CHARS_MIN = 50;

/** Page numbers alone on a line: between pages, where a sentence is cut, or counting up through prose like pages do. */
function dropPageNumbers(ink: Ink, lines: Raw[]): Raw[] {
  const alone: { index: number; value: number; sure: boolean }[] = [];
  lines.forEach((raw, index) => {
    if (raw.kind !== 'text' || raw.line.end - raw.line.start > 120) return;
    const text = wordsOf(ink, raw);
    const match = pageNumber.exec(text);
    if (match !== null)
      alone.push({
        index,
        value: Number(match[1] ?? match[2] ?? match[3]),
        sure: isSurelyPage(ink, lines, index, text),
      });
  });
  const dropped = new Set<number>();
  alone.forEach(({ index, value, sure }, place) => {
    const before = alone[place - 1];
    const after = alone[place + 1];
    const start = lines[index]?.line.start ?? 0;
    const isFar = (other: { index: number } | undefined): boolean =>
      other !== undefined && Math.abs((lines[other.index]?.line.start ?? 0) - start) >= PAGE_CHARS_MIN;
    const counts =
      (before?.value === value - 1 && isFar(before)) || (after?.value === value + 1 && isFar(after));
    if (sure || counts) dropped.add(index);
  });
  return asPages(ink, lines, dropped);
}

/** "- 2 -", "Trang 2", a number at a page break, or one that stands alone amid prose or in the middle of a sentence. */
function isSurelyPage(ink: Ink, lines: readonly Raw[], index: number, text: string): boolean {
  if (!/^\d+$/.test(text)) return true;
  const kind = (at: number): Raw['kind'] => lines[at]?.kind ?? 'page';
  if (index > 0 && [index - 1, index - 2, index + 1, index + 2].some((at) => lines[at]?.kind === 'page'))
    return true;
  const line = lines[index]?.line;
  if (line?.endsPage === true) return true;
  // In the middle of the page, where only page numbers and titles stand.
  if (line !== undefined && /^[ \t]{20,}\d{1,3}\s*$/.test(ink.source.slice(line.start, line.end)))
    return true;
  const above = neighbour(ink, lines, index, -1);
  const below = neighbour(ink, lines, index, 1);
  if (above === '' || below === '' || /^\d+$/.test(above) || /^\d+$/.test(below)) return false;
  if (!isFinished(above) && isLower(firstCharacter(below)) && above.length >= 20) return true;
  const isQuiet = kind(index - 1) === 'blank' && kind(index + 1) === 'blank';
  return isQuiet && above.length >= PROSE_CHARS_MIN && below.length >= 8 && Number(text) <= 500;
}

/** The words of the nearest line that has some, above (-1) or below (1). */
function neighbour(ink: Ink, lines: readonly Raw[], index: number, step: 1 | -1): string {
  for (let at = index + step; at >= 0 && at < lines.length && Math.abs(at - index) <= 4; at += step) {
    const raw = lines[at];
    if (raw?.kind === 'text') return ink.visible(raw.contentStart, raw.line.end).trim();
    if (raw?.kind === 'table') return '';
  }
  return '';
}

/** A running head is not longer than this. */
const HEAD_CHARS_MAX = 160;
const HEAD_LETTERS_MIN = 12;
const HEAD_LINES_MIN = 3;

/** The number at a head's beginning or end, by which the head of the next page differs. */
const pageOfHead = /^(\d{1,4})\s+(?=\p{L})|[\s|–—-]+(?:(?:trang|page)\s*)?(\d{1,4})(?:\s*\/\s*\d{1,4})?$/iu;
const sayingPage = /(?:^|[\s|–—-])(?:trang|page)\s+\d{1,4}(?:\s*\/\s*\d{1,4})?$/iu;

interface Head {
  readonly index: number;
  readonly page: number | null;
  readonly saysPage: boolean;
  readonly atPageEnd: boolean;
}

/** Lines that recur from page to page: beside page ends, or with a number that counts up. */
function dropRunningHeads(ink: Ink, lines: Raw[]): Raw[] {
  const heads = new Map<string, Head[]>();
  lines.forEach((raw, index) => {
    if (raw.kind !== 'text' || raw.line.end - raw.line.start > 2 * HEAD_CHARS_MAX) return;
    const text = wordsOf(ink, raw);
    if (text.length > HEAD_CHARS_MAX || /[.:;,]$/.test(text) || isLetterhead(text)) return;
    const page = pageOfHead.exec(text);
    const key = (page === null ? text : text.replace(page[0], ' ').trim()).replace(/\d+/g, '#');
    if (key.replace(/[^\p{L}]/gu, '').length < HEAD_LETTERS_MIN || readOpener(text) !== null) return;
    const head: Head = {
      index,
      page: page === null ? null : Number(page[1] ?? page[2]),
      saysPage: sayingPage.test(text),
      atPageEnd: isBesidePageEnd(lines, index),
    };
    const same = heads.get(key);
    if (same === undefined) heads.set(key, [head]);
    else same.push(head);
  });
  const dropped = new Set<number>();
  for (const same of heads.values()) {
    if (same.length < 2) continue;
    const counts = same.every(
      ({ page }, place) => place === 0 || (page ?? 0) > (same[place - 1]?.page ?? Infinity),
    );
    const beside = same.filter(({ atPageEnd }) => atPageEnd);
    const isMostlyBeside = beside.length >= 2 && beside.length >= 0.6 * same.length;
    if (counts && (same.every(({ saysPage }) => saysPage) || same.length >= HEAD_LINES_MIN))
      for (const { index } of same) dropped.add(index);
    else if (isMostlyBeside && (same.length >= HEAD_LINES_MIN || counts))
      for (const { index } of beside) dropped.add(index);
  }
  return dropped.size === 0 ? lines : asPages(ink, lines, dropped);
}

/** A page end lies right above or below, blank lines left out of account. */
function isBesidePageEnd(lines: readonly Raw[], index: number): boolean {
  for (const step of [-1, 1]) {
    let at = index + step;
    while (lines[at]?.kind === 'blank' && Math.abs(at - index) <= 4) at += step;
    if (lines[at]?.kind === 'page') return true;
  }
  return lines[index]?.line.endsPage === true;
}

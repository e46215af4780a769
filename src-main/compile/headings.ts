/** What tells a heading from a numbered paragraph, and a heading without a number from any other line. */
import { isAllCapitals, isFinished } from './characters.ts';
import { isContentsEntry, isContentsTitle } from './contents.ts';
import type { Draft } from './drafts.ts';
import { isNation, isOffice } from './layout.ts';
import type { OutlineNode } from './outline.ts';
import { endsOpen } from './sentences.ts';

/** A numbered line up to here may be a heading; a longer one is a paragraph. */
const HEADING_CHARS_MAX = 180;
/** A heading that ends in a colon is not longer; a longer one is a sentence that introduces a list. */
const COLON_HEADING_CHARS_MAX = 70;

/** Looks like a heading whatever its number: "#", bold, in capitals, or short and without a full stop. */
export function looksLikeHeading(draft: Pick<Draft, 'text' | 'hashes' | 'bold'>): boolean {
  if (draft.hashes > 0) return draft.text.length <= 400;
  if (isAllCapitals(draft.text)) return draft.text.length <= 400;
  return draft.text.length <= HEADING_CHARS_MAX && !/[.;,]["”]?$/.test(draft.text);
}

/** "… gồm:", "… như sau:": a sentence that a list follows. */
const introduces = /(?:như sau|sau đây|chủ yếu sau|cụ thể|bao gồm|gồm|trong đó|sau|có)\s*:$/iu;

/** Whether a draft that opens a section is its heading, and not a paragraph with a number. */
export function isHeading(draft: Draft, node: OutlineNode): boolean {
  const { text } = draft;
  if (node.style === 'unnumbered' || draft.hashes > 0) return true;
  if (!looksLikeHeading(draft)) return false;
  if (node.style === 'point') return text.length <= 100 && !isFinished(text) && !text.endsWith(',');
  if (isAllCapitals(text)) return true;
  if (endsOpen(text)) return false;
  const isRank = ['part', 'appendix', 'chapter', 'division', 'letter', 'roman'].includes(node.style);
  if (!isRank && text.endsWith(':') && (introduces.test(text) || text.length > COLON_HEADING_CHARS_MAX))
    return false;
  // "1. Tổng thu: 9.550 tỷ đồng" says something; a heading only names it.
  const mayState = ['decimal', 'bracket'].includes(node.style);
  if (mayState && /:\s+\S/.test(text)) return false;
  return !isFinished(text) || text.length <= 120;
}

/** The line below "Phần thứ nhất" or "Chương I" that names it. */
export const isTitleLine = (draft: Draft): boolean =>
  draft.kind === 'paragraph' &&
  draft.opener === null &&
  (isAllCapitals(draft.text) || draft.text.length <= 300) &&
  !/[.;:]$/.test(draft.text);

/** "QUYẾT NGHỊ:" stands between the grounds and the articles, and heads nothing. */
export const isEnacting = (text: string): boolean =>
  /^(?:quyết\s+nghị|quyết\s+định|nghị\s+quyết)\s*:?$/iu.test(text);

/** A heading without a number: under "#", or a short line in capitals. */
export function isUnnumberedHeading(draft: Draft): boolean {
  const { text } = draft;
  if (draft.kind !== 'paragraph' || draft.opener?.kind === 'addressee') return false;
  if (isContentsTitle(text)) return true;
  if (isContentsEntry(text) || isNation(text) || isEnacting(text)) return false;
  if (draft.hashes > 0) return text.length <= 300;
  if (text.length < 4 || text.length > 160 || /[.;,:]$/.test(text) || !/\p{L}{2}/u.test(text)) return false;
  return isAllCapitals(text) && draft.opener === null && !isOffice(text);
}

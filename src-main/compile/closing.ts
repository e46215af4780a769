/** The last words before recipients and signature: "Trên đây là báo cáo … ./." They belong to the whole document. */
import { isHeading } from './headings.ts';
import type { Piece } from './sections.ts';

const closingWords =
  /^(?:trên đây|(?:nghị quyết|luật|quyết định)(?: này)? (?:đã )?được .{0,120}thông qua|quyết định này có hiệu lực|kính trình|kính đề nghị|xin trân trọng|trân trọng|rất mong|vậy,? |với những (?:nội dung|lý do) trên|(?:ủy|uỷ) ban nhân dân .{0,60}kính trình)/iu;
const PIECES_BACK_MAX = 5;

/** Indexes of closing pieces. */
export function findClosing(pieces: readonly Piece[]): Set<number> {
  const closing = new Set<number>();
  pieces.forEach((piece, index) => {
    const isTail = piece.draft.kind === 'recipients' || piece.draft.kind === 'signature';
    const before = pieces[index - 1];
    if (isTail && before !== undefined && !before.draft.outside) markBack(pieces, index, closing);
  });
  const last = pieces[pieces.length - 1];
  if (last !== undefined && !last.draft.outside) markBack(pieces, pieces.length, closing);
  return closing;
}

function markBack(pieces: readonly Piece[], end: number, closing: Set<number>): void {
  let from = end;
  for (let index = end - 1; index >= 0 && end - index <= PIECES_BACK_MAX; index--) {
    const piece = pieces[index];
    if (!isPlainParagraph(piece)) break;
    if (closingWords.test(piece.text)) from = index;
  }
  // "Điều 3. Hiệu lực thi hành" keeps the one sentence that it has.
  const above = pieces[from - 1];
  if (from < end && above?.opens?.style === 'article' && isHeading(above.draft, above.opens)) from = end;
  else if (from === end && isLastSentence(pieces, end - 1)) from = end - 1;
  for (let index = from; index < end; index++) closing.add(index);
}

const isPlainParagraph = (piece: Piece | undefined): piece is Piece =>
  piece?.draft.kind === 'paragraph' && !piece.draft.outside && piece.opens === null;

/** Ends in "./." and is not all that its section says. */
function isLastSentence(pieces: readonly Piece[], index: number): boolean {
  const last = pieces[index];
  const before = pieces[index - 1];
  const hasCompany = before?.opens === null && !before.draft.outside;
  return isPlainParagraph(last) && hasCompany && /\.\/\.?["”]?$/.test(last.text.trimEnd());
}

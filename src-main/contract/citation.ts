/** How the report is quoted outside the app. */
import type { BriefingDocument } from './briefing.ts';
import { messages } from './messages.ts';
import { printedNumber } from './stage-content.ts';

/** "Báo cáo số …/BC-UBND, mục II.1.1, đoạn 2". A number left blank in the source stays visibly blank. */
export function cite(document: BriefingDocument, address: string): string {
  const number = document.number === null ? null : printedNumber(document.number);
  return messages.citation(document.genre ?? document.title, number, address);
}

/** The quote with its citation, as it goes to the clipboard. */
export function quoteWithCitation(document: BriefingDocument, quote: string, address: string): string {
  return messages.quoteWithCitation(quote.replace(/\s+/gu, ' ').trim(), cite(document, address));
}

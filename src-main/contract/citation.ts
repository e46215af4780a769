/** How the report is quoted outside the app. */
import type { BriefingDocument } from './briefing.ts';
import { messages } from './messages.ts';

/** "Báo cáo số …/BC-UBND, mục II.1.1, đoạn 2". A number left blank in the source stays visibly blank. */
export function cite(document: BriefingDocument, address: string): string {
  return messages.citation(document.genre ?? document.title, document.number, address);
}

/** The quote with its citation, as it goes to the clipboard. */
export function quoteWithCitation(document: BriefingDocument, quote: string, address: string): string {
  return messages.quoteWithCitation(quote.replace(/\s+/gu, ' ').trim(), cite(document, address));
}

/**
 * What a compiled document is made of. One vocabulary for the compiler, the briefing file, the windows and the
 * `kyhop` command. Offsets are UTF-16 code units, `end` exclusive; each type says which text they count in.
 */

/** A half-open range in the source text exactly as stored in the file. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A half-open range in a block's NFC text. */
export interface BlockRange {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/** The identity and letterhead of a document. Null where the document does not say. */
export interface BriefingDocument {
  /** Kept by later revisions of the same document: derived from issuer and title. */
  readonly id: string;
  /** Derived from the source's bytes: another source is another revision. */
  readonly revision: string;
  /** Genre as printed, in sentence case: "Báo cáo", "Nghị quyết", "Tờ trình". */
  readonly genre: string | null;
  readonly title: string;
  /** As printed, "Số:" left out; a blank number stays blank: "/BC-UBND". */
  readonly number: string | null;
  /** As printed: "ngày 05 tháng 7 năm 2023"; blanks stay blanks: "ngày tháng 11 năm 2023". */
  readonly date: string | null;
  readonly place: string | null;
  readonly issuer: string | null;
  readonly addressee: string | null;
}

export const sectionKinds = [
  'part',
  'chapter',
  'letter',
  'roman',
  'decimal',
  'article',
  'clause',
  'point',
  'run-in',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** A node of the outline. */
export interface Section {
  /** Readable and the same in every revision that numbers alike: "muc-II.1.1". */
  readonly id: string;
  readonly kind: SectionKind;
  /** Number path: "II.1.1", "P1", "P2.3", "5.2.a"; null for a run-in heading. */
  readonly number: string | null;
  /** What a person says: "Mục II.1.1", "Phần thứ nhất", "Điều 5, khoản 2"; for a run-in its section's label. */
  readonly label: string;
  /** Words of the heading without its number; of a numbered paragraph its first words with "…". */
  readonly title: string;
  readonly parent: string | null;
  /** Source range from its heading to the start of the next section that is not inside it. */
  readonly start: number;
  readonly end: number;
}

export const blockKinds = [
  'letterhead',
  'title',
  'addressee',
  'heading',
  'paragraph',
  'item',
  'cell',
  'footnote',
  'recipients',
  'signature',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const markKinds = ['bold', 'italic', 'footnote-ref'] as const;
export type MarkKind = (typeof markKinds)[number];

/** A range of a block's text with a meaning of its own. Marks may overlap and nest. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  /** Number of the footnote that a `footnote-ref` points to; null otherwise. */
  readonly footnote: number | null;
}

/** Where a cell stands. `row` 0 is the header row; columns count from 1. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** The smallest addressable text. */
export interface Block {
  /** Also the element's id in the reader: "b12", "fn12". */
  readonly id: string;
  readonly kind: BlockKind;
  /** Innermost section; null before the first one, for footnotes and after the end. */
  readonly section: string | null;
  /** Unique within the document, can be said aloud: "Mục II.1.2, đoạn 4", "Chú thích 12". */
  readonly address: string;
  /** NFC, without markup. The sources, NFC-normalised and joined by what the separators between them stand for. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** List marker as printed ("-", "+") and depth from 0; null if this is no list item. */
  readonly item: { readonly marker: string; readonly depth: number } | null;
  readonly cell: CellPlace | null;
  readonly sources: readonly SourceRange[];
}

/** Source characters that are no block's text. Together with all `sources` they tile the source. */
export interface Separator extends SourceRange {
  readonly kind: SeparatorKind;
  /** What it stands for between two sources of one block: '' or ' '. */
  readonly as: '' | ' ';
}
export const separatorKinds = [
  'blank', // white space between blocks
  'join', // a page break inside a block, where its halves were joined
  'line-break', // a line end inside a block
  'space', // surplus white space
  'markup', // **, _, #, [^ ], <sup>, table pipes and rules, page separators
  'list-marker', // "- " and the like
  'footnote-mark', // the number that opens a footnote's own text
  'byte-order-mark',
  'control', // characters that no reader should meet
] as const;
export type SeparatorKind = (typeof separatorKinds)[number];

export interface Footnote {
  readonly number: number;
  /** Its (first) block. */
  readonly block: string;
  /** The place that points to it; null if none does. */
  readonly ref: BlockRange | null;
}

/** A recognition error: a layer over the text, never an edit of it. */
export interface Correction extends BlockRange {
  readonly original: string;
  readonly corrected: string;
  /** Vietnamese, for the reader. */
  readonly reason: string;
  readonly doubtful: boolean;
}

export const problemCodes = [
  'footnote-without-ref',
  'ref-without-footnote',
  'footnote-repeated',
  'ref-repeated',
  'correction-not-found',
  'numbering-gap',
] as const;
/** Something about the source that a clerk should look at; the document stays readable. */
export interface Problem {
  readonly code: (typeof problemCodes)[number];
  /** Vietnamese, says where and what to do. */
  readonly message: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** All that a window needs to show a document. Blocks in reading order, footnote blocks last. */
export interface BriefingView {
  readonly document: BriefingDocument;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  readonly corrections: readonly Correction[];
}

/** What the compiler makes of a source. */
export interface CompiledDocument extends BriefingView {
  readonly separators: readonly Separator[];
  readonly problems: readonly Problem[];
}

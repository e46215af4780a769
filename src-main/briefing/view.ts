/** Reads all that a window needs to show a document. */
import type {
  Block,
  BlockKind,
  BriefingDocument,
  BriefingView,
  Correction,
  Footnote,
  Mark,
  MarkKind,
  Section,
  SourceRange,
} from '../contract/briefing.ts';
import type { Briefing, ReadableDb } from './open.ts';

const DOCUMENT = `SELECT id, revision, genre, title, number, date, place, issuer, addressee FROM document`;
const SECTIONS = `SELECT id, kind, number, label, title, parent, source_start AS start, source_end AS end
  FROM section ORDER BY position`;
const BLOCKS = `SELECT id, kind, section, address, text, item_marker, item_depth, cell_table, cell_row, cell_column
  FROM block ORDER BY position`;
const SOURCE_RANGES = `SELECT block, source_start AS start, source_end AS end FROM source_range ORDER BY block, position`;
const MARKS = `SELECT block, kind, text_start AS start, text_end AS end, footnote FROM mark ORDER BY block, position`;
const FOOTNOTES = `SELECT number, block, ref_block, ref_text_start, ref_text_end FROM footnote ORDER BY position`;
const CORRECTIONS = `SELECT block, text_start AS start, text_end AS end, original, corrected, reason, doubtful
  FROM correction ORDER BY position`;

interface BlockRow {
  readonly id: string;
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly address: string;
  readonly text: string;
  readonly item_marker: string | null;
  readonly item_depth: number | null;
  readonly cell_table: number | null;
  readonly cell_row: number | null;
  readonly cell_column: number | null;
}
interface FootnoteRow {
  readonly number: number;
  readonly block: string;
  readonly ref_block: string | null;
  readonly ref_text_start: number | null;
  readonly ref_text_end: number | null;
}
type CorrectionRow = Omit<Correction, 'doubtful'> & { readonly doubtful: 0 | 1 };

export function readView({ db }: Briefing): BriefingView {
  const document = db.prepare<[], BriefingDocument>(DOCUMENT).get();
  if (document === undefined) throw new Error('a briefing without a document');
  return {
    document,
    sections: db.prepare<[], Section>(SECTIONS).all(),
    blocks: readBlocks(db),
    footnotes: db.prepare<[], FootnoteRow>(FOOTNOTES).all().map(footnoteFromRow),
    corrections: db.prepare<[], CorrectionRow>(CORRECTIONS).all().map(correctionFromRow),
  };
}

function readBlocks(db: ReadableDb): Block[] {
  const sources = byBlock(db.prepare<[], SourceRange & { block: string }>(SOURCE_RANGES).all());
  const marks = byBlock(db.prepare<[], Mark & { block: string; kind: MarkKind }>(MARKS).all());
  return db
    .prepare<[], BlockRow>(BLOCKS)
    .all()
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      section: row.section,
      address: row.address,
      text: row.text,
      marks: (marks.get(row.id) ?? []).map(({ kind, start, end, footnote }) => ({
        kind,
        start,
        end,
        footnote,
      })),
      item: row.item_marker === null ? null : { marker: row.item_marker, depth: row.item_depth ?? 0 },
      cell:
        row.cell_table === null
          ? null
          : { table: row.cell_table, row: row.cell_row ?? 0, column: row.cell_column ?? 1 },
      sources: (sources.get(row.id) ?? []).map(({ start, end }) => ({ start, end })),
    }));
}

function byBlock<Row extends { readonly block: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.block);
    if (group === undefined) groups.set(row.block, [row]);
    else group.push(row);
  }
  return groups;
}

function footnoteFromRow({ number, block, ref_block, ref_text_start, ref_text_end }: FootnoteRow): Footnote {
  const ref =
    ref_block === null ? null : { block: ref_block, start: ref_text_start ?? 0, end: ref_text_end ?? 0 };
  return { number, block, ref };
}

const correctionFromRow = (row: CorrectionRow): Correction => ({ ...row, doubtful: row.doubtful === 1 });

/** How blocks are grouped on the page: letterhead, tables, closing. Pure. */
import { foldWords } from '../../src-main/contract/fold.ts';
import type { Block } from '../../src-main/contract/briefing.ts';

export type Group =
  | { readonly kind: 'letterhead'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Block[])[] }
  | { readonly kind: 'closing'; readonly recipients: readonly Block[]; readonly signature: readonly Block[] }
  | { readonly kind: 'block'; readonly block: Block };

/** Groups body blocks (no footnotes) in reading order. */
export function groups(blocks: readonly Block[]): readonly Group[] {
  const result: Group[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (block === undefined) break;
    const run = (same: (next: Block) => boolean): readonly Block[] => {
      let end = at;
      while (blocks[end] !== undefined && same(blocks[end] as Block)) end++;
      return blocks.slice(at, end);
    };
    if (block.kind === 'letterhead') {
      const lines = run(({ kind }) => kind === 'letterhead');
      result.push({ kind: 'letterhead', blocks: lines });
      at += lines.length;
    } else if (block.kind === 'cell') {
      const cells = run(({ cell }) => cell?.table === block.cell?.table && cell !== null);
      result.push({ kind: 'table', rows: rowsOf(cells) });
      at += cells.length;
    } else if (block.kind === 'recipients' || block.kind === 'signature') {
      const closing = run(({ kind }) => kind === 'recipients' || kind === 'signature');
      result.push({
        kind: 'closing',
        recipients: closing.filter(({ kind }) => kind === 'recipients'),
        signature: closing.filter(({ kind }) => kind === 'signature'),
      });
      at += closing.length;
    } else {
      result.push({ kind: 'block', block });
      at++;
    }
  }
  return result;
}

function rowsOf(cells: readonly Block[]): readonly (readonly Block[])[] {
  const rows = new Map<number, Block[]>();
  for (const cell of cells) {
    const row = cell.cell?.row ?? 0;
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  return [...rows.values()];
}

/** True for the lines that stand on the right of a Vietnamese letterhead: the motto, place and date. */
export function isRightOfLetterhead(text: string): boolean {
  const folded = foldWords(text);
  return /^cong hoa xa hoi chu nghia|^doc lap\s*-\s*tu do|\bngay\b.*\bthang\b.*\bnam\b/u.test(folded);
}

/** True for the national name and motto, which are printed bold. */
export function isMotto(text: string): boolean {
  return /^cong hoa xa hoi chu nghia|^doc lap\s*-\s*tu do/u.test(foldWords(text));
}

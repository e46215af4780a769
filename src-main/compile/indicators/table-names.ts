/** Names of the numbers in a table: the words of the row, narrowed down by what the column's heading says beyond the time. */
import type { Block } from '../../contract/briefing.ts';
import { tokenise } from '../figures/tokens.ts';
import type { Token } from '../figures/tokens.ts';
import { lowered, trimEnd, trimStart, withoutTimes, wordCount, written } from './phrase.ts';
import type { Words } from './phrase.ts';
import { columnNoise } from './words.ts';

const HEAD_CHARACTERS = 200;
const unitColumn = /^(?:đơn vị|đvt|đv tính|đơn vị tính|đv)\s*(?:tính)?$/i;
const ordinalColumn = /^(?:stt|tt|số tt|số thứ tự|no\.?|)$/i;
const noteColumn = /^(?:ghi chú)$/i;

interface Table {
  readonly heads: Map<number, string>;
  readonly rows: Map<number, Block[]>;
}

export class TableNames {
  readonly #tables = new Map<number, Table>();
  readonly #labels = new Map<string, string>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) {
      if (block.cell === null) continue;
      const { table: id, row, column } = block.cell;
      let table = this.#tables.get(id);
      if (table === undefined) this.#tables.set(id, (table = { heads: new Map(), rows: new Map() }));
      if (row === 0) table.heads.set(column, block.text.slice(0, HEAD_CHARACTERS));
      else if (table.rows.get(row)?.push(block) === undefined) table.rows.set(row, [block]);
    }
  }

  /** Null where the cell is a heading or neither row nor column says anything. */
  of(block: Block): string | null {
    if (block.cell === null || block.cell.row === 0) return null;
    const { table: id, row, column } = block.cell;
    const table = this.#tables.get(id);
    if (table === undefined) return null;
    const label = this.#labelOf(id, row, table);
    const head = headOf(table.heads.get(column) ?? '');
    if (label === '') return head || written(withoutUnit(tokenise(table.heads.get(column) ?? ''))) || null;
    return head === '' || head.toLowerCase() === label.toLowerCase() ? label : `${label}: ${lowered(head)}`;
  }

  #labelOf(id: number, row: number, { heads, rows }: Table): string {
    const key = `${id}.${row}`;
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    const headOver = ({ cell: place }: Block): string => (heads.get(place?.column ?? 0) ?? '').trim();
    const worded = (rows.get(row) ?? []).filter(
      (cell) =>
        /\p{L}{2}/u.test(cell.text) &&
        !ordinalColumn.test(headOver(cell)) &&
        !noteColumn.test(headOver(cell)),
    );
    // "Đơn vị" heads units of measure beside names of things, and names of offices where it is alone.
    const cell = worded.find((each) => !unitColumn.test(headOver(each))) ?? worded[0];
    const tokens = tokenise((cell?.text ?? '').slice(0, HEAD_CHARACTERS));
    const words = withoutOrdinal(withoutTimes(withoutUnit(tokens)));
    const trimmed = trimEnd(trimStart(words)).words;
    const label = written(wordCount(trimmed) === 0 ? words : trimmed);
    this.#labels.set(key, label);
    return label;
  }
}

/** "1.2. Thu nội địa", "a) Chi thường xuyên" */
function withoutOrdinal(words: Words): Words {
  const first = words.findIndex(({ kind, text }) => kind === 'word' && text.length > 1);
  return first > 0 && first <= 3 ? words.slice(first) : words;
}

/** Without a last bracket: "Diện tích (ha)". */
function withoutUnit(words: Words): Words {
  const open = words.findLastIndex(({ key }) => key === '(');
  return open > 0 && words.at(-1)?.key === ')' ? words.slice(0, open) : words;
}

/** What a heading says beyond time, plan and unit: "Thực hiện 2023 (triệu đồng)" says nothing, "Thành thị" does. */
function headOf(text: string): string {
  if (unitColumn.test(text.trim())) return '';
  const words = withoutTimes(withoutUnit(tokenise(text)));
  const kept: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const noise = columnNoise.at(words, at)?.length ?? 0;
    const word = words[at];
    if (noise > 0) at += noise - 1;
    else if (word?.kind === 'word') kept.push(word);
  }
  return wordCount(kept) === 0 ? '' : written(trimEnd(withoutUnit(words)).words);
}

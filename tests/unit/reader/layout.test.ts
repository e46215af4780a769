import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../../src-main/contract/briefing.ts';
import { groups, isMotto, isRightOfLetterhead } from '../../../src-renderer/reader/layout.ts';

const block = (kind: BlockKind, text: string, cell: Block['cell'] = null): Block => ({
  id: text,
  kind,
  section: null,
  address: text,
  text,
  marks: [],
  item: null,
  cell,
  sources: [],
});

describe('groups', () => {
  it('sets letterhead, tables and closing apart, and keeps every block once', () => {
    const cell = (table: number, row: number, column: number) =>
      block('cell', `${table}.${row}.${column}`, { table, row, column });
    const blocks = [
      block('letterhead', 'Số: 1/BC'),
      block('letterhead', 'Hải Dương, ngày 1 tháng 2 năm 2023'),
      block('paragraph', 'a'),
      cell(1, 0, 1),
      cell(1, 0, 2),
      cell(1, 1, 1),
      cell(2, 0, 1),
      block('recipients', 'Nơi nhận:'),
      block('signature', 'CHỦ TỊCH'),
    ];
    const made = groups(blocks);
    expect(made.map(({ kind }) => kind)).toEqual(['letterhead', 'block', 'table', 'table', 'closing']);
    const shown = made.flatMap((group) =>
      group.kind === 'block'
        ? [group.block]
        : group.kind === 'letterhead'
          ? group.blocks
          : group.kind === 'table'
            ? group.rows.flat()
            : [...group.recipients, ...group.signature],
    );
    expect(shown.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
  });

  it('knows what stands on the right of a letterhead', () => {
    expect(isRightOfLetterhead('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(true);
    expect(isRightOfLetterhead('Độc lập - Tự do - Hạnh phúc')).toBe(true);
    expect(isRightOfLetterhead('Hải Dương, ngày tháng 11 năm 2023')).toBe(true);
    expect(isRightOfLetterhead('ỦY BAN NHÂN DÂN')).toBe(false);
    expect(isMotto('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(true);
  });
});

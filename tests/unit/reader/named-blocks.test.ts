import { describe, expect, it } from 'vitest';
import { blocksNamedIn } from '../../../src-renderer/reader/named-blocks.ts';

const blocks = [
  'Mục I.3',
  'Mục I.3, đoạn 1',
  'Mục I.3, đoạn 12',
  'Mục II',
  'Chú thích 1',
  'Chú thích 12',
].map((address) => ({ address }));
const named = (text: string) => blocksNamedIn(blocks, text).map(({ address }) => address);

describe('addresses in a text of one’s own', () => {
  it('are found in any case and Unicode form', () => {
    expect(named('Theo mục I.3, đoạn 1 và CHÚ THÍCH 1: 6 + 21 + 71 = 98')).toEqual([
      'Mục I.3, đoạn 1',
      'Chú thích 1',
    ]);
    expect(named('Chú thích 12'.normalize('NFD'))).toEqual(['Chú thích 12']);
  });
  it('are not found in a longer one', () => {
    expect(named('Chú thích 123; Mục III; Mục II.1; Mục I.3, đoạn 123')).toEqual(['Mục I.3']);
    expect(named('Mục I.3, đoạn 12')).toEqual(['Mục I.3, đoạn 12']);
    expect(named('xem Mục II. 5 việc; nêu ở Mục I.3, rồi thôi')).toEqual(['Mục I.3', 'Mục II']);
  });
});

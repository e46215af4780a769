import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Positions } from '../../../src-main/contract/positions.ts';
import { segments } from '../../../src-main/contract/segments.ts';
import { sentences } from '../../../src-main/contract/sentences.ts';

describe('segments', () => {
  it('cuts where layers begin and end, and names who covers each piece', () => {
    const pieces = segments('abcdef', [
      { start: 1, end: 4, value: 'x' },
      { start: 3, end: 9, value: 'y' },
    ]);
    expect(pieces.map(({ text, values }) => [text, values.join('')])).toEqual([
      ['a', ''],
      ['bc', 'x'],
      ['d', 'xy'],
      ['ef', 'y'],
    ]);
  });
  it('always joins to the text, whatever the layers', () => {
    const layer = fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
      value: fc.nat(),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(layer), (text, layers) => {
        const pieces = segments(text, layers);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { start, end, value } of layers) {
          const covered = pieces.filter(({ values }) => values.includes(value));
          if (start >= 0 && end <= text.length && start < end) expect(covered.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('Positions', () => {
  const block = fc.record({ id: fc.uuid(), text: fc.string({ maxLength: 20 }) });
  it('leads from a block to the document and back', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(block, { selector: ({ id }) => id, minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (blocks, a, b) => {
          const positions = new Positions(blocks);
          const start = a % (positions.text.length + 1);
          const end = start + (b % (positions.text.length - start + 1));
          const parts = positions.toBlocks(start, end);
          const texts = parts.map(
            (part) => blocks.find(({ id }) => id === part.block)?.text.slice(part.start, part.end) ?? '',
          );
          // Line ends between blocks belong to no block.
          expect(texts.join('')).toBe(withoutJoints(positions, blocks, start, end));
          for (const part of parts) {
            const at = positions.toDocument(part.block, part.start) ?? -1;
            expect(at).toBeGreaterThanOrEqual(start);
          }
        },
      ),
    );
  });
});

function withoutJoints(
  positions: Positions,
  blocks: readonly { id: string; text: string }[],
  start: number,
  end: number,
): string {
  let text = '';
  for (const { id, text: own } of blocks) {
    const from = positions.toDocument(id, 0) ?? 0;
    text += own.slice(Math.max(0, start - from), Math.max(0, end - from));
  }
  return text;
}

describe('sentences', () => {
  it.each([
    ['Thu đạt 1.514 tỷ. Chi đạt 98,5%.', ['Thu đạt 1.514 tỷ. ', 'Chi đạt 98,5%.']],
    ['1. Căn cứ Nghị quyết. Thực hiện.', ['1. Căn cứ Nghị quyết. ', 'Thực hiện.']],
    ['UBND TP. Hải Dương báo cáo. Hết.', ['UBND TP. Hải Dương báo cáo. ', 'Hết.']],
    ['năm 2021: 08 dự án; năm 2022: 04 dự án', ['năm 2021: 08 dự án; năm 2022: 04 dự án']],
    ['', []],
  ])('of %s', (text, expected) => {
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
  it('join to the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          sentences(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src-main/compile/compile.ts';
import { SourceMap } from '../../../src-main/compile/source-map.ts';
import { keepsItsLaws } from './laws.ts';
import { anySource } from './sources.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 400) };

describe('compile', () => {
  it('neither loses nor invents a character, and never throws', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        keepsItsLaws(source, compile(source));
      }),
      runs,
    );
  });

  it('keeps the laws on any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
        keepsItsLaws(source, compile(source));
      }),
      runs,
    );
  });

  it('gives the same document for the same text', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        expect(compile(source)).toEqual(compile(source));
      }),
      { numRuns: 50 },
    );
  });

  it('finds the source of every letter of a block, and the letter of every source', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { blocks, separators } = compile(source);
        for (const block of blocks) {
          const map = new SourceMap(source, block, separators);
          const whole = map.toSource(0, block.text.length);
          expect(whole[0]?.start).toBe(block.sources[0]?.start);
          expect(whole.at(-1)?.end).toBe(block.sources.at(-1)?.end);
          for (let at = 0; at < block.text.length; at++) {
            const ranges = map.toSource(at, at + 1);
            const written = ranges.map(({ start, end }) => source.slice(start, end)).join('');
            // A space that a separator stands for has no source of its own.
            if (ranges.length === 0) expect(block.text[at]).toBe(' ');
            else expect(written.normalize('NFC')).toContain(block.text[at]);
            for (const { start, end } of ranges) {
              expect(map.toBlock(start, 'start')).toBeLessThanOrEqual(at);
              expect(map.toBlock(end, 'end')).toBeGreaterThan(at);
            }
          }
        }
      }),
      runs,
    );
  });
});

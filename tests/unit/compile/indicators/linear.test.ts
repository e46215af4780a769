/** Work grows with the text and no faster, whatever the text: counted in looks at tokens, not in time. */
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../../src-main/compile/figures/tokens.ts';
import { Discourse } from '../../../../src-main/compile/indicators/discourse.ts';
import { paragraph } from '../figures/labels.ts';
import { findFigures } from '../../../../src-main/compile/figures/find-figures.ts';

/** How often tokens are looked at to name the figures of a text. */
function looks(text: string): number {
  let count = 0;
  const plain = tokenise(text);
  const tokens = new Proxy(plain, {
    get(list, key) {
      count++;
      return Reflect.get(list, key) as unknown;
    },
  });
  const figures = findFigures({ blocks: [paragraph(text)], sections: [], footnotes: [] }).filter(
    (numeral) => numeral.kind === 'figure',
  );
  const discourse = new Discourse(tokens, null);
  const starts = new Map(plain.map(({ start }, index) => [start, index]));
  const ends = new Map(plain.map(({ end }, index) => [end, index + 1]));
  for (const [index, figure] of figures.entries()) {
    const from = starts.get(figure.start) ?? 0;
    const limit = starts.get(figures[index + 1]?.start ?? -1) ?? plain.length;
    discourse.say({ ...figure, id: `f${index + 1}` }, from, ends.get(figure.end) ?? from, limit);
  }
  discourse.at(plain.length);
  return count;
}

const hostile = [
  '1 vụ ',
  '1 vụ (',
  '(1 vụ) ',
  '((((((',
  'a, 1 vụ, ',
  'trong đó: 5 vụ; ',
  'tổng số a và b, ',
  'năm 2021 và ',
  'theo nghị quyết, ',
  'đạt 5% kế hoạch ',
  ': 1 ',
  'tổ chức 1 hội nghị, 2 ',
  'dưới 5 tuổi ',
  'bằng 5 tỷ đồng. ',
];

describe('naming figures', () => {
  it.each(hostile)('takes four times the work for four times "%s"', (piece) => {
    const [small, large] = [looks(piece.repeat(300)), looks(piece.repeat(1200))];
    expect(large).toBeLessThan(small * 4.4 + 400);
  });
});

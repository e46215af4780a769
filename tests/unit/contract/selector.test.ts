import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { anchor, describe, type Selector } from '../../../src-main/contract/selector.ts';

/** Text with ⟦the quote⟧ in it → the text and the selector of the quote. */
function quoted(marked: string): { text: string; selector: Selector } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/gu, '');
  return { text, selector: describe(text, start, end) };
}

function reanchors(before: string, after: string): void {
  const { selector } = quoted(before);
  const expected = quoted(after);
  const placed = anchor(expected.text, JSON.parse(JSON.stringify(selector)) as Selector);
  expect(placed).toMatchObject({ start: expected.selector.start, end: expected.selector.end });
}

group('anchor', () => {
  it('keeps a mark where nothing changed', () => reanchors('Thu đạt ⟦116.026 tỷ⟧.', 'Thu đạt ⟦116.026 tỷ⟧.'));
  it('keeps a mark when its paragraph moves', () =>
    reanchors(
      'Thu đạt ⟦116.026 tỷ đồng⟧. Chi đạt 98 tỷ đồng.',
      'Chi đạt 98 tỷ đồng. Thu đạt ⟦116.026 tỷ đồng⟧.',
    ));
  it('tells equal quotes apart by their context', () =>
    reanchors(
      'Năm 2021 tăng 13,5%. Năm 2023 tăng ⟦13,5%⟧ so với năm 2022.',
      'Trước hết: năm 2021 tăng 13,5%. Năm 2023 tăng ⟦13,5%⟧ so với năm 2022.',
    ));
  it('takes the nearest of equal quotes in equal contexts', () =>
    reanchors('a b c d ⟦x⟧ e', 'a b c d ⟦x⟧ e and far away, after many other words, a b c d x e'));
  it('calls a quote that is gone an orphan, and never guesses', () => {
    const { selector } = quoted('Đạt ⟦65,3% kế hoạch⟧.');
    expect(anchor('Đạt 70,9% kế hoạch.', selector)).toEqual({ kind: 'orphan' });
  });

  it('finds every range of any text again, unmoved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        expect(anchor(text, describe(text, start, end))).toEqual({ kind: 'unmoved', start, end });
      }),
    );
  });
});

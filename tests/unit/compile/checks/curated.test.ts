/** Relations that a curator adds or judges otherwise. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src-main/compile/analyse.ts';
import type { CheckEntry } from '../../../../src-main/compile/checks/entries.ts';
import { compile } from '../../../../src-main/compile/compile.ts';
import { readCuration } from '../../../../src-main/compile/read-curation.ts';

const text =
  'BÁO CÁO\n\nKết quả năm\n\nHuyện có 18 xã. Đã giải quyết 45/50 đơn, đạt 80%. Trong năm có 12 xã loại một, 06 xã loại hai.\n';

function analysed(entries: readonly CheckEntry[]): ReturnType<typeof analyse> {
  const document = compile(text);
  return analyse(document, [{ title: document.document.title, corrections: [], checks: entries }]);
}

const sum: CheckEntry = {
  kind: 'sum',
  operands: [
    { quote: 'Huyện có 18 xã', text: '18', role: 'stated' },
    { quote: '12 xã loại một', text: '12', role: 'part' },
    { quote: '06 xã loại hai', text: '06', role: 'part' },
  ],
  reason: 'Mỗi xã thuộc một loại.',
};

describe('a curated relation', () => {
  it('is added where the prose does not state it', () => {
    const [check] = analysed([sum]).checks;
    expect(check).toMatchObject({
      kind: 'sum',
      verdict: 'match',
      curated: true,
      computed: '18',
      reason: null,
    });
  });

  it('overrules the judgement of the same numbers, with its reason', () => {
    const { checks } = analysed([
      {
        kind: 'ratio',
        operands: [
          { quote: 'đạt 80%', text: '80%', role: 'stated' },
          { quote: '45/50 đơn', text: '45', role: 'part' },
          { quote: '45/50 đơn', text: '50', role: 'whole' },
        ],
        verdict: 'undetermined',
        reason: 'Tỷ lệ tính trên số đơn đủ điều kiện.',
      },
    ]);
    expect(checks.filter(({ kind }) => kind === 'ratio')).toMatchObject([
      { verdict: 'undetermined', curated: true, reason: 'Tỷ lệ tính trên số đơn đủ điều kiện.' },
    ]);
  });

  it('whose quote is gone is named in Vietnamese', () => {
    const [lost] = analysed([
      { ...sum, operands: [{ quote: 'Huyện có 19 xã', text: '19', role: 'stated' }] },
    ]).lost;
    expect(lost).toContain('Huyện có 19 xã');
    expect(lost).toContain('Hãy');
  });

  it('of the bundled report finds its place', () => {
    const curation = readCuration('resources');
    const document = compile(readFileSync('resources/report/source.txt', 'utf8'), curation);
    const { checks, lost } = analyse(document, curation);
    expect(lost).toEqual([]);
    expect(checks.filter(({ curated }) => curated).length).toBeGreaterThan(0);
  });
});

import { expect, it } from 'vitest';
import * as v from 'valibot';
import type { Block, BriefingView } from '../../../src-main/contract/briefing.ts';
import type { Check, Operand } from '../../../src-main/contract/check.ts';
import { checkContent } from '../../../src-main/contract/stage-content.ts';
import { StageContentSchema } from '../../../src-main/contract/stage.ts';

const block = (id: string, address: string, text: string): Block => ({
  id,
  kind: 'paragraph',
  section: null,
  address,
  text,
  marks: [],
  item: null,
  cell: null,
  sources: [],
});
const blocks = [
  block('b1', 'Mục I.3, đoạn 1', 'UBND thành phố đã tổ chức 71 phiên họp.'),
  block('fn1', 'Chú thích 1', 'Năm đầu, tổ chức 6 phiên họp. Năm sau, tổ chức 21 phiên họp.'),
];
const view: BriefingView = {
  document: {
    id: 'd',
    revision: 'r',
    genre: 'Báo cáo',
    title: 'Kết quả',
    number: '/BC-UBND',
    date: null,
    place: null,
    issuer: null,
    addressee: null,
  },
  sections: [],
  blocks,
  footnotes: [],
  corrections: [],
};
function operand(id: string, text: string, role: Operand['role']): Operand {
  const start = blocks.find((each) => each.id === id)?.text.indexOf(text) ?? -1;
  return { block: id, start, end: start + text.length, text, value: text, role, figure: null };
}
const check: Check = {
  id: 'c1',
  kind: 'sum',
  verdict: 'mismatch',
  operands: [operand('b1', '71', 'stated'), operand('fn1', '6', 'part'), operand('fn1', '21', 'part')],
  computed: '27',
  stated: '71',
  sentence: '6 + 21 = 27, văn bản ghi 71.',
  reason: null,
  possibility: null,
  curated: false,
};

it('shows the room a check: its sentence, and each place with its numbers in the report’s own words', () => {
  const content = checkContent(view, check);
  expect(content).toMatchObject({
    kind: 'check',
    source: 'Báo cáo, số …/BC-UBND',
    title: 'Không khớp',
    sentence: '6 + 21 = 27, văn bản ghi 71.',
  });
  expect(
    content.quotes.map(({ address, pieces }) => [
      address,
      pieces.map(({ text, marked }) => (marked ? `⟦${text}⟧` : text)).join(''),
    ]),
  ).toEqual([
    ['Mục I.3, đoạn 1', 'UBND thành phố đã tổ chức ⟦71⟧ phiên họp.'],
    ['Chú thích 1', 'Năm đầu, tổ chức ⟦6⟧ phiên họp. Năm sau, tổ chức ⟦21⟧ phiên họp.'],
  ]);
  expect(v.safeParse(StageContentSchema, content).success).toBe(true);
});

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { findCheck, listChecks, listFigures, listIndicators } from '../../../src-main/briefing/figures.ts';
import { briefingOf } from '../../../src-main/briefing/open.ts';
import type { Briefing } from '../../../src-main/briefing/open.ts';
import { analyse } from '../../../src-main/compile/analyse.ts';
import type { Analysis } from '../../../src-main/compile/analyse.ts';
import { compile } from '../../../src-main/compile/compile.ts';
import { fillBriefing } from '../../../src-main/compile/write-briefing.ts';
import type { ListPage } from '../../../src-main/contract/methods.ts';

const sentence =
  'Năm 2023 có 23/25 xã đạt chuẩn (đạt 92%), thu 1.514 tỷ 310 triệu đồng, tăng 3,0% so với năm 2022.';
const source = Array.from({ length: 600 }, (_, index) => `${index + 1}. ${sentence}`).join('\n\n');
const compiled = compile(source);
const found = analyse(compiled);
/** A relation of every page and more, so that paging is proved whatever the engine finds. */
const analysis: Analysis = {
  ...found,
  checks: found.numerals
    .filter((numeral) => numeral.kind === 'figure')
    .map(({ id, block, start, end, text, value }, index) => ({
      id: `c${index + 1}`,
      kind: 'ratio',
      verdict: 'match',
      operands: [{ block, start, end, text, value, role: 'stated', figure: id }],
      computed: value,
      stated: value,
      sentence: `Phép ${index + 1}.`,
      reason: null,
      possibility: null,
      curated: false,
    })),
};

function opened(): Briefing {
  const db = new Database(':memory:');
  fillBriefing(db, compiled, analysis, source);
  return briefingOf(db);
}

function all<Item>(list: (from: number) => ListPage<Item>): { items: Item[]; pages: number } {
  const items: Item[] = [];
  let pages = 0;
  for (let from: number | null = 0; from !== null; pages++) {
    const page: ListPage<Item> = list(from);
    items.push(...page.items);
    from = page.next;
  }
  return { items, pages };
}

describe('the figures of a briefing', () => {
  const briefing = opened();
  const figures = all((from) => listFigures(briefing, from));

  it('come back page by page as the compiler found them, each with its indicator', () => {
    const expected = found.numerals.flatMap((numeral) => {
      if (numeral.kind !== 'figure') return [];
      const observation = found.observations.find(({ figure }) => figure === numeral.id);
      return [{ ...numeral, indicator: observation?.indicator }];
    });
    expect(figures.items).toEqual(expected);
    expect(figures.pages).toBeGreaterThan(2);
  });

  it('bring their indicators and checks with them', () => {
    expect(all((from) => listIndicators(briefing, from)).items).toEqual(found.indicators);
    const checks = all((from) => listChecks(briefing, from));
    expect(checks.items).toEqual(analysis.checks);
    expect(checks.pages).toBeGreaterThan(2);
    for (const check of analysis.checks.slice(0, 5)) expect(findCheck(briefing, check.id)).toEqual(check);
    expect(findCheck(briefing, 'c0')).toBeNull();
  });
});

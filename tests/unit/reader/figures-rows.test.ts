import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, Verdict } from '../../../src-main/contract/check.ts';
import type { Indicator, ObservedFigure } from '../../../src-main/contract/indicator.ts';
import { RowLayout, rowHeightsPx } from '../../../src-renderer/reader/figures-layout.ts';
import {
  cellNote,
  cellOf,
  columnYears,
  filtered,
  grouped,
  noFilters,
  rowsOf,
  sorted,
  type FigureRow,
  type Filters,
} from '../../../src-renderer/reader/figures-rows.ts';
import { figuresTsv } from '../../../src-renderer/reader/figures-tsv.ts';

interface Given {
  readonly name: string;
  readonly domain?: Indicator['domain'];
  readonly unit?: string;
  /** Period and value. */
  readonly values: readonly (readonly [period: string | null, value: string, status?: 'estimate' | 'plan'])[];
  readonly verdict?: Verdict;
}

/** Rows as the view makes them of a small document. */
function rows(...given: readonly Given[]): FigureRow[] {
  const indicators = given.map(({ name, domain, unit }, index): Indicator => ({
    id: `i${index + 1}`,
    name,
    detail: null,
    domain: domain ?? null,
    unit: unit ?? null,
    curated: true,
  }));
  const figures = given.flatMap(({ values, unit }, index) =>
    values.map(([period, value, status], at): ObservedFigure => ({
      kind: 'figure',
      id: `f${index}-${at}`,
      indicator: `i${index + 1}`,
      block: `b${index + 1}`,
      start: 0,
      end: 1,
      class: 'count',
      text: value,
      value,
      of: null,
      to: null,
      unit: unit ?? null,
      scale: '1',
      step: '1',
      approx: null,
      period,
      status: status ?? 'actual',
      fromPlan: false,
    })),
  );
  const checksByFigure = new Map(
    given.flatMap(({ verdict }, index): [string, Check[]][] => {
      if (verdict === undefined) return [];
      const check: Check = {
        id: `c${index}`,
        kind: 'sum',
        verdict,
        operands: [],
        computed: null,
        stated: null,
        sentence: '',
        reason: null,
        possibility: null,
        curated: false,
      };
      return [[`f${index}-0`, [check]]];
    }),
  );
  return rowsOf({
    indicators,
    figuresByIndicator: new Map(
      indicators.map(({ id }) => [id, figures.filter(({ indicator }) => indicator === id)]),
    ),
    checksByFigure,
    sectionOf: (block) => ({
      id: `muc-${block}`,
      kind: 'decimal',
      number: '1',
      label: `Mục ${block}`,
      title: 'Về kinh tế',
      parent: null,
      start: Number(block.slice(1)),
      end: 100,
    }),
  });
}

const document = rows(
  {
    name: 'Giá trị sản xuất công nghiệp',
    domain: 'economy',
    unit: 'tỷ đồng',
    values: [
      ['2021', '88910'],
      ['2022', '102267'],
      ['2023', '116026', 'estimate'],
    ],
    verdict: 'match',
  },
  { name: 'Đường giao thông', domain: 'urban', unit: 'km', values: [['2022', '12']] },
  {
    name: 'Phiên họp',
    domain: 'organisation',
    unit: 'phiên họp',
    values: [
      ['2021-07/2023-10', '71'],
      ['2022', '21'],
    ],
    verdict: 'mismatch',
  },
  { name: 'Cây trồng mới', unit: 'Km', values: [[null, '9']] },
);
const names = (found: readonly FigureRow[]) => found.map(({ indicator }) => indicator.name);
const filter = (part: Partial<Filters>) => filtered(document, { ...noFilters, ...part });

describe('finding indicators', () => {
  it.each([
    ['gia tri san xuat', ['Giá trị sản xuất công nghiệp']],
    ['DUONG', ['Đường giao thông']],
    ['đường', ['Đường giao thông']],
    ['116026', []],
    ['116.026', ['Giá trị sản xuất công nghiệp']],
    ['bo may hop', ['Phiên họp']],
    ['zzz', []],
  ])('“%s” finds %j', (query, expected) => {
    expect(names(filter({ query }).rows)).toEqual(expected);
  });

  it('finds in decomposed letters what was typed composed', () => {
    expect(names(filter({ query: 'đường'.normalize('NFD') }).rows)).toEqual(['Đường giao thông']);
  });
});

describe('filters', () => {
  it('leave what fits, and count what each other choice would leave', () => {
    const { rows: left, domains, inAnyDomain } = filter({ domain: 'economy' });
    expect(names(left)).toEqual(['Giá trị sản xuất công nghiệp']);
    expect(inAnyDomain).toBe(4);
    expect(Object.fromEntries(domains)).toEqual({ economy: 1, urban: 1, organisation: 1, none: 1 });
  });
  it('take a unit for one whatever its capitals', () => {
    expect(names(filter({ unit: 'km' }).rows)).toEqual(['Đường giao thông', 'Cây trồng mới']);
  });
  it('know years, stretches of several years, and what has no period', () => {
    expect(names(filter({ period: '2022' }).rows)).toHaveLength(3);
    expect(names(filter({ period: 'span' }).rows)).toEqual(['Phiên họp']);
    expect(names(filter({ period: 'none' }).rows)).toEqual(['Cây trồng mới']);
  });
  it('tell series, checks and mismatches', () => {
    expect(names(filter({ flags: ['series'] }).rows)).toEqual(['Giá trị sản xuất công nghiệp']);
    expect(names(filter({ flags: ['check'] }).rows)).toHaveLength(2);
    expect(names(filter({ flags: ['check', 'mismatch'] }).rows)).toEqual(['Phiên họp']);
    expect(filter({}).flags).toEqual({ series: 1, check: 2, mismatch: 1 });
  });
});

describe('the table', () => {
  it('gives the years with most values a column, and the rest one for other periods', () => {
    const years = columnYears(document, 2);
    expect(years).toEqual([2022, 2023]);
    const [industry, , meetings] = document;
    if (industry === undefined || meetings === undefined) throw new Error('no rows');
    const estimate = cellOf(industry, 'year-2023', years);
    expect(estimate?.point.shown).toBe('116.026');
    expect(estimate === null ? null : cellNote(estimate, 'year-2023')).toBe('ước');
    expect(cellOf(industry, 'other', years)?.point.label).toBe('2021');
    const span = cellOf(meetings, 'other', years);
    expect(span === null ? null : [span.point.shown, cellNote(span, 'other')]).toEqual([
      '71',
      '7/2021–10/2023',
    ]);
    expect(cellOf(meetings, 'year-2023', years)).toBeNull();
  });

  it('sorts a year within its unit, and what has no value comes last either way', () => {
    const rising = sorted(document, { by: 'year-2022', descending: false }, [2022]);
    const falling = sorted(document, { by: 'year-2022', descending: true }, [2022]);
    expect(names(rising).at(-1)).toBe('Cây trồng mới');
    expect(names(falling).at(-1)).toBe('Cây trồng mới');
    const amounts = rows(
      { name: 'a', unit: 'x', values: [['2022', '9007199254740993']] },
      { name: 'b', unit: 'x', values: [['2022', '9007199254740992']] },
    );
    expect(names(sorted(amounts, { by: 'year-2022', descending: false }, [2022]))).toEqual(['b', 'a']);
  });

  it('puts what needs a look first when sorted by checks', () => {
    expect(names(sorted(document, { by: 'checks', descending: false }, []))[0]).toBe('Phiên họp');
  });

  it('groups by domain, and by section what has none', () => {
    const headings = grouped(document, 'domain').flatMap((item) =>
      item.kind === 'group' ? [item.name] : [],
    );
    expect(headings).toEqual(['Kinh tế', 'Đô thị – tài nguyên', 'Bộ máy', 'Mục b4. Về kinh tế']);
    expect(grouped(document, 'none')).toHaveLength(document.length);
  });
});

describe('the table for a spreadsheet', () => {
  it('has a line a row, the exact values of the report, and no formula', () => {
    const formula = rows({ name: '=HYPERLINK("x")\tb', values: [['2022', '5']] });
    const text = figuresTsv([...document.slice(0, 1), ...formula], [2021, 2022, 2023], () => [
      'Mục II.1.1, đoạn 2',
    ]);
    const [header, first, second, ...rest] = text.split('\n').map((line) => line.split('\t'));
    expect(rest).toEqual([]);
    expect(header?.slice(4, 7)).toEqual(['2021', '2022', '2023']);
    expect(first?.slice(4, 7)).toEqual(['88.910', '102.267', '116.026 (ước)']);
    expect(first?.at(-1)).toBe('Mục II.1.1, đoạn 2');
    expect(second?.[1]).toBe('\'=HYPERLINK("x") b');
    expect(second).toHaveLength(header?.length ?? 0);
  });
});

describe('rows in sight', () => {
  it('are those that any part of lies between the edges, whatever the list', () => {
    const [row] = document;
    if (row === undefined) throw new Error('no rows');
    const items = fc.array(
      fc
        .boolean()
        .map((isGroup) =>
          isGroup
            ? ({ kind: 'group', key: 'k', name: 'n', count: 1 } as const)
            : ({ kind: 'row', row } as const),
        ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(
        items,
        fc.integer({ min: -500, max: 9000 }),
        fc.integer({ min: 1, max: 900 }),
        (list, top, room) => {
          const layout = new RowLayout(list);
          const expected: number[] = [];
          let at = 0;
          for (const [index, { kind }] of list.entries()) {
            if (at + rowHeightsPx[kind] > top && at < top + room) expected.push(index);
            at += rowHeightsPx[kind];
          }
          expect(layout.heightPx).toBe(at);
          expect(layout.between(top, top + room).map(({ index }) => index)).toEqual(expected);
        },
      ),
    );
  });
});

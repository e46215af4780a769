/** Columns of percentages: the rows tell what they are of, and rows that mean something else accuse nothing. */
import { describe, expect, it } from 'vitest';
import { checksIn } from './score.ts';

const verdictsIn = (heads: string, rows: readonly string[]): string[] =>
  checksIn([heads, heads.replace(/[^|]+/g, '---'), ...rows].join('\n')).map(
    ({ kind, verdict }) => `${kind} ${verdict}`,
  );

const plan = '| Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ TH/KH (%) |';
const years = '| Chỉ tiêu | Năm 2024 | Năm 2025 | Tăng, giảm (%) |';

describe('a column of percentages', () => {
  it('is of the plan', () => {
    expect(
      verdictsIn(plan, [
        '| Trồng rừng (ha) | 420 | 365 | 86,9 |',
        '| Lao động (người) | 2.100 | 2.352 | 112,0 |',
        '| Xóa nhà tạm (nhà) | 200 | 190 | 90,0 |',
      ]),
    ).toEqual(['completion match', 'completion match', 'completion mismatch']);
  });

  it('is of the year before', () => {
    expect(
      verdictsIn(years, [
        '| Đàn lợn (con) | 40.200 | 42.612 | 6,0 |',
        '| Đàn trâu (con) | 5.120 | 4.915 | -4,0 |',
        '| Đàn bò (con) | 2.000 | 2.100 | 8,0 |',
      ]),
    ).toEqual(['growth match', 'growth match', 'growth mismatch']);
  });

  it.each([
    [
      'rates among the rows',
      plan,
      [
        '| Lao động (người) | 2.000 | 2.100 | 105,0 |',
        '| Việc làm (người) | 500 | 560 | 112,0 |',
        '| Tỷ suất sinh giảm (‰) | 0,2 | 0,1 | 200,0 |',
        '| Tỷ lệ hộ nghèo (%) | 4,5 | 4,0 | 112,5 |',
      ],
    ],
    [
      'growth at constant prices',
      years,
      [
        '| Đàn lợn (con) | 40.200 | 42.612 | 6,0 |',
        '| Đàn bò (con) | 2.000 | 2.100 | 5,0 |',
        '| Giá trị sản xuất (tỷ đồng) | 1.000 | 1.200 | 8,1 |',
      ],
    ],
    [
      'decreases without a sign',
      years,
      [
        '| Đàn lợn (con) | 40.200 | 42.612 | 6,0 |',
        '| Đàn bò (con) | 2.000 | 2.100 | 5,0 |',
        '| Đàn trâu (con) | 5.120 | 4.915 | 4,0 |',
      ],
    ],
    [
      'no two columns that it is of',
      years,
      ['| Đàn lợn (con) | 40.200 | 42.612 | 3,1 |', '| Đàn bò (con) | 2.000 | 2.100 | 2,2 |'],
    ],
  ])('accuses nothing: %s', (_, heads, rows) => {
    expect(verdictsIn(heads, rows).filter((each) => each.endsWith('mismatch'))).toEqual([]);
  });
});

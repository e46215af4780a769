/** Days and months against the dates that bound them, and dates after the document's own. */
import { describe, expect, it } from 'vitest';
import { checksIn } from './score.ts';

const periodsIn = (text: string): string[] =>
  checksIn(text)
    .filter(({ kind }) => kind === 'period')
    .map(({ verdict }) => verdict);

describe('a duration and its dates', () => {
  it.each([
    ['Kỳ họp diễn ra trong 03 ngày, từ ngày 08/12/2025 đến ngày 10/12/2025.', ['match']],
    ['Đợt 1 kéo dài 10 ngày, từ ngày 01 đến ngày 10/12/2025.', ['match']],
    ['Kỳ họp diễn ra trong 03 ngày (từ ngày 08 đến ngày 12/12/2025).', ['mismatch']],
    ['Đoàn làm việc 15 ngày (từ ngày 03/3/2025 đến ngày 14/3/2025).', ['mismatch']],
    ['Chương trình kéo dài 24 tháng, từ ngày 01/7/2023 đến ngày 30/6/2025.', ['match']],
    ['Công trình hoàn thành trong 18 tháng (từ tháng 7/2025 đến tháng 12/2026).', ['match']],
    ['Thời gian thực hiện 12 tháng, từ ngày 15/3/2024 đến ngày 15/6/2025.', ['mismatch']],
    ['Tổng kết 10 năm thực hiện Nghị quyết số 26-NQ/TW (2015-2025).', ['match']],
  ])('agree or do not: %s', (text, verdicts) => {
    expect(periodsIn(text)).toEqual(verdicts);
  });

  it.each([
    ['some of the days between', 'Tập huấn 03 ngày cho cán bộ (từ ngày 03/3 đến ngày 28/3/2025).'],
    ['working days', 'Thời hạn 5 ngày làm việc từ ngày 01/12/2025 đến ngày 31/12/2025.'],
    ['days between months', 'Có 15 ngày nắng nóng từ tháng 5/2025 đến tháng 7/2025.'],
  ])('accuse nothing: %s', (_, text) => {
    expect(periodsIn(text)).not.toContain('mismatch');
  });
});

describe('a date after the document', () => {
  const dated = (date: string, text: string): string => `Hà Thanh, ${date}\n\n${text}\n`;
  const own = 'ngày 20 tháng 11 năm 2025';

  it.each([
    ['what was done', own, 'Ngày 25/11/2025, UBND huyện đã ban hành kế hoạch cải cách hành chính.'],
    ['what was issued', own, 'Thực hiện Nghị quyết số 45/NQ-HĐND ngày 10/12/2025 của HĐND huyện.'],
    [
      'also of a draft',
      'ngày tháng 11 năm 2025',
      'Thực hiện Nghị quyết số 45/NQ-HĐND ngày 10/12/2025 của HĐND.',
    ],
  ])('is told: %s', (_, date, text) => {
    expect(periodsIn(dated(date, text))).toEqual(['mismatch']);
  });

  it.each([
    ['before it', 'Thực hiện Nghị quyết số 45/NQ-HĐND ngày 10/10/2025 của HĐND huyện.'],
    ['still to come', 'Ngày 25/12/2025, UBND huyện tổ chức hội nghị tổng kết.'],
    ['planned', 'Ngày 01/12/2025, công trình đã được phê duyệt sẽ khởi công.'],
  ])('is left alone: %s', (_, text) => {
    expect(periodsIn(dated(own, text))).toEqual([]);
  });

  it('is left alone in a file of several documents', () => {
    const text = `${dated(own, 'Báo cáo thứ nhất.')}\n${dated('ngày 20 tháng 12 năm 2025', 'Nghị quyết số 45/NQ-HĐND ngày 25/12/2025.')}`;
    expect(periodsIn(text)).toEqual([]);
  });
});

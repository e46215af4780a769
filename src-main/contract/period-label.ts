/** Periods ("2021", "2021-Q2", "2021-07", "2021-07-05", "2021-01/2021-09") as a delegate reads and orders them. */

interface Day {
  readonly year: number;
  /** 1 to 12; null where the period names the year alone. */
  readonly month: number | null;
  readonly day: number | null;
}

const romans = ['I', 'II', 'III', 'IV'] as const;
const printed = ({ year, month, day }: Day): string =>
  [day, month, year].filter((part) => part !== null).join('/');

function dayOf(text: string): Day | null {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(text);
  if (parts === null) return null;
  const [, year, month, day] = parts;
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

const quarterOf = (period: string): readonly [year: string, quarter: number] | null => {
  const parts = /^(\d{4})-Q([1-4])$/u.exec(period);
  return parts === null ? null : [parts[1] ?? '', Number(parts[2])];
};

function endsOf(period: string): readonly [from: Day, to: Day] | null {
  const [first = '', last] = period.split('/');
  const from = dayOf(first);
  const to = last === undefined ? from : dayOf(last);
  return from === null || to === null ? null : [from, to];
}

/** "2023", "quý II/2021", "7/2021", "10 tháng 2023", "7/2021–10/2023"; text of another form comes back as it is. */
export function printPeriod(period: string): string {
  const quarter = quarterOf(period);
  if (quarter !== null) return `quý ${romans[quarter[1] - 1] ?? ''}/${quarter[0]}`;
  const ends = endsOf(period);
  if (ends === null) return period;
  const [from, to] = ends;
  if (!period.includes('/')) return printed(from);
  const months = monthsFromJanuary(from, to);
  if (months !== null) return `${months} tháng ${to.year}`;
  return `${printed(from)}–${printed(to)}`;
}

/** The same in a sentence: "năm 2023", "tháng 7/2021", "10 tháng đầu năm 2023", "từ 7/2021 đến 10/2023". */
export function sayPeriod(period: string): string {
  const ends = endsOf(period);
  if (ends === null) return printPeriod(period);
  const [from, to] = ends;
  if (!period.includes('/')) {
    const unit = from.day !== null ? 'ngày' : from.month !== null ? 'tháng' : 'năm';
    return `${unit} ${printed(from)}`;
  }
  const months = monthsFromJanuary(from, to);
  return months === null ? `từ ${printed(from)} đến ${printed(to)}` : `${months} tháng đầu năm ${to.year}`;
}

function monthsFromJanuary(from: Day, to: Day): number | null {
  const fromJanuary = from.month === 1 && (from.day === null || from.day === 1);
  if (!fromJanuary || from.year !== to.year || to.month === null || to.month === 12) return null;
  const daysInMonth = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  return to.day === null || to.day === daysInMonth ? to.month : null;
}

/** The year a period lies in; null for none and for one that spans several. */
export function yearOfPeriod(period: string | null): number | null {
  if (period === null) return null;
  const quarter = quarterOf(period);
  if (quarter !== null) return Number(quarter[0]);
  const ends = endsOf(period);
  return ends !== null && ends[0].year === ends[1].year ? ends[0].year : null;
}

/** Whether it covers a stretch of one year that is less than the year: months, a quarter, not a single day. */
export function isPartOfYear(period: string | null): boolean {
  if (period === null || yearOfPeriod(period) === null) return false;
  if (quarterOf(period) !== null) return true;
  const ends = endsOf(period);
  if (ends === null) return false;
  const [from, to] = ends;
  if (!period.includes('/')) return from.month !== null && from.day === null;
  return (from.month ?? 1) !== 1 || (to.month ?? 12) !== 12;
}

/** Orders periods by their end, then by their start: "10 tháng 2023" before "2023"; what has no period comes last. */
export function comparePeriods(a: string | null, b: string | null): number {
  const [x, y] = [sortKey(a), sortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function sortKey(period: string | null): string {
  if (period === null) return '~';
  const quarter = quarterOf(period);
  if (quarter !== null) return `${quarter[0]}-${String(quarter[1] * 3).padStart(2, '0')}-31 ${period}`;
  const [first = '', last = first] = period.split('/');
  return `${last}${'-12-31'.slice(last.length - 4)} ${first}`;
}

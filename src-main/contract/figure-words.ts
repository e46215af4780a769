/** A figure and its period as a Vietnamese reader says them. Pure. */
import { dividedByPower, printDecimal } from './decimal-text.ts';
import type { Figure, FigureStatus } from './figure.ts';
import { sayPeriod } from './period-label.ts';

const statusWords: Readonly<Record<FigureStatus, string>> = {
  actual: '',
  estimate: 'ước',
  plan: 'kế hoạch',
};

/** What a figure speaks of: "năm 2022", "ước 2023", "kế hoạch"; empty where nothing is known but that it is actual. */
export function whenWords({ period, status }: Pick<Figure, 'period' | 'status'>): string {
  const words = period === null ? '' : sayPeriod(period);
  const said = statusWords[status];
  return said === '' ? words : `${said} ${words.replace(/^năm /u, '')}`.trim();
}

type Printed = Pick<Figure, 'text' | 'class' | 'value' | 'unit' | 'approx' | 'fromPlan'>;

/** The figure as printed, with what its class and its neighbours say: "tăng 13,5%", "71 phiên họp", "trên 90%". */
export function figureWords({ text, class: kind, value, unit, approx, fromPlan }: Printed): string {
  const printed = text.replace(/\s+/gu, ' ');
  const measured = unit === null || printed.includes(unit) ? printed : `${printed} ${unit}`;
  const isLess = value.startsWith('-');
  const isSigned = /^\(?[-+−–]/u.test(printed);
  const direction =
    isSigned || !(kind === 'growth' || kind === 'difference') ? '' : isLess ? 'giảm ' : 'tăng ';
  const near = approx === null || approx === 'ước' ? '' : `${approx} `;
  if (kind === 'completion' && !fromPlan) return `${near}${measured} kế hoạch`;
  if (kind === 'completion') return `${isLess ? 'thiếu' : 'vượt'} ${near}${measured} so với kế hoạch`;
  return `${direction}${near}${measured}`;
}

/** Another value in the scale words and the unit of a figure: 98 like "71 phiên họp" is "98 phiên họp". */
export function printLike(
  value: string,
  { text, scale, unit }: Pick<Figure, 'text' | 'scale' | 'unit'>,
): string {
  const number = printDecimal(dividedByPower(value, scale));
  // Behind the last number: "triệu đồng" of "1.514 tỷ 310 triệu đồng", which is what `scale` counts in.
  const words = /\d\s*(\D*)$/u.exec(text)?.[1]?.trim() ?? '';
  const measure = words === '' ? (unit ?? '') : words;
  return measure.startsWith('%') ? `${number}${measure}` : `${number} ${measure}`.trim();
}

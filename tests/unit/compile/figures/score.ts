/** Precision and recall of what was found against what was labelled. */
import type { Numeral } from '../../../../src-main/contract/figure.ts';
import type { Label } from './labels.ts';

export type Found = Numeral & { readonly start: number; readonly end: number };

export interface Score {
  labelled: number;
  found: number;
  range: number;
  class: number;
  value: number;
  /** Of the labels that say them. */
  said: Record<'unit' | 'period' | 'status' | 'approx', { right: number; of: number }>;
  misses: string[];
}

const empty = (): Score => ({
  labelled: 0,
  found: 0,
  range: 0,
  class: 0,
  value: 0,
  said: {
    unit: { right: 0, of: 0 },
    period: { right: 0, of: 0 },
    status: { right: 0, of: 0 },
    approx: { right: 0, of: 0 },
  },
  misses: [],
});

/** Same number, whatever zeros are printed behind its mark. */
const plain = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

function sameValue(label: Label, found: Found): boolean {
  if (found.kind === 'non-figure') return label.value === null;
  if (label.value === null) return false;
  const [value = '', of] = label.value.split('/');
  const [low = '', high] = value.split('..');
  const same = (a: string | null, b: string | undefined): boolean =>
    a === null ? b === undefined : plain(a) === plain(b ?? '');
  return same(found.value, low) && same(found.of, of) && same(found.to, high);
}

/** Adds one text's numbers to a score; each label is met by the found number that starts where it does, else overlaps it. */
function addTo(score: Score, labels: readonly Label[], found: readonly Found[], text: string): void {
  score.labelled += labels.length;
  score.found += found.length;
  for (const label of labels) {
    const met = found.find((item) => item.start < label.end && item.end > label.start);
    const around = `${text.slice(Math.max(0, label.start - 30), label.start)}⟦${label.text}⟧${text.slice(label.end, label.end + 20)}`;
    if (met === undefined) {
      score.misses.push(`none: ${around}`);
      continue;
    }
    const right = {
      range: met.start === label.start && met.end === label.end,
      class: met.class === label.class,
      value: sameValue(label, met),
    };
    for (const key of ['range', 'class', 'value'] as const) score[key] += right[key] ? 1 : 0;
    const wrong = Object.entries(right).flatMap(([key, isRight]) => (isRight ? [] : [key]));
    for (const key of ['unit', 'period', 'status', 'approx'] as const) {
      if (label[key] === null || met.kind === 'non-figure') continue;
      score.said[key].of++;
      const isRight = met[key]?.toLowerCase() === label[key].normalize('NFC').toLowerCase();
      if (isRight) score.said[key].right++;
      else wrong.push(`${key} ${String(met[key])}`);
    }
    if (wrong.length > 0) {
      const value = met.kind === 'figure' ? ` ${met.value}${met.of === null ? '' : `/${met.of}`}` : '';
      score.misses.push(`${wrong.join(', ')}: ${around} → "${met.text}" ${met.class}${value}`);
    }
  }
}

export function scoreOf(
  texts: readonly { labels: readonly Label[]; found: readonly Found[]; text: string }[],
): Score {
  const score = empty();
  for (const { labels, found, text } of texts) addTo(score, labels, found, text);
  return score;
}

const share = (right: number, of: number): string => (of === 0 ? '–' : (right / of).toFixed(4));

/** A row a sample: precision and recall for range, class and value, then the share of right context where it is labelled. */
export function scoreTable(scores: Readonly<Record<string, Score>>): string {
  const head = [
    'sample',
    'labelled',
    'found',
    ...['range', 'class', 'value'].flatMap((key) => [`${key} P`, `${key} R`]),
    'unit',
    'period',
    'status',
    'approx',
  ];
  const lines = Object.entries(scores).map(([name, score]) => [
    name,
    String(score.labelled),
    String(score.found),
    ...(['range', 'class', 'value'] as const).flatMap((key) => [
      share(score[key], score.found),
      share(score[key], score.labelled),
    ]),
    ...(['unit', 'period', 'status', 'approx'] as const).map(
      (key) => `${share(score.said[key].right, score.said[key].of)} of ${score.said[key].of}`,
    ),
  ]);
  const widths = head.map((cell, index) =>
    Math.max(cell.length, ...lines.map((line) => (line[index] ?? '').length)),
  );
  return [head, ...lines]
    .map((line) => line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '))
    .join('\n');
}

/**
 * What a figure's class adds to the name of what it measures, so that a level, its growth and its completion are three
 * indicators with one name in common: "Thu ngân sách", "Thu ngân sách (tốc độ tăng)", "Thu ngân sách (so với dự toán)".
 */
import type { Figure } from '../../contract/figure.ts';
import { isPlanAbbreviation, plans } from '../figures/contexts.ts';
import type { Token } from '../figures/tokens.ts';
import { trimEnd, written } from './phrase.ts';
import { timeAt } from './times.ts';
import { complementEnds } from './words.ts';

/** Names that already say so: "Tốc độ tăng GRDP", "Tỷ lệ hộ nghèo". */
const saysChange = /^(?:tốc độ|mức|tỷ lệ|nhịp độ)? ?(?:tăng|giảm)(?: trưởng)?(?: |$)/i;
const saysShare =
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|công suất|mức độ|độ che phủ|lãi suất|tốc độ|chỉ số|tỷ suất)(?: |$)/i;
const saysRank = /(?:xếp hạng|thứ hạng|vị trí)/i;

/** `tokens` are those of the block; the figure's last one stands before `to`. */
export function suffixOf(figure: Figure, core: string, tokens: readonly Token[], to: number): string {
  switch (figure.class) {
    case 'growth':
      return saysChange.test(core) ? '' : ' (tốc độ tăng)';
    case 'difference':
      return saysChange.test(core) ? '' : ' (mức tăng, giảm)';
    case 'completion': {
      const plan = planAt(tokens, to) ?? 'kế hoạch';
      return figure.fromPlan ? ` (mức vượt ${plan})` : ` (so với ${plan})`;
    }
    case 'multiple':
      return ' (số lần)';
    case 'percent':
      return saysShare.test(core) ? '' : ' (tỷ lệ)';
    case 'rank':
      return saysRank.test(core) ? '' : ' (xếp hạng)';
    case 'level':
    case 'count':
    case 'ratio':
      return '';
  }
}

const LOOK_AHEAD = 4;
const PLAN_WORDS = 4;

/** "KH tỉnh giao", "dự toán Trung ương giao": the plan named behind a percentage; null for none. */
function planAt(tokens: readonly Token[], from: number): string | null {
  for (let at = from; at < from + LOOK_AHEAD; at++) {
    if (tokens[at]?.kind !== 'word') return null;
    const named = plans.at(tokens, at)?.length ?? (isPlanAbbreviation(tokens[at]?.text ?? '') ? 1 : 0);
    if (named === 0) continue;
    let end = at + named;
    while (end - at < named + PLAN_WORDS && tokens[end]?.kind === 'word') {
      if (complementEnds.at(tokens, end) !== null || timeAt(tokens, end) > 0 || tokens[end]?.key === 'và')
        break;
      end++;
    }
    return written(trimEnd(tokens.slice(at, end)).words) || null;
  }
  return null;
}

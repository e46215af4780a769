/** "được giao 1.205 người; hiện có mặt 1.168 người, còn thiếu 47 người": what is left between two numbers of the sentence. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount } from './comparisons.ts';
import { isSameUnit } from './units.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { bracketAround, figureIndexAt, sentenceAround, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage } from './scene.ts';

const missing = /(?:còn thiếu|thiếu so với[^,;.\d]{0,30}|đang thiếu|thiếu)\s*(?:là\s*)?$/;
const required = /(?:giao|nhu cầu|cần|định mức|phải có|tổng)[^,.;()]{0,40}$/;
const present = /(?:hiện có|có mặt|đã có|thực có|hiện nay|mới có|bố trí được|đã tuyển)[^,.;()]{0,30}$/;

export const findShortfalls = (passage: Passage): Finding[] => [
  ...missingThings(passage),
  ...whatIsLeft(passage),
];

function missingThings(passage: Passage): Finding[] {
  return passage.figures.flatMap((stated): Finding[] => {
    if (!isAmount(stated) || !missing.test(wordsBefore(passage, stated.start, 40))) return [];
    const sentence = sentenceAround(passage, stated.start);
    const index = figureIndexAt(passage, stated.start);
    const before = passage.figures
      .slice(Math.max(0, index - 6), index)
      .filter((figure) => figure.start >= sentence.start && isAmount(figure) && isSameUnit(figure, stated));
    const after = (lead: RegExp) => (figure: IdentifiedFigure) =>
      lead.test(wordsBefore(passage, figure.start, 60));
    const have = before.findLast(after(present));
    const need = before.findLast(after(required));
    if (have === undefined || need === undefined || have.id === need.id) return [];
    return [
      {
        relation: {
          kind: 'difference',
          formula: 'change',
          stated: termOf(stated, 'stated'),
          others: [termOf(need, 'plan'), termOf(have, 'current')],
        },
      },
    ];
  });
}

/** "120 hộ …, đã di dời 98 hộ, còn lại 22 hộ", "thu 500 tỷ đồng, chi 480 tỷ đồng, chênh lệch 20 tỷ đồng". */
function whatIsLeft(passage: Passage): Finding[] {
  return passage.figures.flatMap((stated, index): Finding[] => {
    const lead = wordsBefore(passage, stated.start, 30);
    // "còn 15 hồ sơ quá hạn" may be some of what is left: only agreement is told.
    const isAll = left.test(lead);
    if (!isAmount(stated) || (!isAll && !/[,;]\s*còn\s*$/.test(lead))) return [];
    const sentence = sentenceAround(passage, stated.start);
    const [whole, part, ...others] = passage.figures
      .slice(Math.max(0, index - 6), index)
      .filter((figure) => figure.start >= sentence.start && isAmount(figure) && isSameUnit(figure, stated));
    if (whole === undefined || part === undefined || others.length > 0) return [];
    const levels = new Set([whole, part, stated].map(({ start }) => bracketAround(passage, start)?.open));
    if (levels.size > 1) return [];
    if (/;(?!\s*(?:đã|hiện đã|đến nay đã)\s)/.test(passage.lower.slice(whole.end, stated.start))) return [];
    // Communes that merged are not what is left apart from the others.
    if (/sáp nhập|hợp nhất|chia tách|thành lập/.test(wordsBetween(passage, whole.end, stated.start, 400)))
      return [];
    const isWhole = /(?:tổng|có|được giao|tiếp nhận|thụ lý|phải|trong số)[^,.;()]{0,40}$/.test(
      wordsBefore(passage, whole.start, 60),
    );
    return [
      {
        relation: {
          kind: 'difference',
          formula: 'change',
          stated: termOf(stated, 'stated'),
          others: [termOf(whole, 'whole'), termOf(part, 'part')],
          silent: !isWhole || !isAll,
        },
      },
    ];
  });
}

const left = /(?:còn lại|số còn lại|chênh lệch)(?:\s+(?:là|:))?\s*$/;

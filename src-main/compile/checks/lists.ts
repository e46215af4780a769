/** Counts that announce a list: "04 nhóm chính sách: …; …; …; …", "03 trường (A, B, C)", a total whose footnote names the things. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount } from './comparisons.ts';
import { itemsOf } from './items.ts';
import type { Items } from './items.ts';
import { placeTerm, termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import {
  bracketAround,
  bracketFrom,
  figureIndexAt,
  figuresBetween,
  sentenceAround,
  unitEnd,
  wordsBefore,
  wordsBetween,
} from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { isKindredUnit } from './units.ts';
import { reasons, wording } from './wording.ts';

const COUNT_MAX = 60;
/** Characters between a count and its list. */
const LIST_REACH = 160;

/** Things that are named one by one. */
const listable =
  /^\s*(?:\p{L}+\s+)?(?:nội dung|nhóm|nhiệm vụ|giải pháp|loại|lĩnh vực|chính sách|đề án|dự án|công trình|mô hình|tiêu chí|sản phẩm|điểm|bước|khâu|đột phá|chương trình|nghị quyết|phần|mục tiêu|nguyên nhân|đơn vị|xã|phường|huyện|trường|cơ quan|phòng|ban|cuộc|chuyên đề|khu|kiến nghị|vấn đề|hình thức|nguyên tắc|quyết định|tuyến|cụm|thôn|tổ|hạng mục|gói thầu|hội thảo|hội nghị|cơ sở|di tích|trục|vùng|trung tâm|bài học|hạn chế|tồn tại|yếu tố|quan điểm|định hướng|phong trào|cuộc vận động|đoàn|đội|câu lạc bộ|ngành|mũi|trụ cột)/u;

export function findLists({ passages }: Scene): Finding[] {
  return passages.flatMap((passage, index) => [
    ...passage.figures.flatMap((count) =>
      isAnnouncing(passage, count) ? (inlineList(passage, count) ?? pairOfThings(passage, count) ?? []) : [],
    ),
    ...passage.notes.flatMap(({ at, passage: note }) => notedList(passage, at, note) ?? []),
    ...(blockList(passages, index) ?? []),
  ]);
}

function isAnnouncing(passage: Passage, count: IdentifiedFigure): boolean {
  const { value, approx, to } = count;
  const isSmall =
    count.class === 'count' &&
    approx === null &&
    to === null &&
    /^\d+$/.test(value) &&
    Number(value) <= COUNT_MAX;
  // "nâng tổng số lên 09 xã: xã Tân An, xã Bình Minh": the list is of the new ones.
  return (
    isSmall &&
    Number(value) >= 2 &&
    !/(?:lên|còn|đạt|thêm|trong số|trong tổng số)\s*(?:thành\s*)?$/.test(
      wordsBefore(passage, count.start, 20),
    )
  );
}

const introduction =
  /^[^;:.()\d]{0,140}?(?:(?:,?\s*(?:bao gồm|gồm có|gồm|cụ thể|như sau|về|là))?\s*:|,?\s*(?:bao gồm|gồm có|gồm)\s(?!cả)|về các (?:lĩnh vực|nội dung|vấn đề)\s)/u;

/** Behind a colon or "gồm" in the same sentence, or in the brackets behind the thing. */
function inlineList(passage: Passage, count: IdentifiedFigure): Finding | null {
  const sentence = sentenceAround(passage, count.start);
  const after = passage.lower.slice(count.end, Math.min(sentence.end, count.end + LIST_REACH + 40));
  const bracketed = /^[^;:.,()\d]{0,90}\(/u.exec(after);
  if (bracketed !== null) {
    const open = count.end + bracketed[0].length - 1;
    const bracket = bracketFrom(passage, open);
    if (bracket === null) return null;
    const items = itemsOf(passage, open + 1, bracket.close);
    return items === null || hasParts(passage, count, items)
      ? null
      : listFinding(passage, passage, count, items, items.areNames);
  }
  const lead = introduction.exec(after);
  if (lead === null || lead[0].length > LIST_REACH || /trong đó|tăng|giảm|so với|tập trung/.test(lead[0]))
    return null;
  const outer = bracketAround(passage, count.start);
  const from = count.end + lead[0].length;
  const items = itemsOf(passage, from, Math.min(sentence.end, outer?.close ?? sentence.end));
  if (items === null || hasParts(passage, count, items)) return null;
  return listFinding(passage, passage, count, items, items.separator !== ',' || items.areNames);
}

/** Items with numbers of the same things are parts of a sum, not the things themselves. */
function hasParts(passage: Passage, count: IdentifiedFigure, { items }: Items): boolean {
  const first = items[0]?.start ?? 0;
  const last = items.at(-1)?.end ?? first;
  const parts = figuresBetween(passage, first, last).filter(
    (figure) => isAmount(figure) && figure.class === 'count' && isKindredUnit(figure, count),
  );
  const opening = items.filter(
    ({ start }) => passage.figures[figureIndexAt(passage, start)]?.start === start,
  );
  return parts.length >= 2 || opening.length * 2 > items.length;
}

/** "02 dự án cơ sở dữ liệu quốc gia về dân cư và dự án sản xuất, cấp CCCD": the thing is named again for each. */
function pairOfThings(passage: Passage, count: IdentifiedFigure): Finding | null {
  if (count.value !== '2' || count.unit === null) return null;
  const thing = count.unit.toLowerCase();
  const from = unitEnd(passage, count);
  const words = /^[^;:.()\d]{0,160}/u.exec(passage.lower.slice(from, from + 160))?.[0] ?? '';
  const again = words.indexOf(` và ${thing} `);
  if (again < 4 || words.includes(` và ${thing} `, again + 1)) return null;
  const second = from + again + ' và '.length;
  const end =
    second +
    (/^[^;:.(),]*/u.exec(passage.text.slice(second, from + words.length))?.[0].trimEnd().length ?? 0);
  const start = from + words.length - words.trimStart().length;
  return listFinding(
    passage,
    passage,
    count,
    {
      items: [
        { start, end: from + again },
        { start: second, end },
      ],
      separator: ';',
      areNames: false,
      isOpen: false,
    },
    true,
  );
}

/** The things that a footnote names, one behind the other, where its mark stands behind the count. */
function notedList(passage: Passage, at: number, note: Passage): Finding | null {
  const count = passage.figures[figureIndexAt(passage, at) - 1];
  if (count === undefined || at - count.end > 110 || !isAnnouncing(passage, count)) return null;
  if (/[.;:]/.test(wordsBetween(passage, count.end, at))) return null;
  const items = itemsOf(note, 0, note.text.length);
  if (items === null || hasParts(note, count, items) || (items.separator === ',' && !items.areNames))
    return null;
  const thing = new Set(
    wordsBetween(passage, count.end, at)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1),
  );
  const akin = items.items.filter(({ start }) =>
    thing.has(/^[\p{L}]+/u.exec(note.lower.slice(start, start + 20))?.[0] ?? ''),
  ).length;
  const isOwn = akin * 2 >= items.items.length;
  if (!isOwn && items.items.length !== Number(count.value)) return null;
  return listFinding(passage, note, count, items, isOwn);
}

/** A block that ends in ":" and the items below it. */
function blockList(passages: readonly Passage[], index: number): Finding[] | null {
  const passage = passages[index];
  if (passage === undefined || !/:\s*$/.test(passage.text.slice(-4)) || passage.block.item !== null)
    return null;
  const count = passage.figures.at(-1);
  const sentence = sentenceAround(passage, Math.max(0, passage.text.length - 2));
  if (count === undefined || count.start < sentence.start || !isAnnouncing(passage, count)) return null;
  const gap = wordsBetween(passage, count.end, passage.text.length);
  if (gap.length > 120 || /trong đó|tập trung|[.;(]/.test(gap)) return null;
  const items: Passage[] = [];
  for (const item of passages.slice(index + 1, index + 1 + COUNT_MAX + 1)) {
    if (item.block.item === null) break;
    if (item.block.item.depth === passages[index + 1]?.block.item?.depth) items.push(item);
  }
  const counted = items.filter((item) =>
    item.figures.some((figure) => isAmount(figure) && isKindredUnit(figure, count)),
  ).length;
  if (items.length === 0) return numberedBlocks(passages, index, count);
  if (items.length < 2 || counted >= 2) return null;
  const terms = items.map((item) => placeTerm(item.block.id, 0, firstWords(item.text), 'item'));
  const list = settledList(
    passage,
    count,
    terms,
    listable.test(wordsBetween(passage, count.end, count.end + 40)),
    false,
  );
  return list === null ? null : [list];
}

/** Paragraphs "1. …", "2. …" right below the colon. Where the numbers go on further down, the list is not over. */
function numberedBlocks(
  passages: readonly Passage[],
  index: number,
  count: IdentifiedFigure,
): Finding[] | null {
  const passage = passages[index];
  const below = passages.slice(index + 1, index + 1 + COUNT_MAX + 1);
  const first = below.findIndex((each, at) => numberOf(each) !== at + 1);
  const items = below.slice(0, first === -1 ? below.length : first);
  if (passage === undefined || items.length < 2 || first === -1) return null;
  const hasMore = below.slice(first).some((each) => numberOf(each) === items.length + 1);
  const counted = items.filter((item) =>
    item.figures.some((figure) => isAmount(figure) && isKindredUnit(figure, count)),
  ).length;
  if (hasMore || counted >= 2) return null;
  const terms = items.map((item) => placeTerm(item.block.id, 0, firstWords(item.text), 'item'));
  const isListable = listable.test(wordsBetween(passage, count.end, count.end + 40));
  const list = settledList(passage, count, terms, isListable, false);
  return list === null ? null : [list];
}

const numberOf = ({ text }: Passage): number => Number(/^\s*(\d{1,2})[.)]\s/.exec(text)?.[1] ?? 0);

function listFinding(
  passage: Passage,
  holder: Passage,
  count: IdentifiedFigure,
  { items, isOpen }: Items,
  isCertain: boolean,
): Finding | null {
  const terms = items.map(({ start, end }) =>
    placeTerm(holder.block.id, start, holder.text.slice(start, end), 'item'),
  );
  const isListable = listable.test(wordsBetween(passage, count.end, count.end + 40));
  return settledList(passage, count, terms, isCertain && isListable, isOpen);
}

const firstWords = (text: string): string => /^\s*(?:\S+\s*){1,12}/u.exec(text)?.[0].trimEnd() ?? text;

function settledList(
  passage: Passage,
  count: IdentifiedFigure,
  items: readonly ReturnType<typeof placeTerm>[],
  isCertain: boolean,
  isOpen: boolean,
): Finding | null {
  const announced = Number(count.value);
  const counted = items.length;
  // Half or twice as many is another list than the one announced.
  const isNear = counted * 2 >= announced && counted <= announced * 2;
  const isSilent = !isOpen && !isCertain && counted !== announced;
  if (isSilent) return null;
  const reason = isOpen ? reasons.openList : !isCertain || !isNear ? reasons.listUnclear : null;
  const verdict = counted === announced && !isOpen ? 'match' : reason === null ? 'mismatch' : 'undetermined';
  // "04 giải pháp": the counted word may be the first half of the thing.
  const named = listable.exec(wordsBetween(passage, count.end, count.end + 40))?.[0].length ?? 0;
  const whole = Math.max(unitEnd(passage, count), count.end + named);
  const thing = passage.text.slice(count.start, whole);
  return {
    settled: {
      kind: 'list_count',
      verdict,
      terms: [termOf(count, 'stated'), ...items],
      computed: String(counted),
      stated: count.value,
      sentence: wording.list(thing, counted, announced, verdict, reason),
      reason: verdict === 'undetermined' ? reason : null,
      possibility: null,
    },
  };
}

/** What a figure is called, from the words around it and from what was said before: one rule a class of figures. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import type { Before } from './clause.ts';
import type { Said } from './discourse.ts';
import { lowered, startsWith, wordCount, written } from './phrase.ts';
import type { Words } from './phrase.ts';
import { tokenise } from '../figures/tokens.ts';
import { agents, bareMeasures, classifiers, deeds, measures, states } from './words.ts';

export interface Core {
  /** Name without what its class adds: "Tổ chức phiên họp UBND". */
  readonly core: string;
  /** What parts of it are parts of: the core without "Số", "Tỷ lệ". */
  readonly topic: string;
  /** What its measures are of: "lúa" of the part "Diện tích gieo trồng: lúa". */
  readonly subject: string;
  /** Things counted, with what narrows them down; "" for none. */
  readonly things: string;
  /** The deed whose things are counted ("tổ chức"), for further things of the same clause; "" for none. */
  readonly deed: string;
  /** The figure whose series this one goes on with, where the clause leaves out what both are; null for none. */
  readonly goesOn: string | null;
}

export interface Asked {
  readonly figure: IdentifiedFigure;
  readonly left: Before;
  readonly things: Words;
  /** What the clause goes on with; null for nothing. */
  readonly parent: Said | null;
  readonly whole: Said | null;
  readonly isPart: boolean;
  readonly isBracketed: boolean;
  /** Whether the unit stands behind the number, as the things it counts. */
  readonly countsThings: boolean;
  /** "(82.400 con)": a bracket of the figure alone. */
  readonly isAlone: boolean;
  /** "cho các dự án giao thông", behind an amount; empty for none. */
  readonly purpose: Words;
  /** Number of the clause; a deed is carried to further things of the same one. */
  readonly clause: number;
}

export function coreOf(asked: Asked): Core {
  switch (asked.figure.class) {
    case 'count':
    case 'ratio':
      return countCore(asked);
    case 'level':
      return levelCore(asked);
    case 'percent':
      return shareCore(asked);
    case 'difference':
      return asked.figure.unit !== null && wordCount(asked.things) > wordsIn(asked.figure.unit)
        ? changeOfThings(asked)
        : changeCore(asked);
    case 'growth':
    case 'completion':
    case 'multiple':
    case 'rank':
      return changeCore(asked);
  }
}

const wordsIn = (text: string): number => text.split(' ').length;
const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
const plain = (core: string, topic = core, things = '', deed = ''): Core => ({
  core,
  topic,
  subject: topic,
  things,
  deed,
  goesOn: null,
});
const same = (said: Said): Core => ({ ...said, goesOn: said.figure });

/** "tổ chức 71 phiên họp", "số hộ là 1.204", "Đại học: 18 người", "có 58 sản phẩm được công nhận" */
function countCore(asked: Asked): Core {
  const { left, figure } = asked;
  // The unit of a ratio of amounts ("5.320/6.100 ha") names no things.
  const things = written(asked.things) || (asked.countsThings ? (figure.unit ?? '') : '');
  if (left.words.length === 0) return countOfThings(asked, things);
  const head = written(left.words);
  if (isPartName(asked)) return partCore(asked, head);
  if (startsWith(left.words, measures) && (left.reached || left.owned || !startsWith(left.words, deeds))) {
    const isClassified = startsWith(asked.things, classifiers) && wordCount(asked.things) <= 2;
    return left.owned && !isClassified && !startsWith(left.words, bareMeasures) && things !== ''
      ? plain(`Số ${lowered(things)}`, things, things)
      : plain(
          isShortMeasure(asked, isClassified) ? join(head, lowered(things)) : withContext(asked, head),
          head,
          things,
        );
  }
  // "Y tế: 22/22 trạm y tế có bác sĩ": the label is a field, the things say what is counted.
  if (left.labelled && wordCount(asked.things) > 3) return plain(`Số ${lowered(things)}`, things, things);
  if (left.labelled || left.reached) return plain(withLead(left, head), head, things);
  if (left.owned) return plain(`Số ${lowered(things)}`, things, things);
  return deedCore(asked, head, things);
}

/** "xuất khẩu 1.950 lao động": a measure that is none without its things. */
const isShortMeasure = ({ left, things }: Asked, isClassified: boolean): boolean =>
  !left.reached &&
  !left.owned &&
  !isClassified &&
  left.words.length <= 2 &&
  things.length > 0 &&
  !left.words.some(({ key }) => key === things[0]?.key);

/** "xử phạt 46 trường hợp", "cấp 6.280 giấy phép", "kiểm tra tại 7 chợ" */
function deedCore({ left, things: words, parent }: Asked, head: string, things: string): Core {
  const deed = deeds.at(left.words, 0)?.length ?? 0;
  const isClassifier = startsWith(words, classifiers) && wordCount(words) <= 2;
  const isBareDeed = deed === left.words.length;
  const said = isBareDeed && isClassifier && parent?.figure === null ? deedWithin(parent, head) : null;
  if (said !== null) return plain(said, said, things, head);
  const state = states.before(left.words, left.words.length)?.length ?? 0;
  if (isClassifier && state > 0) {
    const undergone = written(left.words.slice(-state)).toLowerCase().replace(/^làm /, '');
    return plain(`Số ${lowered(things)} ${undergone}`, things, things, head);
  }
  // "Chất lượng được giữ vững với 318 giải": what is counted stands alone.
  if (left.joint === 'với' && deed === 0) return plain(`Số ${lowered(things)}`, things, things);
  const isSaid = isClassifier && (wordCount(left.words) > 2 || deed === 0) && left.joint === null;
  const isRepeated = head.toLowerCase().endsWith(things.toLowerCase());
  const joint = left.joint === 'cho' || left.joint === 'tại' || left.joint === 'ở' ? left.joint : '';
  const core = isSaid || isRepeated ? head : join(head, joint, lowered(things));
  return plain(core, core, things, joint === '' ? head : join(head, joint));
}

/** "xử lý vi phạm về đất đai" (the footnote: "đã xử lý 127 trường hợp"): the same deed said in full before. */
function deedWithin(parent: Said | null, deed: string): string | null {
  if (parent === null || parent.core.length <= deed.length) return null;
  const at = parent.core.toLowerCase().indexOf(deed.toLowerCase());
  return at === -1 ? null : parent.core.slice(at);
}

const withLead = ({ lead }: Pick<Before, 'lead'>, head: string): string =>
  lead.length === 0 ? head : `${written(lead)}: ${lowered(head)}`;

function countOfThings(asked: Asked, things: string): Core {
  const { left, parent, figure, things: words, isPart, clause } = asked;
  const isSame =
    parent !== null &&
    (things === '' || things === figure.unit || things === parent.things) &&
    (parent.unit?.toLowerCase() ?? null) === (figure.unit?.toLowerCase() ?? null);
  if (isSame && isElliptical(asked, parent)) return same(parent);
  if (parent !== null && things === '') return plain(parent.core, parent.topic);
  const owner = left.holder.length === 0 ? '' : ` của ${lowered(written(left.holder))}`;
  if (things === '') return plain('');
  const number = `số ${lowered(things)}${owner}`;
  const isBare = wordCount(words) <= 1 || (startsWith(words, classifiers) && wordCount(words) <= 2);
  if (left.joint !== null && parent !== null && parent.clause === clause) {
    return isBare && (parent.deed !== '' || left.joint !== 'với')
      ? plain(`${parent.core}: ${number}`, things, things)
      : plain(titleOf(number), things, things);
  }
  const isCarried = parent !== null && parent.deed !== '' && (parent.clause === clause || asked.isBracketed);
  if (isCarried && !left.owned) {
    const core = join(parent.deed, lowered(things));
    return plain(core, core, things, parent.deed);
  }
  if (isBare && parent !== null && !left.owned && (isPart || parent.figure === null)) {
    const isClassifier = startsWith(words, classifiers) && parent.figure === null;
    const over = isPart ? (asked.whole ?? parent) : parent;
    return plain(isClassifier ? parent.topic : `${over.topic}: ${number}`, things, things);
  }
  return plain(titleOf(number), things, things);
}

/** "năm 2022: 04 dự án" goes on with the series; "trong đó 146 kiến nghị đã giải quyết" begins another. */
function isElliptical({ left, isPart, isAlone, clause }: Asked, parent: Said): boolean {
  if (left.timed || left.labelled || parent.figure === null) return !left.owned || parent.clause === clause;
  return parent.clause === clause && (isAlone || !isPart) && !left.owned;
}

const titleOf = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "trong đó: ngô 240 ha", "Đại học: 18 người": a few words that name a part of something. */
function isPartName({ left, isPart, isBracketed, whole }: Asked): boolean {
  const isShort = wordCount(left.words) <= (left.labelled ? 7 : isBracketed ? 6 : 4);
  return (
    isPart && whole !== null && isShort && !startsWith(left.words, measures) && !startsWith(left.words, deeds)
  );
}

function partCore({ whole }: Asked, head: string): Core {
  const topic = whole?.topic ?? '';
  return { ...plain(`${topic}: ${lowered(head)}`, topic), subject: head };
}

/** "Năng suất" of what was named before: "Năng suất lúa"; "Gói thầu 04: khối lượng" of its label. */
function withContext({ left: { words, lead }, parent, clause }: Asked, head: string): string {
  const isBare = bareMeasures.at(words, 0)?.length === words.length;
  if (lead.length > 0 && isBare) return ofTopic(head, written(lead));
  if (lead.length > 0 && !startsWith(words, measures)) return withLead({ lead }, head);
  // "trong đó xã A 2 km. Kinh phí 5 tỷ": of the whole again.
  return isBare && parent !== null
    ? ofTopic(head, parent.clause === clause ? parent.subject : parent.topic)
    : head;
}

function ofTopic(head: string, topic: string): string {
  const words = tokenise(topic);
  const own = bareMeasures.at(words, 0)?.length ?? 0;
  const end = ['bình', 'trung'].includes(words.at(-2)?.key ?? '') ? words.length - 2 : words.length;
  const rest = own > 0 && own < words.length ? written(words.slice(own, end)) : topic;
  return `${head} ${lowered(rest)}`;
}

/** "Tổng thu ngân sách đạt 5 tỷ", "thu hồi 156,2 ha đất", "xử phạt … với 935 triệu đồng" */
function levelCore(asked: Asked): Core {
  const { left, parent } = asked;
  const things = written(asked.things);
  if (left.words.length === 0) return bareLevel(asked, things);
  const head = written(left.words);
  if (asked.figure.unit === 'tuổi' && !left.reached)
    return plain(`Độ tuổi ${lowered(written(agedOf(left.words)))}`);
  if (isPartName(asked)) return partCore(asked, head);
  if (startsWith(left.words, measures) && !startsWith(left.words, deeds)) {
    return plain(withContext(asked, head));
  }
  const said = deeds.at(left.words, 0)?.length === left.words.length ? deedWithin(parent, head) : null;
  if (said !== null && things === '') return plain(said, said, '', head);
  const isComplete = left.reached || left.labelled || wordCount(left.words) > 5;
  if (things === '' && !isComplete && deeds.at(left.words, 0)?.length === left.words.length) {
    const core = join(head, written(asked.purpose));
    return plain(core, core, '', head);
  }
  if (isComplete || things === '') return plain(withContext(asked, head), head, '', head);
  const core = join(head, lowered(things));
  return plain(core, core, things, head);
}

/** "trẻ em dưới 5 tuổi", "huy động trẻ 5 tuổi": whose age it is. */
const agedOf = (words: Words): Words =>
  words.slice(['trẻ', 'người', 'học'].includes(words.at(-2)?.key ?? '') ? -2 : -1);

function bareLevel({ left, parent, figure, clause }: Asked, things: string): Core {
  const kind = quantityOf(figure.unit ?? '');
  if (left.total && parent !== null) return plain(`Tổng ${lowered(kind)}`);
  const isSame = parent !== null && parent.unit === figure.unit && parent.class === 'level';
  const isSeries = left.timed || left.reached || parent?.clause === clause;
  if (isSame && things === '' && isSeries) return same(parent);
  if (parent?.figure === null || (parent !== null && parent.unit === null && parent.class === null)) {
    return things === ''
      ? plain(parent.core, parent.topic)
      : plain(join(kind, lowered(things)), things, things);
  }
  if (things !== '') return plain(join(kind, lowered(things)), things, things);
  if (parent === null) return plain(left.reached ? '' : kind);
  // "vượt 5%; năm 2021 đạt 1.514 tỷ đồng": the amount whose share or change was told before.
  if (isShareOrChange(parent)) return plain(parent.core, parent.topic);
  return plain(ofTopic(kind, parent.subject), parent.topic);
}

const isShareOrChange = ({ class: kind }: Said): boolean =>
  kind === 'completion' || kind === 'growth' || kind === 'percent';

/** What a unit measures, where nothing else says it. */
function quantityOf(unit: string): string {
  const base = unit.toLowerCase().split('/')[0] ?? '';
  if (/^(?:đồng|đ|vnđ|usd|đô la|eur)/.test(base)) return 'Số tiền';
  if (/^(?:ha|m2|m²|km2|km²|héc|hecta|sào|mẫu)/.test(base)) return unit.includes('/') ? 'Mức' : 'Diện tích';
  if (/^(?:tấn|tạ|kg|yến)/.test(base)) return unit.includes('/') ? 'Năng suất' : 'Khối lượng';
  if (/^(?:km|m|mét)$/.test(base)) return 'Chiều dài';
  if (/^(?:năm|tháng|ngày|giờ|phút|tuần)/.test(base)) return 'Thời gian';
  if (base.startsWith('tuổi')) return 'Độ tuổi';
  if (/^(?:m3|m³)/.test(base)) return 'Khối lượng';
  return 'Mức';
}

/** "93% gia đình đạt danh hiệu", "tỷ lệ … đạt 99,5%", "… đạt 97,3%" */
function shareCore(asked: Asked): Core {
  const { left, parent } = asked;
  const things = written(asked.things);
  if (left.words.length > 0) {
    const head = written(left.words);
    if (isPartName(asked)) return partCore(asked, head);
    const isShare = startsWith(left.words, measures);
    if (left.labelled && !isShare && wordCount(asked.things) > 3)
      return plain(`Tỷ lệ ${lowered(things)}`, things, things);
    if (left.reached || isShare || things === '') return plain(withContext(asked, head), head);
    if (left.owned) return plain(`Tỷ lệ ${lowered(things)}`, things, things);
    const core = join(head, lowered(things));
    return plain(core, core, things, head);
  }
  if (things !== '' && !left.reached) return plain(`Tỷ lệ ${lowered(things)}`, things, things);
  if (parent === null) return plain(things === '' ? '' : `Tỷ lệ ${lowered(things)}`, things);
  return { ...plain(parent.core, parent.topic), things: parent.things, deed: '' };
}

/** "tăng 18,4%": of what was named before. */
function changeCore(asked: Asked): Core {
  const { left, figure } = asked;
  // "gồm 4 giải Nhất, 21 giải Nhì, xếp thứ 4": the whole is ranked.
  const parent = figure.class === 'rank' && asked.isPart ? (asked.whole ?? asked.parent) : asked.parent;
  const isOnlyRank = figure.class === 'rank' && /^(?:xếp|thứ) hạng$/i.test(written(left.words));
  if (left.words.length > 0 && !isOnlyRank && !(left.circumstance && parent !== null)) {
    const head = written(left.words);
    if (isPartName(asked)) return partCore(asked, head);
    return plain(withContext(asked, head), head);
  }
  const things = written(asked.things);
  if (parent !== null) return { ...plain(parent.core, parent.topic), things: parent.things };
  return plain(things, things);
}

/** "giảm 42 phòng chuyên môn": the things say what changed. */
function changeOfThings({ left, things: words }: Asked): Core {
  const things = written(words);
  const head = written(left.words);
  if (left.words.length > 0 && !startsWith(left.words, agents)) return plain(head, head);
  return plain(`Số ${lowered(things)}`, things, things);
}

/** Queries that name a place ("mục II.1.2", "chú thích 16", "điều 5 khoản 2") and the block that stands there. */
import { ENTRY_KINDS } from '../contract/briefing-file.ts';
import { foldWords } from '../contract/fold.ts';
import { readNumberWords } from '../contract/number-words.ts';
import { agreement, agreements } from '../contract/word-forms.ts';
import { formsOf } from '../contract/words.ts';
import { matchAll } from './fts.ts';
import type { ReadableDb } from './open.ts';
import type { Query } from './query.ts';

const LABELLED = `SELECT entry_search.rowid AS entry, section.id, section.label, section.parent
  FROM entry_search JOIN section ON section.position = entry_search.rowid / ${ENTRY_KINDS.length}
  WHERE entry_search MATCH ? AND entry_search.rowid % ${ENTRY_KINDS.length} = ${ENTRY_KINDS.indexOf('place')}
  ORDER BY entry_search.rowid LIMIT ?`;
const PARENT = `SELECT label, parent FROM section WHERE id = ?`;
const OPENING = `SELECT position FROM block WHERE section = ? ORDER BY position LIMIT ?`;
const ADDRESSED = `SELECT position FROM block WHERE address = ?`;
const NOTES = `SELECT own.position AS own, ref.position AS ref
  FROM footnote JOIN block AS own ON own.id = footnote.block LEFT JOIN block AS ref ON ref.id = footnote.ref_block
  WHERE footnote.number = ? ORDER BY footnote.position LIMIT 10`;
const AREA = `SELECT position FROM block WHERE address >= ? AND address < ? ORDER BY position LIMIT 20`;

const SECTIONS_MAX = 400;
const ANSWERS_MAX = 12;
const NAME_WORDS_MAX = 6;
const DEPTH_MAX = 8;

/** Kinds of places as people name them, folded. */
const kinds: Readonly<Record<string, string>> = {
  phan: 'phan',
  chuong: 'chuong',
  muc: 'muc',
  'tieu muc': 'muc',
  'de muc': 'muc',
  dieu: 'dieu',
  khoan: 'khoan',
  diem: 'diem',
  'phu luc': 'phu luc',
  doan: 'doan',
};
/** From the widest to the narrowest: "khoản 2 điều 5" is "điều 5 khoản 2". */
const order = ['name', 'phu luc', 'phan', 'chuong', 'muc', 'dieu', 'khoan', 'diem', 'doan'];
/** Kinds that are counted with ordinals and Roman numerals as well as with digits. */
const counted = new Set(['phu luc', 'phan', 'chuong']);
/** "điều 5 nghị quyết" in a resolution is its own. */
const genres = new Set([
  'nghi quyet',
  'quyet dinh',
  'bao cao',
  'to trinh',
  'quy che',
  'quy dinh',
  'ke hoach',
  'van ban',
]);
const notes = [
  'chu thich',
  'chuthich',
  'chu thich cuoi trang',
  'cuoc chu',
  'ghi chu',
  'chu giai',
  'footnote',
  'fn',
  'ct',
];
/** What may come before a place. */
const fillers = /^(?:(?:xem|di|chuyen|nhay|den|toi|ve|o|tai|trong) )+/u;
/** Parts of a document without a number, as their blocks' addresses begin. */
const areas: Readonly<Record<string, string>> = {
  'mo dau': 'Mở đầu',
  'phan mo dau': 'Mở đầu',
  'loi mo dau': 'Mở đầu',
  'phan dau': 'Phần đầu',
  'so van ban': 'Phần đầu',
  'so bao cao': 'Phần đầu',
  'so hieu': 'Phần đầu',
  'ngay ban hanh': 'Phần đầu',
  'quoc hieu': 'Phần đầu',
  'ten bao cao': 'Tiêu đề',
  'ten van ban': 'Tiêu đề',
  'ket luan': 'Phần kết',
  'phan ket': 'Phần kết',
  'phan ket luan': 'Phần kết',
  'loi ket': 'Phần kết',
  'doan ket': 'Phần kết',
  'tieu de': 'Tiêu đề',
  'kinh gui': 'Kính gửi',
  'noi nhan': 'Nơi nhận',
  'chu ky': 'Chữ ký',
  'nguoi ky': 'Chữ ký',
  'ai ky': 'Chữ ký',
  'ky ten': 'Chữ ký',
};
const ordinals = ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];
const otherOrdinals: Readonly<Record<string, string>> = { nhat: 'mot', tu: 'bon' };
const numbering = /^(?:\d+|[ivx]+)(?:\.(?:\d+|[a-z]))*[a-z]?$/u;
const roman = /^(?=.)(x{0,3})(ix|iv|v?i{0,3})$/u;

interface Part {
  readonly kind: string;
  readonly value: string;
}

export interface PlaceAnswer {
  /** Of the blocks that stand there, best first. */
  readonly positions: readonly number[];
  /** Words that name no place: they may choose among the blocks. */
  readonly rest: string;
}

/** Null where the query names no place, or one that the document does not have. */
export function findPlace(db: ReadableDb, { text, terms }: Query): PlaceAnswer | null {
  if (terms.some(({ isQuoted }) => isQuoted) || terms.length === 0 || terms.length > 12) return null;
  const typed = placeWords(text);
  const words = typed.join(' ').replace(fillers, '').split(' ');
  if (!namesPlaces(text)) return null;
  const found = noteAt(db, words) ?? areaAt(db, words) ?? sectionAt(db, words, text);
  return found === null || found.positions.length === 0 ? null : found;
}

/** "phấn đấu" is no "phần đầu": where accents were typed they must be those of the place's name. */
const namesPlaces = (text: string): boolean =>
  // The first words name the kind of place; those behind may be anything.
  formsOf(text)
    .slice(0, 2)
    .every((typed) => {
      const named = spelled.filter(({ folded }) => folded === typed.folded);
      return named.length === 0 || named.some((form) => agreement(typed, form) >= agreements.leftOut);
    });
const spelled = formsOf(
  'phần chương mục tiểu điều khoản điểm phụ lục đoạn chú thích cước mở đầu kết luận tiêu đề đề kính gửi nơi nhận chữ ký',
);

function noteAt(db: ReadableDb, words: readonly string[]): PlaceAnswer | null {
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    if (!notes.includes(words.slice(0, count).join(' '))) continue;
    const behind = words.slice(count);
    if (behind[0] === 'so' || behind[0] === 'thu') behind.shift();
    const { value, length } = numberAt(behind);
    if (value === null) return null;
    const rest = behind.slice(length);
    const rows = db.prepare<[number], { own: number; ref: number | null }>(NOTES).all(value);
    const positions = rows.flatMap(({ own, ref }) => (ref === null ? [own] : [own, ref]));
    if (rest[0] !== 'doan' || rest.length !== 2) return { positions, rest: rest.join(' ') };
    return {
      positions: [...addressed(db, `Chú thích ${value}, đoạn ${rest[1] ?? ''}`), ...positions],
      rest: '',
    };
  }
  return null;
}

const ordinalOf = (word: string): number => ordinals.indexOf(otherOrdinals[word] ?? word);

/** "16", "sáu", "mười sáu" */
function numberAt(words: readonly string[]): { readonly value: number | null; readonly length: number } {
  const [first = ''] = words;
  if (/^\d{1,6}$/u.test(first)) return { value: Number(first), length: 1 };
  for (let length = Math.min(4, words.length); length > 1; length--) {
    const value = readNumberWords(words.slice(0, length));
    if (value !== null) return { value, length };
  }
  const ordinal = ordinalOf(first);
  return ordinal > 0 ? { value: ordinal, length: 1 } : { value: null, length: 0 };
}

const addressed = (db: ReadableDb, address: string): readonly number[] =>
  db
    .prepare<[string], { position: number }>(ADDRESSED)
    .all(address)
    .map(({ position }) => position);

function areaAt(db: ReadableDb, words: readonly string[]): PlaceAnswer | null {
  const table = /^bang (?:so )?(\d+)(?: hang (\d+))?(?: cot (\d+))?$/u.exec(words.join(' '));
  if (table !== null) {
    const [, number = '', row, column] = table;
    const name = `Bảng ${number}, ${row === undefined ? '' : `hàng ${row}, cột ${column ?? ''}`}`;
    return { positions: startingWith(db, name), rest: '' };
  }
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const area = areas[words.slice(0, count).join(' ')];
    if (area === undefined) continue;
    const rest = words.slice(count);
    // "kết luận thanh tra" is no place.
    if (rest.length > 3 || (rest.length > 0 && count < 2)) return null;
    const all = startingWith(db, area);
    const [kind, number] = rest;
    if (rest.length !== 2 || (kind !== 'doan' && kind !== 'dong'))
      return { positions: all, rest: rest.join(' ') };
    const address = `${area}, ${kind === 'doan' ? 'đoạn' : 'dòng'} ${number ?? ''}`;
    return { positions: [...addressed(db, address), ...all], rest: '' };
  }
  return null;
}

function startingWith(db: ReadableDb, address: string): readonly number[] {
  const rows = db.prepare<[string, string], { position: number }>(AREA).all(address, `${address}\u{10ffff}`);
  return rows.map(({ position }) => position);
}

function sectionAt(db: ReadableDb, words: readonly string[], text: string): PlaceAnswer | null {
  const named = barePath(words) ?? partsOf(words);
  const typed = named === null ? null : inOrder(named);
  if (typed === null || typed.every(({ kind }) => kind === 'name')) return null;
  const block = typed.at(-1)?.kind === 'doan' ? typed.at(-1)?.value : undefined;
  const parts = block === undefined ? typed : typed.slice(0, -1);
  if (parts.length === 0) return null;
  const [first, ...others] = parts;
  const isOwn = first?.kind === 'name' && genres.has(first.value) && others.length > 0;
  const exact = sectionsOf(db, parts, text);
  const sections = exact.length === 0 && isOwn ? sectionsOf(db, others, text) : exact;
  const positions: number[] = [];
  for (const { id, label } of sections.slice(0, ANSWERS_MAX)) {
    if (block !== undefined) {
      const at = db.prepare<[string], { position: number }>(ADDRESSED).get(`${label}, đoạn ${block}`);
      if (at !== undefined) positions.push(at.position);
      continue;
    }
    // Its heading, and what stands right below when there is only one such section.
    const count = sections.length === 1 ? 3 : 1;
    const rows = db.prepare<[string, number], { position: number }>(OPENING).all(id, count);
    positions.push(...rows.map(({ position }) => position));
  }
  return { positions: [...new Set(positions)], rest: '' };
}

/** Folded words; "II.1.10" is one of them, and not the number 1.1. */
const placeWords = (text: string): string[] =>
  foldWords(text).match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? [];

/** "dieu 5 khoan 2" → its parts; a run of other words at either end is a name. Null for anything else. */
function partsOf(words: readonly string[]): Part[] | null {
  const parts: Part[] = [];
  let name: string[] = [];
  let at = 0;
  while (at < words.length) {
    const two = kinds[words.slice(at, at + 2).join(' ')];
    const kind = two ?? kinds[words[at] ?? ''];
    if (kind === undefined) {
      name.push(words[at++] ?? '');
      if (name.length > NAME_WORDS_MAX) return null;
      continue;
    }
    if (name.length > 0) {
      if (parts.length > 0) return null;
      parts.push({ kind: 'name', value: name.join(' ') });
      name = [];
    }
    at += two === undefined ? 1 : 2;
    const value: string[] = [];
    // "thứ hai", "số 5"
    if (words[at] === 'thu' || words[at] === 'so') at++;
    while (
      at < words.length &&
      kinds[words[at] ?? ''] === undefined &&
      isNumbering(words[at] ?? '', value.length)
    )
      value.push(words[at++] ?? '');
    if (value.length === 0) return null;
    parts.push({ kind, value: valueOf(kind, value) });
  }
  if (name.length > 0) {
    if (parts.some(({ kind }) => kind === 'name')) return null;
    parts.push({ kind: 'name', value: name.join(' ') });
  }
  return parts.length === 0 ? null : parts;
}

const inOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));

/** Pieces of "II.1.2", "2a", "b", "hai". */
function isNumbering(word: string, at: number): boolean {
  return numbering.test(word) || /^[a-z]$/u.test(word) || (at === 0 && ordinalOf(word) > 0);
}

/** "II.1.2", "1.3" or "II 1.2" alone, or "II.1.1 đoạn 2". One number alone is a number. */
function barePath(words: readonly string[]): Part[] | null {
  let count = 0;
  while (count < words.length && numbering.test(words[count] ?? '')) count++;
  const path = words.slice(0, count);
  const [first = '', ...more] = path;
  const isPath = more.length === 0 ? first.includes('.') : more.length < 3 && /^[ivx]+(?:\.|$)/u.test(first);
  if (!isPath) return null;
  const behind = count === words.length ? [] : partsOf(words.slice(count));
  if (behind === null || behind.some(({ kind }) => kind === 'name')) return null;
  return [{ kind: 'muc', value: path.join('.') }, ...behind];
}

function valueOf(kind: string, words: readonly string[]): string {
  const joined = words.join('.');
  const ordinal = ordinalOf(joined);
  if (ordinal > 0) return String(ordinal);
  if (!counted.has(kind)) return joined;
  if (/^\d+$/u.test(joined)) return String(Number(joined));
  return roman.test(joined) ? String(romanValue(joined)) : joined;
}

function romanValue(text: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const own = values[text[at] ?? ''] ?? 0;
    sum += own < (values[text[at + 1] ?? ''] ?? 0) ? -own : own;
  }
  return sum;
}

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly parent: string | null;
}

/** Sections that the parts name, exactly named ones first, then in reading order. */
function sectionsOf(db: ReadableDb, parts: readonly Part[], text: string): readonly Labelled[] {
  const last = parts.at(-1);
  if (last === undefined) return [];
  // What stands above may be named by a label of its own: "phần 1 mục II.3" is "Mục II.3".
  const tokens = [
    ...(last.kind === 'name' ? [] : last.kind.split(' ')),
    ...(counted.has(last.kind) ? [] : formsOf(last.value).map(({ folded }) => folded)),
  ];
  const rows = db.prepare<[string, number], Labelled>(LABELLED).all(matchAll(tokens), SECTIONS_MAX);
  return rows
    .map((row) => ({
      row,
      fit: barredBonus(text, row.label) * fitOf(parts, partsOfLabel(row.label), () => above(db, row)),
    }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ row }) => row);
}

const partsOfLabel = (label: string): readonly Part[] => inOrder(partsOf(placeWords(label)) ?? []);

/** What the sections above are called. */
function above(db: ReadableDb, { parent }: Labelled): readonly Part[] {
  const parts: Part[] = [];
  for (let id = parent, depth = 0; id !== null && depth < DEPTH_MAX; depth++) {
    const row = db.prepare<[string], { label: string; parent: string | null }>(PARENT).get(id);
    if (row === undefined) break;
    parts.push(...partsOfLabel(row.label));
    id = row.parent;
  }
  return parts;
}

/** Point "đ" stands beside point "d", and folds like it. */
const barredBonus = (text: string, label: string): number =>
  barred.test(text) === barred.test(label.normalize('NFC')) ? 1 : 0.9;
const barred = /điểm đ(?!\p{L})/iu;

/** 0 for another place; 1 for exactly this one; between for one of the same name further down. */
function fitOf(typed: readonly Part[], label: readonly Part[], above: () => readonly Part[]): number {
  const last = typed.at(-1);
  if (last === undefined || last.kind !== label.at(-1)?.kind) return 0;
  let fit = typed.length === label.length ? 1 : 0.8;
  for (const { kind, value } of typed) {
    const own = label.find((part) => part.kind === kind);
    if (own === undefined) {
      if (!above().some((part) => part.kind === kind && part.value === value)) return 0;
      continue;
    }
    if (own.value === value) continue;
    if (kind !== 'muc' || !own.value.endsWith(`.${value}`)) return 0;
    fit = Math.min(fit, 0.6);
  }
  return fit;
}

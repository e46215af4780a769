/** What the text says was done, or issued, on a day after the one that it bears itself. */
import { placeTerm } from './relation.ts';
import type { Finding } from './relation.ts';
import type { Passage, Scene } from './scene.ts';
import { wording } from './wording.ts';

const numbers = String.raw`(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>(?:19|20)\d\d)(?![\d/])`;
const words = String.raw`(?<wordDay>\d{1,2})\s+tháng\s+(?<wordMonth>\d{1,2})\s+năm\s+(?<wordYear>(?:19|20)\d\d)(?!\d)`;
const day = `(?:${numbers}|${words})`;
/** "Hải Dương, ngày 20 tháng 11 năm 2025": a line of its own; a draft leaves the day blank. */
const dateLine =
  /(?:^|[\p{L}.],\s*)(ngày(?:\s+|[\s.…_]*)(?<wordDay>\d{1,2})?[\s.…_]*tháng\s+(?<wordMonth>\d{1,2})\s+năm\s+(?<wordYear>(?:19|20)\d\d))\s*$/u;
const LAST_DAY = '31';
const issued = new RegExp(`^\\s*(?:,\\s*)?(?:ký\\s+)?ngày\\s+(${day})`, 'u');
const done = new RegExp(
  `^\\s*(?:vào\\s+)?ngày\\s+(${day})\\s*,(?=[^.;]{0,80}?\\sđã\\s)(?![^.;]{0,80}(?:dự kiến|sẽ|phấn đấu|kế hoạch là))`,
  'u',
);
/** A document's own date stands in its letterhead, or where a scan lost that, near its top. */
const TOP = 10;

export function findLateDates({ passages }: Scene): Finding[] {
  const dated = passages.flatMap((passage, index) => {
    const isFront = passage.block.kind === 'letterhead' || passage.block.kind === 'title';
    const isShort = passage.text.length <= 70 && index < TOP && passage.block.cell === null;
    return isFront || isShort ? ownDate(passage) : [];
  });
  // A file of several documents has no one date.
  if (new Set(dated.map(({ value }) => value)).size !== 1) return [];
  const [own] = dated;
  if (own === undefined) return [];
  return passages.flatMap((passage) =>
    [...issuedIn(passage), ...doneIn(passage)].flatMap(({ start, text, value }): Finding[] =>
      value <= own.value
        ? []
        : [
            {
              settled: {
                kind: 'period',
                verdict: 'mismatch',
                terms: [
                  placeTerm(passage.block.id, start, text, 'stated'),
                  placeTerm(own.passage.block.id, own.start, own.text, 'other'),
                ],
                computed: null,
                stated: null,
                sentence: wording.afterDocument(text, own.text),
                reason: null,
                possibility: null,
              },
            },
          ],
    ),
  );
}

interface Dated {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
  /** Grows with time. */
  readonly value: number;
}

function ownDate(passage: Passage): Dated[] {
  const match = dateLine.exec(passage.lower);
  return match === null ? [] : datedBy(passage, match, match.index);
}

/** "Kế hoạch số 214/KH-UBND ngày 25/11/2025". */
function issuedIn(passage: Passage): Dated[] {
  return passage.others.flatMap(({ class: kind, end }) => {
    const match = kind === 'docnum' ? issued.exec(passage.lower.slice(end, end + 45)) : null;
    return match === null ? [] : datedBy(passage, match, end);
  });
}

/** "Ngày 25/11/2025, UBND huyện đã ban hành …". */
function doneIn(passage: Passage): Dated[] {
  return passage.sentences.flatMap(({ start }) => {
    const match = done.exec(passage.lower.slice(start, start + 140));
    return match === null ? [] : datedBy(passage, match, start);
  });
}

function datedBy(passage: Passage, match: RegExpExecArray, offset: number): Dated[] {
  const groups = match.groups ?? {};
  const printed = match[1] ?? '';
  const [year, month, dayOfMonth] = [
    groups['year'] ?? groups['wordYear'],
    groups['month'] ?? groups['wordMonth'],
    groups['day'] ?? groups['wordDay'] ?? LAST_DAY,
  ].map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined) return [];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return [];
  const start = offset + match[0].indexOf(printed);
  const text = passage.text.slice(start, start + printed.length);
  return [{ passage, start, text, value: (year * 12 + month) * 31 + dayOfMonth }];
}

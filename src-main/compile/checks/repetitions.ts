/** The same amount said twice: coarse in the text and fine in its footnote, a number of things that the text comes back to. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';
import { isAmount, labelOf } from './comparisons.ts';
import { agrees } from './families.ts';
import { termOf } from './relation.ts';
import type { Finding } from './relation.ts';
import { figuresBetween, sentenceAround, wordsBefore, wordsBetween } from './scene.ts';
import type { Passage, Scene } from './scene.ts';
import { isSameUnit } from './units.ts';

export function findRepetitions(scene: Scene): Finding[] {
  return [...inFootnotes(scene), ...scene.passages.flatMap(ofTheSame), ...inCuratedSeries(scene)];
}

const same = (stated: IdentifiedFigure, other: IdentifiedFigure, silent: boolean): Finding => ({
  relation: {
    kind: 'repetition',
    formula: 'same',
    stated: termOf(stated, 'stated'),
    others: [termOf(other, 'other')],
    silent,
  },
});

/** "1.514 tỷ đồng", and in the footnote of that paragraph "1.514 tỷ 310 triệu đồng" of the same thing. */
function inFootnotes({ passages }: Scene): Finding[] {
  return passages.flatMap((passage) =>
    passage.notes.flatMap(({ at, passage: note }) => {
      const near = figuresBetween(passage, Math.max(0, at - 500), at).filter(isTelling);
      return near.flatMap((figure): Finding[] => {
        const known = new Set(labelOf(passage, figure));
        const finer = note.figures.slice(0, 12).find((other) => {
          if (!isTelling(other) || other.class !== figure.class || !isSameUnit(figure, other)) return false;
          const shared = labelOf(note, other).filter((word) => known.has(word)).length;
          return shared >= 2 && agrees(same(figure, other, true));
        });
        return finer === undefined ? [] : [same(figure, finer, true)];
      });
    }),
  );
}

/** Three digits or more: a small number is the same by chance. */
const isTelling = (figure: IdentifiedFigure): boolean =>
  isAmount(figure) && figure.value.replace(/\D|0+$/g, '').length >= 3;

/** "huyện có 24 trạm y tế xã, thị trấn … Trong số 26 trạm y tế xã, thị trấn hiện có": the second speaks of the first. */
function ofTheSame(passage: Passage): Finding[] {
  return passage.figures.flatMap((later, index): Finding[] => {
    if (!isAmount(later) || later.class !== 'count') return [];
    if (
      !/(?<!\p{L})(?:trong|trong số|trong tổng số|cả|tất cả|toàn bộ)\s*$/u.test(
        wordsBefore(passage, later.start, 20),
      )
    )
      return [];
    const thing = thingOf(passage, later);
    const candidates = passage.figures
      .slice(Math.max(0, index - 8), index)
      .filter(
        (figure) => isAmount(figure) && figure.class === 'count' && isSame(thingOf(passage, figure), thing),
      );
    const earlier = candidates.find(({ value }) => value === later.value) ?? candidates.at(-1);
    const isStock =
      earlier !== undefined &&
      /(?:có|gồm|hiện có|quản lý|với)\s*$/.test(wordsBefore(passage, earlier.start, 16));
    if (!isStock || thing.length < 2) return [];
    const sentence = sentenceAround(passage, later.start);
    return earlier.start < sentence.start ? [same(later, earlier, false)] : [];
  });
}

/** What a later mention adds to the name of the thing without narrowing it down. */
const said =
  /(?:hiện có|hiện nay|của (?:toàn )?(?:huyện|tỉnh|xã|thành phố|thị xã|trường|đơn vị)|trên địa bàn|nêu trên|nói trên|kể trên|này|trên)/g;

/** Words behind a number up to a verb: the name of the thing. */
function thingOf(passage: Passage, { end }: IdentifiedFigure): string[] {
  const words = wordsBetween(passage, end, end + 70)
    .replace(/[.;:(\d].*$/s, '')
    .replace(said, ' ');
  const name = words.replace(/(?:,\s*|\s)(?:có|đã|còn|đạt|được|đều|tham gia|thực hiện)\s[^]*$/, '');
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, 12);
}

const isSame = (words: readonly string[], others: readonly string[]): boolean =>
  words.length === others.length && words.every((word, index) => others[index] === word);

/** Observations that a curator put in one series, of one period and status. */
function inCuratedSeries({ curatedSeries }: Scene): Finding[] {
  return [...curatedSeries.values()].flatMap((series) => {
    const first = new Map<string, IdentifiedFigure>();
    return series.flatMap((figure): Finding[] => {
      if (figure.period === null || !isAmount(figure)) return [];
      const key = `${figure.period} ${figure.status}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, figure);
      return earlier === undefined || !isSameUnit(earlier, figure) ? [] : [same(figure, earlier, false)];
    });
  });
}

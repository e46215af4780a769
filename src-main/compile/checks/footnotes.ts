/** Marks without a note, notes without a mark, a mark inside its own note, marks out of order. */
import type { BlockRange } from '../../contract/briefing.ts';
import { placeTerm } from './relation.ts';
import type { Finding, Term } from './relation.ts';
import type { Passage, Scene } from './scene.ts';
import { reasons, wording } from './wording.ts';

interface Marked extends BlockRange {
  readonly number: number;
  readonly passage: Passage;
}

export function findFootnotes(scene: Scene): Finding[] {
  const { document } = scene;
  if (document.footnotes.length === 0) return [];
  const marks = marksOf(scene);
  const own = new Map(document.footnotes.map(({ number, block }) => [block, number]));
  const numbers = new Set(document.footnotes.map(({ number }) => number));
  const inText = marks.filter(({ block }) => !own.has(block));
  return [
    ...marks
      .filter(({ block, number }) => own.get(block) === number)
      .map((mark) => settled([term(mark)], wording.markInItself(mark.number))),
    ...inText
      .filter(({ number }) => !numbers.has(number))
      .map((mark) => settled([term(mark)], wording.markWithoutNote(mark.number))),
    ...outOfOrder(inText.filter(({ number }) => numbers.has(number))),
    ...notesWithoutMark(scene),
  ];
}

function marksOf({ passages }: Scene): Marked[] {
  return passages.flatMap((passage) =>
    passage.block.marks.flatMap(({ kind, start, end, footnote }): Marked[] =>
      kind === 'footnote-ref' && footnote !== null
        ? [{ block: passage.block.id, start, end, number: footnote, passage }]
        : [],
    ),
  );
}

const term = ({ block, start, end, passage }: Marked, role: Term['role'] = 'stated'): Term =>
  placeTerm(block, start, passage.text.slice(start, end), role);

/** A number that comes for the first time behind a higher one. Numbers that begin again from one are a new page's. */
function outOfOrder(marks: readonly Marked[]): Finding[] {
  const seen = new Set<number>();
  const found: Finding[] = [];
  let highest: Marked | null = null;
  for (const mark of marks) {
    if (highest !== null && mark.number < highest.number && !seen.has(mark.number))
      found.push(
        settled([term(highest), term(mark, 'other')], wording.markOrder(highest.number, mark.number)),
      );
    seen.add(mark.number);
    if (highest === null || mark.number > highest.number) highest = mark;
  }
  return found;
}

function notesWithoutMark({ document, passageOf }: Scene): Finding[] {
  const lost = document.footnotes.filter(({ ref }) => ref === null);
  // A source whose marks are mostly gone lost them on its way here.
  const doubt = lost.length * 2 > document.footnotes.length ? reasons.marksLost : null;
  return lost.flatMap(({ number, block }) => {
    const note = passageOf.get(block);
    const words = /^\s*(?:\S+\s*){1,8}/u.exec(note?.text ?? '')?.[0].trimEnd();
    if (note === undefined || words === undefined) return [];
    return settled([placeTerm(block, 0, words, 'stated')], wording.noteWithoutMark(number), doubt);
  });
}

const settled = (terms: readonly Term[], sentence: string, doubt: string | null = null): Finding => ({
  settled: {
    kind: 'footnote',
    verdict: doubt === null ? 'mismatch' : 'undetermined',
    terms,
    computed: null,
    stated: null,
    sentence,
    reason: doubt,
    possibility: null,
  },
});

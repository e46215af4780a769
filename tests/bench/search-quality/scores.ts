/** How well ranked answers meet labels. Pure: no engine, no files. */
import { queryClasses } from './query-set.ts';
import type { LabelledQuery, QueryClass } from './query-set.ts';

export interface Hit {
  readonly block: string;
  readonly confident: boolean;
}

export interface Answered {
  readonly query: LabelledQuery;
  /** Best first, a block once. */
  readonly hits: readonly Hit[];
}

/** Shares from 0 to 1 over the queries that have an answer. */
export interface Scores {
  readonly queries: number;
  /** An acceptable passage is among the first one, three, ten. */
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly recallAt10: number;
  /** Mean of one over the rank of the first acceptable passage; 0 where none is listed. */
  readonly reciprocalRank: number;
  /** The passage that was meant comes first, not only an acceptable one. */
  readonly exactAt1: number;
  /** Of all passages that were meant, the mean share among the first ten. */
  readonly foundAt10: number;
  /** An acceptable passage among the first ten is offered as a confident answer. */
  readonly confidentAt10: number;
}

export interface SetScores {
  readonly overall: Scores;
  readonly classes: Readonly<Partial<Record<QueryClass, Scores>>>;
  readonly noAnswer: {
    readonly queries: number;
    /** Share with a confident hit: an answer to a question that has none. */
    readonly confident: number;
    /** Share with any hit at all. */
    readonly any: number;
  };
}

const PAGE = 10;

export function scoreSet(answers: readonly Answered[]): SetScores {
  const withAnswer = answers.filter(({ query }) => query.class !== 'no-answer');
  const without = answers.filter(({ query }) => query.class === 'no-answer');
  const classes: Partial<Record<QueryClass, Scores>> = {};
  for (const name of queryClasses) {
    const ofClass = withAnswer.filter(({ query }) => query.class === name);
    if (ofClass.length > 0) classes[name] = scoresOf(ofClass);
  }
  return {
    overall: scoresOf(withAnswer),
    classes,
    noAnswer: {
      queries: without.length,
      confident: share(without, ({ hits }) => hits.some(({ confident }) => confident)),
      any: share(without, ({ hits }) => hits.length > 0),
    },
  };
}

/** Rank of the first acceptable passage, from 1; infinite if none is listed. */
export function rankOf({ query, hits }: Answered): number {
  const acceptable = new Set(query.relevant.map(({ block }) => block));
  const at = hits.findIndex(({ block }) => acceptable.has(block));
  return at < 0 ? Infinity : at + 1;
}

function scoresOf(answers: readonly Answered[]): Scores {
  return {
    queries: answers.length,
    recallAt1: share(answers, (answer) => rankOf(answer) <= 1),
    recallAt3: share(answers, (answer) => rankOf(answer) <= 3),
    recallAt10: share(answers, (answer) => rankOf(answer) <= PAGE),
    reciprocalRank: mean(answers, (answer) => 1 / rankOf(answer)),
    exactAt1: share(answers, ({ query, hits }) => meant(query).has(hits[0]?.block ?? '')),
    foundAt10: mean(answers, ({ query, hits }) => foundShare(meant(query), hits.slice(0, PAGE))),
    confidentAt10: share(answers, ({ query, hits }) =>
      hits
        .slice(0, PAGE)
        .some(({ block, confident }) => confident && query.relevant.some((label) => label.block === block)),
    ),
  };
}

const meant = ({ relevant }: LabelledQuery): ReadonlySet<string> =>
  new Set(relevant.filter(({ grade }) => grade === 2).map(({ block }) => block));

function foundShare(blocks: ReadonlySet<string>, hits: readonly Hit[]): number {
  return hits.filter(({ block }) => blocks.has(block)).length / Math.min(blocks.size, PAGE);
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  mean(items, (item) => (holds(item) ? 1 : 0));

/** 0 of nothing. */
const mean = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.length === 0 ? 0 : items.reduce((sum, item) => sum + value(item), 0) / items.length;

// The scores of search as a person reads them.
import { table } from '../table.mjs';

const SETS = {
  tuned: 'the half that may be tuned on',
  aside: 'the half set aside',
  unseen: 'two other documents',
};

/** `misses`: also list what goes wrong in the half that may be looked at. */
export function searchQualityLines({ sets, misses }, { listMisses }) {
  return [...sets.flatMap(setLines), ...(listMisses ? missLines(misses) : [])];
}

function setLines({ name, engines, command }) {
  const [own] = engines;
  const classes = Object.keys(own.scores.classes);
  const scoresOf = ({ scores }, row) => (row === 'all' ? scores.overall : scores.classes[row]);
  const rows = ['all', ...classes];
  const { noAnswer } = own.scores;
  return [
    ...table(
      `Search, ${SETS[name]}: acceptable passage in the first 1, 3, 10; mean reciprocal rank; the meant one first; share of all meant ones in the first 10; confident answer in the first 10`,
      [own.name, 'queries', 'recall@1', '@3', '@10', 'MRR', 'meant@1', 'found@10', 'confident'],
      rows.map((row) => {
        const of = scoresOf(own, row);
        const shares = [of.recallAt1, of.recallAt3, of.recallAt10, of.reciprocalRank, of.exactAt1];
        return [row, String(of.queries), ...[...shares, of.foundAt10, of.confidentAt10].map(share)];
      }),
    ),
    ...table(
      'Beside it, recall@1 @3 @10 MRR',
      ['', ...engines.map((engine) => engine.name)],
      rows.map((row) => [
        row,
        ...engines.map((engine) => {
          const of = scoresOf(engine, row);
          return [of.recallAt1, of.recallAt3, of.recallAt10, of.reciprocalRank].map(share).join(' ');
        }),
      ]),
    ),
    `Without an answer (${noAnswer.queries}): ${share(noAnswer.confident)} show a confident hit, ${share(noAnswer.any)} any hit. Peers know no confidence, any hit counts: ${engines
      .slice(1)
      .map((engine) => `${engine.name} ${share(engine.scores.noAnswer.any)}`)
      .join(', ')}.`,
    `kyhop search answers ${command.same} of ${command.queries} queries with the same blocks in the same order.`,
  ];
}

const missLines = (misses) =>
  table(
    'Not first, or a confident hit without an answer (tuned half)',
    ['', 'class', 'rank', 'query', 'wanted', 'got'],
    misses.map(({ id, class: name, query, rank, wanted, got }) => [
      id,
      name,
      String(rank ?? '—'),
      query,
      wanted.join(' '),
      got.join(' '),
    ]),
  );

const share = (number) => number.toFixed(3);

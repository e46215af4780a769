import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const built = 'resources/built';
const briefing = join(built, 'briefing.kyhop');

/** What the sqlite3 command answers, a line a row. */
const sqlite3 = (database: string, ...commands: readonly string[]): string[] =>
  execFileSync('sqlite3', ['-batch', '-bail', database, ...commands], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

const csv = (name: string): string => `.import --csv "${join(built, 'data', `${name}.csv`)}" published`;
const attach = `ATTACH '${briefing}' AS briefing`;

/** Rows of the published file that the briefing does not have, and the other way round; NULL is an empty cell. */
function differences(name: string, columns: readonly string[], query: string): string[] {
  const published = columns.map((column) => `"${column}"`).join(', ');
  const kept = columns.map((column) => `coalesce(CAST("${column}" AS TEXT), '')`).join(', ');
  const both = [`SELECT ${published} FROM published`, `SELECT ${kept} FROM (${query})`] as const;
  return sqlite3(
    ':memory:',
    csv(name),
    attach,
    `SELECT 'published only', * FROM (${both[0]} EXCEPT ${both[1]})`,
    `SELECT 'briefing only', * FROM (${both[1]} EXCEPT ${both[0]})`,
  );
}

test('anyone can read the indicator database with the sqlite3 command', () => {
  const [value] = sqlite3(
    briefing,
    `SELECT value || ' ' || unit || ' ' || observation.status FROM numeral JOIN observation USING (figure)
     WHERE text = '116.026 tỷ đồng'`,
  );
  expect(value).toBe('116026000000000 đồng estimate');
  expect(
    sqlite3(
      briefing,
      `SELECT count(*) FROM numeral WHERE figure IS NOT NULL AND figure NOT IN (SELECT figure FROM observation)`,
    ),
  ).toEqual(['0']);
});

test('the published files hold what the briefing holds, row for row', () => {
  expect(
    differences(
      'indicators',
      ['indicator', 'name', 'detail', 'domain', 'unit', 'curated'],
      'SELECT id AS indicator, name, detail, domain, unit, curated FROM briefing.indicator',
    ),
  ).toEqual([]);
  expect(
    differences(
      'observations',
      ['figure', 'indicator', 'period', 'status', 'value', 'unit', 'text', 'source_start'],
      `SELECT figure, indicator, observation.period, observation.status, value, unit, text, source_start
     FROM briefing.observation JOIN briefing.numeral USING (figure)`,
    ),
  ).toEqual([]);
  expect(
    differences(
      'checks',
      ['check', 'kind', 'verdict', 'computed', 'stated', 'sentence'],
      'SELECT id AS "check", kind, verdict, computed, stated, sentence FROM briefing.relation',
    ),
  ).toEqual([]);
});

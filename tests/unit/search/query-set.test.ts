import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src-main/compile/compile.ts';
import { readCuration } from '../../../src-main/compile/read-curation.ts';
import { readSource } from '../../../src-main/compile/read-source.ts';
import {
  documentFiles,
  documentNames,
  kindsOfClass,
  parseQueries,
  queryClasses,
  setFiles,
  setNames,
} from '../../bench/search-quality/query-set.ts';
import type { LabelledQuery } from '../../bench/search-quality/query-set.ts';

const sets = Object.fromEntries(
  setNames.map((name) => [name, parseQueries(readFileSync(setFiles[name], 'utf8'))]),
);
const setOf = (name: (typeof setNames)[number]): readonly LabelledQuery[] => sets[name] ?? [];
const halves = [...setOf('tuned'), ...setOf('aside')];

const texts = new Map(
  documentNames.map((name) => {
    const source = readSource(documentFiles[name]);
    if (!source.ok) throw new Error(source.error.code);
    const { blocks } = compile(source.value, readCuration('resources'));
    return [name, new Map(blocks.map(({ id, text }) => [id, text]))];
  }),
);

describe('the labelled queries', () => {
  it.each(setNames)('name blocks that begin as noted: %s', (name) => {
    const moved = setOf(name).flatMap(({ id, document, relevant }) =>
      relevant
        .filter(({ block, begins }) => texts.get(document)?.get(block)?.startsWith(begins) !== true)
        .map(({ block, begins }) => `${id}: ${block} does not begin with "${begins}"`),
    );
    expect(moved).toEqual([]);
  });

  it('are divided evenly, kind by kind, and no question stands in both halves', () => {
    const count = (name: 'tuned' | 'aside', ofClass: string, kind: string): number =>
      setOf(name).filter((query) => query.class === ofClass && query.kind === kind).length;
    for (const name of queryClasses)
      for (const kind of kindsOfClass[name]) {
        const [tuned, aside] = [count('tuned', name, kind), count('aside', name, kind)];
        expect(Math.abs(tuned - aside), `${name}/${kind}`).toBeLessThanOrEqual(1);
        expect(Math.min(tuned, aside), `${name}/${kind}`).toBeGreaterThan(0);
      }
    const questions = halves.map(({ query }) => query.normalize('NFC'));
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('are enough for shares to mean something', () => {
    expect(halves.filter(({ class: name }) => name !== 'no-answer').length).toBeGreaterThanOrEqual(260);
    expect(halves.filter(({ class: name }) => name === 'no-answer').length).toBeGreaterThanOrEqual(60);
    for (const name of queryClasses)
      expect(setOf('aside').filter((query) => query.class === name).length, name).toBeGreaterThanOrEqual(20);
    expect(setOf('unseen').length).toBeGreaterThanOrEqual(40);
    expect(halves.every(({ document }) => document === 'report')).toBe(true);
    expect(setOf('unseen').some(({ document }) => document === 'report')).toBe(false);
  });

  it('keep decomposed letters decomposed', () => {
    const decomposed = halves.filter(({ kind }) => kind === 'nfd').map(({ query }) => query);
    expect(decomposed.filter((query) => query === query.normalize('NFC'))).toEqual([]);
  });
});

describe('the parser', () => {
  const good = {
    id: 't001',
    document: 'report',
    class: 'phrases',
    kind: 'near',
    query: 'cầu Hàn',
    relevant: [{ block: 'b33', grade: 2, begins: 'Về tiến độ' }],
  };
  const line = (changes: object): string => JSON.stringify({ ...good, ...changes });

  it('reads a line', () => {
    expect(parseQueries(`${line({})}\n`)).toEqual([good]);
  });

  it.each([
    ['no JSON', '{'],
    ['an empty line', `${line({})}\n\n`],
    ['an unknown field', line({ note: 'x' })],
    ['an unknown class', line({ class: 'guesses' })],
    ['a kind of another class', line({ kind: 'nfd' })],
    ['an unknown document', line({ document: 'other' })],
    ['a grade between', line({ relevant: [{ ...good.relevant[0], grade: 1.5 }] })],
    ['no passage that was meant', line({ relevant: [{ ...good.relevant[0], grade: 1 }] })],
    ['no passage at all', line({ relevant: [] })],
    ['a passage for what has none', line({ class: 'no-answer', kind: 'topic' })],
    ['a block twice', line({ relevant: [...good.relevant, ...good.relevant] })],
    ['a query of two lines', line({ query: 'a\nb' })],
    ['an id twice', `${line({})}\n${line({ query: 'khác' })}`],
    ['a question twice', `${line({})}\n${line({ id: 't002' })}`],
  ])('refuses %s', (_what, text) => {
    expect(() => parseQueries(text)).toThrow(/^Line [12]: /);
  });
});

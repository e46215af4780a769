/** The labelled queries of tests/fixtures/search, read strictly: a set that is not as its README says is not used. */
import * as v from 'valibot';

/** What a query tries. */
export const queryClasses = [
  'diacritics',
  'abbreviations',
  'errors',
  'phrases',
  'numbers',
  'synonyms',
  'places',
  'everything',
  'unfinished',
  'no-answer',
] as const;
export type QueryClass = (typeof queryClasses)[number];

/** The ways in which it does. */
export const kindsOfClass: Readonly<Record<QueryClass, readonly string[]>> = {
  diacritics: ['none', 'partial', 'nfd', 'tone', 'lookalike', 'wrong-tone', 'case-space'],
  abbreviations: ['short', 'full'],
  errors: ['typing', 'recognition', 'input-method'],
  phrases: ['quoted', 'near', 'footnote'],
  numbers: ['written', 'range'],
  synonyms: ['administrative', 'everyday'],
  places: ['section', 'block', 'note', 'part'],
  everything: ['outline', 'indicator'],
  unfinished: ['syllable', 'folded', 'number'],
  'no-answer': ['topic', 'name', 'number', 'gibberish', 'near-miss'],
};

export const documentNames = ['report', 'district-report', 'health-resolution'] as const;
export type DocumentName = (typeof documentNames)[number];

/** Where each document lies, from the root of the checkout. */
export const documentFiles: Readonly<Record<DocumentName, string>> = {
  report: 'resources/report/source.txt',
  'district-report': 'tests/fixtures/search/district-report.txt',
  'health-resolution': 'tests/fixtures/search/health-resolution.txt',
};

export const setNames = ['tuned', 'aside', 'unseen'] as const;
export type SetName = (typeof setNames)[number];

export const setFiles: Readonly<Record<SetName, string>> = {
  tuned: 'tests/fixtures/search/queries.tuned.jsonl',
  aside: 'tests/fixtures/search/queries.aside.jsonl',
  unseen: 'tests/fixtures/search/unseen.jsonl',
};

const EXACT = 2;
const ACCEPTABLE = 1;

const RelevantSchema = v.strictObject({
  block: v.pipe(v.string(), v.minLength(1)),
  /** 2: the passage that was meant; 1: a delegate would take it. */
  grade: v.picklist([ACCEPTABLE, EXACT]),
  /** First words of the block, so that an id that moved is noticed. */
  begins: v.pipe(v.string(), v.minLength(1)),
});

const QuerySchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[tau]\d{3}$/)),
    document: v.picklist(documentNames),
    class: v.picklist(queryClasses),
    kind: v.string(),
    query: v.pipe(
      v.string(),
      v.minLength(1),
      v.regex(/^[^\n\v\f\r\u0085\u2028\u2029]*$/u, 'A query is one line.'),
    ),
    relevant: v.array(RelevantSchema),
  }),
  v.check(({ class: name, kind }) => kindsOfClass[name].includes(kind), 'Kind of another class.'),
  v.check(
    ({ class: name, relevant }) => (name === 'no-answer') === (relevant.length === 0),
    'Relevant blocks for every class but no-answer.',
  ),
  v.check(
    ({ class: name, relevant }) => name === 'no-answer' || relevant.some(({ grade }) => grade === EXACT),
    'No block is the one that was meant.',
  ),
  v.check(
    ({ relevant }) => new Set(relevant.map(({ block }) => block)).size === relevant.length,
    'The same block twice.',
  ),
);
export type LabelledQuery = v.InferOutput<typeof QuerySchema>;

/** One query a line, as JSON. Throws with the line's number on the first that is not as described. */
export function parseQueries(text: string): readonly LabelledQuery[] {
  const queries: LabelledQuery[] = [];
  const ids = new Set<string>();
  const asked = new Set<string>();
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const fault = (why: string): Error => new Error(`Line ${index + 1}: ${why}`);
    const query = parseLine(line, fault);
    const question = `${query.document} ${query.query}`;
    if (ids.has(query.id)) throw fault(`${query.id} stands twice.`);
    if (asked.has(question)) throw fault(`"${query.query}" stands twice.`);
    ids.add(query.id);
    asked.add(question);
    queries.push(query);
  }
  return queries;
}

function parseLine(line: string, fault: (why: string) => Error): LabelledQuery {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw fault('no JSON.');
  }
  const parsed = v.safeParse(QuerySchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw fault(`${v.getDotPath(issue) ?? 'query'}: ${issue.message}`);
}

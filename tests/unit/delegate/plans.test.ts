import { expect, it } from 'vitest';
import { ANNOTATIONS_OF_DOCUMENT, COUNT_ANNOTATIONS } from '../../../src-main/delegate/annotations.ts';
import { statements } from '../../../src-main/delegate/edits.ts';
import {
  FIRST_UNDONE,
  HAS_STEP,
  LAST_DONE,
  REMOVE_BRANCH,
  TRIM_STEPS,
} from '../../../src-main/delegate/journal.ts';
import { NOTES_WITH_WORDS, QUESTIONS_WITH_WORDS } from '../../../src-main/delegate/note-search.ts';
import { COUNT_NOTES, NOTES_OF_ANNOTATION, NOTES_OF_DOCUMENT } from '../../../src-main/delegate/notes.ts';
import { PLACE_OF_DOCUMENT } from '../../../src-main/delegate/places.ts';
import { QUESTIONS_OF_ANNOTATION, QUESTIONS_OF_DOCUMENT } from '../../../src-main/delegate/questions.ts';
import { READ_SETTINGS } from '../../../src-main/delegate/settings.ts';
import { Laptop } from './harness.ts';

const plans: Readonly<Record<string, [query: string, plan: string[]]>> = {
  'the highlights of a document': [
    ANNOTATIONS_OF_DOCUMENT,
    ['SEARCH annotation USING INDEX annotation_by_document (document=?)'],
  ],
  'the notes of a document': [NOTES_OF_DOCUMENT, ['SEARCH note USING INDEX note_by_document (document=?)']],
  'the notes of a highlight': [
    NOTES_OF_ANNOTATION,
    ['SEARCH note USING INDEX note_by_annotation (annotation=?)'],
  ],
  'how many highlights': [
    COUNT_ANNOTATIONS,
    ['SEARCH annotation USING COVERING INDEX annotation_by_document (document=?)'],
  ],
  'how many notes': [COUNT_NOTES, ['SEARCH note USING COVERING INDEX note_by_document (document=?)']],
  'one highlight': [
    statements.annotation.find,
    ['SEARCH annotation USING INDEX sqlite_autoindex_annotation_1 (id=?)'],
  ],
  'one note': [statements.note.find, ['SEARCH note USING INDEX sqlite_autoindex_note_1 (id=?)']],
  'the questions of a document': [
    QUESTIONS_OF_DOCUMENT,
    ['SEARCH question USING INDEX question_by_document (document=?)'],
  ],
  'the questions on a highlight': [
    QUESTIONS_OF_ANNOTATION,
    ['SEARCH question USING INDEX question_by_annotation (annotation=?)'],
  ],
  'one question': [
    statements.question.find,
    ['SEARCH question USING INDEX sqlite_autoindex_question_1 (id=?)'],
  ],
  'the step to undo': [LAST_DONE, ['SEARCH step USING INDEX step_by_document (document=? AND undone=?)']],
  'the step to redo': [FIRST_UNDONE, ['SEARCH step USING INDEX step_by_document (document=? AND undone=?)']],
  'whether there is a step': [
    HAS_STEP,
    [
      'SCAN CONSTANT ROW',
      'SCALAR SUBQUERY 1',
      'SEARCH step USING COVERING INDEX step_by_document (document=? AND undone=?)',
    ],
  ],
  'a branch that was left': [
    REMOVE_BRANCH,
    ['SEARCH step USING INDEX step_by_document (document=? AND undone=?)'],
  ],
  'the words of a search': [
    NOTES_WITH_WORDS,
    [
      'SEARCH note USING INDEX note_by_document (document=?)',
      'CORRELATED SCALAR SUBQUERY 1',
      'SCAN json_each VIRTUAL TABLE INDEX 1:',
    ],
  ],
  'the words of a search in the questions': [
    QUESTIONS_WITH_WORDS,
    [
      'SEARCH question USING INDEX question_by_document (document=?)',
      'CORRELATED SCALAR SUBQUERY 1',
      'SCAN json_each VIRTUAL TABLE INDEX 1:',
    ],
  ],
  'the settings': [READ_SETTINGS, ['SEARCH setting USING INTEGER PRIMARY KEY (rowid=?)']],
  'the place last read': [PLACE_OF_DOCUMENT, ['SEARCH place USING PRIMARY KEY (document=?)']],
};

const planOf = (query: string) => {
  const { db } = new Laptop().openWithDb();
  const explain = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`);
  return explain.all(...Array<null>(query.split('?').length - 1).fill(null)).map(({ detail }) => detail);
};

it.each(Object.entries(plans))('%s: found by index, in order, without sorting', (_, [query, plan]) => {
  expect(planOf(query)).toEqual(plan);
});

it('old steps are found without reading what they hold', () => {
  const plan = planOf(TRIM_STEPS);
  expect(plan).toContain('SEARCH step USING COVERING INDEX step_by_document (document=? AND undone=?)');
  expect(plan.filter((line) => line.startsWith('SCAN step'))).toEqual([]);
});

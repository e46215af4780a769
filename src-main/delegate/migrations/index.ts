/**
 * Every migration in the order of its file's number; the n-th takes a store from version n - 1 to n. A released file
 * is never edited or renumbered. A migration that changes `annotation`, `note` or `question` also rewrites the row images in
 * `step.edits`, or empties `step`; one that follows a change of `foldWords` fills `note.folded` and `question.folded` anew.
 */
import type { WritableDb } from '../database.ts';
import { up as annotationsNotesSteps } from './0001-annotations-notes-steps.ts';
import { up as questions } from './0002-questions.ts';

export type Migration = (db: WritableDb) => unknown;

export const migrations: readonly Migration[] = [annotationsNotesSteps, questions];

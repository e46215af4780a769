/**
 * The delegate store: what a delegate writes, private to this laptop. Everything but `backup` is synchronous and takes
 * from microseconds to a few milliseconds; when a write has returned `ok`, it is on the disk.
 */
import type { Annotation, Colour, Note, Notebook, Place, Question, Settings } from '../contract/delegate.ts';
import { ok } from '../contract/result.ts';
import type { AnnotationHit, NoteHit, QuestionHit } from '../contract/search.ts';
import * as annotations from './annotations.ts';
import { backUp, type Made } from './backup.ts';
import { transact, type WritableDb } from './database.ts';
import { guard, type StoreResult } from './failure.ts';
import { searchAnnotations, searchNotes, searchQuestions } from './note-search.ts';
import * as notebook from './notebook.ts';
import * as notes from './notes.ts';
import { openDatabase, type OpenOptions } from './open.ts';
import { findPlace, savePlace } from './places.ts';
import * as questions from './questions.ts';
import type { Recovered } from './recover.ts';
import { readSettings, saveSettings, type SettingsChange } from './settings.ts';

export type { NewAnnotation } from './annotations.ts';
export type { StoreResult } from './failure.ts';
export type { Counts, Turned } from './notebook.ts';
export type { NewNote, SavedNote } from './notes.ts';
export type { NewQuestion, QuestionContent, SavedQuestion } from './questions.ts';
export type { Recovered } from './recover.ts';
export type { SettingsChange } from './settings.ts';

/**
 * Any call can answer `store-full`, `store-locked` (another process holds it), `store-read-only` or `store-damaged`
 * (found while reading; the next start recovers). `store-missing-row` as said below. After a failure nothing of the
 * call has been done.
 */
export interface DelegateStore {
  /** The same id again answers the highlight as it is now and changes nothing. */
  createAnnotation(made: annotations.NewAnnotation): StoreResult<Annotation>;
  /** `store-missing-row`: there is no such highlight. */
  recolourAnnotation(id: string, colour: Colour): StoreResult<Annotation>;
  /** Removes its notes with it and unties its questions, in one step; answers what was removed. `store-missing-row`: there is none. */
  removeAnnotation(id: string): StoreResult<Annotation>;

  /** The same id again answers the note as it is now. `store-missing-row`: its annotation is not in this document. */
  createNote(made: notes.NewNote): StoreResult<Note>;
  /** `store-missing-row`: the note was removed. Text that it has already is no change and no step. */
  saveNote(id: string, text: string): StoreResult<notes.SavedNote>;
  /** Answers what was removed. `store-missing-row`: there is none. */
  removeNote(id: string): StoreResult<Note>;

  /** The same id again answers the question as it is now. `store-missing-row`: its annotation is not in this document. */
  createQuestion(made: questions.NewQuestion): StoreResult<Question>;
  /** `store-missing-row`: the question was removed. What it says already is no change and no step. */
  saveQuestion(id: string, content: questions.QuestionContent): StoreResult<questions.SavedQuestion>;
  /** Answers what was removed. `store-missing-row`: there is none. */
  removeQuestion(id: string): StoreResult<Question>;

  /** Null: nothing to take back. */
  undo(document: string): StoreResult<notebook.Turned | null>;
  /** Null: nothing to do again. */
  redo(document: string): StoreResult<notebook.Turned | null>;
  readNotebook(document: string): StoreResult<Notebook>;
  counts(document: string): StoreResult<notebook.Counts>;
  /** Highlights of the document whose quote holds every word, newest first; ranges count in the quote. */
  searchAnnotations(document: string, query: string): StoreResult<readonly AnnotationHit[]>;
  /** Notes of the document that hold every word, newest first; ranges count in the note's text. */
  searchNotes(document: string, query: string): StoreResult<readonly NoteHit[]>;

  /** Questions of the document that hold every word, newest first; ranges count in the question's text. */
  searchQuestions(document: string, query: string): StoreResult<readonly QuestionHit[]>;

  readSettings(): StoreResult<Settings>;
  saveSettings(change: SettingsChange): StoreResult<Settings>;
  /** Null: never read. */
  readPlace(document: string): StoreResult<Place | null>;
  savePlace(document: string, place: Place): StoreResult<Place>;

  /** A second call while one runs gets the same answer. `store-locked`: the store was closed meanwhile. */
  backup(): Promise<StoreResult<Made>>;
  /** Folds the log into the file. Safe to call twice; no other call after it. */
  close(): StoreResult<null>;
}

export interface OpenStore {
  readonly store: DelegateStore;
  /** Not null: the store had to be recovered, and the delegate must be told. */
  readonly recovered: Recovered | null;
}

/**
 * Opens the store, creates it, or brings it to this version (with a backup before each step). `store-newer`: made by a
 * newer version, not touched. A damaged file is set aside, the newest good backup takes its place: `recovered`.
 */
export function openStore(options: OpenOptions): StoreResult<OpenStore> {
  const opened = openDatabase(options);
  if (!opened.ok) return opened;
  const { db, recovered } = opened.value;
  return ok({ store: storeOn(db, options), recovered });
}

/** The store on an open connection. Tests hold the connection too, to make its disk full. */
export function storeOn(db: WritableDb, { now, backupFolder }: OpenOptions): DelegateStore {
  const read = <T>(work: () => T): StoreResult<T> => guard(() => ok(work()));
  const write = <T>(work: (nowMs: number) => StoreResult<T>): StoreResult<T> =>
    guard(() => transact(db, () => work(now())));
  let backingUp: Promise<StoreResult<Made>> | null = null;
  return {
    createAnnotation: (made) => write((nowMs) => annotations.createAnnotation(db, made, nowMs)),
    recolourAnnotation: (id, colour) =>
      write((nowMs) => annotations.recolourAnnotation(db, id, colour, nowMs)),
    removeAnnotation: (id) => write((nowMs) => annotations.removeAnnotation(db, id, nowMs)),

    createNote: (made) => write((nowMs) => notes.createNote(db, made, nowMs)),
    saveNote: (id, text) => write((nowMs) => notes.saveNote(db, id, text, nowMs)),
    removeNote: (id) => write((nowMs) => notes.removeNote(db, id, nowMs)),

    createQuestion: (made) => write((nowMs) => questions.createQuestion(db, made, nowMs)),
    saveQuestion: (id, content) => write((nowMs) => questions.saveQuestion(db, id, content, nowMs)),
    removeQuestion: (id) => write((nowMs) => questions.removeQuestion(db, id, nowMs)),

    undo: (document) => write(() => ok(notebook.undo(db, document))),
    redo: (document) => write(() => ok(notebook.redo(db, document))),
    readNotebook: (document) => read(() => notebook.readNotebook(db, document)),
    counts: (document) => read(() => notebook.counts(db, document)),
    searchAnnotations: (document, query) => read(() => searchAnnotations(db, document, query)),
    searchNotes: (document, query) => read(() => searchNotes(db, document, query)),
    searchQuestions: (document, query) => read(() => searchQuestions(db, document, query)),

    readSettings: () => read(() => readSettings(db)),
    saveSettings: (change) => write(() => ok(saveSettings(db, change))),
    readPlace: (document) => read(() => findPlace(db, document)),
    savePlace: (document, place) => write(() => ok(savePlace(db, document, place))),

    backup: () => {
      backingUp ??= backUp(db, backupFolder, now()).finally(() => (backingUp = null));
      return backingUp;
    },
    close: () => read(() => close(db)),
  };
}

function close(db: WritableDb): null {
  if (!db.open) return null;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    // What the checkpoint could not move stays in the log, which the next start reads.
    db.close();
  }
  return null;
}

/** The delegate's own rows as the reader shows them, and what of them is not committed yet. */
import { SvelteMap } from 'svelte/reactivity';
import type {
  Annotation,
  ChangeKind,
  Colour,
  Note,
  Notebook,
  Question,
  QuestionStatus,
} from '../../src-main/contract/delegate.ts';
import type { Failure } from '../../src-main/contract/failures.ts';
import type { Client, Undone } from '../../src-main/contract/methods.ts';
import type { Result } from '../../src-main/contract/result.ts';
import type { Selector } from '../../src-main/contract/selector.ts';

type NotebookClient = Pick<
  Client<'reader'>,
  | 'annotation.create'
  | 'annotation.recolour'
  | 'annotation.remove'
  | 'note.draft'
  | 'note.remove'
  | 'question.draft'
  | 'question.remove'
  | 'notebook.read'
  | 'notebook.undo'
  | 'notebook.redo'
>;

/** Where a note hangs: on an annotation, in a section, or on the whole document. */
export interface NoteTie {
  readonly section: string | null;
  readonly annotation: string | null;
}

/** What is typed and chosen of a question. */
export interface QuestionContent {
  readonly addressee: string;
  readonly status: QuestionStatus;
  readonly text: string;
}

/** What a step back or forward was about; null: there was none; 'failed': see `failure`. */
export type Turned = ChangeKind | 'failed' | null;

const TRY_AGAIN_MS = 2000;

export class NotebookState {
  annotations = $state.raw<readonly Annotation[]>([]);
  notes = $state.raw<readonly Note[]>([]);
  questions = $state.raw<readonly Question[]>([]);
  canUndo = $state(false);
  canRedo = $state(false);
  /** Text of notes that was typed and is not committed yet. */
  readonly unsaved = new SvelteMap<string, string>();
  /** The same of questions. */
  readonly unsavedQuestions = new SvelteMap<string, QuestionContent>();
  savedAtMs = $state<number | null>(null);
  failure = $state.raw<Failure | null>(null);

  constructor(
    private readonly client: NotebookClient,
    start: Notebook,
  ) {
    this.#take(start);
  }

  readonly saving = $derived(this.unsaved.size + this.unsavedQuestions.size > 0);

  textOf(note: Note): string {
    return this.unsaved.get(note.id) ?? note.text;
  }

  contentOf(question: Question): QuestionContent {
    return this.unsavedQuestions.get(question.id) ?? question;
  }

  async mark(selector: Selector, colour: Colour): Promise<string | null> {
    const id = crypto.randomUUID();
    const written = await this.#write(this.client['annotation.create']({ id, selector, colour }));
    return written ? id : null;
  }

  recolour(id: string, colour: Colour): Promise<boolean> {
    return this.#write(this.client['annotation.recolour']({ id, colour }));
  }

  unmark(id: string): Promise<boolean> {
    return this.#write(this.client['annotation.remove']({ id }));
  }

  /**
   * Hands a note's text over after a keystroke. "Đã lưu" follows the commit; a failed save keeps the text here and
   * on screen, and is tried again: a disk may be freed, a lock released, while nobody types.
   */
  write(id: string, tie: NoteTie, text: string): Promise<void> {
    return this.#hand(this.unsaved, id, text, () => this.client['note.draft']({ id, ...tie, text }));
  }

  /** The same for a question. */
  ask(id: string, tie: NoteTie, { addressee, status, text }: QuestionContent): Promise<void> {
    const content = { addressee, status, text };
    return this.#hand(this.unsavedQuestions, id, content, () =>
      this.client['question.draft']({ id, ...tie, ...content }),
    );
  }

  async #hand<Typed>(
    unsaved: Map<string, Typed>,
    id: string,
    typed: Typed,
    save: () => Promise<Result<{ readonly savedAtMs: number }>>,
  ): Promise<void> {
    unsaved.set(id, typed);
    const saved = await save();
    // Typed on meanwhile: the newer text is still to be committed, and its own answer will come.
    if (unsaved.get(id) !== typed) return;
    if (!saved.ok) {
      this.failure = saved.error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      if (unsaved.get(id) === typed) await this.#hand(unsaved, id, typed, save);
      return;
    }
    this.failure = null;
    this.savedAtMs = saved.value.savedAtMs;
    await this.refresh();
    if (unsaved.get(id) === typed) unsaved.delete(id);
  }

  async removeNote(id: string): Promise<boolean> {
    this.unsaved.delete(id);
    return this.#write(this.client['note.remove']({ id }));
  }

  async removeQuestion(id: string): Promise<boolean> {
    this.unsavedQuestions.delete(id);
    return this.#write(this.client['question.remove']({ id }));
  }

  async refresh(): Promise<void> {
    await this.#write(this.client['notebook.read']({}), false);
  }

  /** What was undone; null where there was nothing. */
  undo(): Promise<Turned> {
    return this.#step(this.client['notebook.undo']({}));
  }

  redo(): Promise<Turned> {
    return this.#step(this.client['notebook.redo']({}));
  }

  async #step(asked: Promise<Result<Undone>>): Promise<Turned> {
    const taken = await asked;
    if (!taken.ok) {
      this.failure = taken.error;
      return 'failed';
    }
    this.unsaved.clear();
    this.unsavedQuestions.clear();
    this.#take(taken.value.notebook);
    return taken.value.change;
  }

  async #write(asked: Promise<Result<Notebook>>, isWrite = true): Promise<boolean> {
    const written = await asked;
    if (!written.ok) {
      this.failure = written.error;
      return false;
    }
    // Text that could not be saved is spoken of until it is.
    if (!this.saving) this.failure = null;
    this.#take(written.value);
    if (isWrite) this.savedAtMs = Date.now();
    return true;
  }

  #take({ annotations, notes, questions, canUndo, canRedo }: Notebook): void {
    this.annotations = annotations;
    this.notes = notes;
    this.questions = questions;
    this.canUndo = canUndo;
    this.canRedo = canRedo;
  }
}

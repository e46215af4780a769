/** The notebook as anyone would explain it: two lists, and pictures of them for undo. */
import type { ChangeKind, Colour, QuestionStatus } from '../../../src-main/contract/delegate.ts';
import { TYPING_MS } from '../../../src-main/delegate/notes.ts';

interface Picture {
  readonly annotations: readonly { readonly id: string; readonly colour: Colour }[];
  readonly notes: readonly {
    readonly id: string;
    readonly annotation: string | null;
    readonly text: string;
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly annotation: string | null;
    readonly status: QuestionStatus;
    readonly text: string;
  }[];
}

interface Done {
  readonly before: Picture;
  readonly kind: ChangeKind;
  readonly id: string;
  readonly startedAtMs: number;
}

export class NotebookModel {
  now: Picture = { annotations: [], notes: [], questions: [] };
  readonly done: Done[] = [];
  readonly undone: { readonly step: Done; readonly after: Picture }[] = [];

  createAnnotation(id: string, colour: Colour, atMs: number): void {
    if (this.#annotation(id) !== undefined) return;
    const annotations = [...this.now.annotations, { id, colour }];
    this.#do('annotation-created', id, atMs, { ...this.now, annotations });
  }

  recolourAnnotation(id: string, colour: Colour, atMs: number): void {
    if ((this.#annotation(id)?.colour ?? colour) === colour) return;
    const annotations = this.now.annotations.map((a) => (a.id === id ? { ...a, colour } : a));
    this.#do('annotation-recoloured', id, atMs, { ...this.now, annotations });
  }

  removeAnnotation(id: string, atMs: number): void {
    if (this.#annotation(id) === undefined) return;
    const annotations = this.now.annotations.filter((a) => a.id !== id);
    const notes = this.now.notes.filter(({ annotation }) => annotation !== id);
    const questions = this.now.questions.map((q) => (q.annotation === id ? { ...q, annotation: null } : q));
    this.#do('annotation-removed', id, atMs, { annotations, notes, questions });
  }

  createNote(id: string, annotation: string | null, text: string, atMs: number): void {
    if (this.#note(id) !== undefined) return;
    if (annotation !== null && this.#annotation(annotation) === undefined) return;
    this.#do('note-created', id, atMs, { ...this.now, notes: [...this.now.notes, { id, annotation, text }] });
  }

  saveNote(id: string, text: string, atMs: number): void {
    if ((this.#note(id)?.text ?? text) === text) return;
    const notes = this.now.notes.map((n) => (n.id === id ? { ...n, text } : n));
    const last = this.done.at(-1);
    const isTyping =
      last?.id === id &&
      (last.kind === 'note-edited' || last.kind === 'note-created') &&
      this.undone.length === 0 &&
      atMs - last.startedAtMs <= TYPING_MS;
    if (!isTyping) return this.#do('note-edited', id, atMs, { ...this.now, notes });
    this.now = { ...this.now, notes };
    if (last.before.notes.some((n) => n.id === id && n.text === text)) this.done.pop();
  }

  removeNote(id: string, atMs: number): void {
    if (this.#note(id) === undefined) return;
    this.#do('note-removed', id, atMs, { ...this.now, notes: this.now.notes.filter((n) => n.id !== id) });
  }

  createQuestion(id: string, annotation: string | null, text: string, atMs: number): void {
    if (this.#question(id) !== undefined) return;
    if (annotation !== null && this.#annotation(annotation) === undefined) return;
    const questions = [...this.now.questions, { id, annotation, status: 'draft' as const, text }];
    this.#do('question-created', id, atMs, { ...this.now, questions });
  }

  saveQuestion(id: string, status: QuestionStatus, text: string, atMs: number): void {
    const before = this.#question(id);
    if (before === undefined || (before.text === text && before.status === status)) return;
    const questions = this.now.questions.map((q) => (q.id === id ? { ...q, status, text } : q));
    const last = this.done.at(-1);
    const isTyping =
      before.status === status &&
      last?.id === id &&
      (last.kind === 'question-edited' || last.kind === 'question-created') &&
      this.undone.length === 0 &&
      atMs - last.startedAtMs <= TYPING_MS;
    const kind = before.status === status ? 'question-edited' : 'question-status-changed';
    if (!isTyping) return this.#do(kind, id, atMs, { ...this.now, questions });
    this.now = { ...this.now, questions };
    const began = last.before.questions.find((q) => q.id === id);
    if (began?.text === text && began.status === status) this.done.pop();
  }

  removeQuestion(id: string, atMs: number): void {
    if (this.#question(id) === undefined) return;
    const questions = this.now.questions.filter((q) => q.id !== id);
    this.#do('question-removed', id, atMs, { ...this.now, questions });
  }

  undo(): Done | null {
    const step = this.done.pop();
    if (step === undefined) return null;
    this.undone.unshift({ step, after: this.now });
    this.now = step.before;
    return step;
  }

  redo(): Done | null {
    const next = this.undone.shift();
    if (next === undefined) return null;
    this.done.push(next.step);
    this.now = next.after;
    return next.step;
  }

  #do(kind: ChangeKind, id: string, startedAtMs: number, after: Picture): void {
    this.done.push({ before: this.now, kind, id, startedAtMs });
    this.undone.length = 0;
    this.now = after;
  }

  #annotation(id: string) {
    return this.now.annotations.find((a) => a.id === id);
  }

  #question(id: string) {
    return this.now.questions.find((q) => q.id === id);
  }

  #note(id: string) {
    return this.now.notes.find((n) => n.id === id);
  }
}

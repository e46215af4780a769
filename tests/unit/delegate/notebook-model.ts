/** The notebook as anyone would explain it: two lists, and pictures of them for undo. */
import type { ChangeKind, Colour } from '../../../src-main/contract/delegate.ts';
import { TYPING_MS } from '../../../src-main/delegate/notes.ts';

interface Picture {
  readonly annotations: readonly { readonly id: string; readonly colour: Colour }[];
  readonly notes: readonly {
    readonly id: string;
    readonly annotation: string | null;
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
  now: Picture = { annotations: [], notes: [] };
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
    this.#do('annotation-removed', id, atMs, { annotations, notes });
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

  #note(id: string) {
    return this.now.notes.find((n) => n.id === id);
  }
}

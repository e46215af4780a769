/**
 * Text of notes and questions on its way to the store. A window hands over the text after every keystroke; this buffer commits at most
 * `waitMs` after the first of them, and at once when asked (close, quit, suspend, shutdown, a window that died).
 * A draft leaves the buffer only after the commit returned.
 */
import type { StoreFailure } from '../contract/failures.ts';
import type { MethodArgs } from '../contract/methods.ts';
import type { Result } from '../contract/result.ts';

/** A question has an addressee, a note has none. */
export type Draft = MethodArgs<'note.draft'> | MethodArgs<'question.draft'>;
/** All that was typed of it, for whoever must keep it elsewhere. */
export const writtenIn = (draft: Draft): string =>
  'addressee' in draft && draft.addressee !== '' ? `${draft.addressee}:\n${draft.text}` : draft.text;

export type Saved = Result<{ readonly savedAtMs: number }, StoreFailure>;

interface Pending {
  draft: Draft;
  readonly waiting: ((saved: Saved) => void)[];
}

export class Drafts {
  readonly #pending = new Map<string, Pending>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly save: (draft: Draft) => Saved,
    private readonly waitMs = 200,
  ) {}

  /** Takes a draft; the promise answers with the commit that holds this text or a newer one. */
  take(draft: Draft): Promise<Saved> {
    return new Promise((resolve) => {
      const pending = this.#pending.get(draft.id);
      if (pending === undefined) this.#pending.set(draft.id, { draft, waiting: [resolve] });
      else {
        pending.draft = draft;
        pending.waiting.push(resolve);
      }
      this.#timer ??= setTimeout(() => this.flush(), this.waitMs);
    });
  }

  /** Forgets what is pending for a note that is being removed; its callers hear of the removal as a success. */
  drop(id: string, atMs: number): void {
    for (const resolve of this.#pending.get(id)?.waiting ?? [])
      resolve({ ok: true, value: { savedAtMs: atMs } });
    this.#pending.delete(id);
  }

  /** Commits everything now. What could not be saved stays, and is returned with the reason. */
  flush(): readonly { readonly draft: Draft; readonly error: StoreFailure }[] {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const unsaved: { draft: Draft; error: StoreFailure }[] = [];
    for (const [id, pending] of [...this.#pending]) {
      const saved = this.save(pending.draft);
      if (saved.ok) this.#pending.delete(id);
      else unsaved.push({ draft: pending.draft, error: saved.error });
      for (const resolve of pending.waiting.splice(0)) resolve(saved);
    }
    // Tries again by itself: a disk may be freed, a lock released, while nobody types.
    if (unsaved.length > 0) this.#timer = setTimeout(() => this.flush(), 2000);
    return unsaved;
  }
}

/**
 * Closing without losing a letter. The window is asked to hand over what it holds (its messages arrive in order, so
 * its answer comes after its last keystroke), everything is committed, and only then the window goes.
 */
import { clipboard, dialog, type BrowserWindow } from 'electron';
import { messages } from '../contract/messages.ts';
import type { Drafts } from './drafts.ts';
import { sendEvent } from './ipc.ts';
import type { Log } from './log.ts';

/** A window that does not answer within this time is broken; what it had handed over is committed all the same. */
const ANSWER_WITHIN_MS = 3000;

export class Closing {
  #answered: (() => void) | null = null;
  #asked = false;

  constructor(
    private readonly drafts: Drafts,
    private readonly log: Log,
  ) {}

  /** The window's answer to `reader.flush`. */
  flushed(): void {
    this.#answered?.();
  }

  guard(window: BrowserWindow): void {
    window.on('close', (event) => {
      event.preventDefault();
      if (this.#asked) return;
      this.#asked = true;
      void this.#close(window).finally(() => (this.#asked = false));
    });
  }

  async #close(window: BrowserWindow): Promise<void> {
    if (!window.webContents.isCrashed()) await this.#handOver(window);
    if (await this.commit(window)) window.destroy();
  }

  async #handOver(window: BrowserWindow): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ANSWER_WITHIN_MS);
      this.#answered = () => {
        clearTimeout(timer);
        resolve();
      };
      sendEvent(window.webContents, 'reader.flush', {});
    });
    this.#answered = null;
  }

  /** Commits all drafts; asks the user what to do where the store refuses. False: stay open. */
  async commit(window: BrowserWindow): Promise<boolean> {
    for (;;) {
      const unsaved = this.drafts.flush();
      const first = unsaved[0];
      if (first === undefined) return true;
      this.log({ event: 'drafts-unsaved', count: unsaved.length, code: first.error.code });
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        title: messages.appName,
        message: messages.unsavedTitle(unsaved.length),
        detail: messages.failure(first.error),
        buttons: [messages.unsavedRetry, messages.unsavedCopyAndClose, messages.unsavedStay],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      });
      if (response === 2) return false;
      if (response === 1) {
        await clipboard.writeText(unsaved.map(({ draft }) => draft.text).join('\n\n'));
        return true;
      }
    }
  }
}

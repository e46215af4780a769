/**
 * Closing without losing a letter. The window is asked to hand over what it holds (its messages arrive in order, so
 * its answer comes after its last keystroke), everything is committed, and only then the window goes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { messages } from '../contract/messages.ts';
import { writtenIn, type Drafts } from './drafts.ts';
import { sendEvent } from './ipc.ts';
import type { Log } from './log.ts';

/** A window that does not answer within this time is broken; what it had handed over is committed all the same. */
const ANSWER_WITHIN_MS = 3000;

export class Closing {
  #answered: (() => void) | null = null;

  constructor(
    private readonly drafts: Drafts,
    private readonly log: Log,
  ) {}

  /** The window's answer to `reader.flush`. */
  flushed(): void {
    this.#answered?.();
  }

  guard(window: BrowserWindow): void {
    let committed = false;
    let asked = false;
    window.on('close', (event) => {
      if (committed) return;
      event.preventDefault();
      if (asked) return;
      asked = true;
      void this.#handOverAndCommit(window).then(({ answered, done }) => {
        asked = false;
        committed = done;
        if (!done || window.isDestroyed()) return;
        // A page that answers may close by itself; one that hangs or died would keep its window for ever.
        if (answered) window.close();
        else window.destroy();
      });
    });
  }

  async #handOverAndCommit(window: BrowserWindow): Promise<{ answered: boolean; done: boolean }> {
    const answered = !window.webContents.isCrashed() && (await this.#handOver(window));
    return { answered, done: await this.commit(window) };
  }

  /** True when the page has answered in time. */
  async #handOver(window: BrowserWindow): Promise<boolean> {
    const answered = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
      this.#answered = () => {
        clearTimeout(timer);
        resolve(true);
      };
      sendEvent(window.webContents, 'reader.flush', {});
    });
    this.#answered = null;
    return answered;
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
        buttons: [messages.unsavedRetry, messages.unsavedWriteAndClose, messages.unsavedStay],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      });
      if (response === 2) return false;
      if (response === 1) {
        const text = unsaved.map(({ draft }) => writtenIn(draft)).join('\n\n');
        if (await this.#writeElsewhere(window, text)) return true;
      }
    }
  }

  /** A file of the user's choice: a clipboard would die with the app. False: nothing was written. */
  async #writeElsewhere(window: BrowserWindow, text: string): Promise<boolean> {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: messages.unsavedWriteAndClose,
      defaultPath: join(app.getPath('documents'), messages.unsavedFileName),
      filters: [{ name: messages.textFiles, extensions: ['txt'] }],
    });
    if (canceled || filePath === '') return false;
    try {
      writeFileSync(filePath, `${text}\n`, { flush: true });
      return true;
    } catch {
      dialog.showErrorBox(messages.appName, messages.failure({ code: 'export-unwritable' }));
      return false;
    }
  }
}

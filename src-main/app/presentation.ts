/** The presentation: opens and closes the stage, passes turns on, and guards what the room must not see. */
import { screen, type BrowserWindow, type Input, type WebContents } from 'electron';
import { messages as m } from '../contract/messages.ts';
import {
  idleStage,
  type StageContent,
  type StageReady,
  type StageState,
  type StageSubject,
  type Turn,
} from '../contract/stage.ts';
import { stageDisplay } from './displays.ts';
import { EscapeTwice } from '../contract/escape-twice.ts';
import { sendEvent } from './ipc.ts';
import type { Log } from './log.ts';
import { displayOf, openStageWindow } from './stage-window.ts';

export class Presentation {
  #window: BrowserWindow | null = null;
  #display: number | null = null;
  #state: StageState = idleStage;
  #pending: { content: StageContent; block: string | null } | null = null;
  #listening = false;

  constructor(
    /** The public words of a subject; null where the briefing has no such thing. */
    private readonly contentOf: (subject: StageSubject) => StageContent | null,
    private readonly reader: () => BrowserWindow | null,
    private readonly log: Log,
  ) {
    screen.on('display-removed', (_event, display) => {
      if (display.id === this.#display) this.#close('display-lost');
      else this.#hideReaderIfAlone();
    });
  }

  get state(): StageState {
    return this.#state;
  }

  isStage(contents: WebContents): boolean {
    return this.#window !== null && !this.#window.isDestroyed() && this.#window.webContents === contents;
  }

  /** Shows a subject. One that the briefing does not know shows nothing and changes nothing. */
  present(subject: StageSubject): StageState {
    const content = this.contentOf(subject);
    if (content === null) return this.#state;
    this.#pending = { content, block: subject.kind === 'section' ? subject.block : null };
    if (this.#window === null) this.#open();
    else if (this.#listening) this.#show();
    this.#change({ presenting: true, label: labelOf(content), page: 1, pages: 1, black: false, ended: null });
    return this.#state;
  }

  turn(turn: Turn): StageState {
    sendEvent(this.#window?.webContents, 'stage.turn', { turn });
    return this.#state;
  }

  end(): StageState {
    this.#close(null);
    return this.#state;
  }

  /** The stage reports what it shows. Its first word, that it listens, is answered with the content. */
  ready({ page, pages, black }: StageReady): void {
    this.#listening = true;
    if (this.#pending !== null) this.#show();
    else this.#change({ page, pages, black });
  }

  #open(): void {
    const reader = this.reader();
    const home = reader === null ? screen.getPrimaryDisplay() : displayOf(reader);
    const away = stageDisplay(screen.getAllDisplays(), home.id);
    const display = screen.getAllDisplays().find(({ id }) => id === away) ?? home;
    const alone = away === null;
    const window = openStageWindow(display);
    this.#window = window;
    this.#display = display.id;
    this.#state = { ...idleStage, alone };

    // The page itself turns pages and leaves; this way out works even where the page hangs.
    const escape = new EscapeTwice();
    window.webContents.on('before-input-event', (_event, input: Input) => {
      if (escape.press({ ...input, atMs: Date.now() })) this.#close(null);
    });
    window.webContents.on('render-process-gone', () => this.#close('failed'));
    window.on('closed', () => {
      if (this.#window === window) this.#close(null);
    });
    // On the only display the reader must not be seen, not even in the task switcher.
    window.once('show', () => {
      if (alone && this.#window === window) reader?.hide();
    });
    this.log({ event: 'stage', state: 'opened' });
  }

  /** The laptop was shut: the window manager would move the reader onto the display that the room sees. */
  #hideReaderIfAlone(): void {
    if (this.#window === null || screen.getAllDisplays().length > 1) return;
    this.reader()?.hide();
    this.#change({ alone: true });
  }

  #show(): void {
    const pending = this.#pending;
    if (pending === null || this.#window === null) return;
    this.#pending = null;
    sendEvent(this.#window.webContents, 'stage.show', pending);
  }

  #close(ended: StageState['ended']): void {
    const window = this.#window;
    if (window === null) return;
    this.#window = null;
    this.#display = null;
    this.#pending = null;
    this.#listening = false;
    const reader = this.reader();
    if (reader !== null && !reader.isVisible()) reader.show();
    if (!window.isDestroyed()) window.destroy();
    reader?.focus();
    this.log({ event: 'stage', state: ended === 'display-lost' ? 'display-lost' : 'closed' });
    this.#state = idleStage;
    this.#change({ ended });
  }

  #change(part: Partial<StageState>): void {
    this.#state = { ...this.#state, ...part };
    sendEvent(this.reader()?.webContents, 'stage.changed', { ...this.#state });
  }
}

/** What the presenter's own window calls it. */
function labelOf(content: StageContent): string {
  switch (content.kind) {
    case 'section':
      return content.label === '' ? m.presentedStart : content.label;
    case 'chart':
      return m.presentedChart(content.title);
    case 'check':
      return m.presentedCheck(content.sentence);
  }
}

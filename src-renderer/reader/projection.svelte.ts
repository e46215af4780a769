/** The presenter's hold on the stage: which section is up, and which page of it. */
import type { Failure } from '../../src-main/contract/failures.ts';
import { messages as m } from '../../src-main/contract/messages.ts';
import type { Bridge } from '../../src-main/contract/methods.ts';
import { idleStage, type StageState, type StageSubject, type Turn } from '../../src-main/contract/stage.ts';
import type { Toaster } from './toast.svelte.ts';

export class Projection {
  state = $state.raw<StageState>(idleStage);

  constructor(
    private readonly bridge: Bridge<'reader'>,
    private readonly toaster: Toaster,
  ) {
    bridge.on('stage.changed', (state) => {
      this.state = state;
      if (state.ended === 'display-lost') toaster.insist(m.stageDisplayLost);
      if (state.ended === 'failed') toaster.insist(m.stageFailed);
    });
  }

  async present(subject: StageSubject): Promise<void> {
    const shown = await this.bridge.call['stage.present']({ subject });
    if (shown.ok) this.state = shown.value;
    else this.#fail(shown.error);
  }

  async turn(turn: Turn): Promise<void> {
    const turned = await this.bridge.call['stage.turn']({ turn });
    if (!turned.ok) this.#fail(turned.error);
  }

  async end(): Promise<void> {
    const ended = await this.bridge.call['stage.end']({});
    if (!ended.ok) this.#fail(ended.error);
  }

  #fail(failure: Failure): void {
    this.toaster.say(m.failure(failure));
  }
}

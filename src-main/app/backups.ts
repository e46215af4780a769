/** When the notebook is backed up: a while after it changed, and before the app ends. */
import type { Result } from '../contract/result.ts';
import type { StoreFailure } from '../contract/failures.ts';
import type { Log } from './log.ts';

/** A copy takes tens of milliseconds: not while one is writing, but soon enough to lose little to a dying disk. */
const AFTER_MS = 5 * 60_000;
/** The app does not keep a user waiting for a copy of what is safely in the store already. */
const FINISH_WITHIN_MS = 3000;

export class Backups {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly backup: () => Promise<Result<unknown, StoreFailure>>,
    private readonly log: Log,
  ) {}

  changed(): void {
    this.#timer ??= setTimeout(() => void this.#run(), AFTER_MS);
  }

  /** Makes the copy that is due, if one is. */
  async finish(): Promise<void> {
    if (this.#timer === null) return;
    const timeout = new Promise<void>((resolve) => setTimeout(resolve, FINISH_WITHIN_MS));
    await Promise.race([this.#run(), timeout]);
  }

  async #run(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const made = await this.backup();
    this.log({ event: 'backup', result: made.ok ? 'done' : made.error.code });
  }
}

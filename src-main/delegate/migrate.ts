/** Brings a store to this version, one migration after the other. */
import { ok } from '../contract/result.ts';
import { transact, userVersion, type WritableDb } from './database.ts';
import { guard, type StoreResult } from './failure.ts';
import type { Migration } from './migrations/index.ts';

/**
 * Each migration is one transaction that also sets `user_version`. Before each, a store that has been used is backed
 * up; no backup, no migration. A failure leaves the store at the last version reached.
 */
export function migrate(
  db: WritableDb,
  migrations: readonly Migration[],
  backUpNow: () => StoreResult<unknown>,
): StoreResult<null> {
  return guard(() => {
    const from = userVersion(db);
    for (const [before, up] of [...migrations.entries()].slice(from)) {
      // A store that is only being made holds nothing yet.
      if (from > 0) {
        const backedUp = backUpNow();
        if (!backedUp.ok) return backedUp;
      }
      transact(db, () => {
        up(db);
        db.pragma(`user_version = ${before + 1}`);
      });
    }
    return ok(null);
  });
}

/** Opens the two databases, or says why that cannot be. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { openBriefing, type Briefing } from '../briefing/open.ts';
import { readView } from '../briefing/view.ts';
import type { BriefingView } from '../contract/briefing.ts';
import type { Notice } from '../contract/methods.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { openStore, type DelegateStore } from '../delegate/store.ts';
import { builtFile } from './built-file.ts';

/** SHA-256 of the briefing this build was made with. */
declare const __BRIEFING_SHA256__: string;

/** The bundled briefing lies outside the archive; its digest is pinned inside, so an altered one is not opened. */
export function openPublicBriefing(): Result<{
  readonly briefing: Briefing;
  readonly view: BriefingView;
  readonly path: string;
}> {
  const path = app.isPackaged
    ? join(process.resourcesPath, 'briefing.kyhop')
    : builtFile('resources/built/briefing.kyhop');
  const digest = digestOf(path);
  if (digest === null) return fail({ code: 'briefing-missing' });
  if (digest !== __BRIEFING_SHA256__) return fail({ code: 'briefing-damaged' });
  const briefing = openBriefing(path);
  if (!briefing.ok) return fail(briefing.error);
  return ok({ briefing: briefing.value, view: readView(briefing.value), path });
}

function digestOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return null;
  }
}

export function openPrivateStore(
  folder: string,
  now: () => number,
): Result<{ readonly store: DelegateStore; readonly notices: readonly Notice[] }> {
  const opened = openStore({
    path: join(folder, 'so-tay.sqlite'),
    backupFolder: join(folder, 'sao-luu'),
    now,
  });
  if (!opened.ok) return fail(opened.error);
  const { store, recovered } = opened.value;
  const notices: Notice[] = recovered === null ? [] : [{ code: 'store-recovered', ...recovered }];
  return ok({ store, notices });
}

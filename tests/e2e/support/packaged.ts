/** The app as electron-builder makes it, and starting a program through another one: as another user, under a tracer. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** `npm test` packages the app for the tests: it lets Playwright in (src-main/setup/package.mjs). */
export function packagedApp(): string {
  const path = process.env['KYHOP_PACKAGED_APP'];
  if (path === undefined) throw new Error('run the tests through `npm test`: it packages the app');
  return path;
}

/** Chromium refuses to start as root with its sandbox: what must run with it runs as this user. */
export const isRoot = process.getuid?.() === 0;
const nobody = 65534;
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];

/** A folder in `parent` that the user of `sandboxedApp` may write to. */
export function ownFolder(parent: string, name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  if (isRoot) {
    chmodSync(parent, 0o755);
    chownSync(folder, nobody, nobody);
  }
  return folder;
}

/** An executable that starts the packaged app as a user with whom Chromium's sandbox works: oneself, unless one is root. */
export function sandboxedApp(folder: string): string {
  if (!isRoot) return packagedApp();
  chmodSync(folder, 0o755);
  const there = reachable(packagedApp()) ? packagedApp() : copyInto(folder);
  return script(folder, 'as-nobody', `exec ${asNobody.join(' ')} ${quoted(there)} "$@"`);
}

/** A shell script in `folder`, as an executable. */
export function script(folder: string, name: string, ...lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
  return file;
}

export const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;

function reachable(file: string): boolean {
  try {
    execFileSync('/usr/bin/env', [...asNobody, 'test', '-x', file]);
    return true;
  } catch {
    return false;
  }
}

/** A copy of the packaged app that everybody may read: a checkout may lie in a folder that only root enters. */
function copyInto(folder: string): string {
  const copy = join(folder, 'packaged');
  cpSync(dirname(packagedApp()), copy, { recursive: true });
  const entries = readdirSync(copy, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
  chmodSync(copy, 0o755);
  return join(copy, basename(packagedApp()));
}

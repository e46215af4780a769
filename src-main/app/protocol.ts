/**
 * `app://reader/` and `app://stage/`: each window is an origin of its own and gets the files of one fixed list, with
 * the content security policy as a header. Nothing else exists: no file://, no http(s).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { windowNames, type WindowName } from '../contract/windows.ts';
import type { Log } from './log.ts';

export const SCHEME = 'app';
export const originOf = (window: WindowName): string => `${SCHEME}://${window}`;

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one policy Svelte's runtime makes.
  'trusted-types svelte-trusted-html',
].join('; ');

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Must be called before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Path in the renderer's folder of what a URL asks for; null for whatever is not on the list. */
export function fileOf(url: string, files: ReadonlySet<string>): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol: scheme, host, pathname, port, username } = new URL(url);
  if (scheme !== `${SCHEME}:` || port !== '' || username !== '') return null;
  if (!(windowNames as readonly string[]).includes(host)) return null;
  const file = `${host}${pathname === '/' ? '/index.html' : pathname}`;
  return files.has(file) ? file : null;
}

/** Makes the runtime's `Response` ready, some fifty milliseconds of work, before the first file is asked for. */
export function warmProtocol(): void {
  new Response(null);
}

/** Serves `folder`'s listed files; tells of each that was handed over. */
export function serveWindows(
  folder: string,
  listed: readonly string[],
  log: Log,
  served: (file: string) => void,
): void {
  const files = new Set(listed);
  protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileOf(request.url, files) : null;
    if (file === null) {
      log({ event: 'refused', what: 'file' });
      return new Response(null, {
        status: 404,
        headers: { 'content-security-policy': contentSecurityPolicy },
      });
    }
    const bytes = new Uint8Array(await readFile(join(folder, file)));
    setImmediate(served, file);
    return new Response(bytes, {
      headers: {
        'content-type': types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      },
    });
  });
}

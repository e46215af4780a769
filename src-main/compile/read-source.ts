/** Reads a source file as text, or says why it cannot be one. */
import { readFileSync, statSync } from 'node:fs';
import type { SourceFailure } from '../contract/failures.ts';
import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';

/** Larger files are refused before they are read. */
export const SOURCE_BYTES_MAX = 50_000_000;

/** The text exactly as stored, byte order mark included, so that UTF-16 offsets count from the file's first character. */
export function readSource(path: string): Result<string, SourceFailure> {
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return fail({ code: 'source-unreadable' });
    if (stat.size > SOURCE_BYTES_MAX) {
      return fail({ code: 'source-too-large', bytes: stat.size, bytesMax: SOURCE_BYTES_MAX });
    }
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return fail({ code: code === 'ENOENT' || code === 'ENOTDIR' ? 'source-missing' : 'source-unreadable' });
  }
  return decodeSource(bytes);
}

export function decodeSource(bytes: Uint8Array): Result<string, SourceFailure> {
  if (bytes.length > SOURCE_BYTES_MAX) {
    return fail({ code: 'source-too-large', bytes: bytes.length, bytesMax: SOURCE_BYTES_MAX });
  }
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return fail({ code: 'source-encoding', byteOffset: 0 });
  if (bytes.includes(0)) return fail({ code: 'source-binary' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder says only that it failed; many control bytes are what tells a program from a text in another encoding.
    return looksBinary(bytes)
      ? fail({ code: 'source-binary' })
      : fail({ code: 'source-encoding', byteOffset: firstInvalidByte(bytes) });
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return fail({ code: 'source-empty' });
  return ok(text);
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const controls = head.reduce(
    (count, byte) => count + (byte < 32 && ![9, 10, 12, 13, 27].includes(byte) ? 1 : 0),
    0,
  );
  return controls > head.length / 20;
}

/** Offset of the first byte that is no UTF-8, by halving: a prefix that decodes as a stream is sound. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

import { describe, expect, it } from 'vitest';
import { decodeSource, readSource, SOURCE_BYTES_MAX } from '../../../src-main/compile/read-source.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );

describe('a source file', () => {
  it('keeps its byte order mark, so that offsets count from the first character stored', () => {
    expect(decodeSource(bytes([0xef, 0xbb, 0xbf], 'Báo cáo'))).toEqual({ ok: true, value: '\ufeffBáo cáo' });
  });

  it.each([
    ['has no words', bytes(' \r\n\t\u00a0\n---\n'), { code: 'source-empty' }],
    ['is empty', bytes(), { code: 'source-empty' }],
    ['holds zero bytes', bytes('PK', [3, 4, 0, 0], 'abc'), { code: 'source-binary' }],
    ['is UTF-16', bytes([0xff, 0xfe, 0x42, 0]), { code: 'source-encoding', byteOffset: 0 }],
    [
      'is in another encoding',
      bytes('Báo cáo ', [0xe1, 0x20], 'x'),
      { code: 'source-encoding', byteOffset: 11 },
    ],
    ['is cut in a letter', bytes('Báo cáo ', [0xe1]), { code: 'source-encoding', byteOffset: 10 }],
  ])('is refused when it %s', (_, content, error) => {
    const decoded = decodeSource(content);
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.error.code).toBe(error.code);
  });

  it('is refused when it is larger than 50 MB', () => {
    expect(decodeSource(new Uint8Array(SOURCE_BYTES_MAX + 1))).toMatchObject({
      error: { code: 'source-too-large' },
    });
  });

  it('is refused when it is missing or a folder', () => {
    expect(readSource('tests/no-such-file.txt')).toMatchObject({ error: { code: 'source-missing' } });
    expect(readSource('tests')).toMatchObject({ error: { code: 'source-unreadable' } });
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

// The rule under test is pure; only the module's import of Electron needs a stand-in outside Electron.
vi.mock('electron', () => ({ protocol: {} }));
const { contentSecurityPolicy, fileOf } = await import('../../../src-main/app/protocol.ts');

const files = new Set(['reader/index.html', 'reader/assets/reader.js', 'stage/index.html']);

describe('fileOf', () => {
  it.each([
    ['app://reader/', 'reader/index.html'],
    ['app://reader/assets/reader.js', 'reader/assets/reader.js'],
    ['app://stage/index.html?x=1#y', 'stage/index.html'],
    ['app://stage/assets/reader.js', null],
    ['app://reader/../stage/index.html', null],
    ['app://reader/%2e%2e/stage/index.html', null],
    ['app://other/index.html', null],
    ['app://reader:8080/', null],
    ['app://me@reader/', null],
    ['https://reader/', null],
    ['file:///etc/passwd', null],
    ['not a url', null],
  ])('%s is %s', (url, file) => {
    expect(fileOf(url, files)).toBe(file);
  });
  it('answers nothing but what is on the list, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((path) => `app://reader/${path}`),
        ),
        (url) => {
          const file = fileOf(url, files);
          expect(file === null || files.has(file)).toBe(true);
        },
      ),
    );
  });
});

describe('the content security policy', () => {
  it('lets nothing in but the window’s own files', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|data:|blob:|\*/u);
  });
});

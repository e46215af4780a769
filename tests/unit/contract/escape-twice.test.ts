import { describe, expect, it } from 'vitest';
import { EscapeTwice } from '../../../src-main/contract/escape-twice.ts';

const escapeKey = { type: 'keyDown', code: 'Escape', isAutoRepeat: false };

describe('EscapeTwice', () => {
  it('leaves at the second press', () => {
    const keys = new EscapeTwice();
    expect(keys.press({ ...escapeKey, atMs: 0 })).toBe(false);
    expect(keys.press({ ...escapeKey, atMs: 700 })).toBe(true);
  });
  it('forgets a press that stays alone', () => {
    const keys = new EscapeTwice();
    keys.press({ ...escapeKey, atMs: 0 });
    expect(keys.press({ ...escapeKey, atMs: 2000 })).toBe(false);
  });
  it('forgets a press after which another key came', () => {
    const keys = new EscapeTwice();
    keys.press({ ...escapeKey, atMs: 0 });
    keys.press({ ...escapeKey, code: 'ArrowRight', atMs: 100 });
    expect(keys.press({ ...escapeKey, atMs: 200 })).toBe(false);
  });
  it('leaves when Escape is held', () => {
    const keys = new EscapeTwice();
    keys.press({ ...escapeKey, atMs: 0 });
    expect(keys.press({ ...escapeKey, isAutoRepeat: true, atMs: 400 })).toBe(false);
    expect(keys.press({ ...escapeKey, isAutoRepeat: true, atMs: 620 })).toBe(true);
  });
});

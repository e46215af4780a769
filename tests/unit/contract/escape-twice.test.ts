import { describe, expect, it } from 'vitest';
import { EscapeTwice } from '../../../src-main/app/escape-twice.ts';

const escape = { type: 'keyDown', code: 'Escape', isAutoRepeat: false };

describe('EscapeTwice', () => {
  it('leaves at the second press', () => {
    const keys = new EscapeTwice();
    expect(keys.press(escape, 0)).toBe(false);
    expect(keys.press(escape, 700)).toBe(true);
  });
  it('forgets a press that stays alone', () => {
    const keys = new EscapeTwice();
    keys.press(escape, 0);
    expect(keys.press(escape, 2000)).toBe(false);
  });
  it('forgets a press after which another key came', () => {
    const keys = new EscapeTwice();
    keys.press(escape, 0);
    keys.press({ ...escape, code: 'ArrowRight' }, 100);
    expect(keys.press(escape, 200)).toBe(false);
  });
  it('leaves when Escape is held', () => {
    const keys = new EscapeTwice();
    keys.press(escape, 0);
    expect(keys.press({ ...escape, isAutoRepeat: true }, 400)).toBe(false);
    expect(keys.press({ ...escape, isAutoRepeat: true }, 620)).toBe(true);
  });
});

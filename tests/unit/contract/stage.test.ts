import { describe, expect, it } from 'vitest';
import { methods, methodsOf, eventsOf } from '../../../src-main/contract/methods.ts';
import { turnOfKey } from '../../../src-main/contract/stage.ts';

const press = (code: string, more: Partial<Parameters<typeof turnOfKey>[0]> = {}) =>
  turnOfKey({ type: 'keyDown', code, key: code, shift: false, isAutoRepeat: false, ...more });

describe('keys on the stage', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    ['Space', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['KeyB', 'black'],
    ['Period', 'black'],
    ['KeyQ', null],
    ['Escape', null],
  ] as const)('%s means %s', (code, turn) => {
    expect(press(code)).toBe(turn);
  });
  it('goes back with Shift and space, and ignores keys that are let go', () => {
    expect(press('Space', { shift: true })).toBe('previous');
    expect(press('Space', { type: 'keyUp' })).toBeNull();
  });
  it('understands a clicker that sends keys without codes', () => {
    expect(press('', { key: 'PageDown' })).toBe('next');
  });
});

describe('the contract', () => {
  it('gives the stage one word to say and public words to hear', () => {
    expect(methodsOf('stage')).toEqual(['stage.ready']);
    expect(eventsOf('stage')).toEqual(['stage.show', 'stage.turn']);
  });
  it('gives each call to exactly one window', () => {
    for (const row of Object.values(methods)) expect(row.windows).toHaveLength(1);
  });
});

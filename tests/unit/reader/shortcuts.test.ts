import { describe, expect, it } from 'vitest';
import { actsOnText, commandOf, type KeyFacts } from '../../../src-renderer/reader/shortcuts.ts';

const key = (code: string, more: Partial<KeyFacts> = {}): KeyFacts => ({
  code,
  key: '',
  ctrl: false,
  alt: false,
  shift: false,
  composing: false,
  inText: false,
  ...more,
});

describe('commandOf', () => {
  it('goes by the place of a key, not by the letter an input method makes of it', () => {
    expect(commandOf(key('KeyM', { key: 'ư' }))).toEqual({ do: 'outline' });
  });
  it('leaves every key to an input method that composes', () => {
    for (const code of ['KeyM', 'Escape', 'F3', 'Digit1'])
      expect(commandOf(key(code, { composing: true }))).toBeNull();
  });
  it('leaves single keys and undo to a text field', () => {
    for (const code of ['KeyM', 'Digit1', 'KeyN', 'Delete'])
      expect(commandOf(key(code, { inText: true }))).toBeNull();
    expect(commandOf(key('KeyZ', { ctrl: true, inText: true }))).toBeNull();
    expect(commandOf(key('KeyK', { ctrl: true, inText: true }))).toEqual({ do: 'search' });
  });
  it('steps through the figures with F, back with Shift, and leaves Ctrl F to the search', () => {
    expect(commandOf(key('KeyF'))).toEqual({ do: 'next-figure' });
    expect(commandOf(key('KeyF', { shift: true }))).toEqual({ do: 'previous-figure' });
    expect(commandOf(key('KeyF', { ctrl: true }))).toEqual({ do: 'search' });
    expect(actsOnText({ do: 'next-figure' })).toBe(true);
    expect(actsOnText({ do: 'escape' })).toBe(false);
  });
  it('does not take the keys of the system', () => {
    expect(commandOf(key('KeyC', { ctrl: true }))).toBeNull();
    expect(commandOf(key('KeyS', { shift: true }))).toBeNull();
    expect(commandOf(key('F4', { alt: true }))).toBeNull();
  });
});

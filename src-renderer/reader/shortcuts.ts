/** Keys of the reader. Pure: an event's facts in, a command out. */
import { belongsToInputMethod } from '../lib/input-method.ts';
import { colours, type Colour } from '../../src-main/contract/delegate.ts';

export type Command =
  | { readonly do: 'search' | 'next-hit' | 'previous-hit' | 'escape' }
  | { readonly do: 'back' | 'forward' | 'undo' | 'redo' }
  | { readonly do: 'larger' | 'smaller' | 'usual-size' }
  | { readonly do: 'outline' | 'notebook' | 'figures' | 'keys' | 'present' }
  | { readonly do: 'next-block' | 'previous-block' | 'next-section' | 'previous-section' | 'select-sentence' }
  | { readonly do: 'mark'; readonly colour: Colour }
  | { readonly do: 'note' | 'question' | 'copy' | 'unmark' }
  | { readonly do: 'next-figure' | 'previous-figure' | 'checks' };

const onText: ReadonlySet<Command['do']> = new Set<Command['do']>([
  'next-block',
  'previous-block',
  'next-section',
  'previous-section',
  'next-figure',
  'previous-figure',
  'select-sentence',
  'mark',
  'note',
  'question',
  'copy',
  'unmark',
]);

/** True for what is done to the report's text, and makes sense only while one sees it. */
export const actsOnText = (command: Command): boolean => onText.has(command.do);

export interface KeyFacts {
  readonly code: string;
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** An input method is composing (or the key is one it has taken: keyCode 229). */
  readonly composing: boolean;
  /** The key goes into a text field. */
  readonly inText: boolean;
}

const withCtrl: Readonly<Record<string, Command>> = {
  KeyK: { do: 'search' },
  KeyF: { do: 'search' },
  KeyB: { do: 'figures' },
  Equal: { do: 'larger' },
  NumpadAdd: { do: 'larger' },
  Minus: { do: 'smaller' },
  NumpadSubtract: { do: 'smaller' },
  Digit0: { do: 'usual-size' },
  Numpad0: { do: 'usual-size' },
};
const single: Readonly<Record<string, Command>> = {
  KeyJ: { do: 'next-block' },
  KeyK: { do: 'previous-block' },
  KeyL: { do: 'next-section' },
  KeyH: { do: 'previous-section' },
  KeyS: { do: 'select-sentence' },
  KeyN: { do: 'note' },
  KeyQ: { do: 'question' },
  KeyC: { do: 'copy' },
  KeyF: { do: 'next-figure' },
  KeyD: { do: 'checks' },
  KeyM: { do: 'outline' },
  KeyG: { do: 'notebook' },
  KeyB: { do: 'figures' },
  Delete: { do: 'unmark' },
};

/**
 * The command of a key press; null where the key is the browser's or the text field's. Single keys go by
 * `event.code`, so an input method's letters do not change them, and never fire while composing or in a text field.
 */
export function commandOf({ code, key, ctrl, alt, shift, composing, inText }: KeyFacts): Command | null {
  if (composing) return null;
  if (code === 'Escape') return { do: 'escape' };
  if (code === 'F3') return { do: shift ? 'previous-hit' : 'next-hit' };
  if (code === 'F5') return { do: 'present' };
  if (ctrl && !alt) {
    if (code === 'KeyZ' && !inText) return { do: shift ? 'redo' : 'undo' };
    if (code === 'KeyY' && !inText) return { do: 'redo' };
    return withCtrl[code] ?? null;
  }
  if (alt && !ctrl) {
    if (code === 'ArrowLeft') return { do: 'back' };
    if (code === 'ArrowRight') return { do: 'forward' };
    return null;
  }
  if (inText || ctrl || alt) return null;
  if (key === '?' || (code === 'Slash' && shift)) return { do: 'keys' };
  if (shift) return code === 'KeyF' ? { do: 'previous-figure' } : null;
  const digit = /^(?:Digit|Numpad)([1-4])$/u.exec(code)?.[1];
  const colour = digit === undefined ? undefined : colours[Number(digit) - 1];
  if (colour !== undefined) return { do: 'mark', colour };
  return single[code] ?? null;
}

export function factsOf(event: KeyboardEvent): KeyFacts {
  const target = event.target;
  return {
    code: event.code,
    key: event.key,
    ctrl: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    composing: belongsToInputMethod(event),
    inText:
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'range'].includes(target.type)),
  };
}

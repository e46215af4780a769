/** The bridge that this window's preload gave it. */
import type { Bridge } from '../../src-main/contract/methods.ts';
import type { WindowName } from '../../src-main/contract/windows.ts';

export function bridgeOf<Name extends WindowName>(): Bridge<Name> {
  const { kyhop } = globalThis as unknown as { kyhop?: Bridge<Name> };
  if (kyhop === undefined) throw new Error('this page runs only inside its own window');
  return kyhop;
}

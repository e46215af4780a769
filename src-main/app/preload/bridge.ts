/** Builds what a window gets from its rows of the contract: no general `invoke`, no channel names to choose. */
import { contextBridge, ipcRenderer } from 'electron';
import * as v from 'valibot';
import { events, eventsOf, methodsOf } from '../../contract/methods.ts';
import type { WindowName } from '../../contract/windows.ts';

export function exposeBridge(window: WindowName): void {
  const call = Object.fromEntries(
    methodsOf(window).map((name) => [name, (args: unknown) => ipcRenderer.invoke(name, args) as unknown]),
  );
  const heard: readonly string[] = eventsOf(window);
  const on = (name: unknown, handler: unknown): (() => void) => {
    const event = heard.find((known) => known === name) as keyof typeof events | undefined;
    if (event === undefined || typeof handler !== 'function') throw new TypeError('unknown event');
    const listener = (_event: unknown, payload: unknown): void => {
      const parsed = v.safeParse(events[event].payload, payload);
      if (parsed.success) (handler as (payload: unknown) => void)(parsed.output);
    };
    ipcRenderer.on(event, listener);
    return () => void ipcRenderer.off(event, listener);
  };
  contextBridge.exposeInMainWorld('kyhop', { call, on });
}

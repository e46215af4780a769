/**
 * The one door for messages. For every call: which window sent it, from its main frame, from its own origin; then
 * the argument's shape. When any of these cannot be established the answer is no.
 */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import * as v from 'valibot';
import {
  methods,
  type EventName,
  type EventPayload,
  type MethodArgs,
  type MethodName,
  type MethodValue,
} from '../contract/methods.ts';
import { fail, type Result } from '../contract/result.ts';
import type { WindowName } from '../contract/windows.ts';
import { errorKind, type Log } from './log.ts';
import { originOf } from './protocol.ts';

export type Handlers = {
  readonly [Name in MethodName]: (
    args: MethodArgs<Name>,
  ) => Result<MethodValue<Name>> | Promise<Result<MethodValue<Name>>>;
};

/** Which window a sender is; null for any other contents. */
export type Identify = (sender: WebContents) => WindowName | null;

/** Registers a handler for each row of the contract. */
export function registerMethods(handlers: Handlers, identify: Identify, log: Log): void {
  for (const name of Object.keys(methods) as MethodName[]) {
    ipcMain.handle(name, (event, args: unknown) => answer(name, handlers, identify, log, event, args));
  }
}

async function answer<Name extends MethodName>(
  name: Name,
  handlers: Handlers,
  identify: Identify,
  log: Log,
  event: IpcMainInvokeEvent,
  args: unknown,
): Promise<Result<MethodValue<Name>>> {
  const window = identify(event.sender);
  const allowed: readonly WindowName[] = methods[name].windows;
  const refuse = (reason: 'window' | 'frame' | 'origin'): Result<never> => {
    log({ event: 'call-refused', method: name, reason });
    return fail({ code: 'call-refused' });
  };
  if (window === null || !allowed.includes(window)) return refuse('window');
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame) return refuse('frame');
  if (frame.origin !== originOf(window)) return refuse('origin');

  const parsed = v.safeParse(methods[name].args, args);
  // Valibot takes an array for an object without entries; no row of the contract does.
  if (!parsed.success || Array.isArray(args)) {
    log({ event: 'call-malformed', method: name });
    return fail({ code: 'call-malformed' });
  }
  try {
    const result = await handlers[name](parsed.output);
    if (!result.ok) log({ event: 'call-failed', method: name, code: result.error.code });
    return result;
  } catch (error) {
    log({ event: 'call-broke', method: name, error: errorKind(error) });
    return fail({ code: 'call-broke' });
  }
}

/** Sends an event of the contract to a window that may hear it. */
export function sendEvent<Name extends EventName>(
  contents: WebContents | undefined,
  name: Name,
  payload: EventPayload<Name>,
): void {
  if (contents !== undefined && !contents.isDestroyed()) contents.send(name, payload);
}

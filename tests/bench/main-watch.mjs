// Watches the main process of an app that Playwright drives: how long each call and the event loop as a whole hold it.
import { longSummary } from './statistics.mjs';

/**
 * From now on every call of the contract is timed in the main process: from the message's arrival to where it waits or
 * returns (sender check, validation, handler), and the sending of the answer, which copies it.
 */
export const watchMain = (app) =>
  app.evaluate(({ ipcMain }) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('perf_hooks');
    const calls = [];
    // Electron has no public way to see its handlers.
    const handlers = ipcMain._invokeHandlers;
    for (const [method, handler] of handlers) {
      handlers.set(method, (event, ...args) => {
        const call = { method, args, handleMs: 0, replyMs: 0 };
        calls.push(call);
        const channel = event._replyChannel;
        if (channel !== undefined) {
          event._replyChannel = {
            sendReply: (reply) => {
              const from = performance.now();
              channel.sendReply(reply);
              call.replyMs = performance.now() - from;
            },
          };
        }
        const from = performance.now();
        try {
          return handler(event, ...args);
        } finally {
          call.handleMs = performance.now() - from;
        }
      });
    }
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    globalThis.benchWatch = { calls, delay };
    return handlers.size;
  });

/** Forgets the event loop's delays until now: what Playwright and the opening of windows caused. */
export const forgetDelays = (app) => app.evaluate(() => globalThis.benchWatch.delay.reset());

/** Longest time the event loop was late since then, in milliseconds. The loop is asked every millisecond. */
export const longestDelayMs = (app) =>
  app.evaluate(() => Math.max(0, globalThis.benchWatch.delay.max / 1e6 - 1));

/**
 * `{method, handleMs, replyMs, totalMs, longestArgs}` per method, longest first; times with median, 95th percentile and
 * maximum, and what the longest call was called with.
 */
export async function callsByMethod(app) {
  const calls = await app.evaluate(() => globalThis.benchWatch.calls);
  const methods = [...new Set(calls.map(({ method }) => method))];
  return methods
    .map((method) => {
      const own = calls.filter((call) => call.method === method);
      const longest = own.reduce((a, b) => (totalMs(b) > totalMs(a) ? b : a));
      return {
        method,
        handleMs: longSummary(own.map(({ handleMs }) => handleMs)),
        replyMs: longSummary(own.map(({ replyMs }) => replyMs)),
        totalMs: longSummary(own.map(totalMs)),
        longestArgs: longest.args,
      };
    })
    .sort((a, b) => b.totalMs.max - a.totalMs.max);
}

const totalMs = ({ handleMs, replyMs }) => handleMs + replyMs;

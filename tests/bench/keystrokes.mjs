// From a keystroke in the search box to the frame that shows its results.

/**
 * Types `text` letter by letter, waiting each time until the page is still. Per letter: milliseconds from the key event
 * to the end of the frame after the last change of the results or of the marks in the text; null where a letter
 * changed nothing.
 */
export async function typeTimed(reader, box, text) {
  await reader.evaluate(watchPaints);
  const times = [];
  for (const letter of text) {
    await box.press(letter === ' ' ? 'Space' : letter);
    times.push(await reader.evaluate(stillMs));
  }
  await reader.evaluate(() => globalThis.benchPaints.stop());
  return times;
}

/** Runs in the page. */
function watchPaints() {
  const state = { pressedMs: 0, changedMs: 0, paintedMs: 0 };
  const onKey = (event) => Object.assign(state, { pressedMs: event.timeStamp, changedMs: 0, paintedMs: 0 });
  addEventListener('keydown', onKey, true);
  const isResult = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest('article, [role=listbox], .search') != null;
  };
  const observer = new MutationObserver((records) => {
    if (!records.some(({ target }) => isResult(target))) return;
    state.changedMs = performance.now();
    requestAnimationFrame(() => {
      // The first task after a frame's callbacks comes when its style, layout and paint are done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (state.paintedMs = performance.now());
      port2.postMessage(null);
    });
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'aria-selected'],
  });
  const stop = () => {
    observer.disconnect();
    removeEventListener('keydown', onKey, true);
  };
  globalThis.benchPaints = { state, stop };
}

/** Runs in the page. */
async function stillMs() {
  const { state } = globalThis.benchPaints;
  const STILL_MS = 120;
  do await new Promise((resolve) => setTimeout(resolve, STILL_MS / 2));
  while (
    performance.now() - Math.max(state.pressedMs, state.changedMs) < STILL_MS ||
    state.paintedMs < state.changedMs
  );
  return state.changedMs === 0 ? null : state.paintedMs - state.pressedMs;
}

// From a keystroke in the search box to the frames that show its results, and to the last mark in the text.

/**
 * Types `text` letter by letter, waiting each time until the page is still. Per letter `{resultsMs, marksMs, longestTaskMs}`:
 * milliseconds from the key event to the end of the frame after the last change of the results, and of the marks in
 * the text, and the longest task of the page meanwhile; null where a letter changed nothing.
 */
export async function typeTimed(reader, box, text) {
  await reader.evaluate(watchPaints);
  const times = [];
  for (const letter of text) {
    await box.press(letter === ' ' ? 'Space' : letter);
    times.push(await reader.evaluate(timesWhenStill));
  }
  await reader.evaluate(() => globalThis.benchPaints.stop());
  return times;
}

/** Runs in the page. */
function watchPaints() {
  const fresh = () => ({ changedMs: 0, paintedMs: 0 });
  const state = { pressedMs: 0, results: fresh(), marks: fresh(), longestTaskMs: 0 };
  const onKey = (event) =>
    Object.assign(state, {
      pressedMs: event.timeStamp,
      results: fresh(),
      marks: fresh(),
      longestTaskMs: 0,
    });
  addEventListener('keydown', onKey, true);
  const inside = (node, selector) =>
    (node instanceof Element ? node : node.parentElement)?.closest(selector) != null;
  const note = (change) => {
    change.changedMs = performance.now();
    requestAnimationFrame(() => {
      // The first task after a frame's callbacks comes when its style, layout and paint are done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (change.paintedMs = performance.now());
      port2.postMessage(null);
    });
  };
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => inside(target, '[role=listbox], .search'))) note(state.results);
    if (records.some(({ target }) => inside(target, 'article'))) note(state.marks);
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'aria-selected'],
  });
  // The browser tells of tasks from 50 ms on.
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      state.longestTaskMs = Math.max(state.longestTaskMs, duration);
  });
  tasks.observe({ type: 'longtask' });
  const stop = () => {
    observer.disconnect();
    tasks.disconnect();
    removeEventListener('keydown', onKey, true);
  };
  globalThis.benchPaints = { state, stop };
}

/** Runs in the page. Marks wait for a pause in typing: stillness must last longer than that. */
async function timesWhenStill() {
  const { state } = globalThis.benchPaints;
  const STILL_MS = 300;
  const changes = () => [state.results, state.marks];
  do await new Promise((resolve) => setTimeout(resolve, STILL_MS / 2));
  while (
    performance.now() - Math.max(state.pressedMs, ...changes().map(({ changedMs }) => changedMs)) <
      STILL_MS ||
    changes().some(({ changedMs, paintedMs }) => paintedMs < changedMs)
  );
  const since = ({ changedMs, paintedMs }) => (changedMs === 0 ? null : paintedMs - state.pressedMs);
  return {
    resultsMs: since(state.results),
    marksMs: since(state.marks),
    longestTaskMs: state.longestTaskMs,
  };
}

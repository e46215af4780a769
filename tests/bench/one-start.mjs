// One start of one app, measured from outside: nothing is attached to it until both figures exist.
import { chromium } from '@playwright/test';
import { isRoot } from '../../src-main/setup/prepare.mjs';
import { endProgram, startProgram, treeCpuMs, treePssBytes } from './process-tree.mjs';

/** Memory is read this long after the first paint. */
const SETTLE_MS = 3_000;
const START_TIMEOUT_MS = 30_000;

/**
 * Starts `folder` (a checkout, or the floor) and returns `{paintMs, readableMs, pssBytes, cpuMs}`: milliseconds from spawn to the first
 * contentful paint and to the first paint with words of the article in it. `paintGuessMs` says when to read the memory:
 * asking the page for its paint would change what is measured.
 */
export async function measureStart({ executable, folder, data, paintGuessMs }) {
  const args = [folder, `--user-data-dir=${data}`, '--remote-debugging-port=0'];
  if (isRoot) args.push('--no-sandbox');
  const { child, spawnedAtMs } = startProgram(executable, args);
  try {
    const endpoint = await endpointOf(child);
    child.once('exit', (code, signal) => {
      if (!child.killed)
        process.stderr.write(`An app that was being measured ended with ${code ?? signal}.\n`);
    });
    await sleep(spawnedAtMs + paintGuessMs + SETTLE_MS - Date.now());
    const pssBytes = treePssBytes(child.pid);
    const cpuMs = treeCpuMs(child.pid);
    const { paintedAtMs, readableAtMs } = await paintsOf(endpoint);
    return { paintMs: paintedAtMs - spawnedAtMs, readableMs: readableAtMs - spawnedAtMs, pssBytes, cpuMs };
  } finally {
    await endProgram(child);
  }
}

/** The DevTools address that Chromium prints when it is ready to be asked. */
function endpointOf(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (why) => reject(new Error(`${why}\n${text.slice(0, 2000)}`));
    const timer = setTimeout(() => fail('The app did not start.'), START_TIMEOUT_MS);
    child.stderr.on('data', (chunk) => {
      text += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found === null) return;
      clearTimeout(timer);
      // What follows is read and dropped, so that the pipe never fills.
      resolve(found[1]);
    });
    child.once('exit', (code) => fail(`The app ended with ${code}.`));
  });
}

/** Wall-clock times of the page's first paint and of the first paint of words of its article. */
async function paintsOf(endpoint) {
  const browser = await chromium.connectOverCDP(endpoint);
  try {
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('The app has no window.');
    const { originMs, paintMs, largest } = await page.evaluate(readPaints);
    const inArticle = largest.find(({ isArticle }) => isArticle);
    // Chromium reports the largest element of each frame that beats those before. The first one in the article
    // tells the first frame in which the report could be read.
    if (paintMs === null || inArticle === undefined) throw new Error('The page painted no article.');
    return { paintedAtMs: originMs + paintMs, readableAtMs: originMs + inArticle.timeMs };
  } finally {
    await browser.close();
  }
}

/** Runs in the page; waits for the paint where a busy machine has not come to it. */
async function readPaints() {
  const PATIENCE_MS = 15_000;
  const firstOf = (type) =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        observer.disconnect();
        resolve(list.getEntries());
      });
      observer.observe({ type, buffered: true });
      setTimeout(resolve, PATIENCE_MS, []);
    });
  const paint = (await firstOf('paint')).find(({ name }) => name === 'first-contentful-paint');
  const largest = await firstOf('largest-contentful-paint');
  return {
    originMs: performance.timeOrigin,
    paintMs: paint?.startTime ?? null,
    largest: largest.map(({ element, renderTime, startTime }) => ({
      timeMs: renderTime || startTime,
      isArticle: element?.closest('article') != null,
    })),
  };
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

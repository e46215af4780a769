/** What a page offers to click and to type into, measured as a delegate meets it. */
import type { ElectronApplication, Page } from '@playwright/test';

export interface Control {
  readonly what: string;
  readonly heightPx: number;
  /** A link in the running text: its size is the text's. */
  readonly inText: boolean;
}

/** Everything visible that can be clicked or typed into. */
export const controls = (page: Page): Promise<Control[]> =>
  page.evaluate(() => {
    const all = document.querySelectorAll('button, a[href], input, textarea, select, [role="option"]');
    return [...all]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .map((each) => {
        // A checkbox is as large as the label that belongs to it.
        const target = each instanceof HTMLInputElement ? (each.closest('label') ?? each) : each;
        return {
          what: `${each.localName} ${each.getAttribute('aria-label') ?? each.textContent}`.trim(),
          heightPx: target.getBoundingClientRect().height,
          inText: each.matches('article a'),
        };
      });
  });

/** Those controls that cannot be seen whole or cannot be hit, with the reason; each is scrolled into sight first. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const modal = document.querySelector('dialog[open]');
    /** The drawer, list or toolbar over the page that an element belongs to. */
    const layerOf = (element: Element): Element | null => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (['fixed', 'absolute'].includes(getComputedStyle(at).position) && at.matches(':not(kbd)'))
          return at;
      }
      return null;
    };
    for (const each of (modal ?? document).querySelectorAll(
      'button, input, textarea, select, [role="option"]',
    )) {
      if (!each.checkVisibility({ visibilityProperty: true })) continue;
      each.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const name = `${each.localName} ${each.getAttribute('aria-label') ?? each.textContent}`.trim();
      const box = each.getBoundingClientRect();
      if (box.left < 0 || box.right > innerWidth) wrong.push(`${name}: beside the window`);
      else if (box.top < 0 || box.bottom > innerHeight) wrong.push(`${name}: above or below the window`);
      else {
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const isHit = hit !== null && (each.contains(hit) || hit.closest('label')?.contains(each) === true);
        // What was opened over the page may lie on the page, but not on the bar that leads back.
        const isLaidOver = hit !== null && layerOf(hit) !== null && layerOf(hit) !== layerOf(each);
        if (!isHit && (!isLaidOver || each.closest('header') !== null))
          wrong.push(`${name}: under ${hit?.localName ?? 'nothing'} ${hit?.className ?? ''}`);
      }
      if (each.localName === 'button' && each.scrollWidth > each.clientWidth + 1)
        wrong.push(`${name}: its label is cut`);
    }
    return wrong;
  });

/** Whether something must be scrolled sideways: the page, or the report in it. */
export const sidewaysPx = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scroller = document.querySelector('article')?.parentElement;
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      (scroller?.scrollWidth ?? 0) - (scroller?.clientWidth ?? 0),
    );
  });

/** The part of the window's height in which the report can be read. */
export const readableShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const box = document.querySelector('article')?.parentElement?.getBoundingClientRect();
    if (box === undefined) return 0;
    const seen = Array.from({ length: 100 }, (_, at) => ((at + 0.5) * innerHeight) / 100).filter((y) => {
      const hit = document.elementFromPoint(box.left + box.width / 2, y);
      return hit !== null && document.querySelector('article')?.parentElement?.contains(hit);
    });
    return seen.length / 100;
  });

export interface Stop {
  readonly what: string;
  readonly number: number | null;
  readonly outlinePx: number;
  readonly inSight: boolean;
}

/** Walks through the page with Tab until the walk comes round; `missed` are the controls that it did not come by. */
export async function walkByTab(page: Page): Promise<{ stops: Stop[]; missed: string[] }> {
  const names = await page.evaluate(() => {
    const modal = document.querySelector('dialog[open]');
    const all = [...(modal ?? document).querySelectorAll('button, a[href], input, textarea, select')].filter(
      (each) =>
        each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled, [tabindex="-1"]'),
    );
    for (const [number, each] of all.entries()) each.setAttribute('data-stop', String(number));
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.getSelection()?.removeAllRanges();
    return all.map((each) =>
      `${each.localName} ${each.getAttribute('aria-label') ?? each.textContent}`.trim(),
    );
  });
  const stops: Stop[] = [];
  const met = new Set<number>();
  for (let step = 0; step < names.length + 20; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const number = at.getAttribute('data-stop');
      return {
        what: `${at.localName} ${at.getAttribute('aria-label') ?? at.textContent.slice(0, 40)}`.trim(),
        number: number === null ? null : Number(number),
        outlinePx: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    });
    if (stop === null) continue;
    stops.push(stop);
    if (stop.number !== null) met.add(stop.number);
    if (met.size === names.length) break;
  }
  return { stops, missed: names.filter((_, number) => !met.has(number)) };
}

/** Gives the reader's page this size in physical pixels, and this zoom. */
export async function resizeTo(
  app: ElectronApplication,
  page: Page,
  { width, height, zoom = 1 }: { width: number; height: number; zoom?: number },
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, to) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().startsWith('app://reader/'),
      );
      window?.setContentSize(to.width, to.height);
      window?.webContents.setZoomFactor(to.zoom);
    },
    { width, height, zoom },
  );
  await page.waitForFunction(
    ([wide, high]) => Math.abs(innerWidth - wide) <= 1 && Math.abs(innerHeight - high) <= 1,
    [width / zoom, height / zoom] as const,
  );
}

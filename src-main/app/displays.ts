/** Where windows go when displays come and go. Pure: rectangles in, rectangles out (device-independent px). */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface DisplayArea {
  readonly id: number;
  /** Without task bars. */
  readonly workArea: Rectangle;
}

export const readerSizeMin = { width: 480, height: 400 } as const;
const readerSizeDefault = { width: 1440, height: 900 } as const;

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Bounds to open a window with: the saved ones, moved and shrunk until they lie whole in the display they share
 * most with; the default size in the middle of the first display where they share nothing with any.
 */
export function saneBounds(saved: Rectangle | null, displays: readonly DisplayArea[]): Rectangle {
  const first = displays[0]?.workArea ?? { x: 0, y: 0, ...readerSizeDefault };
  const home =
    saved === null
      ? undefined
      : displays
          .map((display) => ({ area: display.workArea, shared: overlap(saved, display.workArea) }))
          .filter(({ shared }) => shared > 0)
          .sort((a, b) => b.shared - a.shared)[0]?.area;
  if (saved === null || home === undefined) {
    const width = Math.min(readerSizeDefault.width, first.width);
    const height = Math.min(readerSizeDefault.height, first.height);
    return {
      x: first.x + Math.round((first.width - width) / 2),
      y: first.y + Math.round((first.height - height) / 2),
      width,
      height,
    };
  }
  const width = Math.min(Math.max(saved.width, readerSizeMin.width), home.width);
  const height = Math.min(Math.max(saved.height, readerSizeMin.height), home.height);
  return {
    x: Math.min(Math.max(saved.x, home.x), home.x + home.width - width),
    y: Math.min(Math.max(saved.y, home.y), home.y + home.height - height),
    width,
    height,
  };
}

/** The display to present on: the first that is not the reader's; null where there is only one. */
export function stageDisplay(displays: readonly DisplayArea[], reader: number): number | null {
  return displays.find((display) => display.id !== reader)?.id ?? null;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saneBounds, stageDisplay, type Rectangle } from '../../../src-main/app/displays.ts';

const laptop = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } };
const projector = { id: 2, workArea: { x: 1366, y: 0, width: 1920, height: 1080 } };
const inside = (a: Rectangle, b: Rectangle): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

describe('saneBounds', () => {
  it('keeps a window that lies whole on a display', () => {
    const saved = { x: 1500, y: 100, width: 1200, height: 800 };
    expect(saneBounds(saved, [laptop, projector])).toEqual(saved);
  });
  it('brings a window home whose display has gone', () => {
    const bounds = saneBounds({ x: 1500, y: 100, width: 1200, height: 800 }, [laptop]);
    expect(inside(bounds, laptop.workArea)).toBe(true);
  });
  it('always answers bounds inside one display, big enough to use', () => {
    const edge = fc.integer({ min: -5000, max: 9000 });
    const size = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(fc.option(fc.record({ x: edge, y: edge, width: size, height: size })), (saved) => {
        const bounds = saneBounds(saved, [laptop, projector]);
        expect([laptop, projector].some(({ workArea }) => inside(bounds, workArea))).toBe(true);
        expect(bounds.width).toBeGreaterThanOrEqual(480);
        expect(bounds.height).toBeGreaterThanOrEqual(400);
      }),
    );
  });
});

describe('stageDisplay', () => {
  it('is the display that the reader is not on', () => {
    expect(stageDisplay([laptop, projector], 1)).toBe(2);
    expect(stageDisplay([laptop, projector], 2)).toBe(1);
    expect(stageDisplay([laptop], 1)).toBeNull();
  });
});

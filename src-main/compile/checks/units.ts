/** Whether two numbers are printed in the same unit, or count things of one kind. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';

/** Printed alike, or one of them left out. */
export const isSameUnit = (a: IdentifiedFigure, b: IdentifiedFigure): boolean =>
  a.unit === null || b.unit === null || unitKey(a.unit) === unitKey(b.unit);

/** "trường mầm non" is a part of "trường học", "vụ" of "vụ án". */
export function isKindredUnit(a: IdentifiedFigure, b: IdentifiedFigure): boolean {
  if (isSameUnit(a, b)) return true;
  if (a.class !== 'count' || (b.class !== 'count' && b.class !== 'ratio')) return false;
  return headOf(a.unit) === headOf(b.unit);
}

const headOf = (unit: string | null): string => unitKey(unit ?? '').split(' ')[0] ?? '';

export const unitKey = (unit: string): string => unit.toLowerCase().replace(/\s+/g, ' ');

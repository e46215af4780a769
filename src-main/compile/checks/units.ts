/** Whether two numbers are printed in the same unit, or count things of one kind. */
import type { IdentifiedFigure } from '../../contract/indicator.ts';

/** Printed alike, or one of them left out. */
export const isSameUnit = (a: IdentifiedFigure, b: IdentifiedFigure): boolean =>
  a.unit === null || b.unit === null || unitKey(a.unit) === unitKey(b.unit);

/** "trường mầm non" is a part of "trường học", "vụ" of "vụ án". */
export function isKindredUnit(a: IdentifiedFigure, b: IdentifiedFigure): boolean {
  if (isSameUnit(a, b)) return true;
  if (a.class !== 'count' || (b.class !== 'count' && b.class !== 'ratio')) return false;
  return headOf(a.unit) === headOf(b.unit) || arePeople(a.unit, b.unit);
}

/** "8.120 em" of "31.240 học sinh": people are counted in a word for all of them. */
const arePeople = (a: string | null, b: string | null): boolean => {
  const [first, second] = [unitKey(a ?? ''), unitKey(b ?? '')];
  return people.test(first) && people.test(second) && (anyone.test(first) || anyone.test(second));
};
const anyone = /^(?:người|em|đồng chí|cháu|trẻ)$/;
const people =
  /^(?:người|em|đồng chí|cháu|trẻ|học sinh|sinh viên|giáo viên|cán bộ|công chức|viên chức|đảng viên|đại biểu|thành viên|lao động|hội viên|đoàn viên|cử tri|bị can|bị cáo|quân nhân|nhân viên|bác sĩ)/;

const headOf = (unit: string | null): string => unitKey(unit ?? '').split(' ')[0] ?? '';

export const unitKey = (unit: string): string => unit.toLowerCase().replace(/\s+/g, ' ');

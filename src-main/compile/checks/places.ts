/** Whether two checks speak of the same places. */
import type { Operand } from '../../contract/check.ts';

type Placed = Pick<Operand, 'block' | 'start'>;

export const placeOf = (operand: Placed | undefined): string =>
  `${operand?.block ?? ''}:${operand?.start ?? 0}`;

/** In whatever order. */
export function sameOperands(
  a: { readonly operands: readonly Placed[] },
  b: { readonly operands: readonly Placed[] },
): boolean {
  const places = new Set(a.operands.map(placeOf));
  return (
    a.operands.length === b.operands.length && b.operands.every((operand) => places.has(placeOf(operand)))
  );
}

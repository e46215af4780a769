/** Where a check's operands stand, for whoever shows them side by side. Pure. */
import type { Block } from './briefing.ts';
import type { Check, Operand } from './check.ts';

/** A check's operands in one block, in reading order. */
export interface CheckPlace {
  readonly block: string;
  readonly address: string;
  /** The whole block's. */
  readonly text: string;
  readonly operands: readonly Operand[];
}

/** Block by block, in the order in which the check names them. */
export function placesOfCheck(
  { operands }: Pick<Check, 'operands'>,
  blockOf: (id: string) => Pick<Block, 'address' | 'text'> | null,
): readonly CheckPlace[] {
  const places = new Map<string, Operand[]>();
  for (const operand of operands) {
    const place = places.get(operand.block);
    if (place === undefined) places.set(operand.block, [operand]);
    else place.push(operand);
  }
  return [...places].flatMap(([id, found]) => {
    const block = blockOf(id);
    const ordered = [...found].sort((a, b) => a.start - b.start || a.end - b.end);
    return block === null ? [] : [{ block: id, address: block.address, text: block.text, operands: ordered }];
  });
}

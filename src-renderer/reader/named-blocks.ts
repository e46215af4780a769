/** Finds the places that a text of one's own speaks of. Pure. */
import type { Block } from '../../src-main/contract/briefing.ts';

/** Blocks whose address occurs in the text, in reading order: "theo mục II.1.1, đoạn 2" names one. */
export function blocksNamedIn<Named extends Pick<Block, 'address'>>(
  blocks: readonly Named[],
  text: string,
): readonly Named[] {
  const said = text.normalize('NFC').toLocaleLowerCase('vi');
  // Of "Mục I.3, đoạn 1" the whole is meant, and not also the "Mục I.3" in it.
  const named = new Map<number, Named>();
  for (const block of blocks) {
    const name = block.address.toLocaleLowerCase('vi');
    for (let at = said.indexOf(name); at !== -1; at = said.indexOf(name, at + 1)) {
      const goesOn = /^(?:[\p{L}\p{N}]|\.[\p{L}\p{N}])/u.test(
        said.slice(at + name.length, at + name.length + 2),
      );
      if (!goesOn && (named.get(at)?.address.length ?? 0) < name.length) named.set(at, block);
    }
  }
  const found = new Set(named.values());
  return blocks.filter((block) => found.has(block));
}

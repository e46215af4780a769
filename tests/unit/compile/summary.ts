/** A compiled document in lines that a reviewer can read: what a fixture's expectation is made of. */
import type { Block, CompiledDocument } from '../../../src-main/contract/briefing.ts';

export function summarise(compiled: CompiledDocument): string {
  const { document, sections, blocks, footnotes, problems } = compiled;
  const depths = new Map<string, number>();
  const lines: string[] = [];
  for (const [key, value] of Object.entries(document)) {
    if (key !== 'revision') lines.push(`${key}: ${value ?? '-'}`);
  }
  lines.push('', 'SECTIONS');
  for (const { id, kind, number, label, title, parent } of sections) {
    const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(id, depth);
    lines.push(`${'  '.repeat(depth)}${id} [${kind}] ${number ?? '-'} | ${label} | ${title}`);
  }
  lines.push('', 'BLOCKS');
  for (const block of blocks) lines.push(describe(block));
  lines.push('', 'FOOTNOTES');
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  for (const { number, block, ref } of footnotes) {
    const before =
      ref === null
        ? 'no reference'
        : (texts.get(ref.block) ?? '').slice(Math.max(0, ref.start - 20), ref.end);
    lines.push(`${number} ${block} <- ${ref?.block ?? '-'} ${before}`);
  }
  lines.push('', 'PROBLEMS');
  for (const { code, message } of problems) lines.push(`${code}: ${message}`);
  return `${lines.join('\n')}\n`;
}

function describe({ id, kind, section, address, text, marks, item, sources }: Block): string {
  const list = item === null ? '' : ` ${item.marker}${item.depth}`;
  const bold = marks.map(({ kind, start, end }) => `${kind[0] ?? ''}‹${text.slice(start, end)}›`).join(' ');
  const parts = sources.length > 1 ? ` (${sources.length} sources)` : '';
  return `${id} ${kind}${list} @ ${address} # ${section ?? '-'}${parts}: ${text}${bold === '' ? '' : ` || ${bold}`}`;
}

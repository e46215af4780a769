/** How deep list items lie: by indentation, and by the order in which markers appear ("-" above "+" above "*"). */
import type { Draft } from './drafts.ts';

/** Depth from 0 of each draft that is an item; others have 0. */
export function itemDepths(drafts: readonly Draft[]): number[] {
  let open: { marker: string; indent: number }[] = [];
  return drafts.map((draft) => {
    if (draft.opener?.kind !== 'item' || draft.kind !== 'item') {
      if (draft.kind !== 'footnote') open = [];
      return 0;
    }
    const { marker } = draft.opener;
    const { indent } = draft;
    const same = open.findLastIndex(
      (level) => level.marker === marker && indent < level.indent + 2 && indent > level.indent - 2,
    );
    if (same !== -1) open = open.slice(0, same + 1);
    else {
      while (open.length > 0 && !isBelow(marker, indent, open[open.length - 1])) open.pop();
      if (open.length < 8) open.push({ marker, indent });
    }
    return Math.max(0, open.length - 1);
  });
}

const order = '-–—−‑';
function isBelow(
  marker: string,
  indent: number,
  above: { marker: string; indent: number } | undefined,
): boolean {
  if (above === undefined || indent >= above.indent + 2) return true;
  if (indent <= above.indent - 2) return false;
  if (order.includes(marker) && above.marker === '+') return false;
  return marker !== above.marker;
}

/**
 * What sections are called: number paths ("II.1.1", "P2.1", "5.2.a"), labels that a person says ("Mục II.1.1", "Điều 5,
 * khoản 2") and ids. The part is said only where the path alone would not tell two sections apart.
 */
import type { SectionKind } from '../contract/briefing.ts';
import type { OutlineNode } from './outline.ts';
import { Uniques } from './uniques.ts';

export interface SectionName {
  readonly id: string;
  readonly kind: SectionKind;
  readonly number: string | null;
  readonly label: string;
}

/** How a section is named below its container: `path` within it, and whether it is a "Mục" or has its own word. */
interface Local {
  readonly container: OutlineNode | null;
  readonly path: string;
  readonly said: string;
  readonly family: 'container' | 'muc' | 'article';
  /** The article that a "Mục" stands in: "Điều 1, mục I.2". */
  readonly article?: { readonly path: string; readonly said: string };
}

const containers = ['part', 'appendix', 'chapter', 'division'];

export function nameSections(nodes: readonly OutlineNode[]): Map<OutlineNode, SectionName> {
  const locals = new Map<OutlineNode, Local>();
  const names = new Map<OutlineNode, SectionName>();
  const attachments = nodes.filter((node) => node.style === 'appendix');
  for (const node of nodes)
    if (node.numbering !== null) locals.set(node, localName(node, locals, attachments));
  const spoken = spokenContainers(nodes, locals);
  const ids = new Uniques((text, count) => `${text}-${count}`);
  const labels = new Uniques((text, count) => `${text} (lần ${count})`);
  const runIns = new Map<string, number>();
  for (const node of nodes) {
    const local = locals.get(node);
    if (local === undefined) {
      const parent = numberedParent(node);
      const base = parent === null ? 'muc' : (names.get(parent)?.id ?? 'muc');
      const count = (runIns.get(base) ?? 0) + 1;
      runIns.set(base, count);
      const label = parent === null ? '' : (names.get(parent)?.label ?? '');
      names.set(node, { id: ids.take(`${base}-r${count}`), kind: 'run-in', number: null, label });
      continue;
    }
    const container =
      local.container !== null && spoken.has(local.container) ? names.get(local.container) : undefined;
    const number = container === undefined ? local.path : `${container.number ?? ''}.${local.path}`;
    const label = withContainer(local, container?.label ?? null);
    names.set(node, {
      id: ids.take(`muc-${asciiPath(number)}`),
      kind: kindOf(node, local),
      number,
      label: labels.take(label),
    });
  }
  return names;
}

/** The nearest section above that has a number. */
export function numberedParent(node: OutlineNode): OutlineNode | null {
  let parent = node.parent;
  while (parent !== null && parent.numbering === null) parent = parent.parent;
  return parent;
}

function localName(
  node: OutlineNode,
  locals: ReadonlyMap<OutlineNode, Local>,
  attachments: readonly OutlineNode[],
): Local {
  const { style, numbering } = node;
  const printed = numbering?.printed ?? '';
  const value = numbering?.value ?? 0;
  const parent = numberedParent(node);
  const above = parent === null ? undefined : locals.get(parent);
  const container =
    parent === null ? null : containers.includes(parent.style) ? parent : (above?.container ?? null);
  switch (style) {
    case 'part':
      return { container: null, path: `P${value}`, said: sentenceCase(printed), family: 'container' };
    case 'appendix': {
      const isAppendix = /^phụ/iu.test(printed);
      const path = isAppendix ? `PL${value}` : `K${attachments.indexOf(node) + 1}`;
      return { container: null, path, said: sentenceCase(printed), family: 'container' };
    }
    case 'chapter':
      return { container, path: `C${value}`, said: sentenceCase(printed), family: 'container' };
    case 'division':
      return { container, path: `M${value}`, said: sentenceCase(printed), family: 'container' };
    case 'article':
      return { container: attachmentAbove(node), path: printed, said: `Điều ${printed}`, family: 'article' };
    case 'letter':
    case 'roman':
    case 'decimal':
    case 'bracket':
    case 'point':
    case 'unnumbered':
      break;
  }
  if (parent !== null && above?.family === 'article' && ['roman', 'letter'].includes(style)) {
    const { container, path, said } = above;
    const article = { path, said };
    return { container, path: `${path}.${printed}`, said: `${said}, mục ${printed}`, family: 'muc', article };
  }
  if (parent !== null && above?.family === 'article') {
    const isClause = style === 'decimal' || (style === 'bracket' && parent.style === 'article');
    const word = isClause ? 'khoản' : 'điểm';
    const isDeeper =
      style === 'decimal' &&
      parent.style === 'decimal' &&
      (numbering?.path.length ?? 1) > (parent.numbering?.path.length ?? 1);
    const base = isDeeper ? locals.get(ancestorOutsideDecimals(node) ?? parent) : above;
    const from = base ?? above;
    return {
      container: above.container,
      path: `${from.path}.${printed}`,
      said: `${from.said}, ${word} ${printed}`,
      family: 'article',
    };
  }
  const isBelowDecimal =
    style === 'decimal' && parent?.style === 'decimal' && (numbering?.path.length ?? 1) > 1;
  const owner = isBelowDecimal ? ancestorOutsideDecimals(node) : parent;
  const base = owner !== null && !containers.includes(owner.style) ? locals.get(owner) : undefined;
  const path = base === undefined ? printed : `${base.path}.${printed}`;
  const article = base?.article;
  const within = article === undefined ? {} : { article };
  if (style === 'point') {
    const said = base === undefined ? `điểm ${printed}` : `${base.said}, điểm ${printed}`;
    return { container, path, said, family: 'muc', ...within };
  }
  const said =
    article === undefined ? `mục ${path}` : `${article.said}, mục ${path.slice(article.path.length + 1)}`;
  return { container, path, said, family: 'muc', ...within };
}

function ancestorOutsideDecimals(node: OutlineNode): OutlineNode | null {
  let parent = numberedParent(node);
  while (parent?.style === 'decimal') {
    const own = node.numbering?.path.length ?? 1;
    const its = parent.numbering?.path.length ?? 1;
    if (its >= own) return parent;
    parent = numberedParent(parent);
  }
  return parent;
}

function attachmentAbove(node: OutlineNode): OutlineNode | null {
  let parent = node.parent;
  while (parent !== null && parent.style !== 'appendix') parent = parent.parent;
  return parent;
}

/**
 * Containers that must be said: appendices and chapters always; a part where its first level is of another kind than
 * that of the first part, or shares a path with another part.
 */
function spokenContainers(
  nodes: readonly OutlineNode[],
  locals: ReadonlyMap<OutlineNode, Local>,
): Set<OutlineNode> {
  const spoken = new Set<OutlineNode>();
  const owners = new Map<string, OutlineNode | null>();
  const shared = new Set<OutlineNode | null>();
  let firstStyle: string | null = null;
  for (const node of nodes) {
    if (node.style === 'appendix' || node.style === 'chapter' || node.style === 'division') spoken.add(node);
    const local = locals.get(node);
    if (
      local === undefined ||
      local.family === 'article' ||
      node.style === 'part' ||
      node.style === 'appendix'
    )
      continue;
    const { container, path } = local;
    if (container !== null && container.style !== 'part') continue;
    if (container !== null && numberedParent(node) === container) {
      firstStyle ??= node.style;
      if (node.style !== firstStyle) spoken.add(container);
    }
    const owner = owners.get(path);
    if (owner === undefined) owners.set(path, container);
    else if (owner !== container) shared.add(owner).add(container);
  }
  for (const container of shared) if (container !== null) spoken.add(container);
  return spoken;
}

function withContainer(local: Local, container: string | null): string {
  const { said } = local;
  if (container !== null)
    return `${container}, ${local.family === 'muc' || said.startsWith('Mục') ? lowerFirst(said) : said}`;
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** "PHẦN THỨ NHẤT" → "Phần thứ nhất"; numerals and single letters stay: "CHƯƠNG II" → "Chương II". */
function sentenceCase(printed: string): string {
  const words = printed.split(/\s+/).map((word, index) => {
    if (index > 0 && /^(?:[IVXLC]+|[A-ZĐ]|\d+)$/.test(word)) return word;
    return word.toLowerCase();
  });
  const text = words.join(' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function kindOf(node: OutlineNode, local: Local): SectionKind {
  switch (node.style) {
    case 'part':
    case 'appendix':
      return 'part';
    case 'chapter':
      return 'chapter';
    case 'division':
      return 'decimal';
    case 'letter':
    case 'roman':
    case 'article':
    case 'point':
      return node.style;
    case 'decimal':
      return local.family === 'article' ? 'clause' : 'decimal';
    case 'bracket':
      return local.family === 'article' ? (node.parent?.style === 'article' ? 'clause' : 'point') : 'decimal';
    case 'unnumbered':
      return 'run-in';
  }
}

function asciiPath(number: string): string {
  return number
    .replace(/đ/g, 'dd')
    .replace(/Đ/g, 'DD')
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .slice(0, 48);
}

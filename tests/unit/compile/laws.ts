/** What holds of every compiled document, whatever the source. One helper checks all of it. */
import { expect } from 'vitest';
import type { CompiledDocument, Separator, SourceRange } from '../../../src-main/contract/briefing.ts';

export function keepsItsLaws(source: string, compiled: CompiledDocument): void {
  tilesTheSource(source, compiled);
  rebuildsItsText(source, compiled);
  namesEverythingOnce(compiled);
  pointsOnlyInside(source, compiled);
  showsNoMarkup(compiled);
}

/** Every source character is in exactly one block source or separator. */
function tilesTheSource(source: string, { blocks, separators }: CompiledDocument): void {
  const ranges: SourceRange[] = [...blocks.flatMap((block) => block.sources), ...separators];
  ranges.sort((a, b) => a.start - b.start);
  let at = 0;
  let rebuilt = '';
  for (const { start, end } of ranges) {
    if (start !== at || end <= start) expect({ start, end }).toEqual({ start: at, end: 'after it' });
    rebuilt += source.slice(start, end);
    at = end;
  }
  expect(at).toBe(source.length);
  expect(rebuilt).toBe(source);
}

/** A block's text is its sources in NFC, joined by what the separators that directly follow each one stand for. */
function rebuildsItsText(source: string, { blocks, separators }: CompiledDocument): void {
  const byStart = new Map<number, Separator>(separators.map((separator) => [separator.start, separator]));
  for (const block of blocks) {
    let raw = '';
    block.sources.forEach(({ start, end }, index) => {
      const next = block.sources[index + 1];
      raw += source.slice(start, end);
      if (next === undefined) return;
      expect(next.start).toBeGreaterThan(end);
      for (
        let gap = byStart.get(end);
        gap !== undefined && gap.start < next.start;
        gap = byStart.get(gap.end)
      ) {
        raw += gap.as;
      }
    });
    expect(raw.normalize('NFC')).toBe(block.text);
    expect(block.text.trim()).toBe(block.text);
    expect(block.text).not.toBe('');
  }
}

function namesEverythingOnce({ blocks, sections }: CompiledDocument): void {
  const once = (names: readonly string[]): void => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  };
  once([...blocks.map(({ id }) => id), ...sections.map(({ id }) => id)]);
  once(blocks.map(({ address }) => address));
  for (const { id } of [...blocks, ...sections]) expect(id).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
}

function pointsOnlyInside(source: string, compiled: CompiledDocument): void {
  const { blocks, sections, footnotes, corrections, problems } = compiled;
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  const seen = new Set<string>();
  for (const section of sections) {
    if (section.parent !== null) expect(seen).toContain(section.parent);
    seen.add(section.id);
    expect(section.start).toBeLessThan(section.end);
    expect(section.end).toBeLessThanOrEqual(source.length);
    expect(section.title).not.toBe('');
  }
  for (const { section, marks, text } of blocks) {
    if (section !== null) expect(seen).toContain(section);
    for (const { start, end } of marks) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
  for (const { block, ref } of footnotes) {
    expect(texts.has(block)).toBe(true);
    if (ref !== null) expect(texts.get(ref.block)?.slice(ref.start, ref.end)).toMatch(/^[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]+$/);
  }
  for (const { block, start, end, original } of corrections) {
    expect(texts.get(block)?.slice(start, end)).toBe(original);
  }
  for (const { start, end } of problems) {
    if (start === null || end === null) continue;
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(source.length);
  }
}

/** Characters that no reader should meet. */
function showsNoMarkup({ blocks }: CompiledDocument): void {
  for (const { text } of blocks) expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
}

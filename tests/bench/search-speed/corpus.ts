/** A session of a thousand documents for measuring: sentences of real reports, with other numbers and names in each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../../src-main/contract/briefing.ts';
import { sentences } from '../../../src-main/contract/sentences.ts';

const SOURCES = [
  'resources/report/source.txt',
  'tests/fixtures/search/district-report.txt',
  'tests/fixtures/search/health-resolution.txt',
];
const BLOCKS_A_DOCUMENT = 300;
const SENTENCES_MAX = 4;
const ONSETS = 'b c ch d đ g gh h k kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const RIMES =
  'an ang anh ao âm ân ât êm ên iêm iên iết inh oa oan oài ông ôn ơn ung uy ươi ương ươn uyên uyết'.split(
    ' ',
  );

/** The same every time: no clock, no chance. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** Blocks with about so many bytes of text in UTF-8, and how many they are. */
export function makeCorpus(
  root: string,
  bytesWanted: number,
): { readonly blocks: Block[]; readonly bytes: number } {
  const pool = SOURCES.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8').replace(/\s+/gu, ' ');
    return sentences(text).map(({ start, end }) => text.slice(start, end).trim());
  }).filter((sentence) => sentence.length > 20 && sentence.length < 1200);
  const next = random(2026);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(next() * items.length)];
  const name = (): string => {
    const syllable = `${pick(ONSETS) ?? ''}${pick(RIMES) ?? ''}`;
    return syllable.charAt(0).toUpperCase() + syllable.slice(1);
  };
  const blocks: Block[] = [];
  let bytes = 0;
  while (bytes < bytesWanted) {
    const count = 1 + Math.floor(next() * SENTENCES_MAX);
    const text = Array.from({ length: count }, () => pick(pool) ?? '')
      .join(' ')
      .replace(/\d+/gu, (digits) =>
        digits.length === 4 ? digits : String(Math.floor(next() * 10 ** digits.length)),
      )
      .replace(/(?<=phường |xã |đường |ông |bà )\p{Lu}\p{L}+/gu, () => `${name()} ${name()}`);
    bytes += Buffer.byteLength(text);
    const number = blocks.length + 1;
    const document = Math.floor(blocks.length / BLOCKS_A_DOCUMENT) + 1;
    blocks.push({
      id: `b${number}`,
      kind: 'paragraph',
      section: null,
      address: `Tài liệu ${document}, đoạn ${number}`,
      text,
      marks: [],
      item: null,
      cell: null,
      sources: [],
    });
  }
  return { blocks, bytes };
}

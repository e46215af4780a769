/** What the evaluation asks of every engine. */
import type { Hit } from './scores.ts';

export interface Engine {
  readonly name: string;
  /** Blocks best first, each once. */
  readonly ask: (query: string) => readonly Hit[];
  readonly close?: () => void;
}

export interface TextBlock {
  readonly id: string;
  readonly text: string;
}

/** Hits of an engine that cannot say how sure it is: all count as confident. */
export const unqualified = (ids: readonly string[]): Hit[] =>
  ids.map((block) => ({ block, confident: true }));

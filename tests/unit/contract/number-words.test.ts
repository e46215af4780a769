import { describe, expect, it } from 'vitest';
import { readNumberWords } from '../../../src-main/contract/number-words.ts';

describe('numbers in words', () => {
  it.each([
    ['bay muoi mot', 71],
    ['muoi hai', 12],
    ['hai muoi', 20],
    ['mot tram linh nam', 105],
    ['ba tram sau muoi', 360],
    ['tam', null],
    ['hai ba', null],
    ['muoi muoi', null],
    ['du an', null],
  ])('%s', (words, value) => {
    expect(readNumberWords(words.split(' '))).toBe(value);
  });
});

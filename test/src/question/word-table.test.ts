import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairFilter } from '../../../src/question/pair-filter.js';
import { createWordTable } from '../../../src/question/word-table.js';
import { tokenize } from '../../../src/text/tokens.js';

const wordsIn = (...texts: readonly string[]): string[][] => {
  const table = createWordTable();
  return texts.map((text) => {
    const words: string[] = [];
    table.scan(text, (word) => words.push(table.words[word] ?? ''));
    return words;
  });
};
const cut = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('word table', () => {
  it('finds the words that tokenize finds, in any text', () => {
    const marked = fc.string({ unit: fc.constantFrom(...'aZ9é何 .,\'’-+#"“–/_\u00AD\u200B') });
    fc.assert(
      fc.property(fc.array(fc.oneof(marked, fc.string(), fc.string({ unit: 'binary' }))), (texts) => {
        expect(wordsIn(...texts)).toEqual(texts.map(cut));
      }),
    );
  });

  it('gives a word one number however often it comes, and another to another spelling', () => {
    const table = createWordTable();
    const numbers: number[] = [];
    for (const text of ['soil and Soil', 'and soil']) table.scan(text, (word) => numbers.push(word));
    expect(numbers).toEqual([0, 1, 2, 1, 0]);
  });

  it('keeps thousands of words apart', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `word${(i * 7919) % 20_000}`);
    const table = createWordTable();
    for (const word of [...words, ...words]) table.scan(word, () => undefined);
    expect(table.words).toEqual(words);
  });
});

describe('pair filter', () => {
  it('knows every pair that was added, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat())), fc.nat(100), (pairs, expected) => {
        const filter = createPairFilter(expected);
        for (const [first, second] of pairs) filter.add(first, second);
        for (const [first, second] of pairs) expect(filter.has(first, second)).toBe(true);
      }),
    );
  });

  it('is wrong about few others, and tells the order', () => {
    const filter = createPairFilter(10_000);
    for (let i = 0; i < 10_000; i++) filter.add(i, i + 1);
    let wrong = 0;
    for (let i = 0; i < 10_000; i++) if (filter.has(i + 1, i)) wrong++;
    expect(wrong).toBeLessThan(600);
  });
});

import { describe, expect, it } from 'vitest';
import { createWordTable } from '../../../src/text/word-table.js';

describe('createWordTable', () => {
  it('gives a word the same number wherever it stands', () => {
    const table = createWordTable();
    expect(table.numberOf('one two', 0, 3)).toBe(0);
    expect(table.numberOf('one two', 4, 7)).toBe(1);
    expect(table.numberOf('and one more', 4, 7)).toBe(0);
    expect(table.words).toEqual(['one', 'two']);
  });

  it('tells words apart by case and by length', () => {
    const table = createWordTable();
    expect(['swarm', 'Swarm', 'swarms'].map((word) => table.numberOf(word, 0, word.length))).toEqual([0, 1, 2]);
  });

  it('keeps its numbers as it grows', () => {
    const table = createWordTable();
    const words = Array.from({ length: 20_000 }, (_, i) => `word${i}`);
    const numbers = words.map((word) => table.numberOf(word, 0, word.length));
    expect(words.map((word) => table.numberOf(` ${word} `, 1, word.length + 1))).toEqual(numbers);
    expect(table.words).toEqual(words);
  });
});

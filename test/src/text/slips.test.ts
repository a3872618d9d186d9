import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipCost } from '../../../src/text/slips.js';

describe('slipCost', () => {
  it('costs nothing to type the word itself, and something for anything else', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdez'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(word, word, (typed, meant) => {
        expect(slipCost(typed, typed)).toBe(0);
        if (typed !== meant) expect(slipCost(typed, meant)).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['a letter doubled', 'gardden', 'a letter too many', 'garpden', 'garden'],
    ['a letter left out', 'grden', 'the first left out', 'arden', 'garden'],
    ['neighbours swapped', 'gadren', 'a consonant exchanged', 'gavden', 'garden'],
    ['a wrong vowel', 'gardin', 'a wrong consonant', 'garten', 'garden'],
    ['the same sound', 'sprinklerz', 'another consonant', 'sprinklerd', 'sprinklers'],
    ['the key beside', 'garfen', 'a key far off', 'garpen', 'garden'],
    ['a slip inside', 'garen', 'another ending', 'garde', 'garden'],
  ])('%s (%s) costs less than %s (%s)', (_, likely, __, unlikely, word) => {
    expect(slipCost(likely, word)).toBeLessThan(slipCost(unlikely, word));
  });
});

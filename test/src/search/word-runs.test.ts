import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src/search/analysis.js';
import { questionWords, sharedWords, sumOf } from '../../../src/search/word-runs.js';

const shared = (question: string, sentence: string) =>
  sharedWords(questionWords(analyseText(question).words), analyseText(sentence));

describe('what a sentence repeats of a question', () => {
  it('is told in runs of words, stop words included', () => {
    const { longest, pairs, triples, stops } = shared(
      'Who lit the lamp of Harbour House?',
      'The keeper lit the lamp of the house.',
    );
    expect(longest).toBe(4);
    // "lit the", "the lamp", "lamp of".
    expect([...pairs]).toEqual([0, 0, 1, 1, 1, 0, 0]);
    expect(triples).toBe(2);
    expect(stops).toBe(2);
  });

  it('is found in inflected forms, and only in the same order', () => {
    expect(shared('trims wicks', 'She trimmed the wick; wicks trim themselves.').longest).toBe(1);
    expect(shared('trims wicks', 'She was trimming wicks.').longest).toBe(2);
  });

  it('is nothing where they share no word', () => {
    const { longest, pairs, triples, stops } = shared('heron', 'An osprey fishes.');
    expect([longest, sumOf(pairs), triples, stops]).toEqual([0, 0, 0, 0]);
  });

  it('is all of it for the question itself', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('heron', 'lamp', 'wick', 'oil', 'tide'), { minLength: 1 }),
        (words) => {
          const { longest, pairs } = shared(words.join(' '), words.join(' '));
          expect(longest).toBe(words.length);
          expect(sumOf(pairs)).toBe(words.length - 1);
        },
      ),
    );
  });
});

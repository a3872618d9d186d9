import { describe, expect, it } from 'vitest';
import { isCommonWord } from '../../../src/text/common-words.js';
import { nearWordsOf } from '../../../src/text/near-words.js';
import { phraseOf, synonymsOf } from '../../../src/text/synonyms.js';
import { termOf } from '../../../src/text/terms.js';

const near = (word: string): string[] => nearWordsOf(termOf(word)).map(({ term }) => term);
const of = (word: string): string[] => synonymsOf(termOf(word)).map(({ term }) => term);

describe('synonyms', () => {
  it.each([
    ['cost', 'price'],
    ['announced', 'launch'],
    ['speakers', 'speak'],
    ['founder', 'cofounder'],
    ['laptops', 'machine'],
    ['venue', 'city'],
  ])('knows that %s may be put as %s, and the reverse', (a, b) => {
    expect(of(a)).toContain(termOf(b));
    expect(of(b)).toContain(termOf(a));
  });

  it('has no word for itself, and weights within bounds', () => {
    for (const word of ['cost', 'announce', 'demo', 'talk', 'start', 'fast', 'security', 'test', 'key']) {
      for (const { term, weight } of synonymsOf(termOf(word))) {
        expect(term).not.toBe(termOf(word));
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThan(1);
      }
    }
  });

  it.each([
    ['advice', 'tip'],
    ['squad', 'team'],
  ])('knows that %s is put for %s, but not as well as a synonym', (a, b) => {
    expect(near(a)).toContain(termOf(b));
    expect(near(b)).toContain(termOf(a));
    expect(of(a)).not.toContain(termOf(b));
  });

  it('puts no two words for each other only because both are put for a third', () => {
    expect(near('advice')).not.toContain(termOf('advice'));
    for (const other of near('accept')) expect(near('access')).not.toContain(other);
  });

  it('knows nothing of names', () => {
    expect(of('Okafor')).toEqual([]);
  });

  it('reads two words that mean something else together', () => {
    expect(phraseOf(termOf('took'), termOf('part')).map(({ term }) => term)).toContain(termOf('participate'));
    expect(phraseOf(termOf('part'), termOf('took'))).toEqual([]);
  });
});

describe('everyday words', () => {
  it.each(['weather', 'bananas', 'pancake', 'recipes', 'driving', 'cities', 'price'])('%s is one', (word) => {
    expect(isCommonWord(termOf(word))).toBe(true);
  });

  it.each(['okafor', 'grenhouse', 'plotkit', 'vaskez', 'irigation'])('%s is none', (word) => {
    expect(isCommonWord(termOf(word))).toBe(false);
  });
});

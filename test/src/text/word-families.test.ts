import { describe, expect, it } from 'vitest';
import { termOf } from '../../../src/text/terms.js';
import { familyOf } from '../../../src/text/word-families.js';

const of = (word: string): string[] => familyOf(termOf(word)).map(({ term }) => term);

describe('word families', () => {
  it.each([
    ['France', 'French'],
    ['twelve', '12'],
    ['losing', 'loss'],
    ['argued', 'argument'],
    ['sun', 'solar'],
    ['US', 'American'],
  ])('know that %s and %s are kin', (a, b) => {
    expect(of(a)).toContain(termOf(b));
    expect(of(b)).toContain(termOf(a));
  });

  it('hold no word for itself, and weights within bounds', () => {
    for (const word of ['France', 'twelve', 'choice', 'blood', 'population', 'military']) {
      expect(of(word).length).toBeGreaterThan(0);
      for (const { term, weight } of familyOf(termOf(word))) {
        expect(term).not.toBe(termOf(word));
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThan(1);
      }
    }
  });

  it('know nothing of names', () => {
    expect(of('Okafor')).toEqual([]);
  });
});

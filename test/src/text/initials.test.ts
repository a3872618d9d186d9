import { describe, expect, it } from 'vitest';
import { termTokens } from '../../../src/text/terms.js';
import { TRAIT, wordTraits } from '../../../src/text/traits.js';

const terms = (text: string): string[] => termTokens(text).map(({ term }) => term);

describe('initials', () => {
  it('are one term with and without stops', () => {
    expect(new Set([...terms('US'), ...terms('U.S.'), ...terms('USA')])).toEqual(new Set(['usa']));
    expect(terms('U.K.')).toEqual(terms('UK'));
  });

  it('are no stop words, though in small letters they may be', () => {
    expect(terms('us')).toEqual(['us']);
    expect(wordTraits('us', 'US') & TRAIT.stop).toBe(0);
    expect(wordTraits('us', 'us') & TRAIT.stop).not.toBe(0);
  });
});

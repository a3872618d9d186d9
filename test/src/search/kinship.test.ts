import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src/search/analysis.js';
import { createKin, resemblance } from '../../../src/search/kinship.js';
import { createMatcher } from '../../../src/search/matching.js';
import { familyOf } from '../../../src/text/word-families.js';

describe('words are kin', () => {
  it.each([
    ['virtual', 'virtualiz'],
    ['destruct', 'destroy'],
    ['orchestr', 'orchestra'],
  ])('when most of the longer one is common: %s, %s', (a, b) => {
    expect(resemblance(a, b)).toBeGreaterThanOrEqual(0.6);
  });

  it.each([
    ['contain', 'continu'],
    ['docker', 'doc'],
    ['swarm', 'warm'],
    ['run', 'runc'],
  ])('but not when too little is: %s, %s', (a, b) => {
    expect(resemblance(a, b)).toBe(0);
  });

  it('each of the other as much, and none more than the same word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'grapheme-ascii' }), (a, b) => {
        expect(resemblance(a, b)).toBe(resemblance(b, a));
        expect(resemblance(a, b)).toBeLessThanOrEqual(1);
        if (a.length >= 4) expect(resemblance(a, a)).toBe(1);
      }),
    );
  });
});

describe('coverage by kin', () => {
  const words = ['virtual', 'network'].map((term) => ({ text: term, term, variants: [], weight: 1, name: false }));
  const matcher = createMatcher(words, 100, () => 3);
  const coverage = (text: string, held: readonly number[]) => {
    const kin = createKin(matcher, familyOf);
    return kin.coverage(kin.likeness(analyseText(text)), Float64Array.from(held));
  };

  it('counts kin of the terms that are not held themselves', () => {
    expect(coverage('Virtualization came.', [0, 0])).toBeGreaterThan(0.3);
    expect(coverage('Virtualization came.', [1, 0])).toBe(0);
    expect(coverage('Nothing came.', [0, 0])).toBe(0);
  });

  it('counts words of the same family, however unlike they are', () => {
    const [french] = ['french'].map((term) => ({ text: term, term, variants: [], weight: 1, name: true }));
    const kin = createKin(
      createMatcher(french === undefined ? [] : [french], 100, () => 3),
      familyOf,
    );
    expect(kin.coverage(kin.likeness(analyseText('Troops of France left.')), Float64Array.of(0))).toBeGreaterThan(0.5);
  });

  it('stays within the question', () => {
    expect(coverage('virtual virtual networks networking virtually', [0, 0])).toBeLessThanOrEqual(1);
  });
});

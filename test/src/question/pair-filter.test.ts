import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairFilter } from '../../../src/question/pair-filter.js';

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

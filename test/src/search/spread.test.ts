import { describe, expect, it } from 'vitest';
import { spreadOfTerms } from '../../../src/search/spread.js';

describe('the spread of a term', () => {
  const spread = { passages: 9, frequencies: [2, 5, 7], before: [0, 1, 0], after: [1, 0, 1] };

  it('is that of its commonest form that may stand for it', () => {
    const forms = [
      { at: 0, weight: 1 },
      { at: 1, weight: 0.6 },
      { at: 2, weight: 0.5 },
    ];
    expect(spreadOfTerms(spread, [forms])).toEqual({
      passages: 9,
      frequencies: [5],
      before: [0.6],
      after: [1],
    });
  });

  it('is nothing where no form was searched for', () => {
    const { frequencies, before, after } = spreadOfTerms(spread, [[]]);
    expect([frequencies[0], before[0], after[0]]).toEqual([0, 0, 0]);
  });
});

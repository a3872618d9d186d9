import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightsIn } from '../../../src/answer/highlights.js';
import type { QueryTerm } from '../../../src/question/query.js';
import { createMatcher } from '../../../src/search/matching.js';
import { termTokens } from '../../../src/text/terms.js';

const matcherFor = (question: string, weight = 1) =>
  createMatcher(
    termTokens(question).map(({ text, term }): QueryTerm => ({ text, term, variants: [], weight, name: false })),
    100,
    () => 3,
  );
const marked = (text: string, question: string, weight?: number) =>
  highlightsIn(text, matcherFor(question, weight)).map(([from, to]) => text.slice(from, to));

describe('marked are', () => {
  it('the words of the question, in any form and case', () => {
    expect(marked('WHALES swam; the whale swims.', 'swimming whale')).toEqual(['WHALES', 'swam', 'whale', 'swims']);
  });

  it('whole words, with their accents and apostrophes', () => {
    expect(marked("A café's whale", 'cafe')).toEqual(["café's"]);
  });

  it('stretches of text without spaces, in one piece', () => {
    expect(marked('新しい東京都です', '東京都')).toEqual(['東京都']);
  });

  it('no words that only frame a question, and no stop words', () => {
    expect(marked('They said the keynote', 'said keynote', 0.1)).toEqual([]);
    expect(marked('the whale of the sea', 'the whale of')).toEqual(['whale']);
  });

  it('nothing where nothing matches', () => {
    expect(marked('Storks fly', 'whale')).toEqual([]);
    expect(marked('', 'whale')).toEqual([]);
  });

  it('places in order, in range and apart, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('whale', 'whales', '東京都', 'é', '\u0301', "'s", '😀', ' '),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let end = -1;
        for (const [from, to] of highlightsIn(text, matcherFor('whale 東京都'))) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

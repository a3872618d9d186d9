import { describe, expect, it } from 'vitest';
import type { QuestionKind } from '../../../src/question/query.js';
import { analyseText } from '../../../src/search/analysis.js';
import { focusEvidence } from '../../../src/search/focus-evidence.js';
import { createMatcher } from '../../../src/search/matching.js';
import type { Sought } from '../../../src/search/sought.js';
import { questionWords } from '../../../src/search/word-runs.js';
import { queryOf } from '../answer/ranked.js';

/** What stands beside the question's only term. */
function beside(kind: QuestionKind, question: string, term: string, sentence: string) {
  const matcher = createMatcher([{ text: term, term, variants: [], weight: 1, name: false }], 10, () => 1);
  const asked = questionWords(analyseText(question).words);
  return focusEvidence(analyseText(sentence), {
    query: queryOf({ kind }),
    matcher,
    focus: 0,
    asked,
  } as unknown as Sought);
}

describe('beside what is asked for', () => {
  it('a name stands', () => {
    const { focusName } = beside('fact', 'which lake froze', 'lake', 'They crossed the frozen Lake George.');
    expect(focusName).toBe(1);
    expect(beside('fact', 'which lake froze', 'lake', 'They crossed the frozen lake.').focusName).toBe(0);
  });

  it('a name that the question holds tells nothing', () => {
    expect(beside('fact', 'which lake is Lake George', 'lake', 'They crossed Lake George.').focusName).toBe(0);
  });

  it('a figure stands before, where one is asked for', () => {
    const sentence = 'The forest has 16,000 species.';
    expect(beside('number', 'how many species are there', 'speci', sentence).focusFigure).toBe(1);
    expect(beside('fact', 'which species are there', 'speci', sentence).focusFigure).toBe(0);
    expect(beside('number', 'how many species are there', 'speci', 'Species number 16,000.').focusFigure).toBe(0);
  });

  it('a plain word qualifies it, where no other sign tells the answer', () => {
    const sentence = 'The coast has a subtropical climate.';
    expect(beside('fact', 'what climate does the coast have', 'climat', sentence).focusQualified).toBe(1);
    expect(beside('date', 'when did the climate change', 'climat', sentence).focusQualified).toBe(0);
  });

  it('nothing is seen where nothing is named', () => {
    const sought = { focus: -1 } as unknown as Sought;
    expect(focusEvidence(analyseText('Lake George'), sought)).toEqual({
      focusName: 0,
      focusFigure: 0,
      focusQualified: 0,
    });
  });
});

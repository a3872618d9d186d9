import { describe, expect, it } from 'vitest';
import { asidesOf } from '../../../src/question/asides.js';
import { understand } from '../../../src/question/understand.js';
import { wordsOf } from '../../../src/question/words.js';
import { garden } from './garden-notes.js';

const NAMES = new Set(['modsquad', 'metlif', 'okafor', 'plotkit', 'docker']);
const asideIn = (question: string): string => {
  const words = wordsOf(question);
  const asides = asidesOf(words, question, (term) => NAMES.has(term));
  return words
    .filter((_, i) => asides.has(i))
    .map(({ word }) => word)
    .join(' ');
};

describe('a remark beside a question', () => {
  it.each([
    ["what's notary, the thing they showed in 2015", 'the thing they showed in 2015'],
    ['what is CaaS, golub brought it up in the keynote', 'golub brought it up in the keynote'],
    ['linuxkit, announced in austin - what is it', 'announced in austin'],
    ['what is Plotkit (which was shown on day 2)?', 'which was shown on day 2'],
    ["what's the ModSquad metlife talked about in austin?", 'metlife talked about in austin'],
    ['who is Okafor that they mentioned', 'that they mentioned'],
    ['what was the trusted registry when it came out in 2015', 'when it came out in 2015'],
  ])('%s', (question, aside) => {
    expect(asideIn(question)).toBe(aside);
  });

  it.each([
    'what did they show in 2015',
    'what is the tool docker announced in 2015',
    'who showed the robot, and what was announced about it',
    'how many people came, and where did they sit',
    'they showed it in 2015',
    'announced in austin',
  ])('is not seen in "%s"', (question) => {
    expect(asideIn(question)).toBe('');
  });

  it('leaves the kind of the question, its years and its topic as they are without it', () => {
    const plain = understand('what is Plotkit', [], garden).query;
    const { kind, scope, terms } = understand('what is Plotkit, the thing they showed in 2018', [], garden).query;
    expect(kind).toBe(plain.kind);
    expect(scope.years).toEqual([2018]);
    const telling = terms.filter(({ weight }) => weight >= 0.4).map(({ term }) => term);
    expect(telling).toEqual(plain.terms.map(({ term }) => term));
  });
});

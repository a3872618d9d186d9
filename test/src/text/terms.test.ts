import { describe, expect, it } from 'vitest';
import { forEachWord, termOf, termTokens } from '../../../src/text/terms.js';
import { TRAIT } from '../../../src/text/traits.js';

describe('termOf', () => {
  it.each([
    ['containers', 'contain'],
    ["Docker's", 'docker'],
    ['spoke', 'speak'],
    ['v1.12', 'v1.12'],
    ['C#', 'c#'],
    ['東京', '東京'],
  ])('indexes %s under %s', (word, term) => {
    expect(termOf(word)).toBe(term);
  });

  it('cuts words that nobody types', () => {
    expect(termOf('a'.repeat(500))).toHaveLength(64);
  });
});

describe('termTokens', () => {
  it('tells each word, its place and its term', () => {
    expect(termTokens('The Containers, v2')).toEqual([
      { text: 'The', from: 0, to: 3, term: 'the' },
      { text: 'Containers', from: 4, to: 14, term: 'contain' },
      { text: 'v2', from: 16, to: 18, term: 'v2' },
    ]);
  });

  it('cuts words of scripts without spaces into pairs of characters', () => {
    expect(termTokens('x 東京都 京').map(({ text, from, to }) => [text, from, to])).toEqual([
      ['x', 0, 1],
      ['東京', 2, 4],
      ['京都', 3, 5],
      ['京', 6, 7],
    ]);
  });

  it('gives every word a term, even one of marks alone', () => {
    expect(termTokens('ก็็็ a').map(({ term }) => term)).not.toContain('');
  });

  it('tells the same of a word however often it is met', () => {
    expect(termTokens('Docker ships Docker')).toEqual(termTokens('Docker ships Docker'));
    expect(termTokens('Docker ships Docker').map(({ term }) => term)).toEqual(['docker', 'ship', 'docker']);
  });
});

describe('forEachWord', () => {
  const traitsOf = (text: string) => {
    const traits: number[] = [];
    forEachWord(text, (word) => {
      traits.push(word.traits);
    });
    return traits;
  };

  it('tells what can be seen of a word', () => {
    expect(traitsOf('the Monday 2 twelve hours')).toEqual([
      TRAIT.stop,
      TRAIT.capital | TRAIT.calendar,
      TRAIT.figure,
      TRAIT.numeral,
      TRAIT.unit,
    ]);
  });

  it('tells "May" from "may"', () => {
    expect(traitsOf('May may')).toEqual([TRAIT.stop | TRAIT.capital | TRAIT.calendar, TRAIT.stop]);
  });
});

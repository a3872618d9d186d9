import fc from 'fast-check';
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

  it.each([
    ['a plural', 'image', 'images'],
    ['a form in -ing', 'ship', 'shipping'],
    ['a past', 'announce', 'announced'],
    ['an irregular past', 'show', 'shown'],
    ['an irregular plural', 'person', 'people'],
    ['a possessive', 'whale', "whale's"],
    ['a possessive plural', 'whale', "whales'"],
    ['a typographic possessive', 'Hykes', 'Hykes’s'],
    ['a capital', 'docker', 'DOCKER'],
    ['an accent', 'cafe', 'café'],
    ['grouped digits', '1720', '1,720'],
    ['full width', 'docker', 'Ｄｏｃｋｅｒ'],
  ])('makes one term of a word and %s', (_, word, form) => {
    expect(termOf(form)).toBe(termOf(word));
  });

  it.each([
    ['versions', 'v1.12', 'v1.13'],
    ['signs', 'C', 'C#'],
    ['signs twice', 'C', 'C++'],
    ['figures', '5', '50'],
    ['words of other meaning', 'contain', 'continue'],
    ['saws and what was seen', 'saw', 'see'],
  ])('keeps %s apart', (_, one, other) => {
    expect(termOf(one)).not.toBe(termOf(other));
  });

  it('is never empty, and the same however a word was met before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { text: word, term } of termTokens(text)) {
          expect(term).not.toBe('');
          expect(termOf(word)).toBe(termOf(word));
        }
      }),
    );
  });

  it('cuts words that nobody types', () => {
    expect(termOf('a'.repeat(500))).toHaveLength(64);
  });
});

describe('termTokens', () => {
  it('tells each word, its place and its term', () => {
    expect(termTokens('The Containers, v2')).toEqual([
      { text: 'The', from: 0, to: 3, plain: 'the', term: 'the' },
      { text: 'Containers', from: 4, to: 14, plain: 'containers', term: 'contain' },
      { text: 'v2', from: 16, to: 18, plain: 'v2', term: 'v2' },
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

  it('finds any stretch of a text without spaces', () => {
    const held = new Set(termTokens('東京で開かれた会議').map(({ term }) => term));
    for (const stretch of ['東京', '会議', '開かれた']) {
      for (const { term } of termTokens(stretch)) expect(held).toContain(term);
    }
  });

  it('tells words of other scripts that stand without a space between', () => {
    const terms = termTokens('新しいDocker1.12を使う').map(({ term }) => term);
    expect(terms).toEqual(['新し', 'しい', 'docker1.12', 'を使', '使う']);
    expect(termTokens('サーバーとZoe\u0308は').map(({ term }) => term)).toEqual([
      'サー',
      'ーハ',
      'ハー',
      'ーと',
      'zoe',
      'は',
    ]);
  });

  it('tells places within the text, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { text: word, from, to } of termTokens(text)) {
          expect(text.slice(from, to)).toBe(word);
          expect(from).toBeGreaterThanOrEqual(last);
          last = from;
        }
      }),
    );
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

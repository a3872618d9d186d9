import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnspaced, normalize, tokenize } from '../../../src/text/tokens.js';

const words = (text: string) => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it.each([
    ['words', 'Docker runs, everywhere!', ['Docker', 'runs', 'everywhere']],
    ['apostrophes within words', "don't 'quote' the dogs' don’t", ["don't", 'quote', 'the', 'dogs', 'don’t']],
    ['versions and grouped digits', 'v1.12 17.06 1,720 1,72 end.', ['v1.12', '17.06', '1,720', '1', '72', 'end']],
    ['single letters with full stops', 'U.S. e.g. docker.com', ['U.S', 'e.g', 'docker', 'com']],
    ['languages named by signs', 'C++ C# #c C#d c+ a+b', ['C++', 'C#', 'c', 'C', 'd', 'c', 'a', 'b']],
    ['hyphens and slashes as gaps', 'multi-stage client/server', ['multi', 'stage', 'client', 'server']],
    ['typographic marks as gaps', '“one” — two…three •four', ['one', 'two', 'three', 'four']],
    ['letters beyond ASCII', 'naïve café Ærø АБВ 東京 𝒜b', ['naïve', 'café', 'Ærø', 'АБВ', '東京', '𝒜b']],
    ['invisible characters within words', 'so\u00ADlo a\u200Bb', ['so\u00ADlo', 'a\u200Bb']],
    [
      'file names and addresses in their parts',
      'docker-compose.yml https://a.io/b_c?d=1',
      ['docker', 'compose', 'yml', 'https', 'a', 'io', 'b', 'c', 'd', '1'],
    ],
    ['figures with their letters', '2x 24/7 10GB 3rd $1.50 42%', ['2x', '24', '7', '10GB', '3rd', '1.50', '42']],
    ['nothing in marks', "... '' -- !? \u200B\u{1F600}", []],
    ['halves of characters as gaps', '\uD835a b\uDC9C', ['a', 'b']],
  ])('finds %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('finds what one pattern over the whole text finds', () => {
    const pieces = fc.constantFrom(
      ..."aZ7.,'’+#-– \n/“…éß\u0301\u00AD\u200B東😀𝒜\uD835\uDC9C:$",
      '++',
      'docker',
      '1,720',
      'U.S.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const found = [...text.matchAll(PATTERN)].map((match) => ({
            text: match[0],
            from: match.index,
            to: match.index + match[0].length,
          }));
          expect(tokenize(text)).toEqual(found);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** The documented form of a word, as a single pattern. */
const PATTERN =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]|['’](?=[\p{L}\p{N}])|(?<=\p{N})\.(?=\p{N})|(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))|(?<=\.\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))|(?<=\p{N}),(?=\p{N}{3}))*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

describe('normalize', () => {
  it.each([
    ['Docker', 'docker'],
    ['NAÏVE', 'naive'],
    ['don’t', "don't"],
    ['1,720', '1720'],
    ['so\u00ADlo', 'solo'],
    ['ﬁne', 'fine'],
    ['Ｄｏｃｋｅｒ', 'docker'],
    ['1,720,000.5', '1720000.5'],
    ['v1.12', 'v1.12'],
    ['Zoe\u0308', 'zoe'],
    ['STRASSE', 'strasse'],
    ['東京', '東京'],
  ])('brings %s to %s', (word, expected) => {
    expect(normalize(word)).toBe(expected);
  });

  it('has no more to do for what it brought forth', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of words(text).map(normalize)) expect(normalize(word)).toBe(word);
      }),
    );
  });

  it('gives one form to what looks alike', () => {
    for (const alike of ['café', 'cafe\u0301', 'CAFÉ', 'ｃａｆé', 'ca\u00ADfé']) expect(normalize(alike)).toBe('cafe');
  });
});

describe('isUnspaced', () => {
  it.each(['東京', 'コンテナ', 'ひらがな', 'กรุงเทพ', 'ဗမာ', 'ខ្មែរ', 'ລາວ'])('knows the script of %s', (word) => {
    expect(isUnspaced(word)).toBe(true);
  });

  it.each(['Docker', 'кит', '고래', 'حوت', 'φάλαινα', '42'])('knows that %s is written between spaces', (word) => {
    expect(isUnspaced(word)).toBe(false);
  });
});

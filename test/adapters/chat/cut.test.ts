import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, divide } from '../../../adapters/chat/cut.js';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 60 }));
const isWhole = (text: string) => !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

describe('cut', () => {
  test('keeps the beginning, within the limit, in whole characters', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 120 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(isWhole(short)).toBe(true);
        if (text.length <= limit) expect(short).toBe(text);
        else expect(text.startsWith(short.slice(0, -1)) && short.endsWith('…')).toBe(true);
      }),
    );
  });

  test('prefers the gap between two words', () => {
    expect(cut('the quick brown fox jumps', 18)).toBe('the quick brown…');
  });

  test('divides no emoji and no letter from its accent', () => {
    expect(cut('ab👩‍🚒cd', 5)).toBe('ab…');
    expect(cut('abce\u0301fgh', 5)).toBe('abc…');
    expect(cut('ab👍🏽cd', 5)).toBe('ab…');
  });
});

describe('divide', () => {
  test('loses nothing and keeps to the limit', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 80 }), (text, limit) => {
        const pieces = divide(text, limit);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece.length <= limit && isWhole(piece)).toBe(true);
      }),
    );
  });

  test('divides between words', () => {
    expect(divide('one two three four', 10)).toEqual(['one two ', 'three four']);
  });
});

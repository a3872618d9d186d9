import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareRoom, take, takePart, whileRoom } from '../../../adapters/chat/budget.js';

describe('room for words', () => {
  test('is used up by what is shown, and all of it by what is cut', () => {
    const budget = { left: 10 };
    expect(take('four', budget)).toBe('four');
    expect(budget.left).toBe(6);
    expect(take('too long by far', budget)).toBe('too l…');
    expect(budget.left).toBe(0);
  });

  test('is given to each in turn, with what the ones before have left over', () => {
    const texts = ['a', 'bbbbbbbbbbbb', 'c'];
    expect(shareRoom(15, texts, (text, budget) => take(text, budget))).toEqual(['a', 'bbbbbb…', 'c']);
  });

  test('is never exceeded, and all are shown', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(200), (texts, room) => {
        const shown = shareRoom(room, texts, (text, budget) => take(text, budget));
        expect(shown).toHaveLength(texts.length);
        expect(shown.join('').length).toBeLessThanOrEqual(Math.max(room, 0) + texts.length);
      }),
    );
  });

  test('ends a list, but not before its first', () => {
    const budget = { left: 0 };
    expect(whileRoom(['a', 'b'], budget, (text) => text)).toEqual(['a']);
  });
});

test('a highlight that is cut in two is left out', () => {
  const part = {
    text: 'Project Orca is new',
    role: 'sentence' as const,
    highlights: [
      [0, 7],
      [8, 12],
    ] as const,
  };
  expect(takePart(part, { left: 11 })).toEqual({ text: 'Project Or…', highlights: [[0, 7]] });
  expect(takePart(part, { left: 99 }).highlights).toHaveLength(2);
});

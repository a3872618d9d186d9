import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buttonValue, createLongQuestions, fingerprint, readButton } from '../../../adapters/chat/buttons.js';
import { abstained, answered, citation } from '../fakes.js';

const acts = fc.constantFrom('ask', 'share', 'more', 'helpful', 'unhelpful');
const text = fc.string({ unit: 'binary' });
const asked = fc.record(
  {
    question: text.filter((question) => question.trim() !== ''),
    history: fc.array(text, { maxLength: 3 }),
    shown: fc.stringMatching(/^[\w-]{6}$/),
  },
  { requiredKeys: ['question', 'history'] },
);

describe("a button's value", () => {
  test('holds all that is needed, or a key that finds it, and fits', () => {
    fc.assert(
      fc.property(acts, asked, fc.integer({ min: 40, max: 200 }), (act, asked, limit) => {
        const questions = createLongQuestions();
        questions.keep(asked, limit);
        const value = buttonValue({ act, asked }, limit);
        expect(value.length).toBeLessThanOrEqual(limit);
        const read = readButton(value);
        expect(read?.act).toBe(act);
        expect(read && ('asked' in read ? read.asked : questions.find(read.key))).toEqual(asked);
      }),
    );
  });

  test('that is too long is not known after a restart', () => {
    const value = buttonValue({ act: 'more', asked: { question: 'why '.repeat(50), history: [] } }, 100);
    const read = readButton(value);
    expect(read).toEqual({ act: 'more', key: expect.any(String) });
    expect(createLongQuestions().find((read as { key: string }).key)).toBeUndefined();
  });

  test.each([[undefined], [''], ['zzz'], ['a'], ['m      '], [42], [{}]])('%j is none', (value) => {
    expect(readButton(value)).toBeUndefined();
  });
});

describe('the fingerprint', () => {
  test('tells answers apart by what they quote', () => {
    const one = fingerprint(answered());
    expect(fingerprint(answered({ confidence: 0.7 }))).toBe(one);
    expect(fingerprint(answered({ citations: [citation({ quote: 'Another sentence.' })] }))).not.toBe(one);
    expect(fingerprint(abstained())).not.toBe(one);
  });
});

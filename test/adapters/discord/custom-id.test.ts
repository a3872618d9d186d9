import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ButtonAct } from '../../../adapters/chat/buttons.js';
import { askId, customIds, readCustomId } from '../../../adapters/discord/custom-id.js';
import { LIMITS } from '../../../adapters/discord/limits.js';

const ACTS: readonly ButtonAct[] = ['share', 'more', 'helpful', 'unhelpful'];
const LONG =
  'In June 2015 the audience of the keynote saw three demos, and each of them failed in a way of its own; '.repeat(3);

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== '');
const asked = fc.record({
  question: fc.oneof(text, fc.lorem({ maxCount: 150 })),
  history: fc.array(text, { maxLength: 2 }),
  shown: fc.constant('abc123'),
});

describe('the custom ids of buttons', () => {
  test('hold the question, whatever it says, or a key of it; and no button is like another', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 2, max: 4 }), (asked, count) => {
        const ids = customIds(ACTS.slice(0, count), asked);
        expect(new Set(ids).size).toBe(count);
        for (const [index, id] of ids.entries()) {
          expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
          expect(id).toBe(id.trim());
          const read = readCustomId(id, ids);
          expect(read).toMatchObject('key' in (read ?? {}) ? { act: ACTS[index] } : { act: ACTS[index], asked });
        }
      }),
    );
  });

  test('hold a space at the end of the question too', () => {
    const asked = { question: 'what is Orca ', history: [], shown: 'abc123' };
    const ids = customIds(ACTS, asked);
    expect(ids).toEqual(ids.map((id) => id.trim()));
    expect(readCustomId(ids[1], ids)).toEqual({ act: 'more', asked });
  });

  test.each([
    [2, 600],
    [3, 1_100],
    [4, 1_600],
  ])('hold, %i of them, %i characters of ordinary English', (count, length) => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
    const asked = { question: readme.slice(4_000, 4_000 + length), history: [], shown: 'abc123' };
    const ids = customIds(ACTS.slice(0, count), asked);
    expect(asked.question).toHaveLength(length);
    expect(readCustomId(ids[1], ids)).toEqual({ act: 'more', asked });
  });

  test('hold a key where the question is too long for all of them', () => {
    const words = Array.from({ length: 60 }, (_, i) => createHash('sha256').update(`${i}`).digest('base64url'));
    const ids = customIds(ACTS, { question: words.join(' '), history: [] });
    expect(readCustomId(ids[0], ids)).toEqual({ act: 'share', key: expect.any(String) });
  });

  test.each(['what is orca and '.repeat(12), LONG.repeat(2) + LONG.toUpperCase() + [...LONG].reverse().join('')])(
    'are not read when a piece is missing',
    (question) => {
      const ids = customIds(ACTS, { question, history: [] });
      expect(readCustomId(ids[1], ids)).toEqual({ act: 'more', asked: { question, history: [] } });
      expect(readCustomId(ids[1], ids.slice(1))).toBeUndefined();
    },
  );

  test('of the same question are read without those of a suggestion beside them', () => {
    const asked = { question: LONG.repeat(2), history: [], shown: 'abc123' };
    const suggestion = askId(LONG);
    const ids = [suggestion, ...customIds(ACTS, asked)] as string[];
    expect(readCustomId(ids[2], ids)).toEqual({ act: 'more', asked });
    expect(readCustomId(suggestion, ids)).toEqual({ act: 'ask', asked: { question: LONG, history: [] } });
  });

  test('hold a suggestion whole or not at all', () => {
    fc.assert(
      fc.property(text, (question) => {
        const id = askId(question);
        if (id === undefined) return;
        expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
        expect(readCustomId(id, [])).toEqual({ act: 'ask', asked: { question, history: [] } });
      }),
    );
  });

  test.each([
    's^0',
    's^0abc',
    's^1',
    's~0',
    's~1x.',
    'a^0',
    'a^0zzz',
    '',
    's',
    '#',
    's#',
    null,
    undefined,
    5,
    's^0\u6f22',
  ])('that nobody has written say nothing: %s', (id) => {
    const read = readCustomId(id, [String(id)]);
    expect(read === undefined || 'key' in read).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { customIds, readCustomId } from '../../../adapters/discord/custom-id.js';
import { questionOf } from '../../../adapters/discord/question.js';

const BOT = '100';

describe('the question of a message', () => {
  test.each([
    ['<@100> what is orca?', 'what is orca?'],
    ['what <@!100> is orca', 'what is orca'],
    ['who is <@5>', 'who is Ann'],
    ['who is <@6>', 'who is'],
    ['<#12> <@&13> hi <:whale:14> <a:whale:15> <t:1234567890:R> there <id:browse>', 'hi there'],
    ['</dockercon:123> what is orca', '/dockercon what is orca'],
    ['[the demo](https://example.com/a) of <https://example.com/b>', 'the demo of https://example.com/b'],
    ['**what** is __orca__ in `docker` ||swarm||', 'what is orca in docker swarm'],
    ['> quoted\n# heading', 'quoted\nheading'],
    ['snake_case and 3 < 4 > 2', 'snake_case and 3 < 4 > 2'],
    ['', ''],
  ])('%j is %j', (text, question) => {
    expect(questionOf(text, BOT, [{ id: '5', name: 'Ann' }])).toBe(question);
  });

  test('is read in linear time, whatever is sent', () => {
    for (const piece of ['<', '<@', '[', '[a](', '`', '<:a:', '> ', '</a']) {
      expect(questionOf(piece.repeat(50_000), BOT)).toEqual(expect.any(String));
    }
  });
});

describe('the custom ids of the buttons beneath an answer', () => {
  const acts = ['share', 'more', 'helpful', 'unhelpful'] as const;
  test.each([
    ['short', { question: 'what is orca', history: [], shown: 'abc123' }],
    ['long', { question: 'what is orca and '.repeat(12).trim(), history: ['what is new'], shown: 'abc123' }],
    ['of letters that take two units', { question: '🐳'.repeat(120), history: [] }],
  ])('hold a question that is %s, each for all', (_, asked) => {
    const ids = customIds(acts, asked);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
    expect(new Set(ids).size).toBe(4);
    for (const [index, act] of acts.entries()) expect(readCustomId(ids[index], ids)).toEqual({ act, asked });
  });

  test('hold a key where the question is too long for all of them', () => {
    const ids = customIds(acts, { question: 'why '.repeat(200), history: [] });
    expect(readCustomId(ids[0], ids)).toEqual({ act: 'share', key: expect.any(String) });
  });

  test('are not read when a piece is missing', () => {
    const ids = customIds(acts, { question: 'what is orca and '.repeat(12), history: [] });
    expect(readCustomId(ids[1], ids.slice(1))).toBeUndefined();
  });
});

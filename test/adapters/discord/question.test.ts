import { describe, expect, test } from 'vitest';
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

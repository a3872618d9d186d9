import { describe, expect, test } from 'vitest';
import { mentions, questionOf } from '../../../adapters/slack/question.js';
import { BOT_USER } from './payloads.js';

/** Texts in the shape of messaging/formatting-message-text. */
describe('the question in a message', () => {
  test.each([
    [`<@${BOT_USER}> what is Orca?`, 'what is Orca?'],
    [`hey <@${BOT_USER}|bot>, what is Orca?`, 'hey , what is Orca?'],
    [`what is Orca? <@${BOT_USER}>`, 'what is Orca?'],
    [`<@${BOT_USER}>`, ''],
    ['what did <@U0OTHER01|ann> say?', 'what did ann say?'],
    ['what did <@U0OTHER01> say?', 'what did @someone say?'],
    ['what do <!subteam^S0123|@devs> and <!subteam^S0124> say?', 'what do devs and @someone say?'],
    ['<!here> is <#C0123|general> for Orca?', 'is general for Orca?'],
    ['when, <!date^1392734382^{date}|Feb 18, 2014>?', 'when, Feb 18, 2014 ?'],
    ['what is <https://example.com/a?b=1&amp;c=2|Orca &amp; co>?', 'what is Orca & co?'],
    ['what is <https://example.com/?b=1&amp;c=2>?', 'what is https://example.com/?b=1&c=2?'],
    ['ask <mailto:ann@example.com|ann@example.com>', 'ask ann@example.com'],
    ['is 1 &lt; 2 &amp;amp; 3?', 'is 1 < 2 &amp; 3?'],
    ['`docker &lt;command&gt;`', '`docker <command>`'],
  ])('%s', (text, question) => {
    expect(questionOf(text, BOT_USER)).toBe(question);
  });

  test.each([null, undefined, ''])('is empty where there is none: %s', (text) => {
    expect(questionOf(text, BOT_USER)).toBe('');
    expect(mentions(text, BOT_USER)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import type { LIMITS } from '../../../adapters/discord/limits.js';
import { faultsOf } from './limits-check.js';

const x = (length: number) => 'x'.repeat(length);
const text = (content: string) => ({ type: 10, content });
const button = (changes = {}) => ({ type: 2, style: 2, label: 'Go', custom_id: 'a', ...changes });
const row = (...components: unknown[]) => ({ type: 1, components });
const message = (components: readonly unknown[], changes = {}) => ({
  flags: (1 << 15) | (1 << 2),
  allowed_mentions: { parse: [] },
  components: [{ type: 17, components }],
  ...changes,
});
const buttons = (count: number) => row(...Array.from({ length: count }, (_, i) => button({ custom_id: `${i}` })));
const choices = (count: number, changes = {}) => ({
  choices: Array(count).fill({ name: 'a', value: 'b', ...changes }),
});
const option = { type: 3, name: 'question', description: 'd' };
const command = (changes = {}) => ({ type: 1, name: 'ask', description: 'd', options: [option], ...changes });
const many = (count: number) => command({ options: Array(count).fill({ ...option, description: x(92) }) });

/** For each limit: what is just within it, and what is just beyond. */
const CASES: Readonly<Record<keyof typeof LIMITS, readonly [good: unknown, bad: unknown]>> = {
  text: [message([text(x(2_000)), text(x(2_000))]), message([text(x(2_000)), text(x(2_001))])],
  components: [message(Array(39).fill(text('a'))), message(Array(40).fill(text('a')))],
  rowButtons: [message([buttons(5)]), message([buttons(6)])],
  buttonLabel: [message([row(button({ label: x(80) }))]), message([row(button({ label: x(81) }))])],
  customId: [message([row(button({ custom_id: x(100) }))]), message([row(button({ custom_id: x(101) }))])],
  nonce: [message([text('a')], { nonce: x(25) }), message([text('a')], { nonce: x(26) })],
  choices: [choices(25), choices(26)],
  choiceName: [choices(1, { name: x(100) }), choices(1, { name: x(101) })],
  choiceValue: [choices(1, { value: x(100) }), choices(1, { value: x(101) })],
  commandName: [command({ name: x(32) }), command({ name: x(33) })],
  description: [command({ description: x(100) }), command({ description: x(101) })],
  optionName: [command({ options: [{ ...option, name: x(32) }] }), command({ options: [{ ...option, name: x(33) }] })],
  command: [many(79), many(80)],
};

describe('the check of the limits', () => {
  for (const [limit, [good, bad]] of Object.entries(CASES)) {
    test(`knows ${limit}`, () => {
      expect(faultsOf(good)).toEqual([]);
      expect(faultsOf(bad)).not.toEqual([]);
    });
  }

  test.each([
    ['a ping', message([text('hi @everyone')])],
    ['mentions that are allowed', message([text('hi')], { allowed_mentions: { parse: ['users'] } })],
    ['mentions that are not spoken of', message([text('hi')], { allowed_mentions: undefined })],
    ['a link that unfurls', message([text('https://example.com')])],
    ['previews that are on', message([text('hi')], { flags: 1 << 15 })],
    ['a link that hides its address from the check', message([text('[a](https://example.com)')])],
    ['a heading', message([text('# hi')])],
    ['a spoiler', message([text('||hi||')])],
    ['a timestamp', message([text('<t:0>')])],
    ['an emoji', message([text('a :smile: b')])],
    ['a code block without end', message([text('```\nhi')])],
    ['half a character', message([text('a\uD83D')])],
    ['an empty text', message([text('  ')])],
    ['an empty row', message([row()])],
    ['two buttons of one id', message([row(button(), button())])],
    ['content beside components', message([text('hi')], { content: 'hi' })],
    ['a component it does not know', message([{ type: 99 }])],
  ])('finds %s', (_, value) => {
    expect(faultsOf(value)).not.toEqual([]);
  });
});

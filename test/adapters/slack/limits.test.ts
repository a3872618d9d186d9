import { describe, expect, test } from 'vitest';
import type { LIMITS } from '../../../adapters/slack/limits.js';
import { faultsOf } from './limits-check.js';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (changes = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), value: 'v', ...changes });
const message = (...blocks: unknown[]) => ({ text: 'hello', blocks });
const actions = (...elements: unknown[]) => message({ type: 'actions', elements });
const runs = (...elements: unknown[]) =>
  message({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const run = (text: string) => ({ type: 'text', text });
const x = (length: number) => 'x'.repeat(length);
const context = (...elements: unknown[]) => ({ type: 'context', elements });
const feedback = (value: string, label = 'good') => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'f',
      positive_button: { text: plain('+'), value, accessibility_label: label },
      negative_button: { text: plain('-'), value: 'v' },
    },
  ],
});
const list = (changes: object) =>
  message({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [run('a')] }],
        ...changes,
      },
    ],
  });

/** For each limit: what is just within it, and what is just beyond. */
const CASES: Readonly<Record<keyof typeof LIMITS, readonly [good: unknown, bad: unknown]>> = {
  messageBlocks: [message(...Array(50).fill({ type: 'divider' })), message(...Array(51).fill({ type: 'divider' }))],
  messageJson: [runs(run(x(11_000))), runs(run(x(12_000)))],
  messageText: [{ text: x(4_000) }, { text: x(4_001) }],
  homeBlocks: [
    { type: 'home', blocks: Array(100).fill({ type: 'divider' }) },
    { type: 'home', blocks: Array(101).fill({ type: 'divider' }) },
  ],
  sectionText: [
    message({ type: 'section', text: plain(x(3_000)) }),
    message({ type: 'section', text: plain(x(3_001)) }),
  ],
  headerText: [message({ type: 'header', text: plain(x(150)) }), message({ type: 'header', text: plain(x(151)) })],
  contextElements: [message(context(...Array(10).fill(plain('a')))), message(context(...Array(11).fill(plain('a'))))],
  contextText: [message(context(plain(x(3_000)))), message(context(plain(x(3_001))))],
  actionsElements: [
    actions(...Array.from({ length: 25 }, (_, i) => button({ action_id: `a${i}` }))),
    actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` }))),
  ],
  contextActionsElements: [
    message(feedback('v')),
    message({ ...feedback('v'), elements: Array(6).fill(feedback('v').elements[0]) }),
  ],
  buttonText: [actions(button({ text: plain(x(75)) })), actions(button({ text: plain(x(76)) }))],
  buttonValue: [message(feedback(x(2_000))), message(feedback(x(2_001)))],
  accessibilityLabel: [message(feedback('v', x(75))), message(feedback('v', x(76)))],
  url: [
    runs({ type: 'link', url: `https://example.com/${x(2_980)}` }),
    runs({ type: 'link', url: `https://example.com/${x(2_981)}` }),
  ],
  actionId: [actions(button({ action_id: x(255) })), actions(button({ action_id: x(256) }))],
  blockId: [message({ type: 'divider', block_id: x(255) }), message({ type: 'divider', block_id: x(256) })],
  listIndent: [list({ indent: 8 }), list({ indent: 9 })],
  border: [list({ border: 1 }), list({ border: 2 })],
  // Checked where the prompts are set.
  prompts: [message(), message(context())],
};

describe('the check of the limits', () => {
  for (const [limit, [good, bad]] of Object.entries(CASES)) {
    test(`knows ${limit}`, () => {
      expect(faultsOf(good)).toEqual([]);
      expect(faultsOf(bad)).not.toEqual([]);
    });
  }

  test.each([
    ['no text', { blocks: [] }],
    ['a ping in the text', { text: 'hi <!channel>' }],
    ['an entity that is none', { text: 'a & b' }],
    ['half a character', runs(run('a\uD83D'))],
    ['a user mention', runs({ type: 'user', user_id: 'U1' })],
    ['markup', message({ type: 'section', text: { type: 'mrkdwn', text: '*hi*' } })],
    ['a link to a script', runs({ type: 'link', url: 'javascript:alert(1)' })],
    ['an empty run', runs(run(''))],
    ['an empty block', message({ type: 'rich_text', elements: [] })],
    ['a button without a value', actions(button({ value: '' }))],
    ['two buttons of one id', actions(button(), button())],
    ['a block it does not know', message({ type: 'video' })],
  ])('finds %s', (_, value) => {
    expect(faultsOf(value)).not.toEqual([]);
  });
});

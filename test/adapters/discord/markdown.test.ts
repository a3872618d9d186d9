import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeBlock, escapeMarkdown, highlighted, link } from '../../../adapters/discord/markdown.js';
import { shownOf } from './shown.js';

describe('text within Markdown', () => {
  test.each([
    [
      '@everyone <@1> <@&2> <#3> <t:0:R> </a:1>',
      '\\@everyone \\<\\@1\\> \\<\\@&2\\> \\<\\#3\\> \\<t\\:0\\:R\\> \\</a\\:1\\>',
    ],
    ['**b** _i_ ~~s~~ ||x|| `c`', '\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\|\\|x\\|\\| \\`c\\`'],
    ['[a](https://b)', '\\[a\\](https\\://b)'],
    ['# h\n-# s\n> q\n- l\n1. n', '\\# h\n\\-\\# s\n\\> q\n\\- l\n1\\. n'],
    ['at 10:30, :smile:', 'at 10\\:30, \\:smile:'],
    ['well-known, 2.5 (two)', 'well-known, 2.5 (two)'],
  ])('%j is written %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
    expect(shownOf(written)).toMatchObject({ text, faults: [], bold: [], links: [] });
  });

  test('is shown as it stands, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1 *_~`|[]()<>#@:/\\-+.!') }), (text) => {
        expect(shownOf(escapeMarkdown(text))).toMatchObject({ text, faults: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('has its matched words in bold, those side by side as one', () => {
    const written = highlighted('Project Orca is *new*', [
      [0, 7],
      [8, 12],
      [17, 20],
    ]);
    expect(written).toBe('**Project Orca** is \\***new**\\*');
    expect(shownOf(written)).toMatchObject({
      text: 'Project Orca is *new*',
      bold: ['Project Orca', 'new'],
      faults: [],
    });
  });

  test('names a link whose address cannot be ended by what it holds', () => {
    const written = link('https://example.com/a_(b)', 'a ](b) title');
    expect(shownOf(written)).toEqual({
      text: 'a ](b) title',
      bold: [],
      links: ['https://example.com/a_%28b%29'],
      faults: [],
    });
  });

  test('of a fixed width is none that could end it', () => {
    expect(codeBlock('a `b` c')).toBe('```\na `b` c\n```');
    for (const text of ['a ``` b', '`a', 'a`']) expect(codeBlock(text)).toBeUndefined();
  });
});

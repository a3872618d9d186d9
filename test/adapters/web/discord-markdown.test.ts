import { describe, expect, test } from 'vitest';
import { type Inline, readMarkdown } from '../../../adapters/web/page/discord-markdown.js';

/** A line as `form: text`, bold in *, italics in /, links as [words](address). */
function lines(markdown: string): readonly string[] {
  return readMarkdown(markdown).map(
    ({ form, quoted, depth, inlines }) =>
      `${quoted ? '> ' : ''}${form}${depth > 0 ? depth : ''}: ${inlines.map(plain).join('')}`,
  );
}

function plain(inline: Inline): string {
  switch (inline.form) {
    case 'text':
      return inline.text;
    case 'code':
      return `{${inline.text}}`;
    case 'bold':
      return `*${inline.inlines.map(plain).join('')}*`;
    case 'italic':
      return `/${inline.inlines.map(plain).join('')}/`;
    case 'link':
      return `[${inline.inlines.map(plain).join('')}](${inline.url})`;
  }
}

describe('Markdown as Discord reads it', () => {
  test.each([
    ['plain words', ['text: plain words']],
    ['**Gizmo** is *small*', ['text: *Gizmo* is /small/']],
    ['> quoted **words** \\[1\\]', ['> text: quoted *words* [1]']],
    ['-# small print', ['small: small print']],
    ['## A heading', ['heading: A heading']],
    ['- an item\n  - a deeper one', ['item: an item', 'item1: a deeper one']],
    ['> - an item in a quote', ['> item: an item in a quote']],
    ['```js\n**not bold** <b>\n```\nafter', ['code: **not bold** <b>', 'text: after']],
    ['`**code**`', ['text: {**code**}']],
    ['[Title \\[1\\]](<https://example.org/a>)', ['text: [Title [1]](https://example.org/a)']],
    ['<https://example.org/a>', ['text: [https://example.org/a](https://example.org/a)']],
    ['\\*\\*not bold\\*\\* \\<b\\>', ['text: **not bold** <b>']],
    ['**Docker \\*Hub\\***', ['text: *Docker *Hub**']],
    ['[no](javascript:alert(1))', ['text: [no](javascript:alert(1))']],
    ['', ['text: ']],
  ])('%j', (markdown, expected) => {
    expect(lines(markdown)).toEqual(expected);
  });

  test('takes no longer than its text is long, whatever it holds', () => {
    for (const hostile of ['[', '**', '*', '\\', '`', '<https://', '[a](', '> ']) {
      expect(lines(hostile.repeat(4_000)).length).toBe(1);
    }
  });
});

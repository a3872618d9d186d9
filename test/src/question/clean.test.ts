import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, isReadable } from '../../../src/question/clean.js';

describe('clean', () => {
  it.each([
    ['  who   spoke \n first? ', 'who spoke first?'],
    ['who\u200B sp\u00ADoke\u202E?', 'who spoke?'],
    ['who\u0000 \u001B[31mspoke', 'who [31mspoke'],
    ['<@U012AB3CD> who spoke?', 'who spoke?'],
    ['<@!80351110224678912> <#C0123|general> who spoke', 'general who spoke'],
    ['see <https://example.org/a|the programme> of day 1', 'see the programme of day 1'],
    ['*who* spoke _first_? :wave:', 'who spoke first?'],
    ['what is snake_case_name and 3*4*5', 'what is snake_case_name and 3*4*5'],
    ['salt &amp; pepper &lt;3', 'salt & pepper <3'],
    ['> > who said that', 'who said that'],
    ['broken \uD83D half', 'broken half'],
  ])('turns %j into %j', (raw, plain) => {
    expect(clean(raw)).toBe(plain);
  });

  it('leaves nothing invisible in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(text)).not.toMatch(/[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|^\s|\s$/u);
      }),
    );
  });

  it('finds something readable in any script, and nothing in marks and emoji', () => {
    for (const text of ['a', '7', '何', 'ж', 'é']) expect(isReadable(text)).toBe(true);
    for (const text of ['', '?!', '—', '👍🏽', '…']) expect(isReadable(text)).toBe(false);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableJson } from '../../../adapters/terminal/printable.js';

test('text keeps letters of every script, emoji and tabs', () => {
  for (const text of ['plain', 'café 旧金山 नमस्ते', '👩‍👩‍👧 🐳', 'a\tb', 'می‌خواهم']) expect(printable(text)).toBe(text);
});

test('text loses escape sequences, direction marks, invisible characters and lone surrogates', () => {
  expect(printable('\u001B[31mred\u001B]8;;http://x\u0007\u009B2J')).toBe('[31mred]8;;http://x2J');
  expect(printable('\u202Egnp.exe\u2069\u200B\uFEFF\u00AD\uD83D')).toBe('gnp.exe');
});

test('line ends become spaces', () => {
  expect(printable('a\r\nb\u2028c\u0085d')).toBe('a b c d');
});

test('JSON holds nothing that steers a terminal and says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, 2), (text, indent) => {
      const json = printableJson({ text, nested: ['\u001B\u009B\u202E\u{E0041}', text] }, indent);
      expect(json).not.toMatch(/(?![\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(JSON.parse(json)).toEqual({ text, nested: ['\u001B\u009B\u202E\u{E0041}', text] });
    }),
  );
});

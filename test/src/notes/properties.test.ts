import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNote, readNotes } from '../../../src/notes/index.js';
import type { Note } from '../../../src/notes/note.js';
import { noteOf } from './reading.js';
import { letters, lettersOfLines } from './stripped.js';

/** Words as they stand in notes, with the dots that end no sentence and the marks of Markdown. */
const word = fc.constantFrom(
  ...[
    'Docker',
    'Hub',
    'runC',
    'v1.12',
    'Inc.',
    'e.g.',
    '$150',
    '42%',
    'docker-compose.yml',
    'the',
    'launched',
    'for',
    'a',
    'Ärzte',
  ],
  ...[
    '*bold*',
    '**strong**',
    '_soft_',
    '`docker run`',
    '~~gone~~',
    '[link](http://example.org/a_b)',
    '[ref][r]',
    '<b>tag</b>',
  ],
  ...[
    '&amp;',
    'a\\*b',
    '![image](x.png)',
    '<!-- hidden -->',
    'snake_case',
    'http://example.org/x',
    '(bracket)',
    '"quoted"',
    '日本語',
  ],
);
const stop = fc.constantFrom('.', '!', '?', '.[^a]', '.[^a][^b]', ':', '...', '');
const line = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 8 }), stop)
  .map(([words, end]) => `W ${words.join(' ')}${end}`);
const lines = fc.array(line, { minLength: 1, maxLength: 4 });

const block = fc.oneof(
  lines.map((all) => all.join('\n')),
  lines.map((all) => all.map((item, index) => `${'  '.repeat(index)}- ${item}`).join('\n')),
  lines.map((all) => all.map((item) => `* ${item}\n  lazy goes on`).join('\n')),
  lines.map((all) => `Demands\n${all.map((item) => `\t* ${item}`).join('\n')}`),
  lines.map((all) => all.map((item, index) => `${index + 1}. ${item}`).join('\n\n')),
  lines.map((all) => all.map((said) => `> ${said}`).join('\n')),
  fc.tuple(line, line).map(([head, cell]) => `| H ${letters(head)} | I |\n|---|---|\n| ${letters(cell)}[^b] | x |`),
  lines.map((all) => `\`\`\`\n${all.join('\n')}\n\`\`\``),
  line.map((title) => `## ${title}`),
  line.map((text) => `<div>\n${letters(text)} and <b>more</b> &amp; more.\n</div>`),
  fc.constantFrom('---', '{{< shortcode >}}', '<!-- a\ncomment -->', 'Title\n====='),
);
const frontMatter = fc.constantFrom(
  '',
  '---\ntitle: A title\ndate: 2015-06-22\nspeakers:\n  - { name: Ben Golub, role: CEO }\n---\n',
  '---\ncity: >\n  San\n  Francisco\nauthor: [A, B]\n---\n\n',
  '+++\ncity = "Austin"\n+++\n',
);
const markdown = fc
  .tuple(frontMatter, fc.array(block, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([front, blocks, feed]) =>
    `${front}${blocks.join('\n\n')}\n\n[r]: http://example.org\n[^a]: A\n[^b]: B\n`.replaceAll('\n', feed),
  )
  .map(numbered);

/** Gives each line a word of its own. */
function numbered(text: string): string {
  let count = 0;
  return text.replace(/\bW(?= )/g, () => `W${++count}`);
}

describe('every sentence of a note', () => {
  it('stands, letter by letter, on the lines it names', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const { kind, sentences } of noteOf(text).passages) {
          for (const sentence of sentences) {
            const said = lettersOfLines(text, sentence.lines.from, sentence.lines.to);
            const found =
              kind === 'field' ? said.includes(letters(sentence.text)) : said.includes(letters(sentence.text));
            if (kind !== 'code') expect(found, `${sentence.text} in ${said}`).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is on the first and on the last of the lines it names', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const { kind, sentences } of noteOf(text).passages) {
          for (const { text: said, lines: at } of kind === 'code' || kind === 'field' ? [] : sentences) {
            if (at.from === at.to) continue;
            expect(lettersOfLines(text, at.from + 1, at.to)).not.toContain(letters(said));
            expect(lettersOfLines(text, at.from, at.to - 1)).not.toContain(letters(said));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('and together they hold all words of the text, in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          lines.map((all) => all.join('\n')),
          { minLength: 1, maxLength: 5 },
        ),
        (paragraphs) => {
          const text = numbered(`${paragraphs.join('\n\n')}\n\n[r]: http://example.org\n[^a]: A\n[^b]: B\n`);
          const total = paragraphs.join('\n\n').split('\n').length;
          const said = noteOf(text).passages.flatMap(({ sentences }) =>
            sentences.map((sentence) => letters(sentence.text)),
          );
          expect(said.join('')).toBe(lettersOfLines(text, 1, total));
        },
      ),
    );
  });
});

describe('any text', () => {
  const hostile = fc.oneof(
    markdown,
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.oneof(
          word,
          fc.constantFrom(
            '\n',
            '\n\n',
            '\r',
            '  ',
            '\t',
            '---\n',
            '+++\n',
            '```\n',
            '- ',
            '1. ',
            '> ',
            '|',
            '[',
            ']',
            '(',
            '[^',
            '^[',
            ']: ',
            '<',
            '>',
          ),
          fc.constantFrom(
            '{{<',
            '>}}',
            '{%',
            '%}',
            '`',
            '*',
            '_',
            '\\',
            '&',
            '#',
            ': ',
            '!!js/function ',
            '&a ',
            '*a',
            '\0',
            '\uFEFF',
            '\u202E',
            '\uD800',
          ),
        ),
        { maxLength: 80 },
      )
      .map((parts) => parts.join('')),
    fc.string({ maxLength: 200 }).map((text) => `---\n${text}\n---\nBody.`),
    fc.string({ maxLength: 200 }).map((text) => `+++\n${text}\n+++\nBody.`),
  );

  it('is read without an exception into a sound note', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const result = readNote({ path: 'a.md', text });
        const last = text.replace(/^\uFEFF+/, '').split(/\r\n|\r|\n/).length;
        for (const { line: at, message, rule } of result.problems) {
          expect(rule).not.toBe('unreadable');
          expect(at).toBeGreaterThanOrEqual(1);
          expect(at).toBeLessThanOrEqual(last);
          expect(message).not.toMatch(/[\n\r\0]/);
        }
        if ('note' in result) expectSound(result.note, last);
      }),
      { numRuns: 600 },
    );
  });

  it('is read alike every time', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const files = [
          { path: 'a.md', text: a },
          { path: 'b.md', text: b },
        ];
        expect(readNotes(files)).toEqual(readNotes([...files].reverse()));
      }),
    );
  });
});

function expectSound(note: Note, last: number): void {
  const labels = new Set(note.sources.map(({ label }) => label));
  expect(note.title).not.toBe('');
  expect(labels.size).toBe(note.sources.length);
  let line = 0;
  for (const section of note.sections) {
    expect(section.lines.from).toBeGreaterThanOrEqual(line);
    expect(section.lines.to).toBeGreaterThanOrEqual(section.lines.from);
    expect(section.lines.to).toBeLessThanOrEqual(last);
    line = section.lines.to;
  }
  for (const [ordinal, passage] of note.passages.entries()) {
    expect(passage.id).toBe(`a.md#${ordinal}`);
    expect(passage.sentences.length).toBeGreaterThan(0);
    const section = note.sections[passage.section];
    expect(section).toBeDefined();
    expect(passage.lines.from).toBeGreaterThanOrEqual(section?.lines.from ?? 0);
    expect(passage.lines.to).toBeLessThanOrEqual(section?.lines.to ?? 0);
    for (const { text, lines: at, sources } of passage.sentences) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[\n\r\0\uFFFD]/);
      expect(at.from).toBeGreaterThanOrEqual(passage.lines.from);
      expect(at.to).toBeGreaterThanOrEqual(at.from);
      expect(at.to).toBeLessThanOrEqual(passage.lines.to);
      for (const label of sources) expect(labels).toContain(label);
    }
  }
}

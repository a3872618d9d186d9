import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../../src/notes/note.js';
import { analyseText } from '../../../src/search/analysis.js';
import { entriesOf, surroundings } from '../../../src/search/place.js';
import { storeSentences } from '../../../src/search/sentence-store.js';
import { notesOf } from '../answer/ranked.js';
import { shippedNotes } from '../shipped.js';

function expectSame(notes: readonly Note[]): void {
  const entries = entriesOf(notes);
  const stored = storeSentences(entries);
  expect(stored.size).toBe(entries.length);
  entries.forEach((entry, passage) => {
    expect(stored.wordsOf(passage)).toEqual({
      sentences: entry.passage.sentences.map(({ text }) => analyseText(text)),
      surroundings: analyseText(surroundings(entry)),
    });
  });
}

describe('storeSentences', () => {
  it('gives each sentence back as if it were analysed anew', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'Docker',
        'the',
        'in',
        '2015',
        '$20',
        '40',
        '%',
        '1,450',
        'https://example.com/a/2016',
        'C++',
        '日本語',
      ),
      fc.constantFrom(
        "don't",
        'und',
        'die',
        'sources',
        'do not',
        'say',
        'when?',
        'U.S.',
        'x'.repeat(80),
        '新しいDocker',
        '3x',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const paragraph = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.array(paragraph, { maxLength: 6 }), { minLength: 1, maxLength: 3 }), (texts) => {
        expectSame(notesOf(...texts.map((paragraphs, i) => `# Note ${i}\n\n${paragraphs.join('\n\n## Part\n\n')}\n`)));
      }),
      { numRuns: 60 },
    );
  });

  it('does so for all notes that ship', () => {
    expectSame(shippedNotes);
  });

  it('names the words by which it was stored', () => {
    const entries = entriesOf(notesOf('# Whales\n\nWhales swim. Do whales sing?\n'));
    const stored = storeSentences(entries);
    const passage = entries.findIndex((entry) => entry.passage.kind !== 'field');
    const texts: string[] = [];
    stored.forEachWord(passage, (number) => texts.push(stored.words[number]?.text ?? ''));
    expect(texts).toEqual(['Whales', 'swim', 'Do', 'whales', 'sing']);
  });
});

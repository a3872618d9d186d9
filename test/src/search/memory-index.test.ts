import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../src/notes/read-notes.js';
import { createMemoryIndex } from '../../../src/search/memory-index.js';
import { surroundings } from '../../../src/search/place.js';
import { isStopWord } from '../../../src/text/stop-words.js';
import { termOf } from '../../../src/text/terms.js';

const notesOf = (...texts: readonly string[]) =>
  readNotes(texts.map((text, i) => ({ path: `note-${i}.md`, text }))).notes;

const GARDEN = notesOf(
  '# Garden days\n\n## Soil\n\nRoses love clay soil.\n\nWorms love soil, and soil loves worms.\n\n## Roses\n\nThey need sun.\n',
  '# Pond nights\n\nFrogs sing by the pond.\n\n- Roses sleep\n- Worms do not\n',
);

const terms = (...words: readonly string[]) => words.map((word) => ({ term: termOf(word), boost: 1 }));

describe('the index in memory', () => {
  const index = createMemoryIndex(GARDEN);
  const found = async (...words: readonly string[]) =>
    (await index.candidates(terms(...words), 10)).map(({ entry }) => entry.passage.sentences[0]?.text);

  it('finds passages by their own words, best first', async () => {
    expect(await found('worms', 'soil')).toEqual([
      'Worms love soil, and soil loves worms.',
      'Roses love clay soil.',
      'Roses sleep',
    ]);
  });

  it('finds passages by their headings too, behind those that say it themselves', async () => {
    expect(await found('roses')).toEqual(['Roses sleep', 'Roses love clay soil.', 'They need sun.']);
  });

  it('finds nothing for words that no note knows', async () => {
    expect(await found('cactus')).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('leaves out places that are not accepted', async () => {
    const candidates = await index.candidates(terms('roses'), 10, ({ note }) => note.title === 'Pond nights');
    expect(candidates.map(({ entry }) => entry.note.path)).toEqual(['note-1.md']);
  });

  it('counts the passages that hold a term in their own words', async () => {
    expect(await index.statistics(['soil', 'rose', 'garden', 'cactus'])).toEqual({
      passages: 5,
      frequencies: [2, 2, 0, 0],
    });
  });

  it('completes titles and headings', async () => {
    expect(await index.complete('ro', 5)).toEqual(['Roses']);
    expect(await index.complete('ni', 5)).toEqual(['Pond nights']);
    expect(await index.complete('', 2)).toHaveLength(2);
  });

  it('has nothing to say without notes', async () => {
    const empty = createMemoryIndex([]);
    expect(await empty.candidates(terms('roses'), 10)).toEqual([]);
    expect(await empty.statistics(['rose'])).toEqual({ passages: 0, frequencies: [0] });
    expect(await empty.complete('r', 5)).toEqual([]);
  });

  it('gives the scores of MiniSearch, in its order', async () => {
    const word = fc.constantFrom('rose', 'worm', 'soil', 'frog', 'pond', 'sun', 'clay', 'moss', 'fern', 'the');
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
    const note = fc
      .tuple(word, fc.array(fc.tuple(word, fc.array(sentence, { minLength: 1, maxLength: 4 })), { maxLength: 4 }))
      .map(
        ([title, sections]) =>
          `# ${title}\n\n${sections.map(([name, texts]) => `## ${name}\n\n${texts.join('\n\n')}`).join('\n\n')}\n`,
      );
    const question = fc.array(fc.record({ term: word, boost: fc.constantFrom(0.3, 0.9, 1) }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 5 }), question, async (texts, asked) => {
        const notes = notesOf(...texts);
        const searched = asked.filter(({ term }, i) => asked.findIndex((other) => other.term === term) === i);
        const candidates = await createMemoryIndex(notes).candidates(searched, 6);
        expect(candidates.map(({ entry, score }) => [entry.passage.id, score])).toEqual(
          await miniSearched(notes, searched, 6),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** What MiniSearch finds, its terms taken from the rarest on as the index takes them. */
async function miniSearched(
  notes: ReturnType<typeof notesOf>,
  asked: readonly { term: string; boost: number }[],
  limit: number,
) {
  const content = (text: string) =>
    (text.match(/[a-z0-9]+/gi) ?? [])
      .filter((word) => !isStopWord(word.toLowerCase()))
      .map(termOf)
      .join(' ');
  const documents = notes.flatMap((note) =>
    note.passages.flatMap((passage) => {
      const section = note.sections[passage.section];
      if (section === undefined) return [];
      const text = passage.sentences.map((sentence) => sentence.text).join(' ');
      return [{ id: passage.id, text: content(text), heading: content(surroundings({ note, section, passage })) }];
    }),
  );
  const index = new MiniSearch({
    fields: ['text', 'heading'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  });
  index.addAll(documents);
  const frequency = (term: string) => documents.filter(({ text }) => text.split(' ').includes(term)).length;
  const byRarity = [...asked].sort((a, b) => Math.max(1, frequency(a.term)) - Math.max(1, frequency(b.term)));
  const hits = index.search(byRarity.map(({ term }) => term).join(' '), {
    bm25: { k: 0.9, b: 0.5, d: 0.5 },
    boost: { heading: 0.4 },
    boostTerm: (term) => asked.find((other) => other.term === term)?.boost ?? 1,
  });
  return hits.slice(0, limit).map(({ id, score }) => [id, score]);
}

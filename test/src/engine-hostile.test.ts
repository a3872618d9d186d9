import fc from 'fast-check';
import { describe, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';
import { hostileFiles, hostileQuestions } from './hostile-notes.js';
import { shippedNotes } from './shipped.js';
import { citationsOf, expectSound, expectVerbatim } from './sound.js';

/** Answers whatever it can, so that there is something to look at. */
const hostile = createEngine(readNotes(hostileFiles).notes, { minConfidence: 0 });
const shipped = createEngine(shippedNotes);

describe('hostile notes', () => {
  const files = new Map(hostileFiles.map(({ path, text }) => [path, text]));

  it.each(hostileQuestions)('answer "%s" soundly and in their own letters', async (question) => {
    const answer = await hostile.ask(question, { explain: true });
    expectSound(answer);
    for (const citation of citationsOf(answer)) expectVerbatim(citation, files.get(citation.note) ?? '');
  });
});

describe('any question', () => {
  const word = fc.oneof(
    fc.constantFrom(...hostileQuestions),
    fc.constantFrom('who', 'what is', 'when was', 'it', 'and in 2017?', 'day', '2015', 'DockerCon', 'Docker', 'hikes'),
    fc.constantFrom("'", '"', '(', '\\', '%s', '$(x)', '<!channel>', '@everyone', '\u200B', '\u202E', '\uD83D', '😀'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const anything = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it.each([
    ['hostile', hostile],
    ['shipped', shipped],
  ])('gets a sound answer from %s notes, whatever was asked before', async (_, engine) => {
    await fc.assert(
      fc.asyncProperty(anything, fc.array(anything, { maxLength: 3 }), async (question, history) => {
        expectSound(await engine.ask(question, { history, explain: true }));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['one word of 40,000 letters', 'a'.repeat(40_000)],
    ['40,000 letters without spaces between words', '東京'.repeat(20_000)],
    ['1,000 words', Array.from({ length: 1000 }, (_, i) => `word${i}`).join(' ')],
    ['1,000 words of the notes', 'docker container keynote swarm demo image registry security '.repeat(125)],
    ['ten single letters', 'a b c d e f g h i j'],
    ['10,000 quotation marks', '"'.repeat(10_000)],
    ['half characters', 'what is \uD83D docker \uDE00'],
    ['a page of lines', 'what is docker\n'.repeat(2000)],
    ['digits', '9'.repeat(5000)],
    ['combining marks', `Docke${'\u0301'.repeat(5000)}r`],
  ])('gets a sound answer to %s', async (_, question) => {
    for (const engine of [hostile, shipped]) {
      expectSound(await engine.ask(question));
      expectSound(await engine.ask('and who said it?', { history: [question, question] }));
    }
  });
});

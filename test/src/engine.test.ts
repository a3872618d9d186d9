import { describe, expect, it } from 'vitest';
import { type Answer, createEngine } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';
import { askedOfShipped, shippedFiles, shippedNotes } from './shipped.js';

const engine = createEngine(shippedNotes);

describe('an engine over the same notes', () => {
  // Every seventh question: enough of each kind, in a seventh of the time.
  const some = askedOfShipped.filter((_, i) => i % 7 === 0);

  it('gives the same answer to the same question, however often and in whatever order it is asked', async () => {
    const first = await answersTo(some, engine);
    const again = await answersTo(some.toReversed(), engine);
    expect(again.toReversed()).toEqual(first);
  });

  it('gives the same answer when it is built anew, and whatever the order of the files', async () => {
    const turned = createEngine(readNotes([...shippedFiles].reverse()).notes);
    expect(await answersTo(some, turned)).toEqual(await answersTo(some, engine));
  });

  it('gives the same answer, and more, when it explains it', async () => {
    const question = 'what is project orca';
    const { explanation, ...explained } = await engine.ask(question, { explain: true });
    expect(explained).toEqual(await engine.ask(question));
    expect(explanation?.terms.map(({ term }) => term)).toContain('orca');
    expect(explanation?.hits.length).toBeLessThanOrEqual(10);
    const scores = explanation?.hits.map(({ score }) => score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { features, score } of explanation?.hits ?? []) {
      expect(Object.values(features).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6);
    }
  });

  it("leaves the caller's history as it was", async () => {
    const history = ['what is project orca', 'who showed it'];
    await engine.ask('and in 2017?', { history });
    expect(history).toEqual(['what is project orca', 'who showed it']);
  });
});

describe('the lowest confidence', () => {
  const { notes } = readNotes([
    { path: 'zoo.md', text: '# Zoo\n\nThe okapi eats leaves.\n\nThe tapir sleeps by day.\n' },
  ]);

  it.each([Number.NaN, -0.01, 1.01, Number.POSITIVE_INFINITY])('cannot be %s', (minConfidence) => {
    expect(() => createEngine(notes, { minConfidence })).toThrow(RangeError);
    expect(() => createEngine(notes, { minConfidence })).toThrow(`between 0 and 1, but is ${minConfidence}`);
  });

  it('of 0 answers whenever a word is found, and only then', async () => {
    const ever = createEngine(notes, { minConfidence: 0 });
    expect(await ever.ask('who invented the okapi in 1851 with a telescope')).toMatchObject({ answered: true });
    expect(await ever.ask('quantum chromodynamics')).toMatchObject({ answered: false, reason: 'not-in-notes' });
  });

  it('of 1 never answers', async () => {
    const never = createEngine(notes, { minConfidence: 1 });
    expect(await never.ask('what does the okapi eat')).toMatchObject({ answered: false, reason: 'not-in-notes' });
  });

  it('is not above the confidence of an answer, and above that of a refusal', async () => {
    for (const minConfidence of [0.2, 0.5, 0.8]) {
      const careful = createEngine(shippedNotes, { minConfidence });
      for (const { answered, confidence } of await answersTo(askedOfShipped.slice(0, 40), careful)) {
        if (answered) expect(confidence).toBeGreaterThanOrEqual(minConfidence);
        else expect(confidence).toBeLessThan(minConfidence);
      }
    }
  });
});

describe('the listing', () => {
  it('names every note once, in order of date', () => {
    const listed = engine.notes();
    expect(listed.map(({ path }) => path).sort()).toEqual(shippedFiles.map(({ path }) => path).sort());
    const years = listed.map(({ edition }) => edition ?? 9999);
    expect(years).toEqual([...years].sort((a, b) => a - b));
    for (const { title, passages } of listed) {
      expect(title).not.toBe('');
      expect(passages).toBeGreaterThan(0);
    }
  });
});

async function answersTo(asked: typeof askedOfShipped, of: typeof engine): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const { question, context = [] } of asked) answers.push(await of.ask(question, { history: context }));
  return answers;
}

import { describe, expect, test } from 'vitest';
import { type JudgedAnswer, judge } from '../../../../adapters/terminal/evaluation/judge.js';
import type { TestQuestion } from '../../../../adapters/terminal/evaluation/questions.js';
import { dayNumber, eventKey, namesSource } from '../../../../adapters/terminal/evaluation/sources.js';

const QUESTION: TestQuestion = {
  id: 'q',
  question: 'how many people came?',
  kind: 'how-many',
  answerable: true,
  expect: [['2,?000', 'two thousand'], ['people|attendees']],
  source: [{ event: 'DockerCon 2015', day: 1 }],
  max_chars: 60,
  ideal_chars: 30,
};
const UNANSWERABLE: TestQuestion = { ...QUESTION, kind: 'off-topic', answerable: false, expect: [], source: [] };
const RIGHT = { title: 'Day 1', event: 'DockerCon 2015', day: 1 };
const WRONG = { title: 'Day 2', event: 'DockerCon 2015', day: 2 };

const answer = (text: string, citations: JudgedAnswer['citations'] = [RIGHT], answered = true) => ({
  answered,
  text,
  citations,
});

describe('an answerable question', () => {
  test('is answered right with all facts, in the length allowed, from a right source', () => {
    expect(judge(QUESTION, answer('2000 people came.'))).toMatchObject({
      facts: true,
      cited: true,
      precision: 1,
      correct: true,
      concise: true,
    });
  });

  test('is answered right whatever the case, quotes, dashes, emphasis and spacing', () => {
    const question = { ...QUESTION, expect: [['don\'t - "know" two']] };
    expect(judge(question, answer('**DON’T** — “know”\n two')).correct).toBe(true);
  });

  test('is right but not concise above its ideal length', () => {
    expect(judge(QUESTION, answer('About two thousand people came to it.'))).toMatchObject({
      correct: true,
      concise: false,
    });
  });

  test('is wrong when refused, even if the refusal holds the facts', () => {
    const verdict = judge(QUESTION, answer('2000 people', [RIGHT], false));
    expect(verdict).toMatchObject({ facts: false, cited: false, correct: false, failure: 'refused' });
  });

  test('is wrong without one of the facts', () => {
    expect(judge(QUESTION, answer('2000 came.'))).toMatchObject({
      correct: false,
      cited: true,
      failure: 'facts missing',
    });
  });

  test('is wrong when too long, white space around it not counted', () => {
    expect(judge(QUESTION, answer(`2000 people${'.'.repeat(50)}`))).toMatchObject({
      correct: false,
      failure: 'too long',
    });
    expect(judge(QUESTION, answer(`  2000 people${'.'.repeat(49)}\n`)).correct).toBe(true);
  });

  test('is wrong when the right source is not among the first three', () => {
    expect(judge(QUESTION, answer('2000 people', [WRONG, WRONG, RIGHT])).correct).toBe(true);
    expect(judge(QUESTION, answer('2000 people', [WRONG, WRONG, WRONG, RIGHT]))).toMatchObject({
      facts: true,
      cited: false,
      precision: 0.25,
      correct: false,
      failure: 'wrong source',
    });
    expect(judge(QUESTION, answer('2000 people', []))).toMatchObject({ precision: 0, failure: 'wrong source' });
  });
});

describe('an unanswerable question', () => {
  test('is right when refused and wrong when answered', () => {
    expect(judge(UNANSWERABLE, answer('No.', [], false)).correct).toBe(true);
    expect(judge(UNANSWERABLE, answer('Yes.'))).toMatchObject({ correct: false, failure: 'should have refused' });
  });
});

describe('a citation names a source', () => {
  const sources = [{ event: 'DockerCon EU 2017', day: 1 }];
  const cases: readonly (readonly [Parameters<typeof namesSource>[0], boolean])[] = [
    [{ event: 'DockerCon EU 2017', day: 1 }, true],
    [{ event: 'DockerCon Europe 2017', day: 1 }, true],
    [{ title: 'DockerCon EU 2017 Day One' }, true],
    [{ title: 'DockerCon EU 17: the keynote' }, false],
    [{ event: 'DockerCon EU 2017' }, true],
    [{ event: 'DockerCon 2017', day: 1 }, false],
    [{ event: 'DockerCon EU 2017', day: 2 }, false],
    [{ title: 'DockerCon EU 2017, day 2' }, false],
    [{ title: 'Day 1' }, false],
    [{}, false],
  ];
  for (const [citation, expected] of cases) {
    test(`${JSON.stringify(citation)}: ${expected}`, () => expect(namesSource(citation, sources)).toBe(expected));
  }

  test('by the year, written in full or short', () => {
    expect(['DockerCon 2015', 'DockerCon15 Day Two', "DockerCon '15", 'DockerCon'].map(eventKey)).toEqual([
      '2015',
      '2015',
      '2015',
      '',
    ]);
  });

  test('by the day, in words or figures', () => {
    expect([2, 'Day 2', 'day two', 'keynote', undefined].map(dayNumber)).toEqual([2, 2, 2, undefined, undefined]);
  });
});

import { describe, expect, test } from 'vitest';
import { confidenceWords, eventWords, refusal } from '../../adapters/wording.js';
import type { AbstainReason, Scope } from '../../src/index.js';
import { abstained, answered } from './fakes.js';

describe('a refusal', () => {
  const reasons: readonly AbstainReason[] = [
    'empty',
    'small-talk',
    'help',
    'vague',
    'no-notes',
    'out-of-scope',
    'anachronism',
    'not-in-notes',
  ];
  test('is worded differently for each reason, in one line', () => {
    const lines = reasons.map((reason) => refusal(abstained({ reason })));
    expect(lines.every((line) => line.length === 1)).toBe(true);
    expect(new Set(lines.flat()).size).toBe(reasons.length);
  });

  const scopes: readonly (readonly [Scope, string])[] = [
    [{ years: [2016] }, '2016'],
    [{ years: [2016, 2018], day: 2 }, '2016 and 2018, day 2'],
    [{ years: [2018], europe: true }, 'Europe 2018'],
    [{ years: [], day: 3 }, 'day 3'],
    [{ years: [] }, 'that event'],
  ];
  for (const [scope, words] of scopes) {
    test(`names the scope ${words}`, () => {
      const answer = abstained({ reason: 'out-of-scope' });
      expect(refusal({ ...answer, understood: { ...answer.understood, scope } })).toEqual([
        `I don't know: the notes hold nothing on ${words}.`,
      ]);
    });
  }

  test('names the words that no note holds, a few of them and cut', () => {
    const line = (unknown: readonly string[]) => refusal(abstained({ unknown }))[1];
    expect(line(['a'])).toBe('No note contains "a".');
    expect(line(['a', 'b', 'c'])).toBe('No note contains "a", "b" or "c".');
    expect(line(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('No note contains "a", "b", "c", "d" or "e".');
    expect(line(['🐳'.repeat(50)])).toBe(`No note contains "${'🐳'.repeat(39)}…".`);
  });
});

test('a refusal without notes does not list words', () => {
  expect(refusal(abstained({ reason: 'no-notes', unknown: ['a'] }))).toEqual(['There are no notes to answer from.']);
});

test('confidence is said only where it is not high, and less of it sounds less sure', () => {
  const said = [1, 0.8, 0.79, 0.65, 0.64, 0.5].map((confidence) => confidenceWords(answered({ confidence })));
  expect(said.map((words) => words?.slice(0, 16))).toEqual([
    undefined,
    undefined,
    'This is probably',
    'This is probably',
    'This may not be ',
    'This may not be ',
  ]);
});

test('a note is told by its event and day, else by its title', () => {
  expect(eventWords({ title: 'T', event: 'DockerCon 2015', day: 2 })).toBe('DockerCon 2015, day 2');
  expect(eventWords({ title: 'T', event: 'DockerCon 2015' })).toBe('DockerCon 2015');
  expect(eventWords({ title: 'T', day: 2 })).toBe('T');
});

import { describe, expect, test } from 'vitest';
import { answerRecord, answerText } from '../../../adapters/terminal/answer-text.js';
import { abstained, answered, citation, excerpt } from '../fakes.js';

describe('the bare text of an answer', () => {
  test('is the sentences, one a line, with nothing added', () => {
    const answer = answered({ excerpts: [excerpt('One.'), excerpt('Two.', { citation: 2 })] });
    expect(answerText(answer)).toBe('One.\nTwo.');
  });

  test('has a bullet for each list item, indented by depth, and an item stays one line', () => {
    const answer = answered({
      excerpts: [
        {
          citation: 1,
          parts: [
            { text: 'They asked for:', role: 'lead-in', highlights: [] },
            { text: 'Logs.', role: 'item', depth: 0, highlights: [] },
            { text: 'Many.', role: 'item', depth: 0, continues: true, highlights: [] },
            { text: 'audits', role: 'item', depth: 1, highlights: [] },
          ],
        },
      ],
    });
    expect(answerText(answer)).toBe('They asked for:\n- Logs. Many.\n  - audits');
  });

  test('names the label of a front-matter field', () => {
    const answer = answered({
      excerpts: [{ citation: 1, label: 'city', parts: [{ text: 'San Francisco', role: 'field', highlights: [] }] }],
    });
    expect(answerText(answer)).toBe('city: San Francisco');
  });

  test('is the refusal when there is no answer', () => {
    expect(answerText(abstained({ unknown: ['bananas'] }))).toBe(
      'I don\'t know: nothing in the notes answers that.\nNo note contains "bananas".',
    );
  });
});

describe('an answer for scripts', () => {
  test('carries each citation with its place, and leaves out what is not known', () => {
    const bare = {
      number: 2,
      note: 'a.md',
      title: 'A',
      section: [],
      anchor: '',
      lines: { from: 1, to: 2 },
      quote: 'q',
      sources: [],
    };
    expect(answerRecord(answered({ citations: [citation(), bare] }))).toEqual({
      answered: true,
      text: 'Project Orca is an integrated stack.',
      confidence: 0.93,
      citations: [
        {
          title: 'DockerCon 2015, day 2 general session',
          event: 'DockerCon 2015',
          day: 2,
          date: '2015-06-23',
          url: 'https://example.com/day2',
          quote: 'Project Orca is an integrated stack.',
          note: 'knowledge/dockercon-2015-day-2.md',
          lines: [41, 41],
          section: ['DockerCon 2015, day 2 general session', 'Project Orca'],
        },
        { title: 'A', quote: 'q', note: 'a.md', lines: [1, 2], section: [] },
      ],
    });
  });

  test('cites nothing when it refuses, however near the nearest passage is', () => {
    expect(answerRecord(abstained({ nearest: [citation()] })).citations).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';

describe('an engine without a lexicon', () => {
  const { notes } = readNotes([
    { path: 'a.md', text: '# Lanterns\n\nThe price of the lantern is $40.\n\nOkafor began in Lisbon.' },
  ]);
  const understood = async (question: string, lexicon?: 'english' | 'none') => {
    const answer = await createEngine(notes, { minConfidence: 0, ...(lexicon && { lexicon }) }).ask(question);
    return answer.understood?.kind;
  };

  it('takes every question as asking for just any fact', async () => {
    expect(await understood('when did Okafor start', 'none')).toBe('fact');
    expect(await understood('when did Okafor start')).toBe('date');
  });

  it('knows no synonym', async () => {
    const answers = await Promise.all(
      (['english', 'none'] as const).map((lexicon) => createEngine(notes, { lexicon }).ask('how much does it cost')),
    );
    expect(answers.map(({ answered }) => answered)).toEqual([true, false]);
  });
});

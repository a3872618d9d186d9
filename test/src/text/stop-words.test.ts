import { describe, expect, it } from 'vitest';
import { isStopWord } from '../../../src/text/stop-words.js';
import { normalize, tokenize } from '../../../src/text/tokens.js';

describe('a stop word', () => {
  it.each([
    'who was on the stage at his own keynote',
    'what is it that they did not do to us',
    'why wasn’t there any other of these',
    'how many have been with you until then',
  ])('says nothing of the subject: "%s"', (question) => {
    const rest = tokenize(question).filter(({ text }) => !isStopWord(normalize(text)));
    expect(rest.map(({ text }) => text).filter((word) => !['stage', 'keynote'].includes(word))).toEqual([]);
  });

  it.each(['docker', 'keynote', 'said', 'new', 'first', 'one', 'use', 'go', 'swarm', 'will-not', ''])(
    'is not "%s"',
    (word) => {
      expect(isStopWord(word)).toBe(false);
    },
  );

  it('is known normalised, not as it is written', () => {
    expect(isStopWord('The')).toBe(false);
    expect(isStopWord(normalize('The'))).toBe(true);
    expect(isStopWord(normalize('DON’T'))).toBe(true);
  });
});

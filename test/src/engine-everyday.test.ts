import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { shippedNotes } from './shipped.js';

const engine = createEngine(shippedNotes);
const shownFor = async (question: string, history: readonly string[] = []): Promise<string> => {
  const answer = await engine.ask(question, { history });
  return answer.answered ? answer.citations.map(({ quote }) => quote).join('\n') : `refused: ${answer.reason}`;
};

describe('a question as people type it', () => {
  it.each([
    ['what does OCF stand for', 'Open Container Format'],
    ["what's notary, the thing they showed in 2015", 'Notary is a tool'],
    ['how does notary work', 'Notary is a tool'],
    ['multi-stage builds', 'Multi-stage builds are'],
    ['who is evn hazlet', 'chief hacker'],
    ["what was scott johnston's job", 'VP of Product Management'],
    ['what time did the day 2 keynote start in austin', '9:03'],
    ['how many vendors joined OCP', '19'],
    ['how many people came to dockercon 2016', '4,000'],
    ['where was the latest dockercon', 'Los Angeles'],
    ['summarize dockercon 2017', 'LinuxKit'],
    ['tell me about flocker', 'Flocker'],
  ])('%s: %s', async (question, words) => {
    expect(await shownFor(question)).toContain(words);
  });

  it('goes on to the year after', async () => {
    expect(await shownFor('and the year after?', ['how many people attended dockercon 2015'])).toContain('4,000');
  });

  it.each([
    'what did globex say about swarm',
    'what is docker pelican',
    'tell me about hooli',
    "what is ben golub's salary",
    'is jeff murr married',
    'give me a recipe for banana pancakes',
    'how do plumbers unclog a shower drain',
    'when is the next dockercon',
    'what is 17 times 23',
  ])('is refused where nothing answers it: %s', async (question) => {
    expect(await shownFor(question)).toContain('refused');
  });
});

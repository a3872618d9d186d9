import { describe, expect, it } from 'vitest';
import { confidenceOf, doubts } from '../../../src/answer/confidence.js';
import { createEngine } from '../../../src/index.js';
import { readNotes } from '../../../src/notes/index.js';
import { createMatcher } from '../../../src/search/matching.js';
import { queryOf } from './ranked.js';

const { notes } = readNotes([
  {
    path: 'kite.md',
    text: `# KiteConf 2018

## The Zephyr reel

Mira Solberg, founder of Windworks, announced the Zephyr reel on stage.
The Zephyr reel winds 400 metres of line in 12 seconds.
Zephyr reels cost 90 euros each.

## The Sirocco kite

Tomas Berg demonstrated the Sirocco kite with a broken arm.
The Sirocco kite folds into a tube of 40 centimetres.

## The hall

The hall in Bergen was full by nine.
Coffee was served until noon, and the crew was thanked.
`,
  },
]);
const engine = createEngine(notes);
const confidenceIn = async (question: string) => (await engine.ask(question)).confidence;

describe('confidence', () => {
  it('is nought when nothing was found', () => {
    const matcher = createMatcher([], 100, () => 0);
    expect(confidenceOf(queryOf(), matcher, [])).toBe(0);
    expect(doubts(queryOf(), matcher, [])).toBeUndefined();
  });

  // Of each pair, the second asks for something that the notes do not hold, in otherwise the same words.
  it.each([
    ['how much do Zephyr reels cost', 'how much do Zephyr reels weigh on Jupiter'],
    ['who announced the Zephyr reel', 'who announced the Pampero reel'],
    ['who demonstrated the Sirocco kite', 'who demonstrated the Kubernetes kite'],
    ['how long is the tube of the folded Sirocco kite', 'how long is the marriage of the Sirocco family'],
    ['what did Tomas Berg demonstrate', 'what did Angela Merkel demonstrate'],
    ['what did Mira Solberg announce', 'what did Mira Solberg eat for breakfast'],
    ['how many metres of line does the Zephyr reel wind', 'how many shares of Apple does the Zephyr fund hold'],
  ])('is higher for "%s" than for "%s"', async (known, unknown) => {
    expect(await confidenceIn(known)).toBeGreaterThan(await confidenceIn(unknown));
  });

  it('falls with each word that the notes do not know', async () => {
    const questions = [
      'who announced the Zephyr reel',
      'who announced the Zephyr reel in Antarctica',
      'who announced the Zephyr reel in Antarctica with Greta Thunberg',
    ];
    const confidences = await Promise.all(questions.map(confidenceIn));
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(new Set(confidences).size).toBe(confidences.length);
  });

  it('does not hang on case, a question mark or politeness', async () => {
    const asked = await confidenceIn('how much do Zephyr reels cost');
    for (const same of ['how much do Zephyr reels cost?', 'can you tell me how much do Zephyr reels cost please']) {
      expect(await confidenceIn(same)).toBeCloseTo(asked, 1);
    }
    const shouted = await engine.ask('HOW MUCH DO ZEPHYR REELS COST');
    expect(shouted.answered).toBe(true);
  });
});

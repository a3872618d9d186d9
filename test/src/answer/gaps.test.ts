import { describe, expect, it } from 'vitest';
import { createStages } from '../../../bench/stages.js';
import { doubts } from '../../../src/answer/confidence.js';
import { notesOf } from './ranked.js';

const ask = createStages(
  notesOf(`# KiteConf 2018

## The reel

Mira Solberg, founder of Windworks, announced the Zephyr reel, which winds 400 metres of line and costs 90 euros.

## The people

Tomas Berg told of his first shop and of the 12 kites he sold there.

## The harbour

On the 3rd day Ida Holm flew the reel over the harbour. The Sirocco gust lasted for seconds.
`),
);
const gapsIn = async (question: string) => {
  const { query, matcher, ranked } = await ask(question);
  const found = doubts(query, matcher, ranked);
  if (found === undefined) throw new Error('nothing found');
  const { stranger, uncounted, miscounted, attribute, privacy, noAmount, instructs, elsewhere } = found;
  return Object.entries({ stranger, uncounted, miscounted, attribute, privacy, noAmount, instructs, elsewhere })
    .filter(([, gap]) => gap > 0.5)
    .map(([name]) => name);
};

describe('what is asked for in so many words, and lacking', () => {
  it.each<readonly [string, string]>([
    ['what did Globex say about the Zephyr reel', 'stranger'],
    ['what did globex announce about the reel', 'stranger'],
    ["what is wembley's reel made of", 'stranger'],
    ['how many umbrellas did Tomas Berg sell', 'miscounted'],
    ['how many people did Mira Solberg found Windworks with', 'miscounted'],
    ['what colour is the Zephyr reel', 'attribute'],
    ["what is Windworks's address", 'attribute'],
    ['how old is Tomas Berg', 'privacy'],
    ['how much is the hotel of Tomas Berg', 'noAmount'],
    ['how many seconds does the Zephyr reel take to wind its line', 'noAmount'],
    ['which version of the reel did Ida Holm fly', 'noAmount'],
    ['how do I wind line on the Zephyr reel', 'instructs'],
    ['why is the Zephyr reel called Zephyr', 'attribute'],
    ['what is 12 times 90', 'elsewhere'],
    ['is Tomas Berg married', 'privacy'],
    ["what is Mira Solberg's salary", 'privacy'],
    ['what university did Mira Solberg found', 'privacy'],
  ])('%s: %s', async (question, gap) => {
    expect(await gapsIn(question)).toContain(gap);
  });

  it.each([
    'who announced the Zephyr reel',
    'how long did the Sirocco gust last',
    'what did Tomas Berg sell in his old shop',
    'how many kites did Tomas Berg sell',
    'how much does the Zephyr reel cost',
    'what did Mira Solberg announce',
    'what did the founder of Windworks announce',
  ])('%s: nothing', async (question) => {
    expect(await gapsIn(question)).toEqual([]);
  });
});

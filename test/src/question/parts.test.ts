import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/question/parts.js';

describe('a message that asks several things in one breath', () => {
  it.each([
    ['where was PlotCon held, and who opened it', ['where was PlotCon held', 'who opened it']],
    ['what is Mulchd? and which bed did it need', ['what is Mulchd', 'which bed did it need']],
    [
      'who from Acme (2019) and who from Initech (2020) told their story',
      ['who from Acme (2019)', 'who from Initech (2020) told their story'],
    ],
    ['seed prices in 2019 and compost prices in 2020', ['seed prices in 2019', 'compost prices in 2020']],
    [
      'what did it start at, and at which booth was it, and why was it closed',
      ['what did it start at', 'at which booth was it', 'why was it closed'],
    ],
  ])('%j asks %j', (question, parts) => {
    expect(partsOf(question)).toEqual(parts);
  });

  it.each([
    'which cities were the 2015 and 2017 editions in',
    'when and where was PlotCon 2019',
    'who and what is Mulchd',
    'what did Ann Lee and Bo Ek show',
    'compost and mulch in 2019',
    'how did attendance change between 2019 and 2020',
    'what do they know and love about beds',
    '',
    `who spoke and ${'what about '.repeat(60)}beds`,
  ])('%j asks one', (question) => {
    expect(partsOf(question)).toEqual([]);
  });
});

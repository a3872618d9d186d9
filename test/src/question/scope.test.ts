import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/question/query.js';
import { understand } from '../../../src/question/understand.js';
import { garden } from './garden-notes.js';

const read = (question: string) => understand(question, [], garden).query;

describe('scope', () => {
  it.each<readonly [string, Scope]>([
    ['who spoke in 2018', { years: [2018] }],
    ['what was announced at GardenConf 2020?', { years: [2020] }],
    ['gardenconf18 speakers', { years: [2018] }],
    ["gardenconf '20 theme", { years: [2020] }],
    ['what did Okafor show on day 1', { years: [], day: 1 }],
    ['day two of 2018', { years: [2018], day: 2 }],
    ['who opened the first day', { years: [], day: 1 }],
    ['2nd day keynote 2018', { years: [2018], day: 2 }],
    ['what happened on the last day of GardenConf 2018', { years: [2018], day: 2 }],
    ['what date was the second keynote of GardenConf 2018', { years: [2018], day: 2 }],
    ['opening day speakers', { years: [], day: 1 }],
    ['was there free seed on both day 1 and day 2', { years: [] }],
    ['attendance in 2018 and 2020', { years: [2018, 2020] }],
    ['what changed from 2018 to 2020', { years: [2018, 2020] }],
    ['GardenConf Europe 2020 gate', { years: [2020], europe: true }],
    ['gardenconf eu gate', { years: [], europe: true }],
    ['what was shown at the Denver keynote', { years: [2020], europe: false, city: 'denver' }],
    ['what did Thornbury promise at GardenConf in Ghent', { years: [2020], europe: true, city: 'ghent' }],
    ['what were the denver hacks', { years: [2020], europe: false, city: 'denver' }],
    ['which gates did the denver 2020 and ghent 2020 keynotes show', { years: [2020] }],
    ['what was new at the latest GardenConf', { years: [2020] }],
    ['who spoke at the first GardenConf', { years: [2018] }],
    ['what changed since the first GardenConf', { years: [] }],
    ['where were the European GardenConfs', { years: [], europe: true }],
    ['what was said at the keynote in Denver', { years: [2020], europe: false, city: 'denver' }],
    ['who presented on 2018-05-15', { years: [2018], day: 2 }],
    ['what was said on May 14', { years: [2018], day: 1 }],
    ['who came on the 2nd of June 2020', { years: [2020], day: 1 }],
  ])('%s', (question, scope) => {
    expect(read(question).scope).toEqual(scope);
  });

  it('keeps an edition that no note is about, so that the engine can say so', () => {
    expect(read('what did Okafor show at GardenConf 2011').scope.years).toEqual([2011]);
    expect(read('what was announced in 1999').scope.years).toEqual([1999]);
    expect(read('GardenConf 2018 day 7').scope.day).toBe(7);
  });

  it.each([
    ['a year of the story', 'what has been built since 2013', '2013'],
    ['a version of a product', 'does Mulchd work with Shed Server 2018', '2018'],
    ['an amount', 'did 1450 people come', '1450'],
  ])('leaves %s to be looked up', (_, question, term) => {
    expect(read(question).scope.years).toEqual([]);
    expect(read(question).terms.map((found) => found.term)).toContain(term);
  });

  it.each([
    'who joined the second 2020 programme',
    'soil within 14 days',
    'how many days does it take',
    'which companies from Europe joined',
    'what day was the gate shown',
  ])('finds no day or region in %j', (question) => {
    const { scope } = read(question);
    expect(scope.day).toBeUndefined();
    expect(scope.europe).toBeUndefined();
  });

  it('does not look up the words that only say the scope', () => {
    expect(read('what did Okafor show on day 1 of GardenConf 2018').terms.map(({ term }) => term)).toEqual([
      'okafor',
      'show',
      'gardenconf',
    ]);
  });
});

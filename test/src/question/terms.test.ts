import { describe, expect, it } from 'vitest';
import type { QueryTerm } from '../../../src/question/query.js';
import { understand } from '../../../src/question/understand.js';
import { garden } from './garden-notes.js';

const read = (question: string) => understand(question, [], garden).query;
const termOf = (question: string, text: string): QueryTerm => {
  const found = read(question).terms.find((term) => term.text === text);
  if (found === undefined) throw new Error(`no term ${text} in ${JSON.stringify(read(question).terms)}`);
  return found;
};
const variantsOf = (question: string, text: string): string[] =>
  termOf(question, text).variants.map(({ term }) => term);

describe('weights', () => {
  it('counts names most, frame words little, the event name least and stop words not at all', () => {
    const { terms } = read('what did Thornbury say about drought in the GardenConf keynote');
    expect(terms.map(({ text }) => text)).toEqual(['Thornbury', 'say', 'drought', 'GardenConf', 'keynote']);
    const [thornbury = 0, say = 0, drought = 0, event = 0] = terms.map(({ weight }) => weight);
    expect(thornbury).toBeGreaterThan(drought);
    expect(drought).toBeGreaterThan(say);
    expect(event).toBeLessThan(0.2);
  });

  it('knows names however they are typed', () => {
    expect(termOf('who is okafor', 'okafor').name).toBe(true);
    expect(termOf('what is runb', 'runb').name).toBe(true);
    expect(termOf('who watered the soil', 'soil').name).toBe(false);
  });

  it('takes "on stage" for no stage of anything', () => {
    const weightIn = (question: string) => termOf(question, 'stage').weight;
    expect(weightIn('who came up on stage from Seedworks')).toBeLessThan(weightIn('which stage of growth is last'));
    expect(weightIn('who took the stage')).toBeLessThan(weightIn('which stage of growth is last'));
  });

  it('gives politeness no weight', () => {
    expect(read('hey, could you please tell me who Okafor is? thanks!').terms.map(({ term }) => term)).toEqual([
      'okafor',
    ]);
  });
});

describe('spelling', () => {
  it.each([
    ['who is dmitri okafr', 'okafr', 'okafor'],
    ['who is lna vasquez', 'lna', 'lena'],
    ['lena vaskez greenhouse', 'vaskez', 'vasquez'],
    ['what is plotkti', 'plotkti', 'plotkit'],
    ['dimitri okafor', 'dimitri', 'dmitri'],
    ['drip irigation', 'irigation', 'irrigation'],
    ['grenhouse planning', 'grenhouse', 'greenhouse'],
    ['ragunathan', 'ragunathan', 'raghunathan'],
  ])('reads %j with %s as %s, and says so', (question, from, to) => {
    const { corrections, unknown, standalone } = read(question);
    expect(corrections).toContainEqual({ from, to });
    expect(unknown).not.toContain(from);
    expect(standalone).toBe(question.replace(from, to));
  });

  it('reads two slips beside each other', () => {
    expect(read('plotkt grenhouse').standalone).toBe('plotkit greenhouse');
  });

  it.each([
    'what is the weather',
    'pancake recipes with banana',
    'which price has bitcoin',
    'a prison',
    'cold tea',
    'the show of a garage band',
  ])('corrects nothing in %j: everyday words are absent, not misspelt', (question) => {
    expect(read(question).corrections).toEqual([]);
  });

  it('takes what stands behind "project" for a name, and no slip for a word', () => {
    expect(read('what is project sensosr').corrections).toEqual([]);
    const isStranger = (question: string) => read(question).terms.some(({ stranger }) => stranger === true);
    expect(isStranger('what is project compost')).toBe(true);
    expect(isStranger('what is project PlotKit')).toBe(false);
    expect(isStranger('how is project work done')).toBe(false);
    expect(read('which sensosr are there').corrections).toContainEqual({ from: 'sensosr', to: 'sensors' });
  });

  it('names the words that no note knows', () => {
    expect(read('does Zorblax water the bananas').unknown).toEqual(['Zorblax', 'bananas']);
  });

  it('never replaces a name that the notes know', () => {
    expect(read('what is runB and what is PlotKit').corrections).toEqual([]);
  });

  it('reads a misspelt name as a variant that counts less than the name itself', () => {
    const { variants } = termOf('who is dmitri okafr', 'okafor');
    expect(variants[0]?.term).toBe('okafor');
    expect(variants[0]?.weight).toBeLessThan(1);
    expect(variants[0]?.weight).toBeGreaterThan(0.5);
  });

  it('takes the other form of an unknown word for the word', () => {
    expect(read('which sprinkling is better').corrections).toEqual([]);
    expect(read('which gardener asked').unknown).toEqual([]);
  });
});

describe('other names of a thing', () => {
  it('gives an abbreviation the words of its full name, from the text and from aliases', () => {
    expect(variantsOf('what is the shi', 'shi')).toEqual(expect.arrayContaining(['health', 'index']));
    expect(variantsOf('cost of RAM', 'RAM')).toEqual(expect.arrayContaining(['root', 'access', 'manag']));
  });

  it('gives a full name its abbreviation', () => {
    expect(variantsOf('what is the soil health index', 'health')).toContain('shi');
  });

  it('does not give a part of the name the abbreviation', () => {
    expect(variantsOf('how is the health of schools', 'health')).not.toContain('shi');
  });

  it('gives a given name the surname that always follows it', () => {
    expect(variantsOf('what did lena show', 'lena')).toContain('vasquez');
    // A text that goes on with the surname alone names her all the same.
    expect(variantsOf('who is lena vasquez', 'lena')).toContain('vasquez');
  });
});

describe('numbers', () => {
  it('gives the number of one of several its other names', () => {
    expect(variantsOf('what is wish number two', 'two')).toEqual(expect.arrayContaining(['2', 'second']));
    expect(termOf('what is wish number two', 'two').weight).toBeGreaterThan(termOf('who are the two', 'two').weight);
    expect(variantsOf('what is wish #2', '2')).toContain('second');
  });

  it('gives a place in an order its number, and a decade its years', () => {
    expect(variantsOf('is this the 14th day', '14th')).toContain('14');
    expect(variantsOf('what was built in the 2010s', '2010s')).toContain('2013');
  });
});

describe('words written together or apart', () => {
  it('reads "run b" as runB', () => {
    expect(read('what is run b').terms.map(({ text, term }) => [text, term])).toEqual([['run b', 'runb']]);
  });

  it('finds "plot kit" in PlotKit and "multilayer" in multi-layer', () => {
    expect(variantsOf('what is plot kit', 'plot kit').concat(termOf('what is plot kit', 'plot kit').term)).toContain(
      'plotkit',
    );
    expect(variantsOf('a multilayer bed', 'multilayer')).toContain('multi');
    expect(read('a multilayer bed').unknown).toEqual([]);
  });

  it('does not join what makes sense apart', () => {
    expect(read('who said the mechanics of soil').terms.map(({ text }) => text)).toContain('soil');
    expect(read('the me of soil').terms.map(({ term }) => term)).not.toContain('theme');
  });
});

describe('synonyms', () => {
  it.each([
    ['how much does it charge for gates', 'charge', 'cost'],
    ['who kicked off the day', 'kicked', 'open'],
    ['which firms joined', 'firms', 'compani'],
    ['what did Okafor unveil', 'unveil', 'introduc'],
    ['where was it held', 'held', 'venu'],
    ['who took part', 'took', 'join'],
  ])('%j looks for %s as well as %s', (question, text, synonym) => {
    expect(variantsOf(question, text)).toContain(synonym);
  });

  it('offers only words that the notes use', () => {
    const { terms } = read(
      'announce launch cost begin speaker company fast secure large city people goal benefit problem laptop',
    );
    for (const { variants } of terms)
      for (const { term } of variants) expect(garden.frequency(term)).toBeGreaterThan(0);
  });
});

describe('quoted phrases', () => {
  it('are given without their marks', () => {
    expect(read('who said "no cloud" and “free seeds”').quoted).toEqual(['no cloud', 'free seeds']);
  });
});

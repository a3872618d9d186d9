import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../src/notes/read-notes.js';
import { createCorpus } from '../../../src/question/corpus.js';
import { toldCities } from '../../../src/question/told-cities.js';
import { understand } from '../../../src/question/understand.js';

const citiesOf = (...texts: readonly string[]) =>
  Object.fromEntries(toldCities(readNotes(texts.map((text, i) => ({ path: `${i}.md`, text }))).notes));

describe('initials of a city', () => {
  it('name it as well', () => {
    const { notes } = readNotes([
      { path: 'a.md', text: '# GardenConf 2018\n\nAt GardenConf 2018 in San Remo it rained.' },
    ]);
    const { scope } = understand('who spoke in SR', [], createCorpus(notes)).query;
    expect(scope).toEqual({ years: [2018], city: 'san remo' });
  });
});

describe('the city of an edition', () => {
  it('is read off the text where no front matter gives it', () => {
    expect(citiesOf('# GardenConf 2018\n\nThis is a report from GardenConf 2018 in San Remo, all of it.')).toEqual({
      'GardenConf 2018': 'San Remo',
    });
    expect(citiesOf('# GardenConf EU 2020 (Ghent, June 2)\n\nIt rained.')).toEqual({ 'GardenConf EU 2020': 'Ghent' });
  });

  it('is the one that is told most often', () => {
    const texts = [
      'GardenConf 2018 in Review was fine.',
      'GardenConf 2018 in Denver.',
      'At GardenConf 2018 in Denver.',
    ];
    expect(citiesOf(`# GardenConf 2018\n\n${texts.join('\n\n')}`)).toEqual({ 'GardenConf 2018': 'Denver' });
  });

  it('is left to front matter where that gives it', () => {
    expect(citiesOf('---\nevent: GardenConf 2018\ncity: Oslo\n---\nGardenConf 2018 in Denver.')).toEqual({});
  });

  it('is no month, no other edition’s and nothing in lower case', () => {
    const text = '# GardenConf 2018\n\nGardenConf 2018 in June. GardenConf 2019 in Rome. GardenConf 2018 in brief.';
    expect(citiesOf(text)).toEqual({});
  });
});

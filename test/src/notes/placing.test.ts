import { describe, expect, it } from 'vitest';
import { dayIn } from '../../../src/notes/day.js';
import { editionIn, eventName } from '../../../src/notes/edition.js';
import { noteOf } from './reading.js';

describe('editionIn', () => {
  it.each([
    ['DockerCon 2015', 'DockerCon 2015'],
    ['DockerCon15 Day Two', 'DockerCon 2015'],
    ['Dockercon 17', 'DockerCon 2017'],
    ["DockerCon '14 keynote", 'DockerCon 2014'],
    ['DockerCon2017', 'DockerCon 2017'],
    ['DockerCon EU 2017 Day 1 Keynote', 'DockerCon EU 2017'],
    ['Dockercon Europe 14', 'DockerCon EU 2014'],
    ['DockerCon Europe 2015', 'DockerCon EU 2015'],
    ['DockerCon 2017 EU', 'DockerCon EU 2017'],
    ['dockercon-eu-2017', 'DockerCon EU 2017'],
    ['dockerconeu2015_day_one', 'DockerCon EU 2015'],
    ['Liveblog: DockerCon 2017 Day 1 Keynote', 'DockerCon 2017'],
    ['2017-04-25-dockercon-2017-austin.md', 'DockerCon 2017'],
    ['The 2016 DockerCon', 'DockerCon 2016'],
    ['KubeCon EU 2018', 'KubeCon EU 2018'],
    ['KubeCon + CloudNativeCon North America 2018', 'KubeCon NA 2018'],
    ['pycon-2019', 'PyCon 2019'],
    ['NodeConf 2016 in Cork', 'NodeConf 2016'],
    ['XConf 2019', 'XConf 2019'],
    ['DEFCON 2016', 'DEFCON 2016'],
    ['DockerCon, the day after', 'DockerCon'],
  ])('finds %j', (text, event) => {
    const edition = editionIn(text);
    expect(edition && eventName(edition)).toBe(event);
  });

  it.each([
    '',
    'Docker 2015',
    'a lexicon of 2015',
    'the second 2017 demo',
    'reconfigure 2015',
    'an icon',
    'our conference 2015',
    'Silicon 2015',
  ])('finds none in %j', (text) => {
    expect(editionIn(text)).toBeUndefined();
  });
});

describe('dayIn', () => {
  it.each([
    ['DockerCon 2015 Day 2 General Session', 2],
    ['DockerCon15 Day Two', 2],
    ['Keynote Day #1', 1],
    ['day2-unknown-author-notes.md', 2],
    ['docker-con-day1-general-session', 1],
    ['dockerconeu2015_day_one', 1],
    ['Les nouveautés de la keynote : jour 1', 1],
    ['Tag 2', 2],
    ['día 1', 1],
    ['Second day', 2],
    ['On the 2nd day', 2],
    ['Opening day', 1],
    ['DockerCon 2017 Day 12', 12],
    ['Both days', 'several'],
    ['both-days-notes', 'several'],
    ['Day 1 and 2', 'several'],
    ['Days 1-2', 'several'],
    ['From day 1 to day 2', 'several'],
  ])('finds %j', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  it.each([
    '4 Days of DockerCon - Day 2',
    'Three days in Austin: day 2',
    'Day 2015',
    'Today 1 demo',
    'the second demo',
    'Monday 2',
    'Two demos a day',
    'Docker v2',
    'day 99',
    '',
  ])('finds nothing certain in %j', (text) => {
    expect(dayIn(text)).toBeUndefined();
  });
});

describe('the place of a note', () => {
  const placeOf = (text: string, path = 'notes/a.md') => {
    const { event, edition, day, date } = noteOf(text, path);
    return [event, edition, day, date];
  };

  it('comes from its front matter before all else', () => {
    expect(
      placeOf(
        '---\nevent: DockerCon Europe 2015\nday: 2\ndate: 2015-11-17\n---\n# DockerCon 2014 Day 1',
        'dockercon-2013/day3.md',
      ),
    ).toEqual(['DockerCon EU 2015', 2015, 2, '2015-11-17']);
    expect(placeOf('---\nevent: FOSDEM 2019\n---\nText.')).toEqual(['FOSDEM 2019', 2019, undefined, undefined]);
    expect(placeOf('---\nevent: All Hands\nedition: 2019\n---\nText.')).toEqual([
      'All Hands',
      2019,
      undefined,
      undefined,
    ]);
  });

  it('comes from the title of a Hugo post', () => {
    expect(
      placeOf("---\ntitle: 'Liveblog: DockerCon 2017 Day 1 Keynote'\ndate: 2017-04-18T00:00:00Z\n---\nText."),
    ).toEqual(['DockerCon 2017', 2017, 1, '2017-04-18']);
  });

  it('comes from the first heading of a bare file', () => {
    expect(placeOf('# DockerCon15 Day Two\n\n## General Session\n\nText.')).toEqual([
      'DockerCon 2015',
      2015,
      2,
      undefined,
    ]);
    expect(placeOf('Dockercon 17\n----\n\nText.')).toEqual(['DockerCon 2017', 2017, undefined, undefined]);
  });

  it('comes from tags, and the year from the date', () => {
    expect(placeOf('---\ntitle: Moves\ntags: [Docker, DockerCon2017]\n---\nText.')[0]).toBe('DockerCon 2017');
    expect(placeOf('---\ntitle: Moves\ntags: [DockerCon]\ndate: 2014-06-09\n---\nText.')[0]).toBe('DockerCon 2014');
  });

  it('comes from the address', () => {
    expect(placeOf('---\ntitle: Live\nurl: /2015/06/22/docker-con-day1-general-session/\n---\nText.')).toEqual([
      undefined,
      undefined,
      1,
      '2015-06-22',
    ]);
    expect(placeOf('---\ntitle: Live\nurl: /2017/10/17/dockercon-eu-2017-day-1/\n---\nText.')).toEqual([
      'DockerCon EU 2017',
      2017,
      1,
      '2017-10-17',
    ]);
  });

  it('comes from the path', () => {
    expect(placeOf('* Text', 'dockercon-2017/day1-lastcoolnameleft-notes.md')).toEqual([
      'DockerCon 2017',
      2017,
      1,
      undefined,
    ]);
    expect(placeOf('* Text', '_posts/2017-04-25-dockercon-2017-austin.md')).toEqual([
      'DockerCon 2017',
      2017,
      undefined,
      '2017-04-25',
    ]);
    expect(placeOf('# DockerCon notes', 'events/2016/06/notes.md')).toEqual([
      'DockerCon 2016',
      2016,
      undefined,
      undefined,
    ]);
  });

  it('is the European edition where only the folder says so', () => {
    expect(placeOf('# DockerCon 2017 recap', 'dockercon-eu-2017/a.md')[0]).toBe('DockerCon EU 2017');
    expect(placeOf('# DockerCon 2017 recap', 'dockercon-eu-2015/a.md')[0]).toBe('DockerCon 2017');
  });

  it('is nowhere where nothing says so', () => {
    expect(placeOf('# Notes on containers\n\nText of 2015.')).toEqual([undefined, undefined, undefined, undefined]);
    expect(
      placeOf('# DockerCon through the years\n\n# DockerCon 2014\n\nA\n\n# DockerCon 2015\n\nB')[0],
    ).toBeUndefined();
  });

  it('takes the day from the file name where the author counts otherwise', () => {
    expect(placeOf('# 4 Days of Dockercon - Day 2', 'dockercon-eu-2017/day1-blog.md')[2]).toBe(1);
    expect(placeOf('# DockerCon 2016 - Day 2, Presentations', 'dockercon-2016/day1-blog.md')[2]).toBe(1);
    expect(placeOf('# 4 Days of Dockercon - Day 2', 'a.md')[2]).toBeUndefined();
  });

  it('makes no day of a date', () => {
    expect(placeOf('---\ndate: 2015-06-22\n---\n# DockerCon 2015')[2]).toBeUndefined();
  });

  it('makes no day of a conference out of dates that are impossible', () => {
    expect(placeOf('Text', '2017-13-45-dockercon.md')[3]).toBeUndefined();
  });
});

describe('the place of a section', () => {
  const placesOf = (text: string, path?: string) =>
    noteOf(text, path).sections.map(({ headings, event, edition, day }) => [headings.at(-1), event, edition, day]);

  it('has the day of its headings, and a note of several days has none', () => {
    const text = '# DockerCon 2016\n\n## Day 1\n\nA\n\n### Docker Hub\n\nB\n\n## Day 2\n\nC\n\n## After\n\nD';
    expect(placesOf(text)).toEqual([
      ['DockerCon 2016', undefined, undefined, undefined],
      ['Day 1', undefined, undefined, 1],
      ['Docker Hub', undefined, undefined, 1],
      ['Day 2', undefined, undefined, 2],
      ['After', undefined, undefined, undefined],
    ]);
    expect(noteOf(text).day).toBeUndefined();
  });

  it('has the edition of its headings where the note is of another', () => {
    expect(placesOf('# DockerCon 2015\n\nA\n\n## Looking back at DockerCon 2014\n\nB')).toEqual([
      ['DockerCon 2015', undefined, undefined, undefined],
      ['Looking back at DockerCon 2014', 'DockerCon 2014', 2014, undefined],
    ]);
  });

  it('does not make the day of one section that of the note', () => {
    expect(noteOf('# DockerCon 2015\n\n## Blog post "Day 1 Highlights"\n\nA\n\n## Others\n\nB').day).toBeUndefined();
  });
});

describe('the title of a note', () => {
  it.each([
    ['---\ntitle: Mine\n---\n# Heading\n\nText.', 'a.md', 'Mine'],
    ['# Heading *one*\n\nText.', 'a.md', 'Heading one'],
    ['Intro.\n\n# Heading\n\nText.', 'a.md', 'Heading'],
    ['## Heading\n\nText.', 'a.md', 'Heading'],
    ['Intro.\n\n## Heading\n\nText.', 'posts/2017-04-25-my-trip_to.austin.md', 'my trip to.austin'],
    ['Text.', 'posts/dockercon-2015/index.md', 'dockercon 2015'],
    ['', '-.md', 'untitled'],
    [`${'Text.\n\n'.repeat(30)}# Resources\n\nText.`, 'slides.md', 'slides'],
  ])('of %j in %s is %s', (text, path, title) => {
    expect(noteOf(text, path).title).toBe(title);
  });
});
